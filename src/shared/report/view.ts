import type { Span } from './report.ts';

/** What stood before a character of the view. */
export const breakKind = { none: 0, space: 1, wrap: 2, line: 3 } as const;

/**
 * A reading copy of a text, and the way back: widths of punctuation, digits and letters folded,
 * blanks and line ends taken out and remembered as breaks. Spans found in the view are turned into
 * offsets of the untouched text by `sourceSpan`.
 */
export interface TextView {
  text: string;
  /** For each character of the view its offset in the source. */
  offsets: Int32Array;
  /** For each character what stood before it, a value of `breakKind`; 3 is a line end to be trusted. */
  breaks: Uint8Array;
  /** Length of the source. */
  sourceLength: number;
}

/** Characters of more than one width or shape which mean the same here. */
const foldedCodes = new Map<number, number>(
  [
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
  ].map(([from, to]) => [(from as string).charCodeAt(0), (to as string).charCodeAt(0)]),
);

function isBlank(code: number): boolean {
  return (
    code <= 0x20 ||
    code === 0xa0 ||
    code === 0x3000 ||
    code === 0xfeff ||
    (code >= 0x2000 && code <= 0x200f) ||
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

/** By the code of a character what stands for it in a view; 0 for blanks, which stand for nothing. */
const viewCodes = Uint16Array.from({ length: 0x10000 }, (_, code) =>
  isBlank(code) ? 0 : fold(code),
);

/** Reads `source` into a view. Linear; every offset of the view rises strictly. */
export function readView(source: string): TextView {
  const trusted = trustedLineEnds(source);
  const marks = [...source.matchAll(pageMarks)].map(({ index, 0: line }) => ({
    start: index,
    end: index + line.length,
  }));
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
    const folded = viewCodes[code] as number;
    if (folded === 0) {
      const kind = code === 10 || code === 13 ? (trusted(index) ? 3 : 2) : 1;
      if (kind > pending) pending = kind;
      continue;
    }
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

/** A line that holds a page number and nothing else: “- 12 -”. */
export const pageMarks = /^[ \t\u3000]*[-—–－]{1,2}[ \t]*\d{1,3}[ \t]*[-—–－]{1,2}[ \t]*$/gm;

const sentenceEnd = /[。！？：；!?:;”"）)]$/;
/** Stands for a page number while lines are measured. */
const marked = '\u0000';
const indent = /^(?:[ \t]{2}|　)/;
const startsWithNumber =
  /^\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}部分)/;

/** Whether lines that go on with a sentence of a full line are indented too: then an indent says nothing. */
function indentsContinuations(filled: readonly string[], width: number): boolean {
  const continued = filled.filter((_line, index) => {
    const before = filled[index - 1]?.trim() ?? '';
    return before.length >= width - 3 && !sentenceEnd.test(before);
  });
  return continued.filter((line) => indent.test(line)).length > continued.length * 0.1;
}

/**
 * Decides which line ends are ends of a paragraph. In a hard-wrapped text (lines of one length that
 * break inside sentences) a full line's end means nothing unless a sentence and a paragraph meet
 * there; a line that stops short still ends its paragraph.
 */
function trustedLineEnds(source: string): (index: number) => boolean {
  const lines = source.replace(pageMarks, (line) => marked.repeat(line.length)).split(/\r\n|\n|\r/);
  const filled = lines.filter((line) => line.trim() !== '' && !line.startsWith(marked));
  if (filled.length < 6) return () => true;
  const lengths = filled.map((line) => line.trim().length).sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.8)] ?? 0;
  const full = filled.filter((line) => line.trim().length >= width - 3);
  const broken = full.filter((line) => !sentenceEnd.test(line.trim()));
  const wrapped =
    width <= 90 && full.length >= filled.length * 0.3 && broken.length >= full.length * 0.5;
  if (!wrapped) return () => true;
  const indented = filled.filter((line) => indent.test(line)).length;
  const indentsParagraphs = indented <= filled.length * 0.6 || !indentsContinuations(filled, width);
  const ends = new Set<number>();
  let offset = source.length;
  let next = '';
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const line = lines[at] ?? '';
    const end = offset;
    offset -= line.length;
    const before = offset;
    offset -= source.charCodeAt(offset - 1) === 10 && source.charCodeAt(offset - 2) === 13 ? 2 : 1;
    if (line.startsWith(marked) && before < end) continue;
    const short = line.trim().length < width * 0.8;
    const opens = indentsParagraphs && indent.test(next);
    const closed = sentenceEnd.test(line.trim()) && startsWithNumber.test(next);
    if (short || next.trim() === '' || opens || closed) ends.add(end);
    next = line;
  }
  return (index) => ends.has(index) || ends.has(index - 1);
}
