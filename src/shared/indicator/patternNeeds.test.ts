import { describe, expect, it } from 'vitest';
import { needsOf } from './patternNeeds.ts';

const inWords = (set: ReadonlySet<string> | null) => (set === null ? null : [...set].join(''));
const needs = (pattern: RegExp) =>
  needsOf(pattern).map(({ anywhere, first, atStart, last, atEnd }) =>
    [anywhere, atStart ? first : null, atEnd ? last : null].map(inWords),
  );

describe('what a pattern needs', () => {
  it.each<[string, RegExp, (string | null)[][]]>([
    ['a word: its rarest character', /项目/, [['目', null, null]]],
    [
      'one of several words',
      /预计|有望/,
      [
        ['预', null, null],
        ['有', null, null],
      ],
    ],
    ['several words in a group', /(?:预计|有望)了/, [['了', null, null]]],
    ['nothing of what may be left out', /(?:约|近)?均?达/, [['达', null, null]]],
    ['nothing of what only looks around', /(?<!自然)增长(?!率)/, [['增', null, null]]],
    ['the first character where ^ binds it', /^(?:共|总)?投入/, [['投', '共总投', null]]],
    ['the last character where $ binds it', /实现(?:产值|利润)了?$/, [['值利', null, '值润了']]],
    ['no first character where all may be empty', /^(?:共|总)*$/, [[null, null, null]]],
    ['one of a class, but not of a large one', /[由从][\u4e00-\u9fff]/, [['由从', null, null]]],
    ['nothing of what a class excludes', /[^,。]{2,4}/, [[null, null, null]]],
    ['a digit', /^\d{2,3}年/, [['0123456789', '0123456789', null]]],
    ['what is repeated at least once', /(?:首期|二期)+建/, [['首二', null, null]]],
  ])('is told: %s', (_, pattern, expected) => {
    expect(needs(pattern)).toEqual(expected);
  });

  it.each<[string, RegExp, string | null]>([
    ['behind any character', /(?![进入])[\u4e00-\u9fff](?:(?<!茶)园|[厂场])/, '园厂场'],
    ['within words of a group', /(?:项目|工程)的/, '目程'],
    ['behind one of several characters', /[商工]业?区/, '业区'],
    ['not where a word may end before it', /新建?/, null],
    ['not where the first is repeated', /共+建/, null],
  ])('is told to stand second: %s', (_, pattern, expected) => {
    expect(inWords(needsOf(pattern)[0]?.second ?? null)).toBe(expected);
  });

  it('is not guessed for what nobody taught it', () => {
    expect(() => needsOf(/增长/i)).toThrow();
    expect(() => needsOf(/(\d)\1/)).toThrow();
  });
});
