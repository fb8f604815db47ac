/** Where a document belongs in a table of frequencies; null where it is not known. */
export interface DocumentPlace {
  documentKey: number;
  year: number | null;
  town: string | null;
}

/** 词频: how often a query occurs, by year and town. */
export interface FrequencyTable {
  /** Ascending; null, the unknown, last. */
  years: (number | null)[];
  /** The most frequent first; null last. */
  towns: (string | null)[];
  /**
   * `cells[town][year]`: occurrences, and the documents they were counted in. No document of that town and
   * year in the library is null (未收录), which is not 0 (收录而未提及).
   */
  cells: ({ count: number; documents: number } | null)[][];
  total: number;
}

/**
 * Tabulates the counts of a search by year and town.
 *
 * @param counts occurrences by document, as a search returns them in `groups`.
 * @param documents every document that was searched, found or not.
 */
export function tabulateFrequency(
  counts: readonly { documentKey: number; count: number }[],
  documents: readonly DocumentPlace[],
): FrequencyTable {
  const countOf = new Map(counts.map(({ documentKey, count }) => [documentKey, count]));
  const totalOfTown = new Map<string | null, number>();
  const cellOf = new Map<string, { count: number; documents: number }>();
  const keyOf = (town: string | null, year: number | null) => JSON.stringify([town, year]);
  let total = 0;
  for (const { documentKey, year, town } of documents) {
    const count = countOf.get(documentKey) ?? 0;
    const cell = cellOf.get(keyOf(town, year)) ?? { count: 0, documents: 0 };
    cellOf.set(keyOf(town, year), {
      count: cell.count + count,
      documents: cell.documents + 1,
    });
    totalOfTown.set(town, (totalOfTown.get(town) ?? 0) + count);
    total += count;
  }
  const known = documents.flatMap(({ year }) => (year === null ? [] : [year]));
  const years: (number | null)[] = [...new Set(known)].sort((left, right) => left - right);
  if (documents.some(({ year }) => year === null)) years.push(null);
  const towns = [...totalOfTown.keys()].sort(
    (left, right) =>
      Number(left === null) - Number(right === null) ||
      (totalOfTown.get(right) ?? 0) - (totalOfTown.get(left) ?? 0) ||
      (left ?? '').localeCompare(right ?? '', 'zh'),
  );
  return {
    years,
    towns,
    cells: towns.map((town) => years.map((year) => cellOf.get(keyOf(town, year)) ?? null)),
    total,
  };
}
