import { expect, test } from 'vitest';
import { firstNotBelow, keepCommon, lastNotAbove, sortedAndUnique, without } from './sorted.ts';

test('numbers of both lists are kept', () => {
  expect([...keepCommon(Int32Array.of(1, 3, 5, 9), Int32Array.of(0, 3, 4, 9, 10))]).toEqual([3, 9]);
  expect([...keepCommon(Int32Array.of(1), new Int32Array(0))]).toEqual([]);
});

test('numbers of the second list are left out', () => {
  expect([...without(Int32Array.of(1, 3, 5, 9), Int32Array.of(0, 3, 9))]).toEqual([1, 5]);
});

test('numbers are sorted and repetitions dropped', () => {
  expect([...sortedAndUnique(Int32Array.of(5, 1, 5, 3, 1))]).toEqual([1, 3, 5]);
});

test('the last number not above a value is found', () => {
  const sorted = [2, 4, 4, 8];
  expect([1, 2, 4, 7, 9].map((value) => lastNotAbove(sorted, value))).toEqual([-1, 0, 2, 2, 3]);
});

test('the first number not below a value is found from any place before it', () => {
  const sorted = Int32Array.from({ length: 100 }, (_, i) => i * 2);
  for (let from = 0; from < 100; from += 7) {
    for (let value = from * 2; value < 205; value += 3) {
      expect(firstNotBelow(sorted, value, from)).toBe(Math.min(100, Math.ceil(value / 2)));
    }
  }
  expect(firstNotBelow(sorted, 1, 100)).toBe(100);
});
