import { SIMPLIFIED, TRADITIONAL } from './traditional.ts';

/**
 * Changes whenever `normaliseForSearch` or `cutClauses` would answer differently for any text. An index
 * written under another version is rebuilt.
 */
export const NORMALISATION_VERSION = 2;

/** Variants of one character: the first of each group is what all of them become. */
const VARIANTS: readonly string[] = [
  '.。｡﹒︒',
  ',﹐︐',
  '、､﹑︑',
  ';﹔︔',
  ':﹕︓︰',
  '?﹖︖',
  '!﹗︕',
  '(﹙︵',
  ')﹚︶',
  '"“”„‟「」﹁﹂',
  "'‘’‚‛『』﹃﹄",
  '-‐‑‒–—―−─━',
  '~〜∼',
  '·•‧・･⋅',
  '…⋯',
  '〇○◯',
  ' \t\n\v\f\r\u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000',
];

/** Ranges whose compatibility form is the same character in another dress: 部首, 兼容汉字, half-width kana. */
const COMPATIBILITY_RANGES: readonly (readonly [first: number, last: number])[] = [
  [0x2e80, 0x2fd5],
  [0xf900, 0xfaff],
];

const TABLE = buildTable();

function buildTable(): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let code = 0; code < 0x10000; code++) table[code] = code;
  for (let code = 0; code < 0x20; code++) table[code] = 0x20;
  for (let code = 0x2000; code <= 0x200b; code++) table[code] = 0x20;
  for (let code = 0xff01; code <= 0xff5e; code++) table[code] = code - 0xfee0;
  for (const [first, last] of COMPATIBILITY_RANGES) {
    for (let code = first; code <= last; code++) {
      const composed = String.fromCharCode(code).normalize('NFKC');
      if (composed.length === 1) table[code] = composed.charCodeAt(0);
    }
  }
  for (const group of VARIANTS) {
    for (let i = 1; i < group.length; i++) table[group.charCodeAt(i)] = group.charCodeAt(0);
  }
  for (let i = 0; i < TRADITIONAL.length; i++) {
    table[TRADITIONAL.charCodeAt(i)] = SIMPLIFIED.charCodeAt(i);
  }
  // Letters with case all lie below the CJK blocks, except the full-width ones folded above.
  for (let code = 0; code < 0x10000; code++) {
    const folded = table[code] ?? code;
    if (folded >= 0x2e80) continue;
    const lower = String.fromCharCode(folded).toLowerCase();
    if (lower.length === 1) table[code] = lower.charCodeAt(0);
  }
  // What one rule makes may be what another starts from: U+F90D becomes 懶, which becomes 懒.
  for (let code = 0; code < 0x10000; code++) table[code] = table[table[code] ?? code] ?? code;
  return table;
}

const CHUNK = 4096;

/**
 * The form in which texts and queries are compared: full and half width, case, variants of punctuation
 * (“。” and “.”, “，” and “,”, “「” and “"”, “—” and “-”), white space and one-to-one traditional
 * characters are the same. Pure and length-preserving in UTF-16 units, so an offset into the result is
 * an offset into `text`: “１.８７億元，增長” becomes “1.87亿元,增长”.
 *
 * A character whose folded form has another length (㎡, ½) stays as it is.
 */
export function normaliseForSearch(text: string): string {
  let first = 0;
  while (first < text.length) {
    const code = text.charCodeAt(first);
    if (TABLE[code] !== code) break;
    first++;
  }
  if (first === text.length) return text;
  const parts: string[] = [text.slice(0, first)];
  const codes = new Uint16Array(Math.min(CHUNK, text.length - first));
  for (let from = first; from < text.length; from += CHUNK) {
    const length = Math.min(CHUNK, text.length - from);
    for (let i = 0; i < length; i++) codes[i] = TABLE[text.charCodeAt(from + i)] as number;
    parts.push(String.fromCharCode.apply(null, codes.subarray(0, length) as unknown as number[]));
  }
  return parts.join('');
}
