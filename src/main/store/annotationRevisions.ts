import type { Annotation } from '../../shared/contract/schemas/annotation.ts';
import type { Span } from '../../shared/report/report.ts';
import type { PassageAnchor } from '../../shared/text/anchor/anchor.ts';
import type { IndexedNote, NoteTarget } from './libraryStore.ts';
import type { Storage } from './storage.ts';

export interface RevisionRow {
  id: string;
  annotation_id: string;
  report_id: string;
  report_key: number;
  note_key: number;
  parent: string | null;
  author: string;
  device: string;
  written_at: string;
  created_at: string;
  tombstone: number;
  start_offset: number;
  end_offset: number;
  anchor: string;
  note: string;
  category: string | null;
  tags: string;
  state: Annotation['state'];
  /** Passages beside the first, as JSON. */
  further: string;
  in_sight: number;
}

interface FurtherTarget extends NoteTarget {
  reportKey: number;
  inSight: number;
}

/** A note keeps the id of its category; what that is called is in the settings. */
const CATEGORIES = `SELECT json_extract(c.value, '$.id') AS id, json_extract(c.value, '$.name') AS name,
         coalesce(json_extract(c.value, '$.retired'), 0) AS retired
    FROM settings s, json_each(s.value, '$.categories') c WHERE s.name = 'settings'`;

export const SELECT_REVISION = `
  SELECT a.id, a.annotation_id, a.report_id, r.key AS report_key, n.key AS note_key,
         a.parent, a.author, a.device, a.written_at,
         (SELECT min(written_at) FROM annotation_revisions f WHERE f.annotation_id = a.annotation_id)
           AS created_at,
         a.tombstone, a.start_offset, a.end_offset, a.anchor, a.note, a.tags, a.state,
         coalesce((SELECT name FROM (${CATEGORIES}) WHERE id = a.category), a.category) AS category,
         r.removed_at IS NULL AS in_sight,
         (SELECT json_group_array(json_object(
                   'reportId', t.report_id, 'reportKey', o.key, 'start', t.start_offset, 'end', t.end_offset,
                   'anchor', json(t.anchor), 'state', t.state, 'inSight', o.removed_at IS NULL)
                   ORDER BY t.place)
            FROM annotation_targets t JOIN reports o ON o.id = t.report_id
           WHERE t.revision_id = a.id) AS further
    FROM annotation_revisions a
    JOIN annotations n ON n.id = a.annotation_id
    JOIN reports r ON r.id = a.report_id`;

/**
 * Of the revisions `a` the newest of its note: the one no other names as its parent. Looked for among the
 * revisions of that note alone, which have an index: by the parent alone each would be held against all.
 */
export const IS_NEWEST = `NOT EXISTS (SELECT 1 FROM annotation_revisions later
                           WHERE later.annotation_id = a.annotation_id AND later.parent = a.id)`;

export const SELECT_NEWEST = `${SELECT_REVISION} WHERE ${IS_NEWEST}`;

/** Ids of revisions with a passage in the report @reportId. */
export const REVISIONS_ON_REPORT = `
  SELECT id FROM annotation_revisions WHERE report_id = @reportId
   UNION SELECT revision_id FROM annotation_targets WHERE report_id = @reportId`;

export function findNewestRow({ connection }: Storage, id: string): RevisionRow | undefined {
  return connection
    .prepare(`${SELECT_NEWEST} AND a.annotation_id = ? ORDER BY a.sequence DESC LIMIT 1`)
    .get(id) as RevisionRow | undefined;
}

export function getNewestRow(storage: Storage, id: string): RevisionRow {
  const row = findNewestRow(storage, id);
  if (row === undefined) throw new Error(`annotation ${id} vanished inside its own transaction`);
  return row;
}

export function findRevisionRow({ connection }: Storage, revision: string) {
  return connection.prepare(`${SELECT_REVISION} WHERE a.id = ?`).get(revision) as
    | RevisionRow
    | undefined;
}

/** What a new revision says; unless it comes from another library, when it was written is added here. */
export interface NewRevision {
  annotationId: string;
  parent: string | null;
  author: string;
  removed: boolean;
  note: string;
  category: string | null;
  tags: readonly string[];
  targets: readonly NoteTarget[];
  /** As another library wrote it. */
  written?: { id: string; device: string; at: string };
}

export function writeRevision(storage: Storage, revision: NewRevision): void {
  const { connection, newId, now, device: here } = storage;
  const [first, ...further] = revision.targets;
  if (first === undefined) throw new Error('a note is always on some words');
  const { id, device, at } = revision.written ?? { id: newId(), device: here, at: now() };
  connection
    .prepare(
      `INSERT INTO annotation_revisions
         (id, annotation_id, report_id, parent, sequence, author, device, written_at, tombstone,
          start_offset, end_offset, anchor, note, category, tags, state)
       VALUES (@id, @annotation_id, @report_id, @parent,
          (SELECT coalesce(max(sequence), 0) + 1 FROM annotation_revisions),
          @author, @device, @written_at, @tombstone,
          @start_offset, @end_offset, @anchor, @note,
          coalesce((SELECT id FROM (${CATEGORIES}) WHERE name = @category ORDER BY retired LIMIT 1),
                   @category),
          @tags, @state)`,
    )
    .run({
      id,
      annotation_id: revision.annotationId,
      parent: revision.parent,
      author: revision.author,
      device,
      written_at: at,
      tombstone: revision.removed ? 1 : 0,
      note: revision.note,
      category: revision.category,
      tags: JSON.stringify(revision.tags),
      ...columnsOf(first),
    });
  const insertTarget = connection.prepare(
    `INSERT INTO annotation_targets
       (revision_id, place, report_id, start_offset, end_offset, anchor, state)
     VALUES (@id, @place, @report_id, @start_offset, @end_offset, @anchor, @state)`,
  );
  further.forEach((target, index) => {
    insertTarget.run({ id, place: index + 1, ...columnsOf(target) });
  });
}

function columnsOf({ reportId, start, end, anchor, state }: NoteTarget) {
  return {
    report_id: reportId,
    start_offset: start,
    end_offset: end,
    anchor: JSON.stringify(anchor),
    state,
  };
}

/** The passages a revision ties, in the order the person gave them. */
export function targetsOf(row: RevisionRow): NoteTarget[] {
  const further = JSON.parse(row.further) as FurtherTarget[];
  return [firstTargetOf(row), ...further.map(({ inSight: _, reportKey: __, ...target }) => target)];
}

function firstTargetOf(row: RevisionRow): NoteTarget {
  return {
    reportId: row.report_id,
    start: row.start_offset,
    end: row.end_offset,
    anchor: JSON.parse(row.anchor) as PassageAnchor,
    state: row.state,
  };
}

/** True where one of the reports that a note speaks of is in sight. */
export function isInSight(row: RevisionRow): boolean {
  return shownTargetOf(row) !== undefined;
}

/** A note as the index knows it: once under each report in sight that it speaks of. */
export function notesOf(row: RevisionRow): IndexedNote[] {
  const further = JSON.parse(row.further) as FurtherTarget[];
  const keys = [{ reportKey: row.report_key, inSight: row.in_sight }, ...further]
    .filter(({ inSight }) => inSight === 1)
    .map(({ reportKey }) => reportKey);
  return [...new Set(keys)].map((reportKey) => ({
    noteKey: row.note_key,
    reportKey,
    text: row.note,
  }));
}

function shownTargetOf(row: RevisionRow, reportId?: string): NoteTarget | undefined {
  const further = JSON.parse(row.further) as FurtherTarget[];
  return [{ ...firstTargetOf(row), inSight: row.in_sight }, ...further].find(
    (target) => target.inSight === 1 && (reportId === undefined || target.reportId === reportId),
  );
}

/**
 * A note as it is shown. Where it stands is its passage in the report `reportId`, else its first in a
 * report in sight, else its first.
 */
export function toAnnotation(row: RevisionRow, reportId?: string): Annotation {
  const targets = targetsOf(row).map(toTarget);
  const shown = shownTargetOf(row, reportId) ?? firstTargetOf(row);
  return {
    id: row.annotation_id,
    ...toTarget(shown),
    note: row.note,
    category: row.category,
    tags: JSON.parse(row.tags) as string[],
    targets,
    author: row.author,
    revision: row.id,
    createdAt: row.created_at,
    updatedAt: row.written_at,
  };
}

function toTarget({
  reportId,
  start,
  end,
  anchor,
  state,
}: NoteTarget): Span & { documentId: string; quote: string; state: Annotation['state'] } {
  return { documentId: reportId, start, end, quote: anchor.quote, state };
}
