import { expect, it } from 'vitest';
import { formatNumber } from './listNumbers.ts';

it.each([
  [1, 'chineseCounting', '一'],
  [10, 'chineseCounting', '十'],
  [11, 'chineseCountingThousand', '十一'],
  [20, 'japaneseCounting', '二十'],
  [23, 'taiwaneseCounting', '二十三'],
  [2, 'chineseLegalSimplified', '贰'],
  [3, 'ideographTraditional', '丙'],
  [12, 'decimalEnclosedCircle', '⑫'],
  [21, 'decimalEnclosedCircle', '21'],
  [4, 'decimalFullWidth', '４'],
  [7, 'decimalZero', '07'],
  [2, 'upperLetter', 'B'],
  [14, 'lowerRoman', 'xiv'],
  [5, 'a format nobody knows', '5'],
])('writes %d in %s as %s', (value, format, text) => {
  expect(formatNumber(value, format)).toBe(text);
});
