import fc from 'fast-check';
import { expect, it } from 'vitest';
import { apart, visitClauseTerms } from './clauseTerms.ts';

function termsOf(clause: string): Set<number> {
  const terms = new Set<number>();
  visitClauseTerms(clause, (term) => terms.add(term));
  return terms;
}

/** Whether both overlapping parts of some units stand in a clause, but not they themselves. */
function standApart(clause: string, units: string): boolean {
  return (
    clause.includes(units.slice(0, -1)) &&
    clause.includes(units.slice(1)) &&
    !clause.includes(units)
  );
}

it('marks the threes and fours whose parts stand apart, in short clauses and in long ones', () => {
  const clauses = fc
    .tuple(
      fc.constantFrom(4, 40, 199, 200, 260),
      fc.array(fc.constantFrom(...'改厕修路'), { minLength: 260, maxLength: 260 }),
    )
    .map(([length, units]) => units.slice(0, length).join(''));
  const alphabet = [...'改厕修路'];
  const pairs = alphabet.flatMap((a) => alphabet.map((b) => a + b));
  const threes = pairs.flatMap((pair) => alphabet.map((unit) => pair + unit));
  const fours = pairs.flatMap((pair) => pairs.map((other) => pair + other));
  fc.assert(
    fc.property(clauses, (clause) => {
      const terms = termsOf(clause);
      for (const units of [...threes, ...fours]) {
        if (standApart(clause, units)) expect(terms.has(apart(units)), units).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});

it.each([
  ['one character over and over', '长'.repeat(100_000)],
  ['two', '长短'.repeat(50_000)],
  [
    'one between ever other ones',
    Array.from(
      { length: 40_000 },
      (_, n) => `的${String.fromCharCode(0x4e00 + (n % 20_000))}`,
    ).join(''),
  ],
  [
    'ever other ones',
    Array.from({ length: 60_000 }, (_, n) => String.fromCharCode(0x3400 + (n % 40_000))).join(''),
  ],
])('comes to an end with %s, however long', (_what, clause) => {
  expect(termsOf(clause).size).toBeGreaterThan(0);
});
