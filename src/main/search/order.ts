import type { EntryTable } from './entries.ts';

/** A group of documents to show before others, with the reason as the person reads it: 本镇, 同县. */
export interface Preference {
  reason: string;
  documentKeys: ArrayLike<number>;
}

export interface Ranking {
  preferences: readonly Preference[];
  /** Documents in the order they are shown; the rest follow by key. */
  documentOrder: ArrayLike<number>;
}

/** All entries in the order their documents are shown. */
export interface EntryOrder {
  /** Indexes of entries. */
  entries: Int32Array;
  /** By index of entry: its place in the order. */
  place: Int32Array;
  /** By index of entry: the group of preferences its document is in, or one more than there are. */
  group: Uint8Array;
}

/**
 * Preferred documents, the first group first; then as `documentOrder` says, then by key; the entries of
 * a document in the order they were written.
 */
export function orderEntries(table: EntryTable, ranking: Ranking): EntryOrder {
  const { preferences, documentOrder } = ranking;
  const isPlain = preferences.length === 0 && documentOrder.length === 0;
  if (isPlain && isAscending(table.documentKey)) {
    const asTheyAre = Int32Array.from(table.documentKey.keys());
    return { entries: asTheyAre, place: asTheyAre, group: new Uint8Array(table.count) };
  }
  const groups = new Map<number, number>();
  preferences.forEach(({ documentKeys }, group) => {
    for (const key of Array.from(documentKeys)) if (!groups.has(key)) groups.set(key, group);
  });
  const places = new Map(Array.from(documentOrder, (key, place) => [key, place]));
  const group = new Uint8Array(table.count);
  const wanted = new Int32Array(table.count);
  for (let entry = 0; entry < table.count; entry++) {
    const key = table.documentKey[entry] as number;
    group[entry] = groups.get(key) ?? preferences.length;
    wanted[entry] = places.get(key) ?? places.size;
  }
  const before = (values: ArrayLike<number>, left: number, right: number) =>
    (values[left] as number) - (values[right] as number);
  const compare = (left: number, right: number) =>
    before(group, left, right) ||
    before(wanted, left, right) ||
    before(table.documentKey, left, right) ||
    left - right;
  const entries = new Int32Array(table.count);
  let isSorted = true;
  for (let entry = 0; entry < table.count; entry++) {
    entries[entry] = entry;
    isSorted &&= entry === 0 || compare(entry - 1, entry) < 0;
  }
  if (!isSorted) entries.sort(compare);
  const place = new Int32Array(table.count);
  entries.forEach((entry, at) => {
    place[entry] = at;
  });
  return { entries, place, group };
}

function isAscending(numbers: Int32Array): boolean {
  for (let i = 1; i < numbers.length; i++) {
    if ((numbers[i] as number) < (numbers[i - 1] as number)) return false;
  }
  return true;
}

/** Keeps the last order: a person types on, and the library and what is preferred stay the same. */
export function createOrderCache(): (table: EntryTable, ranking: Ranking) => EntryOrder {
  let last: { table: EntryTable; ranking: Ranking; order: EntryOrder } | undefined;
  return (table, ranking) => {
    const isSame =
      last?.table === table &&
      last.ranking.preferences === ranking.preferences &&
      last.ranking.documentOrder === ranking.documentOrder;
    if (last === undefined || !isSame)
      last = { table, ranking, order: orderEntries(table, ranking) };
    return last.order;
  };
}
