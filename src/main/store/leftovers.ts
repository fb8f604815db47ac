import type { DiscardedText } from '../../shared/report/report.ts';
import type { Leftover } from './libraryStore.ts';
import type { Storage } from './storage.ts';

interface LeftoverRow {
  id: string;
  text: string;
  reason: string;
  edge: Leftover['edge'];
  sourceName: string;
  importedAt: string;
  reportId: string;
  reportTitle: string;
  restored: 0 | 1;
}

/** The report a leftover belongs to: where it was put, where it stood, or the last of its import. */
const SELECT_LEFTOVERS = `
  SELECT d.id, d.text, d.reason, d.edge, i.source_name AS sourceName, i.imported_at AS importedAt,
         r.id AS reportId, r.title AS reportTitle, d.restored_to IS NOT NULL AS restored
    FROM discarded_texts d JOIN imports i ON i.id = d.import_id
    JOIN reports r ON r.id = coalesce(d.restored_to, d.report_id,
      (SELECT id FROM reports last WHERE last.import_id = d.import_id ORDER BY key DESC LIMIT 1))`;

/** @param reportIds those of the import, in the order of its documents. */
export function addLeftovers(
  { connection, newId }: Storage,
  importId: string,
  reportIds: readonly (string | undefined)[],
  leftovers: readonly DiscardedText[],
): void {
  const insert = connection.prepare(
    `INSERT INTO discarded_texts (id, import_id, position, text, reason, report_id, edge)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  leftovers.forEach(({ text, reason, beside }, position) => {
    const reportId = beside === undefined ? null : (reportIds[beside.document] ?? null);
    insert.run(newId(), importId, position, text, reason, reportId, beside?.edge ?? 'after');
  });
}

/** In the order of the imports, those of reports in sight. */
export function listLeftovers({ connection }: Pick<Storage, 'connection'>): Leftover[] {
  const rows = connection
    .prepare(`${SELECT_LEFTOVERS} WHERE r.removed_at IS NULL ORDER BY i.imported_at, d.position`)
    .all() as LeftoverRow[];
  return rows.map(toLeftover);
}

/** Those that came with a report: the import's others are named with theirs. */
export function listLeftoversBeside(
  { connection }: Pick<Storage, 'connection'>,
  reportId: string,
): Leftover[] {
  const rows = connection
    .prepare(
      `${SELECT_LEFTOVERS} WHERE d.import_id = (SELECT import_id FROM reports WHERE id = ?)
        ORDER BY d.position`,
    )
    .all(reportId) as LeftoverRow[];
  return rows.map(toLeftover);
}

export function findLeftover(
  { connection }: Pick<Storage, 'connection'>,
  id: string,
): Leftover | undefined {
  const row = connection.prepare(`${SELECT_LEFTOVERS} WHERE d.id = ?`).get(id);
  return row === undefined ? undefined : toLeftover(row as LeftoverRow);
}

function toLeftover(row: LeftoverRow): Leftover {
  return { ...row, restored: row.restored === 1 };
}
