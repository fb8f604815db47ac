import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeGaps } from './gaps.ts';
import { SectionRanks } from './sectionRanks.ts';
import { lastNotAbove } from './sorted.ts';
import { ByteWriter } from './varint.ts';

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

function packed(clauses: Int32Array, base: number): Uint8Array {
  const writer = new ByteWriter();
  writeGaps(writer, clauses, base);
  return writer.view().slice();
}

test.each([
  ['one byte', 9],
  ['one byte and now and then two', 300],
  ['two bytes', 900],
])('sections are listed from gaps of %s as from clauses', (_, longest) => {
  const lengths = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 50, maxLength: 90 });
  fc.assert(
    fc.property(lengths, fc.nat(1000), (steps, seed) => {
      const clauses = Int32Array.from({ length: 6000 });
      let clause = 1;
      clauses.forEach((_none, i) => {
        clause += (i * 31 + seed) % 17 === 0 ? longest : 1 + ((i + seed) % 5);
        clauses[i] = clause;
      });
      const starts: number[] = [1];
      for (let i = 0; (starts.at(-1) ?? 0) < clause; i++) {
        starts.push((starts.at(-1) ?? 0) + (steps[i % steps.length] ?? 1));
      }
      const ranks = new SectionRanks(Int32Array.from(starts), clause + 1);
      const half = clauses[3000] as number;
      const parts = [
        { base: 0, blocks: [packed(clauses.subarray(0, 3000), 0)] },
        { base: half, blocks: [packed(clauses.subarray(3000), half)] },
      ];
      expect(ranks.listPosted(parts)).toEqual(ranks.list(clauses));
      expect(ranks.listPosted(parts.slice(0, 1))).toEqual(ranks.list(clauses.slice(0, 3000)));
    }),
    { numRuns: 20 },
  );
});
