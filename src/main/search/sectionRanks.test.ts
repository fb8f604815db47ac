import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SectionRanks } from './sectionRanks.ts';
import { lastNotAbove } from './sorted.ts';

const gaps = fc.oneof(
  fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 60 }),
  fc.array(fc.constant(1), { minLength: 500, maxLength: 700 }),
  fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 5 }),
);

test('every clause lies in the last section that begins at it or before it', () => {
  fc.assert(
    fc.property(gaps, fc.integer({ min: 1, max: 600 }), (steps, rest) => {
      let start = 0;
      const starts = Int32Array.from(steps, (step) => {
        start += step;
        return start;
      });
      const endClause = start + rest;
      const ranks = new SectionRanks(starts, endClause);
      const first = starts[0] as number;
      const clauses = Int32Array.from({ length: endClause - first }, (_, i) => first + i);
      const expected = Array.from(clauses, (clause) => lastNotAbove(starts, clause));
      expect(Array.from(clauses, (clause) => ranks.of(clause))).toEqual(expected);
      expect([...ranks.list(clauses)]).toEqual([...new Set(expected)]);
      const some = clauses.filter((clause) => clause % 3 === 0);
      expect([...ranks.list(some)]).toEqual([
        ...new Set(Array.from(some, (clause) => lastNotAbove(starts, clause))),
      ]);
    }),
    { numRuns: 60 },
  );
});
