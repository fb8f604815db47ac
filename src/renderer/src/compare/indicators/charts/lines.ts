import type { ChartEntry } from './chartEntries.ts';

export type DatedEntry = ChartEntry & { value: number; year: number };

/** The lines of towns that state the indicator in two years at least, each by its years. */
export function linesOf(entries: readonly ChartEntry[]): Map<string, DatedEntry[]> {
  const dated = entries.filter(
    (entry): entry is DatedEntry => entry.value !== null && entry.year !== null,
  );
  const lines = Map.groupBy(dated, ({ town }) => town);
  return new Map(
    [...lines]
      .map(([town, line]): [string, DatedEntry[]] => [
        town,
        line.toSorted((a, b) => a.year - b.year),
      ])
      .filter(([, line]) => new Set(line.map(({ year }) => year)).size > 1),
  );
}
