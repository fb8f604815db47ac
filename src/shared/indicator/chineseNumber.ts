const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
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
const SMALL: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const LARGE: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

/**
 * The number a Chinese numeral stands for, as plain digits: 一千二百 → “1200”, 三点五 → “3.5”,
 * 二〇一八 → “2018”, 十五 → “15”. Null where the characters do not form one number (三五, 一百三).
 */
export function parseChineseNumber(text: string): string | null {
  const [whole = '', fraction, rest] = text.split('点');
  if (rest !== undefined) return null;
  const integer = parseInteger(whole);
  if (integer === null) return null;
  if (fraction === undefined) return String(integer);
  let digits = '';
  for (const char of fraction) {
    const digit = DIGITS[char];
    if (digit === undefined) return null;
    digits += digit;
  }
  return digits === '' ? null : `${integer}.${digits}`;
}

function parseInteger(text: string): number | null {
  if (text === '') return null;
  if (/^[零〇一二三四五六七八九]{3,}$/.test(text)) {
    return Number([...text].map((char) => DIGITS[char]).join(''));
  }
  let total = 0;
  let section = 0;
  let pending: number | null = null;
  let lastUnit = Number.POSITIVE_INFINITY;
  let afterZero = false;
  for (const char of text) {
    const digit = DIGITS[char];
    const small = SMALL[char];
    const large = LARGE[char];
    if (digit !== undefined) {
      if (pending !== null) return null;
      if (digit === 0) afterZero = true;
      else pending = digit;
    } else if (small !== undefined) {
      if (small >= lastUnit) return null;
      if (pending === null && (small !== 10 || section > 0)) return null;
      section += (pending ?? 1) * small;
      pending = null;
      lastUnit = small;
      afterZero = false;
    } else if (large !== undefined) {
      const part = section + (pending ?? 0);
      if (part === 0 && total === 0) return null;
      total = large === 100_000_000 ? (total + part) * large : total + part * large;
      section = 0;
      pending = null;
      lastUnit = Number.POSITIVE_INFINITY;
      afterZero = false;
    } else {
      return null;
    }
  }
  // 一百三 is 130 in speech and 103 in careless writing: better unread than wrong.
  if (pending !== null && lastUnit !== 10 && lastUnit !== Number.POSITIVE_INFINITY && !afterZero) {
    return null;
  }
  return total + section + (pending ?? 0);
}
