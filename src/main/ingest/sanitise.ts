import type { Notice } from '../../shared/report/report.ts';

const LINE_ENDS = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
/** Control characters other than tab and line feed (the class reads: a control, but not these two). */
const CONTROLS = /[^\P{Cc}\t\n]/gu;
/** Direction marks, embeddings, overrides and isolates: they make text look other than it is. */
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** Soft hyphens, zero-width spaces, word joiners, stray byte order marks: unseen, and they break searching. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;
const REPLACEMENT = /\ufffd/g;
const PRIVATE_USE = /\p{Co}/gu;
/** Ideographs beyond the first plane: real place names (“𬭼”), absent from many fonts. */
const RARE_HAN = /[\u{20000}-\u{3ffff}]/gu;

/**
 * The text as it may be stored and shown: line ends are “\n”, nothing invisible or reordering is left,
 * no surrogate stands alone. Every change other than that of line ends has a notice. Rare and private-use
 * characters are kept, with a notice.
 *
 * Cleaning a cleaned text changes nothing.
 */
export function sanitise(text: string): { text: string; notices: Notice[] } {
  const notices: Notice[] = [];
  let clean = text.isWellFormed() ? text : text.toWellFormed();
  clean = clean.replace(LINE_ENDS, '\n');

  const strip = (pattern: RegExp, code: string, what: string) => {
    const found = clean.match(pattern)?.length ?? 0;
    if (found === 0) return;
    clean = clean.replace(pattern, '');
    notices.push({ code, message: `已去掉${what} ${found} 个，其余文字未动` });
  };
  strip(CONTROLS, 'control-characters', '看不见的控制字符');
  strip(BIDI, 'bidi-controls', '会颠倒文字显示次序的控制字符');
  strip(INVISIBLE, 'invisible-characters', '零宽空格等看不见的字符');

  const report = (pattern: RegExp, code: string, say: (count: number, shown: string) => string) => {
    const found = clean.match(pattern);
    if (!found) return;
    const shown = [...new Set(found)].slice(0, 5).join('');
    notices.push({ code, message: say(found.length, shown) });
  };
  report(
    REPLACEMENT,
    'damaged-characters',
    (count) => `有 ${count} 处文字已损坏，显示为“\ufffd”，请对照原文件`,
  );
  report(
    PRIVATE_USE,
    'private-use-characters',
    (count) => `有 ${count} 个自造字（私用区），原样保留，可能显示为方框或无法检索`,
  );
  report(
    RARE_HAN,
    'rare-characters',
    (count, shown) => `有 ${count} 个生僻字（如“${shown}”），原样保留，个别字体可能显示不出`,
  );
  return { text: clean, notices };
}
