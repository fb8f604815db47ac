const digits = '零一二三四五六七八九';

/** 1…99 in Arabic or Chinese digits, 两 included; undefined for anything else. */
export function smallNumber(words: string): number | undefined {
  if (/^\d{1,2}$/.test(words)) return Number(words);
  const plain = words.replaceAll('两', '二').replaceAll('〇', '零');
  if (plain.length === 1 && digits.includes(plain)) return digits.indexOf(plain);
  const match = /^([一二三四五六七八九])?十([一二三四五六七八九])?$/.exec(plain);
  if (!match) return undefined;
  const tens = match[1] === undefined ? 1 : digits.indexOf(match[1]);
  return 10 * tens + (match[2] === undefined ? 0 : digits.indexOf(match[2]));
}

/** A small number as it can be written in a pattern. */
export const smallNumberPattern =
  '(?:\\d{1,2}|[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])';
