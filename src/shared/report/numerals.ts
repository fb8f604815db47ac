/** Chinese numerals as reports write them: 十九, 二〇一九, 二OO七, ２０１９ (already folded to ASCII). */

const digitOf: Record<string, number> = {
  〇: 0,
  '○': 0,
  零: 0,
  O: 0,
  o: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** Character class of one digit of a year, Chinese or Arabic, for use inside a pattern. */
export const yearDigits = '[0-9〇○零Oo一二三四五六七八九]';

/** “十九” → 19, “一百零二” → 102, “5” → 5; null for anything else. */
export function parseChineseInteger(words: string): number | null {
  if (/^\d{1,4}$/.test(words)) return Number(words);
  let total = 0;
  let pending: number | null = null;
  for (const character of words) {
    if (character === '十' || character === '百') {
      total += (pending ?? 1) * (character === '十' ? 10 : 100);
      pending = null;
      continue;
    }
    const digit = digitOf[character];
    if (digit === undefined) return null;
    pending = digit;
  }
  return words === '' ? null : total + (pending ?? 0);
}

/** “2019”, “二〇一九”, “二OO七” → the year; null outside 1949–2099. */
export function parseYear(words: string): number | null {
  if (words.length !== 4) return null;
  let year = 0;
  for (const character of words) {
    const digit = /\d/.test(character) ? Number(character) : digitOf[character];
    if (digit === undefined) return null;
    year = year * 10 + digit;
  }
  return year >= 1949 && year <= 2099 ? year : null;
}
