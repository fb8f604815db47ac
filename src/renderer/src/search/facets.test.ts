import { describe, expect, it } from 'vitest';
import type { ReportSummary } from '../../../shared/contract/schemas/report.ts';
import { countByPlace, openAtFirst, placeTree, toggleChoice } from './facets.ts';

function report(id: string, town: string | null): [string, ReportSummary] {
  return [id, { id, town, place: ['潍坊市'] } as unknown as ReportSummary];
}

const reports = new Map([report('a', '昌城镇'), report('b', '皇华镇'), report('c', null)]);
const groups = [
  { documentId: 'a', count: 1 },
  { documentId: 'b', count: 2 },
  { documentId: 'c', count: 4 },
];

describe('counts by place', () => {
  it('sums occurrences by town, and by the place above where no town is known', () => {
    expect(countByPlace(groups, reports)).toEqual([
      ['潍坊市', 4],
      ['皇华镇', 2],
      ['昌城镇', 1],
    ]);
  });
});

describe('the tree of places', () => {
  const places = [
    { path: ['潍坊市'], count: 7 },
    { path: ['潍坊市', '高密市'], count: 1 },
    { path: ['潍坊市', '诸城市'], count: 3 },
    { path: ['潍坊市', '诸城市', '昌城镇'], count: 3 },
  ];

  it('puts towns under their counties, the most hits first', () => {
    const [city] = placeTree(places);
    expect(city?.children.map(({ name, count }) => [name, count])).toEqual([
      ['诸城市', 3],
      ['高密市', 1],
    ]);
    expect(city?.children[0]?.children.map(({ name }) => name)).toEqual(['昌城镇']);
  });

  it('keeps a ticked place that has no hit, so that it can be unticked', () => {
    const roots = placeTree([], [['潍坊市', '昌邑市']]);
    expect(roots[0]?.children).toMatchObject([{ name: '昌邑市', count: 0 }]);
  });

  it('stands open only as far as it stays short', () => {
    expect(openAtFirst(placeTree(places))).toEqual(
      new Set(['潍坊市', '潍坊市/高密市', '潍坊市/诸城市']),
    );
    const many = Array.from({ length: 40 }, (_, at) => ({
      path: ['潍坊市', `第${at}县`],
      count: 1,
    }));
    expect(openAtFirst(placeTree(many))).toEqual(new Set());
  });
});

describe('ticking a filter', () => {
  it('narrows to what is ticked, and lifts the filter with the last tick', () => {
    expect(toggleChoice(undefined, 2019)).toEqual([2019]);
    expect(toggleChoice([2019], 2018)).toEqual([2019, 2018]);
    expect(toggleChoice([2019], 2019)).toBeUndefined();
  });
});
