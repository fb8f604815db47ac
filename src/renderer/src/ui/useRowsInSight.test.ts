import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rowsBetween } from './useRowsInSight.ts';

it('draws every row in sight and at least twenty beyond, as far as there are rows', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 700_000 }),
      fc.integer({ min: 100, max: 2000 }),
      fc.integer({ min: 0, max: 20_000 }),
      (top, height, count) => {
        const { first, end } = rowsBetween(top, top + height, count, 38);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(count);
        expect(first).toBeLessThanOrEqual(Math.max(0, Math.floor(top / 38) - 20));
        expect(end).toBeGreaterThanOrEqual(Math.min(count, Math.ceil((top + height) / 38) + 20));
      },
    ),
  );
});

it('draws a bounded number of rows however long the table is', () => {
  const { first, end } = rowsBetween(300_000, 300_700, 18_000, 38);
  expect(end - first).toBeLessThan(110);
});

it('draws the first rows while something taller stands above the table', () => {
  expect(rowsBetween(-400, 300, 1200, 38)).toEqual({ first: 0, end: 40 });
});
