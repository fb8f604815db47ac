import type { Span } from '../report/report.ts';
import { breakKind, readView, type TextView } from '../report/view.ts';

/** “- 3 -”, “第 3 页 共 20 页”, “3 / 20” on a line of its own. */
const PAGE_MARK =
  /\n[ \t\u3000]*(?:[-—–─·•]+[ \t]*\d{1,4}[ \t]*[-—–─·•]+|第[ \t]*\d{1,4}[ \t]*页(?:[ \t,，/]*共[ \t]*\d{1,4}[ \t]*页)?|\d{1,4}[ \t]*\/[ \t]*\d{1,4})[ \t\u3000]*(?=\r?\n|$)\s*/g;
/** “颍(yǐng)河”: a reading aid of the speaker's copy. */
const PINYIN = /[（(][a-zA-Z ]*[āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ][a-zA-Zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ ]*[）)]/g;

/**
 * The text as figures are read from it: the reading view of the report with page marks and pinyin
 * taken out.
 *
 * @param shared `readView(source)`, where that is known: it is without most page marks and is not read again.
 */
export function readFigureView(source: string, shared?: TextView): TextView {
  const marks = pageMarks(source);
  const spoken = source.replace(PINYIN, (aid) => ' '.repeat(aid.length));
  const read = shared !== undefined && spoken === source ? shared : readView(spoken);
  return withoutMarks(read, marks) ?? readView(blanked(spoken, marks));
}

/** A page mark with the line ends around it; a page may end with its paragraph or within a number: `parts`. */
interface PageMark extends Span {
  parts: boolean;
}

function pageMarks(source: string): PageMark[] {
  const marks: PageMark[] = [];
  for (const { index, 0: mark } of source.matchAll(PAGE_MARK)) {
    let start = index;
    while (/\s/.test(source.charAt(start - 1))) start -= 1;
    const end = index + mark.length;
    const before = source.charAt(start - 1);
    // 151⏎- 3 -⏎72元
    const within = /^\d\d$/.test(before + source.charAt(end));
    marks.push({ start, end, parts: within || /[。！？!?：:；;]/.test(before) });
  }
  return marks;
}

/** A view that has none of the marks in it, with what they part; null where one has to be taken out first. */
function withoutMarks(view: TextView, marks: readonly PageMark[]): TextView | null {
  if (marks.length === 0) return view;
  const breaks = view.breaks.slice();
  for (const { start, end, parts } of marks) {
    const behind = firstFrom(view.offsets, start);
    if ((view.offsets[behind] ?? end) < end) return null;
    if (!parts && behind > 0) breaks[behind] = breakKind.space;
  }
  return { ...view, breaks };
}

function blanked(source: string, marks: readonly PageMark[]): string {
  let text = '';
  let done = 0;
  for (const { start, end, parts } of marks) {
    text += source.slice(done, start) + (parts ? '\n' : ' ').padEnd(end - start);
    done = end;
  }
  return text + source.slice(done);
}

/** Index of the first of the rising offsets that is not below `offset`. */
export function firstFrom(offsets: Int32Array, offset: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const ENDS_SENTENCE = ['。', '!', '?', ';'];
const JOINS_BEFORE = new Set([',', '、', '(', '的', '和', '与', '及', '“']);
const JOINS_AFTER = new Set([',', '、', '。', ';', ')', '%', '”']);

/**
 * Offsets in the view at which a sentence starts: after 。!?; and at trusted line ends, but not at a
 * line end in the middle of a number or a clause, as copying from a page leaves them.
 */
export function sentenceStarts(view: TextView, headings: Iterable<number>): number[] {
  const { text, breaks } = view;
  const isStart = new Uint8Array(text.length + 1);
  isStart[0] = 1;
  for (const sign of ENDS_SENTENCE) {
    for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) isStart[at + 1] = 1;
  }
  for (
    let at = breaks.indexOf(breakKind.line);
    at >= 0;
    at = breaks.indexOf(breakKind.line, at + 1)
  ) {
    if (at > 0 && !joined(text, at)) isStart[at] = 1;
  }
  for (const at of headings) if (mayOpen(text, at)) isStart[at] = 1;
  const starts: number[] = [];
  for (let at = 0; at >= 0; at = isStart.indexOf(1, at + 1)) starts.push(at);
  return starts;
}

/** A number with its unit opens no paragraph; 2019年, 1. and 一、 may. */
const FIGURE_AHEAD = /^\d[\d.,]*(?:%|‰|[万亿元亩户人家个吨倍余多]|公里|平方|公顷)/;

/** A heading that was read too far or too short ends before no comma and within no number. */
function mayOpen(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  const after = text.charAt(at);
  if (JOINS_AFTER.has(after) || partsNumber(before, after)) return false;
  return !/^[\d.]\d$/.test(before + after) || /^(?:19|20)\d\d年/.test(text.slice(at, at + 5));
}

/** Between 2 and .3, 2.3 and 亿, 亿 and 元; 2018 and 年 may end a heading and open a sentence. */
function partsNumber(before: string, after: string): boolean {
  if (/[万亿美欧]/.test(before))
    return /[元亩吨户人株美锭头只羽斤公平立千个家件辆台套册盏米]/.test(after);
  return /[\d.]/.test(before) && /[.%万亿]/.test(after);
}

function joined(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  const after = text.charAt(at);
  if (JOINS_BEFORE.has(before) || JOINS_AFTER.has(after)) return true;
  if (partsNumber(before, after)) return true;
  if (/\d/.test(before)) return /[\d.%个处家项件亩万亿元千公里平方户人名米吨月]/.test(after);
  return !'。!?;:'.includes(before) && FIGURE_AHEAD.test(text.slice(at, at + 16));
}
