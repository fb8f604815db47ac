import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scaleOf, spread } from './scale.ts';

const finite = fc
  .double({ min: -1e9, max: 1e9, noNaN: true })
  .map((value) => Math.round(value * 100) / 100);

describe('an axis', () => {
  it('holds every value between its ends, with few round marks', () => {
    fc.assert(
      fc.property(
        fc.array(finite, { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        (values, zero) => {
          const { at, ticks } = scaleOf(values, { from: 40, to: 280, zero });
          for (const value of values) {
            expect(at(value)).toBeGreaterThanOrEqual(39.999);
            expect(at(value)).toBeLessThanOrEqual(280.001);
          }
          expect(ticks.length).toBeLessThanOrEqual(7);
          expect(at(ticks[0] ?? 0)).toBeCloseTo(40, 5);
          expect(at(ticks.at(-1) ?? 0)).toBeCloseTo(280, 5);
        },
      ),
    );
  });

  it('begins at nothing where it shows amounts', () => {
    expect(scaleOf([4003.8, 18700], { from: 0, to: 1, zero: true }).ticks).toEqual([
      0, 5000, 10000, 15000, 20000,
    ]);
  });

  it('shows what shrank below the line', () => {
    const { at, ticks } = scaleOf([-3.5, 12], { from: 200, to: 0, zero: true });
    expect(ticks[0]).toBeLessThanOrEqual(-3.5);
    expect(at(-3.5)).toBeGreaterThan(at(0));
  });
});

describe('labels beside their points', () => {
  it('stand clear of each other and never above their point', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 8 }), (tops) => {
        const placed = spread(tops, 13);
        const sorted = placed.toSorted((a, b) => a - b);
        sorted.forEach((top, at) => {
          if (at > 0) expect(top - (sorted[at - 1] ?? 0)).toBeGreaterThanOrEqual(13);
        });
        expect(placed.every((top, at) => top >= (tops[at] ?? 0))).toBe(true);
      }),
    );
  });
});
