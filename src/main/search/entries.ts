import type { Connection } from '../store/connection.ts';
import { firstNotBelow } from './sorted.ts';

export type EntryKind = 'body' | 'title' | 'note';

/** Stored as its index. */
export const ENTRY_KINDS: readonly EntryKind[] = ['body', 'title', 'note'];

/** All entries as columns, in the order of their clauses; `endClause[i] <= firstClause[i + 1]`. */
export interface EntryTable {
  count: number;
  /** Some numbers between the first and the last clause belong to removed texts. */
  hasGaps: boolean;
  hasTitles: boolean;
  firstClause: Int32Array;
  endClause: Int32Array;
  documentKey: Int32Array;
  kind: Uint8Array;
  noteKey: Int32Array;
}

/** @param nextClause the number the next clause of the library will get. */
export function readEntries(connection: Connection, nextClause: number): EntryTable {
  const rows = connection
    .prepare<[], number[]>(
      'SELECT first_clause, end_clause, document_key, kind, note_key FROM search_entry ORDER BY first_clause',
    )
    .raw()
    .all();
  const table: EntryTable = {
    count: rows.length,
    hasGaps: false,
    hasTitles: false,
    firstClause: new Int32Array(rows.length),
    endClause: new Int32Array(rows.length),
    documentKey: new Int32Array(rows.length),
    kind: new Uint8Array(rows.length),
    noteKey: new Int32Array(rows.length),
  };
  let free = 1;
  rows.forEach((row, i) => {
    if (row[0] !== free) table.hasGaps = true;
    free = row[1] as number;
    table.firstClause[i] = row[0] as number;
    table.endClause[i] = row[1] as number;
    table.documentKey[i] = row[2] as number;
    table.kind[i] = row[3] as number;
    table.noteKey[i] = row[4] as number;
    if (ENTRY_KINDS[row[3] as number] === 'title') table.hasTitles = true;
  });
  if (free !== nextClause) table.hasGaps = true;
  return table;
}

/** Keeps the clauses that belong to an entry; both ascending. Shortens `clauses` in place. */
export function keepLive(clauses: Int32Array, entries: EntryTable): Int32Array {
  if (!entries.hasGaps) return clauses;
  let kept = 0;
  let entry = 0;
  for (const clause of clauses) {
    while (entry < entries.count && (entries.endClause[entry] as number) <= clause) entry++;
    if (entry === entries.count) break;
    if ((entries.firstClause[entry] as number) <= clause) clauses[kept++] = clause;
  }
  return clauses.subarray(0, kept);
}

/** Keeps the clauses of the entries that are wanted; ascending. */
export function keepInEntries(
  clauses: Int32Array,
  { count, firstClause, endClause }: EntryTable,
  isWanted: (entry: number) => boolean,
): Int32Array {
  const kept = new Int32Array(clauses.length);
  let length = 0;
  let at = 0;
  for (let entry = 0; entry < count && at < clauses.length; entry++) {
    if (!isWanted(entry)) continue;
    at = firstNotBelow(clauses, firstClause[entry] as number, at);
    const end = firstNotBelow(clauses, endClause[entry] as number, at);
    kept.set(clauses.subarray(at, end), length);
    length += end - at;
    at = end;
  }
  return kept.subarray(0, length);
}
