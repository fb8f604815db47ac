import { describe, expect, it } from 'vitest';
import { openAtFirst, placeTree, toggleChoice } from './facets.ts';

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
