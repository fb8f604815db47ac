import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mostGaps, readGaps, writeGaps } from './gaps.ts';
import { ByteReader, ByteWriter } from './varint.ts';

function roundTrip(clauses: readonly number[], base: number): number[] {
  const writer = new ByteWriter(1);
  writeGaps(writer, clauses, base);
  const bytes = writer.view();
  const target = new Int32Array(mostGaps([bytes]));
  const whole = [...target.subarray(0, readGaps([bytes], base, target, 0))];
  // Wherever it is cut, it is the same list.
  const blocks = Array.from({ length: Math.ceil(bytes.length / 1003) }, (_, i) =>
    bytes.subarray(i * 1003, (i + 1) * 1003),
  );
  expect([...target.subarray(0, readGaps(blocks, base, target, 0))]).toEqual(whole);
  return whole;
}

const ascending = (gap: fc.Arbitrary<number>) =>
  fc.array(gap, { minLength: 1, maxLength: 60 }).map((gaps) => {
    let sum = 0;
    return gaps.map((each, i) => {
      sum += i === 0 ? each - 1 : each;
      return sum;
    });
  });

test.each([
  ['close together', fc.integer({ min: 1, max: 3 })],
  ['far apart', fc.integer({ min: 1, max: 3_000_000 })],
  ['of every scale', fc.integer({ min: 0, max: 24 }).map((bits) => 2 ** bits)],
])('numbers %s are read as they were written', (_, gap) => {
  fc.assert(
    fc.property(ascending(gap), fc.nat(1_000_000), (clauses, base) => {
      const moved = clauses.map((clause) => clause + base);
      expect(roundTrip(moved, base)).toEqual(moved);
    }),
  );
});

test('long lists are read as they were written', () => {
  const clauses = Array.from({ length: 5000 }, (_, i) => i * 3 + (i % 7 === 0 ? 1 : 0) + i ** 2);
  expect(roundTrip(clauses, 0)).toEqual(clauses);
});

test.each([
  ['hardly ever', 401],
  ['now and then', 37],
  ['every other time', 2],
])('a long list is read as it was written where its gaps take several bytes %s', (_, every) => {
  let clause = 0;
  const clauses = Array.from({ length: 6000 }, (_, i) => {
    clause += i % every === every - 1 ? 100 + ((i * 7919) % 40_000) : 1 + (i % 90);
    return clause;
  });
  expect(roundTrip(clauses, 0)).toEqual(clauses);
});

test('a gap out of all scale is written in full', () => {
  const clauses = [...Array(500).keys(), 900_000_000];
  expect(roundTrip(clauses, 0)).toEqual(clauses);
});

test('whole numbers up to 2^42 are read as they were written', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 42 - 1 })), (numbers) => {
      const writer = new ByteWriter(1);
      for (const number of numbers) writer.writeVarint(number);
      const reader = new ByteReader(writer.view());
      expect(numbers.map(() => reader.readVarint())).toEqual(numbers);
    }),
  );
});
