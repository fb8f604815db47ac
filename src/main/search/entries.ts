import type { Connection } from '../store/connection.ts';

export type EntryKind = 'body' | 'title' | 'note';

/** Stored as its index. */
export const ENTRY_KINDS: readonly EntryKind[] = ['body', 'title', 'note'];

/** All entries as columns, in the order of their clauses; `endClause[i] <= firstClause[i + 1]`. */
export interface EntryTable {
  count: number;
  firstClause: Int32Array;
  endClause: Int32Array;
  documentKey: Int32Array;
  kind: Uint8Array;
  noteKey: Int32Array;
  length: Int32Array;
}

export function readEntries(connection: Connection): EntryTable {
  const rows = connection
    .prepare<[], number[]>(
      'SELECT first_clause, end_clause, document_key, kind, note_key, length FROM search_entry ORDER BY first_clause',
    )
    .raw()
    .all();
  const table: EntryTable = {
    count: rows.length,
    firstClause: new Int32Array(rows.length),
    endClause: new Int32Array(rows.length),
    documentKey: new Int32Array(rows.length),
    kind: new Uint8Array(rows.length),
    noteKey: new Int32Array(rows.length),
    length: new Int32Array(rows.length),
  };
  rows.forEach((row, i) => {
    table.firstClause[i] = row[0] as number;
    table.endClause[i] = row[1] as number;
    table.documentKey[i] = row[2] as number;
    table.kind[i] = row[3] as number;
    table.noteKey[i] = row[4] as number;
    table.length[i] = row[5] as number;
  });
  return table;
}
