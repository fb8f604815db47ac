import { expect, it } from 'vitest';
import type { ChartEntry } from './chartEntries.ts';
import { linesOf } from './lines.ts';

const entry = (town: string, year: number | null, value: number | null) =>
  ({ town, year, value }) as ChartEntry;
const years = (entries: ChartEntry[]) =>
  [...linesOf(entries)].map(([town, line]) => [town, line.map(({ year }) => year)]);

it('draws a line for each town with several years, in their order', () => {
  const entries = [entry('青石镇', 2019, 9), entry('柳河镇', 2018, 5), entry('青石镇', 2017, 7)];
  expect(years(entries)).toEqual([['青石镇', [2017, 2019]]]);
});

it('leaves a year out that says nothing, and does not bridge to a single one', () => {
  expect(years([entry('青石镇', 2018, 9), entry('青石镇', 2019, null)])).toEqual([]);
  expect(years([entry('青石镇', 2018, 9), entry('青石镇', 2018, 8)])).toEqual([]);
  expect(years([entry('青石镇', 2018, 9), entry('青石镇', null, 8)])).toEqual([]);
});
