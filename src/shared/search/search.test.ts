import { expect, test } from 'vitest';
import { tabulateFrequency } from './frequency.ts';
import { parseQuery } from './query.ts';
import { expandQuery, expansionsOf } from './synonyms.ts';

const literal = (text: string) => ({ kind: 'literal', text });

test.each([
  ['改厕', [literal('改厕')]],
  ['改厕　補貼', [literal('改厕'), literal('补贴')]],
  ['改厕 改厕', [literal('改厕')]],
  ['“三区一城”建设', [literal('"三区一城"建设')]],
  ['“三区一城”', [literal('三区一城')]],
  ['"乡村 振兴"', [literal('乡村 振兴')]],
  ['-5.2%', [literal('-5.2%')]],
  ['近5000亩', [literal('近5000亩')]],
  ['１.８７亿元', [literal('1.87亿元')]],
  ['改厕 近10 补贴', [{ kind: 'near', left: '改厕', right: '补贴', distance: 10 }]],
  ['近10 补贴', [literal('近10'), literal('补贴')]],
  ['%', [literal('%')]],
])('%s asks for %j', (query, terms) => {
  expect(parseQuery(query)).toEqual({ scope: 'all', terms, excluded: [], hint: null });
});

test('scopes and exclusions are read in any width', () => {
  expect(parseQuery('标题：改厕')).toMatchObject({ scope: 'heading', terms: [literal('改厕')] });
  expect(parseQuery('批注:存疑 －补贴')).toMatchObject({ scope: 'note', excluded: ['补贴'] });
  expect(parseQuery('改厕 -"乡村 振兴"').excluded).toEqual(['乡村 振兴']);
});

test.each(['', ' \t', '，。！', '“”', '-改厕', '标题:', '标题:改厕 批注:改厕', '字'.repeat(501)])(
  'the query %j is nothing to search for, and the hint says why',
  (query) => {
    const { terms, hint } = parseQuery(query);
    expect(terms).toEqual([]);
    expect(hint).toMatch(/[一-龥]{4}/);
  },
);

const GROUPS = [
  ['改厕', '厕所革命', '旱厕改造'],
  ['招商引资', '双招双引'],
];

test('other wordings are offered, but not those that were typed or excluded', () => {
  expect(expandQuery(parseQuery('改厕 补贴'), GROUPS)).toEqual([
    { term: '改厕', wording: '厕所革命' },
    { term: '改厕', wording: '旱厕改造' },
  ]);
  expect(expandQuery(parseQuery('改厕 厕所革命 -旱厕改造'), GROUPS)).toEqual([]);
  expect(expandQuery(parseQuery('农村改厕工作'), GROUPS)).toEqual([]);
});

test('kept chips become expansions by word', () => {
  const chips = expandQuery(parseQuery('改厕 双招双引'), GROUPS);
  expect(expansionsOf(chips)).toEqual([
    { term: '改厕', wordings: ['厕所革命', '旱厕改造'] },
    { term: '双招双引', wordings: ['招商引资'] },
  ]);
});

test('frequencies tell a report that does not mention a word from one that is not there', () => {
  const documents = [
    { documentKey: 1, year: 2018, town: '昌城镇' },
    { documentKey: 2, year: 2019, town: '昌城镇' },
    { documentKey: 3, year: 2019, town: '皇华镇' },
    { documentKey: 4, year: 2019, town: '皇华镇' },
    { documentKey: 5, year: null, town: null },
  ];
  const counts = [
    { documentKey: 1, count: 2 },
    { documentKey: 3, count: 4 },
    { documentKey: 4, count: 1 },
  ];
  expect(tabulateFrequency(counts, documents)).toEqual({
    years: [2018, 2019, null],
    towns: ['皇华镇', '昌城镇', null],
    cells: [
      [null, { count: 5, documents: 2 }, null],
      [{ count: 2, documents: 1 }, { count: 0, documents: 1 }, null],
      [null, null, { count: 0, documents: 1 }],
    ],
    total: 7,
  });
});
