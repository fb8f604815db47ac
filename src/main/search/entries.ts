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
  // Column by column: a row of each entry as an array of its own takes half as long again.
  const column = (name: string) =>
    Int32Array.from(
      connection
        .prepare<[], number>(`SELECT ${name} FROM search_entry ORDER BY first_clause`)
        .pluck()
        .all(),
    );
  const firstClause = column('first_clause');
  const endClause = column('end_clause');
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
    documentKey: column('document_key'),
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
    const end = firstNotBelow(clauses, endClause[entry] as number, at);
    kept.set(clauses.subarray(at, end), length);
    length += end - at;
    at = end;
  }
  return kept.subarray(0, length);
}
