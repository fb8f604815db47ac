import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutClauses } from './clauses.ts';
import { normaliseForSearch } from './normalise.ts';
import { SIMPLIFIED, TRADITIONAL } from './traditional.ts';

test.each([
  ['１.８７億元，增長', '1.87亿元,增长'],
  ['發展。「雙招雙引」', '发展."双招双引"'],
  ['1—11月', '1-11月'],
  ['二○一九年', '二〇一九年'],
  ['ＧＤＰ', 'gdp'],
  ['（一）\u3000狠抓', '(一) 狠抓'],
  ['瞭望塔', '瞭望塔'],
  ['面积85㎡', '面积85㎡'],
])('%s is compared as %s', (text, expected) => {
  expect(normaliseForSearch(text)).toBe(expected);
});

test('normalising keeps the length and changes nothing the second time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const once = normaliseForSearch(text);
      expect(once.length).toBe(text.length);
      expect(normaliseForSearch(once)).toBe(once);
    }),
  );
});

test('every traditional character has one simplified partner', () => {
  expect(SIMPLIFIED.length).toBe(TRADITIONAL.length);
  expect(new Set(TRADITIONAL).size).toBe(TRADITIONAL.length);
});

test.each([
  ['产业发展,增长1.87亿元.', ['产业发展', '增长1.87亿元']],
  ['以上2、在产业 (一)狠抓', ['以上2', '在产业', '一', '狠抓']],
  ['10件:1.投入', ['10件', '1', '投入']],
  ['.,;', []],
  ['', []],
])('%s is cut into %j', (text, expected) => {
  const bounds = cutClauses(text);
  const clauses: string[] = [];
  for (let i = 0; i < bounds.length; i += 2) clauses.push(text.slice(bounds[i], bounds[i + 1]));
  expect(clauses).toEqual(expected);
});

test('every character folds in one step', () => {
  for (let code = 0; code < 0xd800; code++) {
    const once = normaliseForSearch(String.fromCharCode(code));
    expect(normaliseForSearch(once), code.toString(16)).toBe(once);
  }
  for (let code = 0xe000; code < 0x10000; code++) {
    const once = normaliseForSearch(String.fromCharCode(code));
    expect(normaliseForSearch(once), code.toString(16)).toBe(once);
  }
});
