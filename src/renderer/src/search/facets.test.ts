import { describe, expect, it } from 'vitest';
import type { ReportSummary } from '../../../shared/contract/schemas/report.ts';
import { countByKind, countByPlace, countByYear, toggleChoice } from './facets.ts';

function report(id: string, town: string | null, planYear: number | null): [string, ReportSummary] {
  const summary = {
    id,
    town,
    place: ['潍坊市'],
    kind: 'annual-report',
    metadata: { planYear, reviewYear: null },
  } as unknown as ReportSummary;
  return [id, summary];
}

const reports = new Map([
  report('a', '昌城镇', 2019),
  report('b', '皇华镇', 2019),
  report('c', null, null),
]);
const groups = [
  { documentId: 'a', count: 1 },
  { documentId: 'b', count: 2 },
  { documentId: 'c', count: 4 },
];

describe('counts beside the filters', () => {
  it('sums occurrences by town, and by the place above where no town is known', () => {
    expect([...countByPlace(groups, reports)]).toEqual([
      ['昌城镇', 1],
      ['皇华镇', 2],
      ['潍坊市', 4],
    ]);
  });

  it('leaves reports without a year out of the years, not in a year of their own', () => {
    expect([...countByYear(groups, reports)]).toEqual([[2019, 3]]);
  });

  it('sums by kind', () => {
    expect([...countByKind(groups, reports)]).toEqual([['annual-report', 7]]);
  });
});

describe('ticking a filter', () => {
  it('keeps all others at the first untick', () => {
    expect(toggleChoice(undefined, [2018, 2019, 2021], 2019)).toEqual([2018, 2021]);
  });

  it('lifts the filter once everything is ticked again', () => {
    expect(toggleChoice([2018], [2018, 2019], 2019)).toBeUndefined();
  });

  it('lifts the filter rather than finding nothing where the last tick is taken', () => {
    expect(toggleChoice([2018], [2018, 2019], 2018)).toBeUndefined();
  });
});
