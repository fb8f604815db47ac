import { describe, expect, it } from 'vitest';
import { readFact } from './facts.ts';

describe('what is typed for a fact', () => {
  it.each([
    ['reviewYear', ' 2018 ', 2018],
    ['reviewYear', '', null],
    ['congressTerm', '19', 19],
    ['deliveredOn', '2019-04', '2019-04'],
    ['deliveredOn', '2019-04-29', '2019-04-29'],
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
