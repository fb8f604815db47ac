import { createHash } from 'node:crypto';
import { type Connection, hasTable } from '../connection.ts';

/** Each reads `row`, a name that is given once, and what must never read differently under it. */
const SEALED: readonly (readonly [table: string, sql: string])[] = [
  [
    'annotation_revisions',
    `SELECT 'annotation ' || id AS row, parent, author, written_at, tombstone, start_offset,
            end_offset, anchor, note, category, tags, state FROM annotation_revisions`,
  ],
  [
    'annotation_targets',
    `SELECT 'target ' || revision_id || ' ' || place AS row, report_id, start_offset, end_offset,
            anchor, state FROM annotation_targets`,
  ],
  [
    'brief_revisions',
    `SELECT 'brief ' || id AS row, brief_id, written_at, tombstone, spec FROM brief_revisions`,
  ],
  [
    'report_decisions',
    `SELECT 'decision ' || id AS row, report_id, field, value, undoes FROM report_decisions`,
  ],
  [
    'figure_corrections',
    `SELECT 'figure ' || id AS row, report_id, start_offset, end_offset, wording, name, reading, undoes
       FROM figure_corrections`,
  ],
  [
    'indicator_names',
    `SELECT 'indicator name ' || id AS row, name, indicator, author FROM indicator_names`,
  ],
  [
    'draft_versions',
    `SELECT 'draft version ' || id AS row, draft_id, name, blocks FROM draft_versions`,
  ],
  // A corrected text may bring another title.
  ['reports', `SELECT 'title ' || id || ' ' || text_sha256 AS row, title FROM reports`],
];

/** Writes the hash of everything that has come since the last time. */
export function sealNewRows(connection: Connection): void {
  connection.transaction(() => {
    const insert = connection.prepare('INSERT INTO row_seals (row, sha256) VALUES (?, ?)');
    for (const [, sql] of SEALED) {
      const rows = connection
        .prepare<[], [string, ...unknown[]]>(
          `SELECT * FROM (${sql}) WHERE row NOT IN (SELECT row FROM row_seals)`,
        )
        .raw()
        .all();
      for (const [row, ...values] of rows) insert.run(row, sealOf(values));
    }
  })();
}

/** Runs a deletion the person asked for; the seals of what it deleted go with it, and no other. */
export function dropSealsOfDeleted(connection: Connection, deleteRows: () => void): void {
  const before = listSealable(connection);
  deleteRows();
  const after = listSealable(connection);
  const drop = connection.prepare('DELETE FROM row_seals WHERE row = ?');
  for (const row of before) if (!after.has(row)) drop.run(row);
  // Of earlier titles only those whose report is gone.
  connection.exec(
    `DELETE FROM row_seals WHERE row LIKE 'title %'
        AND substr(row, 7, instr(substr(row, 7), ' ') - 1) NOT IN (SELECT id FROM reports)`,
  );
}

function listSealable(connection: Connection): Set<string> {
  const rows = SEALED.flatMap(
    ([, sql]) => connection.prepare(`SELECT row FROM (${sql})`).pluck().all() as string[],
  );
  return new Set(rows);
}

/**
 * How many sealed rows read differently now, or are gone. A file from before there were seals has none,
 * and what an old one has no table for, it has none of.
 */
export function countBrokenSeals(connection: Connection): number {
  if (!hasTable(connection, 'row_seals')) return 0;
  const seals = new Map(
    connection.prepare<[], [string, string]>('SELECT row, sha256 FROM row_seals').raw().all(),
  );
  let broken = 0;
  for (const [table, sql] of SEALED) {
    if (!hasTable(connection, table)) continue;
    const rows = connection.prepare<[], [string, ...unknown[]]>(sql).raw().iterate();
    for (const [row, ...values] of rows) {
      const seal = seals.get(row);
      if (seal !== undefined && seal !== sealOf(values)) broken += 1;
      seals.delete(row);
    }
  }
  const titlesOfEarlierTexts = [...seals.keys()].filter((row) => row.startsWith('title ')).length;
  return broken + seals.size - titlesOfEarlierTexts;
}

function sealOf(values: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex');
}
