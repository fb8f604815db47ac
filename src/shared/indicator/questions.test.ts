import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Questions } from './questions.ts';

const patterns = [
  /预计|有望/,
  /^(?:共|总)?投入/,
  /(?<!自然)增长(?:率|了)?$/,
  /(?:^|[,:])力争[^,]{0,4},$/,
  /[全我][镇乡]/,
  /^\s*(?:[一二三]是|\d{1,2}[.、])/,
  /(?:年均|每年)?$/,
  /村|.园$/,
  /(?:做[大优强]|扩产)+(?=后)/,
];
const words = fc
  .array(
    fc.constantFrom(
      ...'预计有望共总投入自然增长率了,:力争我全镇乡 一二是12.、年均每村园做大强扩产后',
    ),
    {
      maxLength: 8,
    },
  )
  .map((characters) => characters.join(''));

describe('questions asked together', () => {
  it('find what each pattern finds by itself, in the words and in any part of them', () => {
    const asked = new Questions();
    const whole = patterns.map((pattern) => asked.ofAll(pattern));
    const parts = patterns.map((pattern) => asked.ofSome(pattern));
    fc.assert(
      fc.property(words, words, words, (before, within, after) => {
        const text = before + within + after;
        const marks = asked.marksOf(text, before.length, before.length + within.length);
        expect(whole.map((one) => one.test(within, marks))).toEqual(
          patterns.map((pattern) => pattern.test(within)),
        );
        const ofText = asked.marksOf(text, 0, text.length);
        expect(parts.map((one) => one.exec(within, ofText)?.[0])).toEqual(
          patterns.map((pattern) => pattern.exec(within)?.[0]),
        );
      }),
    );
  });

  it('are not run where no character stands that they need', () => {
    const asked = new Questions();
    const village = asked.ofAll(/[一-龥]村/);
    const town = asked.ofAll(/全镇/);
    const marks = asked.marksOf('杏花村', 0, 3);
    expect([village.mayMatch(marks), town.mayMatch(marks)]).toEqual([true, false]);
  });

  it('are no more than there are bits', () => {
    const asked = new Questions();
    for (let count = 0; count < 32; count += 1) asked.ofAll(/村/);
    expect(() => asked.ofAll(/村/)).toThrow('More patterns than bits');
  });
});
