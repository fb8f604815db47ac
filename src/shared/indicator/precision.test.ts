import { expect, it } from 'vitest';
import { withPrecision } from './precision.ts';

it.each([
  ['6%', '左右', '6%左右'],
  ['4,651', '余', '4,651余'],
  ['35%', '及以上', '35%及以上'],
  ['210,000', '突破', '突破210,000'],
  ['8%', '不低于', '不低于8%'],
  ['5,000', '近', '近5,000'],
  ['5,000', null, '5,000'],
])('%s with %s reads %s', (number, precision, words) => {
  expect(withPrecision(number, precision)).toBe(words);
});
