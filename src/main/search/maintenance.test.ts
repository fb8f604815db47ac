import Database from 'better-sqlite3';
import { afterEach, expect, test, vi } from 'vitest';
import { createTextSearch, SEARCH_SCHEMA } from './index.ts';
import { SLOT_STEP } from './segments.ts';

const TOWNS = '龙虎山河石泉东西南北大小新安平和永兴长清';

/** Different in every report, and long enough that many terms are written. */
function textOf(key: number): string {
  const town = `${TOWNS[key % 20]}${TOWNS[(key * 7) % 20]}`;
  return `${town}镇改厕${key}户,投入${key * 13}万元.${town}村修路${key % 9}公里,户户通水`;
}

function library() {
  const connection = new Database(':memory:');
  connection.exec(SEARCH_SCHEMA);
  const add = (key: number, search = createTextSearch(connection)) =>
    connection.transaction(() =>
      search.addDocument({ documentKey: key, title: '', text: textOf(key) }),
    )();
  const search = createTextSearch(connection);
  for (let key = 1; key <= 30; key++) add(key, search);
  return { connection, search, add };
}

/** From here on every look at the clock finds the time of a step used up. */
function makeStepsShortest(): void {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => {
    now += 1000;
    return now;
  });
}

function slotsWithPostings(connection: Database.Database): number[] {
  return connection
    .prepare<[], number>(`SELECT DISTINCT cast(key / ${SLOT_STEP} AS INTEGER) FROM search_posting`)
    .pluck()
    .all();
}

afterEach(() => vi.restoreAllMocks());

test('between the steps of a merge texts are added, removed and found as ever', () => {
  const { connection, search, add } = library();
  makeStepsShortest();
  const keys = new Set(Array.from({ length: 30 }, (_, i) => i + 1));
  let steps = 0;
  for (; search.maintain(); steps++) {
    if (steps === 100) {
      add(31, search);
      keys.add(31);
    }
    if (steps === 300) {
      connection.transaction(() => search.removeDocument(7))();
      keys.delete(7);
    }
    if (steps % 150 !== 0) continue;
    for (const query of ['户', '改厕', '户户通水', '万元']) {
      const { groups } = search.search({ query, limit: 5 });
      expect(groups.map(({ documentKey }) => documentKey)).toEqual([...keys]);
    }
  }
  expect(steps).toBeGreaterThan(500);
  const segments = connection.prepare('SELECT count(*) FROM search_segment').pluck().get();
  expect(segments).toBe(2);
  expect(slotsWithPostings(connection)).toHaveLength(1);
  expect(search.search({ query: '户户通水', limit: 5 }).total).toBe(keys.size);
});

test('a merge that a program did not finish leaves nothing behind', () => {
  const { connection, search } = library();
  makeStepsShortest();
  for (let step = 0; step < 700; step++) search.maintain();
  expect(slotsWithPostings(connection)).toHaveLength(1);
  const later = createTextSearch(connection);
  while (later.maintain());
  expect(connection.prepare('SELECT count(*) FROM search_segment').pluck().get()).toBe(1);
  expect(slotsWithPostings(connection)).toHaveLength(1);
  expect(later.search({ query: '改厕', limit: 5 }).total).toBe(30);
});

test('a segment of which much was removed is written anew once', () => {
  const { connection, search } = library();
  while (search.maintain());
  const bytes = () =>
    connection.prepare('SELECT sum(length(clauses)) FROM search_posting').pluck().get() as number;
  const before = bytes();
  for (let key = 1; key <= 20; key++) connection.transaction(() => search.removeDocument(key))();
  let steps = 0;
  while (search.maintain() && steps < 100) steps += 1;
  expect(steps).toBeGreaterThan(0);
  expect(steps).toBeLessThan(100);
  expect(bytes()).toBeLessThan(before / 2);
  expect(search.maintain()).toBe(false);
  expect(search.search({ query: '户户通水', limit: 5 }).total).toBe(10);
});
