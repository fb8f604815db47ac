import { describe, expect, it } from 'vitest';
import { parseChineseNumber } from './chineseNumber.ts';

describe('Chinese numerals', () => {
  it.each([
    ['十五', '15'],
    ['二十', '20'],
    ['一百零八', '108'],
    ['一千二百', '1200'],
    ['三万五千', '35000'],
    ['两亿三千万', '230000000'],
    ['三点五', '3.5'],
    ['二〇一八', '2018'],
    ['九十九点九', '99.9'],
  ])('%s is %s', (written, digits) => {
    expect(parseChineseNumber(written)).toBe(digits);
  });

  it.each(['三五', '一百三', '十百', '百', '点五', '', '三点', '一二'])(
    '%s is no number: better unread than wrong',
    (written) => {
      expect(parseChineseNumber(written)).toBeNull();
    },
  );
});
