import { readLineEnds } from './lineEnds.ts';
import { pageLines } from './pageLines.ts';
import type { Span } from './report.ts';
import { findStrayMarks } from './strayMarks.ts';
import { simplifiedCodes } from './traditional.ts';

/** What stood before a character of the view. */
export const breakKind = { none: 0, space: 1, wrap: 2, line: 3 } as const;

const lineBreaks = { ends: breakKind.line, wraps: breakKind.wrap, torn: breakKind.none };

/**
 * A reading copy of a text, and the way back: widths of punctuation, digits and letters and traditional characters folded,
 * blanks and line ends taken out and remembered as breaks. Spans found in the view are turned into
 * offsets of the untouched text by `sourceSpan`.
 */
export interface TextView {
  text: string;
  /** For each character of the view its offset in the source. */
  offsets: Int32Array;
  /** For each character what stood before it, a value of `breakKind`; 3 is a line end to be trusted. */
  breaks: Uint8Array;
  /** Stretches of the source that are no part of the text, such as page numbers: the view is without them. */
  strayMarks: readonly Span[];
  /** Length of the source. */
  sourceLength: number;
}

/** Characters of more than one width or shape which mean the same here. */
const foldedCodes = new Map<number, number>([
  ...simplifiedCodes,
  ...[
    ['，', ','],
    ['：', ':'],
    ['︰', ':'],
    ['；', ';'],
    ['！', '!'],
    ['？', '?'],
    ['（', '('],
    ['）', ')'],
    ['﹙', '('],
    ['﹚', ')'],
    ['〔', '('],
    ['〕', ')'],
    ['．', '.'],
    ['％', '%'],
    ['―', '—'],
    ['─', '—'],
    ['━', '—'],
    ['﹑', '、'],
    ['､', '、'],
    ['｡', '。'],
    ['＂', '"'],
  ].map(([from, to]) => [(from as string).charCodeAt(0), (to as string).charCodeAt(0)] as const),
]);

/** Characters that are not seen and part nothing: zero width, soft hyphens, directions of writing. */
function isInvisible(code: number): boolean {
  return (
    code === 0xad ||
    code === 0xfeff ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2064)
  );
}

function isBlank(code: number): boolean {
  return (
    code <= 0x20 ||
    code === 0xa0 ||
    code === 0x3000 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029
  );
}

function fold(code: number): number {
  if (code < 0x80) return code;
  if (code >= 0xff10 && code <= 0xff19) return code - 0xfee0;
  if ((code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a))
    return code - 0xfee0;
  return foldedCodes.get(code) ?? code;
}

const unseen = 1;

/** By the code of a character what stands for it in a view; 0 for blanks and `unseen`, which stand for nothing. */
const viewCodes = Uint16Array.from({ length: 0x10000 }, (_, code) => {
  if (isInvisible(code)) return unseen;
  return isBlank(code) ? 0 : fold(code);
});

const dot = 0x2e;
const fullStop = 0x3002;
const dottedSentence = /[\u4e00-\u9fff%％”）)][.．](?![.．])/g;
const dottedNumber = /(?:^|[\s。.．,，;；:：])(?:[一二三四五六七八九十]{1,3}|[（(].{1,3}[）)])$/;

/** Whether the sentences of a text end in dots (“完成投资3亿元.新建学校2所.”), as some offices and scans have it. */
function writesDots(source: string): boolean {
  const stops = source.split('。').length - 1;
  if (stops > source.length / 300) return false;
  const dots = source.match(dottedSentence)?.length ?? 0;
  return dots >= 5 && dots > stops * 4;
}

/** Whether a dot of such a text ends a sentence; that of “一.” or “(一).” does not. */
function endsSentence(source: string, at: number): boolean {
  return (
    /[\u4e00-\u9fff%％”）)]/.test(source[at - 1] ?? '') &&
    !/[.．]/.test(source[at + 1] ?? '') &&
    !dottedNumber.test(source.slice(Math.max(0, at - 6), at))
  );
}

/** Reads `source` into a view. Linear; every offset of the view rises strictly. */
export function readView(source: string): TextView {
  const pages = pageLines(source);
  const lineEnd = readLineEnds(source, pages);
  const marks = findStrayMarks(source, pages, lineEnd);
  const dots = writesDots(source);
  let mark = 0;
  const codes = new Uint16Array(source.length);
  const offsets = new Int32Array(source.length);
  const breaks = new Uint8Array(source.length);
  let length = 0;
  let pending: number = breakKind.line;
  for (let index = 0; index < source.length; index += 1) {
    if (mark < marks.length) {
      while ((marks[mark]?.end ?? index + 1) <= index) mark += 1;
      if ((marks[mark]?.start ?? index + 1) <= index) continue;
    }
    const code = source.charCodeAt(index);
    let folded = viewCodes[code] as number;
    if (folded === dot && dots && endsSentence(source, index)) folded = fullStop;
    if (folded === 0) {
      const kind = code === 10 || code === 13 ? lineBreaks[lineEnd(index)] : breakKind.space;
      if (kind > pending) pending = kind;
      continue;
    }
    if (folded === unseen) continue;
    codes[length] = folded;
    offsets[length] = index;
    breaks[length] = pending;
    pending = breakKind.none;
    length += 1;
  }
  return {
    text: decode(codes, length),
    offsets: offsets.subarray(0, length),
    breaks: breaks.subarray(0, length),
    strayMarks: marks,
    sourceLength: source.length,
  };
}

function decode(codes: Uint16Array, length: number): string {
  const parts: string[] = [];
  for (let start = 0; start < length; start += 8192) {
    const some = codes.subarray(start, Math.min(start + 8192, length));
    // Spread into arguments they would be listed one by one first.
    parts.push(String.fromCharCode.apply(null, some as unknown as number[]));
  }
  return parts.join('');
}

/** The source offsets of view[start, end); empty view spans collapse onto their start. */
export function sourceSpan(view: TextView, start: number, end: number): Span {
  const first = view.offsets[start] ?? view.sourceLength;
  const last = end > start ? view.offsets[end - 1] : undefined;
  return { start: first, end: last === undefined ? first : last + 1 };
}
