import { parseChineseNumber } from '../indicator/chineseNumber.ts';

/** Chinese numerals as reports write them: 十九, 二〇一九, 二OO七, ２０１９ (already folded to ASCII). */

/** Character class of one digit of a year, Chinese or Arabic, for use inside a pattern. */
export const yearDigits = '[0-9〇○零Oo一二三四五六七八九]';

/** “十九” → 19, “一百零二” → 102, “5” → 5; null for anything else. */
export function parseChineseInteger(words: string): number | null {
  if (/^\d{1,4}$/.test(words)) return Number(words);
  const plain = parseChineseNumber(words.replace(ROUND_ZERO, '〇'));
  return plain === null || !/^\d+$/.test(plain) ? null : Number(plain);
}

/** “2019”, “二〇一九”, “二OO七” → the year; null outside 1949–2099. */
export function parseYear(words: string): number | null {
  if (words.length !== 4) return null;
  const plain = parseChineseNumber(
    words
      .replace(ROUND_ZERO, '〇')
      .replace(/\d/g, (digit) => '〇一二三四五六七八九'.charAt(+digit)),
  );
  const year = plain === null ? Number.NaN : Number(plain);
  return year >= 1949 && year <= 2099 ? year : null;
}

/** Zeros as typewriters and scans leave them. */
const ROUND_ZERO = /[○Oo]/g;
