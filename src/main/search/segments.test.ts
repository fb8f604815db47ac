import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { decodePostings } from './postings.ts';
import { SEARCH_SCHEMA } from './schema.ts';
import { SegmentStore } from './segments.ts';

/** A few common terms among many rare ones, as texts have them; sizes from a fixed sequence. */
function makeLists() {
  let state = 7;
  const random = (below: number) => {
    state = (state * 48_271) % 0x7fff_ffff;
    return state % below;
  };
  return Array.from({ length: 1500 }, (_, i) => {
    const length = i % 50 === 0 ? 4000 + random(20_000) : 1 + random(i % 5 === 0 ? 1200 : 40);
    let clause = 0;
    const clauses = Int32Array.from({ length }, () => {
      clause += 1 + random(300);
      return clause;
    });
    return { term: (i + 1) * 70_000, clauses };
  });
}

test('lists fill the pages they are written to, and are read as they were', () => {
  const connection = new Database(':memory:');
  connection.exec(SEARCH_SCHEMA);
  const store = new SegmentStore(connection, () => undefined);
  const lists = makeLists();
  connection.transaction(() => store.write(1_000_000, lists, 0, 10_000_000))();
  store.refresh();
  for (const { term, clauses } of lists) {
    expect(decodePostings(store.read(term)), `${term}`).toEqual(clauses);
  }
  const { unused, size } = connection
    .prepare<[], { unused: number; size: number }>(
      "SELECT sum(unused) AS unused, sum(pgsize) AS size FROM dbstat WHERE name = 'search_posting'",
    )
    .get() ?? { unused: 1, size: 1 };
  expect(size).toBeGreaterThan(800_000);
  expect(unused / size).toBeLessThan(0.04);
});
