import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTextSearch, Overtaken, SEARCH_SCHEMA, type TextSearch } from './index.ts';

/** Texts of which the first clause of every line is a heading. */
function library(texts: readonly string[], interrupt?: () => void): TextSearch {
  const connection = new Database(':memory:');
  connection.exec(SEARCH_SCHEMA);
  const textSearch = createTextSearch(connection, interrupt);
  connection.transaction(() => {
    for (const [i, text] of texts.entries()) {
      const headings = [...text.matchAll(/^[^,.\n]+/gmu)].map(({ index, 0: words }) => ({
        start: index,
        end: index + words.length,
      }));
      textSearch.addDocument({ documentKey: i + 1, title: '', text, headings });
    }
  })();
  return textSearch;
}

const unit = fc.constantFrom(...'镇村路亩,.\n\n');
const text = fc.string({ unit, minLength: 1, maxLength: 120 });
const word = fc.string({ unit: fc.constantFrom(...'镇村路亩'), minLength: 1, maxLength: 2 });

test('a page that comes before the total is the page that comes with it', () => {
  let estimates = 0;
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 3, maxLength: 9 }),
      fc.array(word, { minLength: 1, maxLength: 2 }),
      fc.integer({ min: 1, max: 6 }),
      (texts, words, limit) => {
        const textSearch = library(texts);
        const request = { query: words.join(' '), limit, within: 'section' as const };
        const whole = textSearch.search(request);
        const first = textSearch.search({ ...request, pageFirst: true });
        expect(first.hits).toEqual(whole.hits);
        expect(textSearch.count(request)).toMatchObject({
          total: whole.total,
          groups: whole.groups,
        });
        if (!first.exact) estimates += 1;
      },
    ),
    { numRuns: 100 },
  );
  expect(estimates).toBeGreaterThan(0);
});

test('a page of a word with many candidates lists only what stands in the text', () => {
  const long = fc.string({
    unit: fc.constantFrom(...'镇村路亩元,,'),
    minLength: 900,
    maxLength: 1200,
  });
  const words = fc.string({ unit: fc.constantFrom(...'镇村路亩'), minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(long, { minLength: 2, maxLength: 3 }), words, (texts, query) => {
      const textSearch = library(texts);
      const whole = textSearch.search({ query, limit: 20 });
      expect(textSearch.search({ query, limit: 20, pageFirst: true }).hits).toEqual(whole.hits);
    }),
    { numRuns: 15 },
  );
});

test('occurrences are counted by the role and topics of their section, on either side of its start', () => {
  const connection = new Database(':memory:');
  connection.exec(SEARCH_SCHEMA);
  const textSearch = createTextSearch(connection);
  const body = '改厕回顾改厕,改厕.改厕任务';
  connection.transaction(() =>
    textSearch.addDocument({
      documentKey: 1,
      title: '',
      text: body,
      sections: [
        { start: 0, end: 4, role: 'review', topics: ['T11'] },
        { start: 4, end: 10, role: 'tasks', topics: ['T11', 'T10'] },
        { start: 10, end: body.length, role: null, topics: [] },
      ],
    }),
  )();
  const sums = new Map<string, number>();
  for (const { role, topics, count } of textSearch.countParts({ query: '改厕' })) {
    const name = `${role} ${topics}`;
    sums.set(name, (sums.get(name) ?? 0) + count);
  }
  expect([...sums].sort()).toEqual([
    ['null ', 1],
    ['review T11', 1],
    ['tasks T11,T10', 2],
  ]);
});

test('a search that is overtaken ends before it reads on', () => {
  let reads = 0;
  let most = Infinity;
  const textSearch = library(['改厕补贴,改厕', '改厕户数'], () => {
    reads += 1;
    if (reads > most) throw new Overtaken();
  });
  const search = () => textSearch.search({ query: '改厕', limit: 9 });
  const whole = search();
  most = reads + 1;
  expect(search).toThrow(Overtaken);
  most = Infinity;
  expect(search()).toEqual(whole);
});
