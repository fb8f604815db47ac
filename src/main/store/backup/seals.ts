import { createHash } from 'node:crypto';
import { type Connection, hasTable } from '../connection.ts';

/** What is sealed: how a row is called, a name that is given once, and what must never read differently under it. */
interface SealedTable {
  table: string;
  name: string;
  columns: string;
}

const SEALED: readonly SealedTable[] = [
  {
    table: 'annotation_revisions',
    name: "'annotation ' || id",
    columns:
      'parent, author, written_at, tombstone, start_offset, end_offset, anchor, note, category, tags, state',
  },
  {
    table: 'annotation_targets',
    name: "'target ' || revision_id || ' ' || place",
    columns: 'report_id, start_offset, end_offset, anchor, state',
  },
  {
    table: 'brief_revisions',
    name: "'brief ' || id",
    columns: 'brief_id, written_at, tombstone, spec',
  },
  {
    table: 'report_decisions',
    name: "'decision ' || id",
    columns: 'report_id, field, value, undoes',
  },
  {
    table: 'figure_corrections',
    name: "'figure ' || id",
    columns: 'report_id, start_offset, end_offset, wording, name, reading, undoes',
  },
  {
    table: 'indicator_names',
    name: "'indicator name ' || id",
    columns: 'name, indicator, author',
  },
  {
    table: 'draft_versions',
    name: "'draft version ' || id",
    columns: 'draft_id, name, blocks',
  },
  // A corrected text may bring another title.
  { table: 'reports', name: "'title ' || id || ' ' || text_sha256", columns: 'title' },
];

const SELECT_SEALED = SEALED.map(
  (sealed) =>
    [sealed.table, `SELECT ${sealed.name} AS row, ${sealed.columns} FROM ${sealed.table}`] as const,
);

/** Writes the hash of everything that has come since the last time. */
export function sealNewRows(connection: Connection): void {
  connection.transaction(() => {
    const insert = connection.prepare('INSERT INTO row_seals (row, sha256) VALUES (?, ?)');
    for (const [, sql] of SELECT_SEALED) {
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
  const rows = SELECT_SEALED.flatMap(
    ([, sql]) => connection.prepare(`SELECT row FROM (${sql})`).pluck().all() as string[],
  );
  return new Set(rows);
}

/**
 * How many sealed rows read differently now, or are gone. A file from before there were seals has none,
 * and what an old one has no table for, it has none of.
 */
export function countBrokenSeals(connection: Connection): number {
  const { changed, gone } = listBrokenSeals(connection);
  return changed.length + gone.length;
}

/** Names of the sealed rows that read differently now, and of those that are not there. */
function listBrokenSeals(connection: Connection): { changed: string[]; gone: string[] } {
  if (!hasTable(connection, 'row_seals')) return { changed: [], gone: [] };
  const seals = new Map(
    connection.prepare<[], [string, string]>('SELECT row, sha256 FROM row_seals').raw().all(),
  );
  const changed: string[] = [];
  for (const [table, sql] of SELECT_SEALED) {
    if (!hasTable(connection, table)) continue;
    const rows = connection.prepare<[], [string, ...unknown[]]>(sql).raw().iterate();
    for (const [row, ...values] of rows) {
      const seal = seals.get(row);
      if (seal !== undefined && seal !== sealOf(values)) changed.push(row);
      seals.delete(row);
    }
  }
  // Titles of earlier texts are sealed and gone.
  return { changed, gone: [...seals.keys()].filter((row) => !row.startsWith('title ')) };
}

/**
 * Takes every row out that reads differently than it was sealed. A note of which one passage is gone or
 * changed goes with it: without that it would be another note. A report whose title alone is changed stays.
 *
 * @param title stands in the place of such a title.
 * @returns whether there was any.
 */
export function dropChangedRows(connection: Connection, title: string): boolean {
  const { changed, gone } = listBrokenSeals(connection);
  for (const { table, name } of SEALED) {
    const drop = connection.prepare(
      table === 'reports'
        ? `UPDATE reports SET title = @title WHERE ${name} = @row`
        : `DELETE FROM ${table} WHERE ${name} = @row`,
    );
    for (const row of changed) drop.run(table === 'reports' ? { row, title } : { row });
  }
  const dropNote = connection.prepare('DELETE FROM annotation_revisions WHERE id = ?');
  for (const row of [...changed, ...gone]) {
    const [kind, revision] = row.split(' ');
    if (kind === 'target') dropNote.run(revision);
  }
  return changed.length + gone.length > 0;
}

function sealOf(values: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex');
}
