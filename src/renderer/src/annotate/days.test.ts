import { describe, expect, it } from 'vitest';
import { dayWords, parseDay } from './days.ts';

describe('a day as it is typed', () => {
  it.each([
    ['2026-11-22', '2026-11-22'],
    ['2026年11月2日', '2026-11-02'],
    ['2026/1/9', '2026-01-09'],
    ['2026.11.22', '2026-11-22'],
    ['20261122', '2026-11-22'],
    ['２０２６年１１月２２日', '2026-11-22'],
    [' 2026 年 11 月 22 日 ', '2026-11-22'],
    ['2024-02-29', '2024-02-29'],
  ])('%s is %s', (typed, day) => {
    expect(parseDay(typed)).toBe(day);
    expect(parseDay(dayWords(day))).toBe(day);
  });

  it.each(['', '2026', '2026-13-01', '2026-02-30', '去年', '11/22/2026', '2026-11'])(
    '%s is none',
    (typed) => expect(parseDay(typed)).toBeUndefined(),
  );
});
