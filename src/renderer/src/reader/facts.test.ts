import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../shared/report/report.ts';
import { disagree, readFact } from './facts.ts';

describe('what is typed for a fact', () => {
  it.each([
    ['reviewYear', ' 2018 ', 2018],
    ['reviewYear', '', null],
    ['congressTerm', '19', 19],
    ['deliveredOn', '2019-04', '2019-04'],
    ['deliveredOn', '2019-04-29', '2019-04-29'],
    ['retrievedOn', '2025-07-08', '2025-07-08'],
    ['sourceLabel', '诸城市招商', '诸城市招商'],
    ['speaker', ' 冯玉建 ', '冯玉建'],
    ['speaker', '  ', null],
    ['locality', '昌城镇', '昌城镇'],
    ['kind', 'draft', 'draft'],
  ] as const)('is taken for %s from “%s”', (field, typed, value) => {
    expect(readFact(field, typed)).toEqual({ field, value });
  });

  it.each([
    ['reviewYear', '一八年'],
    ['planYear', '19'],
    ['sessionNumber', '0'],
    ['deliveredOn', '2019年4月'],
    ['deliveredOn', '2019-13-01'],
    ['locality', ''],
  ] as const)('is refused for %s with a sentence: “%s”', (field, typed) => {
    expect(readFact(field, typed)).toMatch(/[一-鿿].*。$/u);
  });
});

describe('evidence', () => {
  const said = (...values: string[]) => values.map((value) => ({ value }) as Evidence);
  it('disagrees where it names different values', () => {
    expect(disagree(said('2019', '2018'))).toBe(true);
    expect(disagree(said('皇华镇', '辛兴镇'))).toBe(true);
  });
  it('does not where one only says more', () => {
    expect(disagree(said('2019-04-20', '2019-04'))).toBe(false);
    expect(disagree(said('冯玉建'))).toBe(false);
    expect(disagree([])).toBe(false);
  });
});
