import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tabulateFrequency } from './frequency.ts';
import { parseQuery, writeQuery } from './query.ts';
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
  ['近年来 改厕', [literal('近年来'), literal('改厕')]],
  ['标题党', [literal('标题党')]],
  ['改厕\u200b', [literal('改厕')]],
  ['改厕\u200b补贴', [literal('改厕'), literal('补贴')]],
  [
    '改厕 近１０ 补贴 近5 户',
    [
      { kind: 'near', left: '改厕', right: '补贴', distance: 10 },
      { kind: 'near', left: '补贴', right: '户', distance: 5 },
    ],
  ],
  ['“近10” 补贴', [literal('近10'), literal('补贴')]],
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

test.each([
  ['近10 补贴', [literal('近10'), literal('补贴')], '前后各有一个词'],
  ['改厕 近10', [literal('改厕'), literal('近10')], '前后各有一个词'],
  ['改厕 近99999 补贴', [literal('改厕'), literal('近99999'), literal('补贴')], '最多写四位'],
  ['改厕 - 补贴', [literal('改厕'), literal('补贴')], '紧挨着要排除的词'],
  ['改厕”', [literal('改厕"')], '没有成对'],
  ['农村改厕 -改厕', [literal('农村改厕')], '也在排除之列'],
])('%s is searched for, and what is odd about it is said', (query, terms, words) => {
  const parsed = parseQuery(query);
  expect(parsed.terms).toEqual(terms);
  expect(parsed.hint).toContain(words);
});

const typed = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '改厕',
        '近10',
        '近年来',
        '标题:',
        '批注：',
        '-',
        '－',
        '"',
        '“',
        '”',
        '「',
        ' ',
        '　',
      ),
      fc.constantFrom('5.2%', '。', '🎉', '\u200b', '\ud800', '——', '１'),
      fc.string({ maxLength: 3 }),
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''));

test('whatever is typed is read without a fault, and what is found odd is said in Chinese', () => {
  fc.assert(
    fc.property(typed, (query) => {
      const { terms, hint } = parseQuery(query);
      if (terms.length === 0) expect(hint).not.toBeNull();
      if (hint !== null) expect(hint).toMatch(/[一-龥]{4}/u);
    }),
    { numRuns: 2000 },
  );
});

test('a query that is written anew asks for the same', () => {
  fc.assert(
    fc.property(typed, (query) => {
      const { hint: _, ...asked } = parseQuery(query);
      fc.pre(asked.terms.length > 0);
      const { hint: _h, ...again } = parseQuery(writeQuery(asked));
      expect(again).toEqual(asked);
    }),
    { numRuns: 2000 },
  );
});

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
