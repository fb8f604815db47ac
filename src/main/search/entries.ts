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
  // A text for each column: rows, or values of a column, take twice as long to come over one by one.
  const columns = connection
    .prepare<[], (string | null)[]>(
      `SELECT group_concat(first_clause), group_concat(end_clause), group_concat(document_key)
       FROM (SELECT first_clause, end_clause, document_key FROM search_entry ORDER BY first_clause)`,
    )
    .raw()
    .get();
  const column = (at: number) =>
    Int32Array.from(JSON.parse(`[${columns?.[at] ?? ''}]`) as number[]);
  const firstClause = column(0);
  const endClause = column(1);
  const count = firstClause.length;
  const kind = new Uint8Array(count);
  const noteKey = new Int32Array(count);
  const notBodies = connection
    .prepare<[], [number, number, number]>(
      'SELECT first_clause, kind, note_key FROM search_entry WHERE kind <> 0 ORDER BY first_clause',
    )
    .raw()
    .all();
  let hasTitles = false;
  let at = 0;
  for (const [first, itsKind, itsNote] of notBodies) {
    at = firstNotBelow(firstClause, first, at);
    kind[at] = itsKind;
    noteKey[at] = itsNote;
    hasTitles ||= ENTRY_KINDS[itsKind] === 'title';
  }
  let free = 1;
  let hasGaps = false;
  for (let i = 0; i < count; i++) {
    hasGaps ||= firstClause[i] !== free;
    free = endClause[i] as number;
  }
  return {
    count,
    hasGaps: hasGaps || free !== nextClause,
    hasTitles,
    firstClause,
    endClause,
    documentKey: column(2),
    kind,
    noteKey,
  };
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
    const end = endClause[entry] as number;
    while (at < clauses.length && (clauses[at] as number) < end) {
      kept[length++] = clauses[at++] as number;
    }
  }
  return kept.subarray(0, length);
}
