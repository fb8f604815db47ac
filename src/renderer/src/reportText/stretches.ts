import type { Span } from '../../../shared/report/report.ts';
import { readView } from '../../../shared/report/view.ts';
import { findWraps } from '../../../shared/report/wraps.ts';

/**
 * A stretch of a text that is drawn otherwise than words. A wrap parts nothing and takes no room: the end of
 * a line that was full, or the first line's indent. A mark is no part of the text, as the letters of a
 * watermark at line ends. A number is loose where a line would end within it: in wide figures (１２３４), or
 * before the sign that stands apart from it (8.2 %).
 */
export interface Stretch extends Span {
  drawn: 'wrap' | 'mark' | 'number';
}

const looseNumber = /[０-９]+(?:[．，.,][０-９]+)*[％%‰]?|\d+(?:\.\d+)? [％%‰]/gu;

/** In order, none overlapping another. */
export function findStretches(text: string): Stretch[] {
  const marks = inlineMarks(text);
  const indent = { start: 0, end: text.length - text.trimStart().length };
  const wraps = [indent, ...findWraps(text)].flatMap((wrap) => blankParts(text, wrap, marks));
  const numbers = Array.from(text.matchAll(looseNumber), ({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  })).filter(
    ({ start, end }) =>
      end - start > 1 && !marks.some((mark) => mark.start < end && mark.end > start),
  );
  const all = [
    ...wraps.map((span): Stretch => ({ ...span, drawn: 'wrap' })),
    ...marks.map((span): Stretch => ({ ...span, drawn: 'mark' })),
    ...numbers.map((span): Stretch => ({ ...span, drawn: 'number' })),
  ];
  return all.sort((a, b) => a.start - b.start);
}

/** Marks beside words of their line; a page number has a line to itself and stays as it is. */
function inlineMarks(text: string): Span[] {
  return readView(text).strayMarks.filter(({ start, end }) => {
    const words = text.slice(start, end);
    if (words.includes('\n') || !/[A-Za-z#*]/u.test(words)) return false;
    const lineEnd = text.indexOf('\n', end);
    const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
    const after = text.slice(end, lineEnd < 0 ? text.length : lineEnd);
    return `${before}${after}`.trim() !== '';
  });
}

/** Of a wrap what stands around marks; nothing where a page number keeps it, and so the break, in sight. */
function blankParts(text: string, wrap: Span, marks: readonly Span[]): Span[] {
  const inside = marks.filter(({ start, end }) => start < wrap.end && end > wrap.start);
  const rest: Span[] = [];
  let from = wrap.start;
  for (const { start, end } of [...inside, { start: wrap.end, end: wrap.end }]) {
    if (from < start) rest.push({ start: from, end: start });
    from = Math.max(from, end);
  }
  return rest.every(({ start, end }) => text.slice(start, end).trim() === '') ? rest : [];
}
