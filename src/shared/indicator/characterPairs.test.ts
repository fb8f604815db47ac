import { expect, it } from 'vitest';
import { compilePairs } from './characterPairs.ts';

it.each([
  ['全镇', true],
  ['全县', true],
  ['发展', true],
  ['镇全', false],
  ['发镇', false],
  ['望海', false],
])('%s is known: %s', (pair, expected) => {
  const pairs = compilePairs({ 全: '镇县', 发: '展' });
  expect(pairs.knows(pair.charCodeAt(0), pair.charCodeAt(1))).toBe(expected);
});
