import { IS_NEWEST } from './annotationRevisions.ts';
import { dropSealsOfDeleted } from './backup/seals.ts';
import type { Connection } from './connection.ts';

/** What was removed and can still be brought back. */
export interface Trash {
  reports: { id: string; title: string; removedAt: string; annotationCount: number }[];
  /** Removed notes on reports that are still there. */
  notes: { id: string; note: string; reportTitle: string; removedAt: string }[];
}

/** Ids of reports and notes. */
export interface TrashChoice {
  reports: readonly string[];
  notes: readonly string[];
}

const REMOVED_NOTES = `
  SELECT a.annotation_id AS id, a.note, r.title AS reportTitle, a.written_at AS removedAt
    FROM annotation_revisions a JOIN reports r ON r.id = a.report_id
   WHERE a.tombstone = 1 AND r.removed_at IS NULL
     AND ${IS_NEWEST}`;

/** Newest first. */
export function listTrash(connection: Connection): Trash {
  return {
    reports: connection
      .prepare(
        `SELECT r.id, r.title, r.removed_at AS removedAt,
                (SELECT count(*) FROM annotations n WHERE n.report_id = r.id) AS annotationCount
           FROM reports r WHERE r.removed_at IS NOT NULL ORDER BY r.removed_at DESC, r.key`,
      )
      .all() as Trash['reports'],
    notes: connection.prepare(`${REMOVED_NOTES} ORDER BY removedAt DESC`).all() as Trash['notes'],
  };
}

/** Those of the choice that are in the trash: nothing in sight is ever deleted for good. */
export function keepToTrash(connection: Connection, choice: TrashChoice): TrashChoice {
  const { reports, notes } = listTrash(connection);
  return {
    reports: reports.flatMap(({ id }) => (choice.reports.includes(id) ? [id] : [])),
    notes: notes.flatMap(({ id }) => (choice.notes.includes(id) ? [id] : [])),
  };
}

/** Whether a file holds any of these, in sight or not. */
export function holdsAny(connection: Connection, choice: TrashChoice): boolean {
  const holds = (table: string, ids: readonly string[]) =>
    connection
      .prepare(`SELECT 1 FROM ${table} WHERE id IN (SELECT value FROM json_each(?)) LIMIT 1`)
      .get(JSON.stringify(ids)) !== undefined;
  return holds('reports', choice.reports) || holds('annotations', choice.notes);
}

const ONE_OF = (name: string) => `IN (SELECT value FROM json_each(@${name}))`;

/** Records of merges name reports of which something stayed as it was. */
const FORGET_IN_MERGES = `
  UPDATE settings SET value = (
    SELECT json_group_array(json_set(m.value, '$.kept', json((
             SELECT json_group_array(json(k.value)) FROM json_each(m.value, '$.kept') k
              WHERE k.value ->> 'reportTitle' NOT IN (SELECT title FROM reports WHERE id ${ONE_OF('reports')})))))
      FROM json_each(settings.value) m)
   WHERE name = 'merges'`;

/** In this order: what names a report without going with it goes first. */
const DELETIONS: readonly string[] = [
  FORGET_IN_MERGES,
  `DELETE FROM report_decisions WHERE field = 'follows' AND json_extract(value, '$') ${ONE_OF('reports')}`,
  `DELETE FROM discarded_texts WHERE report_id ${ONE_OF('reports')} OR restored_to ${ONE_OF('reports')}`,
  // The file as it was read holds the words of all its reports.
  `DELETE FROM extracted_texts WHERE import_id IN
     (SELECT import_id FROM reports WHERE id ${ONE_OF('reports')})`,
  `DELETE FROM reports WHERE id ${ONE_OF('reports')}`,
  'DELETE FROM imports WHERE NOT EXISTS (SELECT 1 FROM reports r WHERE r.import_id = imports.id)',
  `DELETE FROM annotations WHERE id ${ONE_OF('notes')}`,
];

/**
 * Deletes reports and notes with all that belongs to them, inside the caller's transaction. The index is
 * not told: it keeps traces of every text until it is written anew.
 */
export function deleteRows(connection: Connection, choice: TrashChoice): void {
  connection.pragma('defer_foreign_keys = 1');
  const ids = { reports: JSON.stringify(choice.reports), notes: JSON.stringify(choice.notes) };
  dropSealsOfDeleted(connection, () => {
    for (const sql of DELETIONS) connection.prepare(sql).run(ids);
  });
}
