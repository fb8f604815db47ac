import { describe, expect, it } from 'vitest';
import { contextLength } from './anchor.ts';
import { describePassage } from './describePassage.ts';

const sentence = '投资430万元,完成旱厕改造4774户。';

describe('the description of a passage', () => {
  it('keeps the exact words, their place and a fixed length of context', () => {
    const text = '甲'.repeat(50) + sentence + '乙'.repeat(50);
    const anchor = describePassage(text, { start: 50, end: 50 + sentence.length });
    expect(anchor).toEqual({
      start: 50,
      end: 50 + sentence.length,
      quote: sentence,
      prefix: '甲'.repeat(contextLength),
      suffix: '乙'.repeat(contextLength),
      twins: { count: 1, index: 0, closest: 0 },
    });
  });

  it('has no context beyond the edges of the text', () => {
    const anchor = describePassage(sentence, { start: 0, end: sentence.length });
    expect([anchor.prefix, anchor.suffix]).toEqual(['', '']);
  });

  it('remembers that the same words stand elsewhere in the same surroundings', () => {
    const start = sentence.length + sentence.indexOf('完成');
    const { twins } = describePassage(sentence.repeat(3), { start, end: start + 2 });
    expect(twins.count).toBe(3);
    expect(twins.index).toBe(1);
    expect(twins.closest).toBeGreaterThan(sentence.length);
  });

  it('never cuts a character in half, neither in the quotation nor in the context', () => {
    const text = '𠮷'.repeat(40);
    const anchor = describePassage(text, { start: 39, end: 43 });
    expect(anchor.quote).toBe('𠮷𠮷𠮷');
    expect(anchor.start).toBe(38);
    expect(anchor.prefix).toBe('𠮷'.repeat(contextLength / 2));
    const odd = describePassage(`${text}甲${text}`, { start: 80, end: 81 });
    expect(odd.suffix.isWellFormed()).toBe(true);
    expect(describePassage(`甲${text}`, { start: 41, end: 43 }).prefix.isWellFormed()).toBe(true);
    const shifted = describePassage(`${text}甲乙`, { start: 81, end: 82 });
    expect(shifted.prefix.isWellFormed()).toBe(true);
    expect(shifted.prefix).toHaveLength(contextLength - 1);
  });

  it.each([
    { start: 3, end: 3 },
    { start: -1, end: 2 },
    { start: 0, end: sentence.length + 1 },
    { start: Number.NaN, end: 2 },
  ])('is refused for %o, which are no words of the text', (span) => {
    expect(() => describePassage(sentence, span)).toThrow(RangeError);
  });
});
