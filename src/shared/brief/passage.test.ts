import { describe, expect, it } from 'vitest';
import { WRAPPED } from '../report/wraps.cases.ts';
import {
  cutPassage,
  paragraphBreaks,
  printedWords,
  sentencesAround,
  sliceOf,
  withoutLeadingMark,
} from './passage.ts';

const spanOf = (text: string, words: string) => {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
};

describe('sentences around a span', () => {
  it.each([
    ['投资不减。完成改厕4774户,群众满意。全镇安定。', '4774', '完成改厕4774户,群众满意。'],
    ['他说“人无信不立,业无信不兴。”我们照办。', '业无信', '他说“人无信不立,业无信不兴。”'],
    ['开头就有。 一、抓项目', '开头', '开头就有。'],
    ['没有句号', '句', '没有句号'],
    ['第一句。第二句。第三句。', '一句。第二', '第一句。第二句。'],
  ])('in %s around %s are %s', (text, words, expected) => {
    const { start, end } = sentencesAround(text, spanOf(text, words));
    expect(text.slice(start, end)).toBe(expected);
  });
});

it.each([
  ['围绕一个目标:就是以建设宜居之城为目标。', ':就是以', '就是以建设宜居之城为目标。'],
  ['抓项目。 完成投资。', '。 完成', '完成投资。'],
  ['完成投资。', '完成', '完成投资。'],
])('a passage begins without the mark of the heading before it: %s', (text, first, expected) => {
  const span = { start: text.indexOf(first), end: text.length };
  const { start, end } = withoutLeadingMark(text, span);
  expect(text.slice(start, end)).toBe(expected);
});

describe('a quotation from a text with full lines', () => {
  const span = sentencesAround(WRAPPED, spanOf(WRAPPED, '八百六十户'));
  const slice = sliceOf(WRAPPED, span);

  it('is the whole sentence over its lines, printed without their ends', () => {
    expect(slice.text).toBe(WRAPPED.slice(span.start, span.end));
    expect(printedWords(slice)).toBe(
      '今年要新修农村公路十二公里，改造旱厕八百六十户，确保群众满意；要引进亿元以上项目八个，确保年底前全部开工建设并早日见效。',
    );
  });

  it('is printed in parts that together are the whole', () => {
    const parts = [0, 20, 27, 28, 29, 40, slice.text.length];
    const words = parts.slice(1).map((end, index) => printedWords(slice, parts[index], end));
    expect(words.join('')).toBe(printedWords(slice));
  });
});

describe('cutting a passage', () => {
  const text = '今年对全镇旱厕进行改造,基本实现全覆盖,加大粪污处理,确保零污染,确保零排放。';
  const whole = { start: 0, end: text.length };

  it('leaves a short one alone', () => {
    expect(cutPassage(text, whole, null, 100)).toEqual(whole);
  });

  it('ends before the clause mark that is nearest', () => {
    const { start, end } = cutPassage(text, whole, null, 20);
    expect(text.slice(start, end)).toBe('今年对全镇旱厕进行改造,基本实现全覆盖');
  });

  it('keeps the marked words, and begins at a clause when they stand far behind', () => {
    const { start, end } = cutPassage(text, whole, spanOf(text, '零污染'), 14);
    expect(text.slice(start, end)).toBe('确保零污染,确保零排放。');
  });
});

it('breaks a long text after sentences, after clauses only where a sentence is too long', () => {
  const sentences = '一二三四五六七八。'.repeat(4);
  expect(paragraphBreaks(sentences, 10, 100)).toEqual([18]);
  expect(paragraphBreaks('一二三四五六七八,'.repeat(4), 5, 20)).toEqual([27]);
  expect(paragraphBreaks('一二三四五六七八', 3, 5)).toEqual([]);
});
