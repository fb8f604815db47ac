import { createHash } from 'node:crypto';
import { HASHED_TEXTS, JSON_COLUMNS } from '../backup/checkedColumns.ts';
import { dropChangedRows } from '../backup/seals.ts';
import type { Connection } from '../connection.ts';

/** In the place of what stood on a page that cannot be read. */
export const UNREAD = '（未能读出）';

/** In this order. What names something that could not be read goes, or goes without it. */
const REPAIRS: readonly string[] = [
  // A report is worth more than the name of the file that it came from.
  `INSERT INTO imports (id, source_name, format, from_sample, imported_at)
     SELECT DISTINCT import_id, '${UNREAD}', 'txt', 0, '1970-01-01T00:00:00.000Z' FROM reports
      WHERE import_id NOT IN (SELECT id FROM imports)`,
  // One passage less would make another note of it.
  `DELETE FROM annotation_revisions WHERE id IN
     (SELECT revision_id FROM annotation_targets WHERE report_id NOT IN (SELECT id FROM reports))`,
  'UPDATE annotation_revisions SET parent = NULL WHERE parent NOT IN (SELECT id FROM annotation_revisions)',
  `INSERT INTO annotations (id, report_id)
     SELECT annotation_id, report_id FROM annotation_revisions
      WHERE annotation_id NOT IN (SELECT id FROM annotations) GROUP BY annotation_id`,
];

/**
 * Of rows read from a damaged library those that are to the letter what was stored: nothing damaged comes
 * back as if it were sound. References must not be enforced.
 *
 * @returns whether all rows are.
 */
export function keepSoundRows(connection: Connection): boolean {
  connection.function('zj_sha256', { deterministic: true }, (text) =>
    createHash('sha256').update(String(text)).digest('hex'),
  );
  const unsound = [
    ...JSON_COLUMNS.map(
      ([table, columns]) =>
        `DELETE FROM ${table} WHERE ${columns.map((column) => `NOT json_valid(${column})`).join(' OR ')}`,
    ),
    ...HASHED_TEXTS.map(
      ({ table, text, hash }) => `DELETE FROM ${table} WHERE zj_sha256(${text}) <> ${hash}`,
    ),
  ];
  const dropped = unsound.map((sql) => connection.prepare(sql).run().changes);
  const changed = dropChangedRows(connection, UNREAD);
  for (const sql of REPAIRS) connection.exec(sql);
  return !changed && dropped.every((count) => count === 0);
}
