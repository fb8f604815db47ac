import type { IndicatorReading } from '../indicator/reading.ts';
import type { BriefSpec } from './spec.ts';

/** The rows of the table of figures that a person saw, with their filters. */
export type ShownTable = NonNullable<BriefSpec['figureTable']>;

/** A row that is not of the town says whose it is. */
const scopeWords: Readonly<Record<string, string>> = {
  village: '村',
  firm: '企业',
  project: '项目',
};

/**
 * Which of the shown rows a reading stands in, null where in none. A change or a position stands in the row of
 * its indicator whatever the unit.
 */
export function shownRowOf(reading: IndicatorReading, shown: ShownTable): number | null {
  if (!shown.natures.some((nature) => nature === reading.nature)) return null;
  const row = `${reading.scope}|${reading.key ?? reading.name}|`;
  const unit = reading.rank === null ? reading.normalizedUnit : null;
  const at = shown.rows.findIndex((id) => (unit === null ? id.startsWith(row) : id === row + unit));
  return at < 0 ? null : at;
}

/** “年产值（企业）”: the name of a row with whose it is, where it is not the town's. */
export function nameWithScope(name: string, reading: IndicatorReading | undefined): string {
  const words = scopeWords[reading?.scope ?? ''];
  return words === undefined ? name : `${name}（${words}）`;
}
