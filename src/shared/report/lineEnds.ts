import type { Span } from './report.ts';

/** What a line end says: a paragraph ends, the page was full, or nothing at all. */
export type LineEnd = 'ends' | 'wraps' | 'torn';

const sentenceEnd = /[。！？：；!?:;”"）)]$/;
/** Stands for the marks of a page while lines are measured. */
const marked = '\u0000';
const indent = /^(?:[ \t]{2}|　)/;
const startsWithNumber =
  /^\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}部分)/;

/** How long the lines of a text are; by which of two measures they were filled. */
interface Measured {
  /** That of a full line. */
  width: number;
  lengthOf: (line: string) => number;
}

function charactersOf(line: string): number {
  return line.length;
}

/** Digits and letters are half as wide as a Chinese character. */
function breadthOf(line: string): number {
  let narrow = 0;
  for (let at = 0; at < line.length; at += 1) if (line.charCodeAt(at) < 0x80) narrow += 1;
  return line.length - narrow / 2;
}

/** Without the blanks that were put around numbers after the lines had been filled. */
function inkOf(line: string): number {
  let blank = 0;
  for (let at = 0; at < line.length; at += 1) if (line.charAt(at) === ' ') blank += 1;
  return line.length - blank;
}

/** The measure by which most lines are full: a printed page fills its breadth, a converter counts characters. */
function fullerMeasure(lines: readonly string[]): Measured {
  const measures = [charactersOf, breadthOf, inkOf].map((lengthOf) => {
    const lengths = lines.map(lengthOf).sort((a, b) => a - b);
    const width = lengths[Math.floor(lengths.length * 0.8)] ?? 0;
    return { width, lengthOf, full: lengths.filter((length) => length >= width - 3).length };
  });
  return measures.reduce((most, each) => (each.full > most.full ? each : most));
}

/** What the first line of a paragraph has less room for. */
function indentOf(line: string): number {
  return line.startsWith('　　') ? 2 : 0;
}

/** Whether lines that go on with a sentence of a full line are indented too: then an indent says nothing. */
function indentsContinuations(filled: readonly string[], { width, lengthOf }: Measured): boolean {
  const continued = filled.filter((_line, index) => {
    const before = filled[index - 1]?.trim() ?? '';
    return lengthOf(before) >= width - 3 && !sentenceEnd.test(before);
  });
  return continued.filter((line) => indent.test(line)).length > continued.length * 0.1;
}

/** Punctuation that stands at the start of no line a person wrote. */
const clings = /^[，。；：、！？％）”,;%)]/;

/**
 * Whether the text was torn wherever its letters change, as some converters leave it: “增长”, “8%”,
 * “；财政收入” on lines of their own. Commas then open lines although the line before was not full.
 */
function isTorn(filled: readonly string[], { width, lengthOf }: Measured): boolean {
  const torn = filled.filter((line, index) => {
    const before = filled[index - 1];
    return clings.test(line) && before !== undefined && lengthOf(before.trim()) < width - 3;
  });
  return torn.length >= 5 && torn.length >= filled.length * 0.05;
}

/** No heading at the foot of a page is as long. */
const longerThanHeading = 60;

/** A line that holds the number of a heading and nothing else: its words stand on the next one. */
const numberAlone =
  /^[ \t\u3000]*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.．、](?!\s*\d)|第[一二三四五六七八九十]{1,3}(?:部分|章|篇))[ \t\u3000]*(?=\r|\n)\s*/gm;

/**
 * Line ends that end no paragraph in any text: before and behind a page number inside a sentence (“…余额达7338万元和4022”,
 * “- 1 -”, “万元,同比…”), and behind the number of a heading alone.
 */
function unfinishedLines(source: string, pages: readonly Span[]): Map<number, LineEnd> {
  const ends = new Map<number, LineEnd>();
  for (const page of pages) {
    const end = source.lastIndexOf('\n', page.start - 1);
    const before = source.slice(source.lastIndexOf('\n', end - 1) + 1, Math.max(0, end)).trim();
    if (before.length <= longerThanHeading || sentenceEnd.test(before)) continue;
    for (const at of [end - 1, end, page.end, page.end + 1]) ends.set(at, 'wraps');
  }
  for (const { index, 0: number } of source.matchAll(numberAlone)) {
    for (let at = index; at < index + number.length; at += 1) ends.set(at, 'torn');
  }
  return ends;
}

function without(source: string, pages: readonly Span[]): string {
  let text = '';
  let done = 0;
  for (const { start, end } of pages) {
    text += source.slice(done, start) + marked.repeat(end - start);
    done = end;
  }
  return text + source.slice(done);
}

/**
 * What the line end at an offset says. It ends a paragraph, but in two kinds of text. In a hard-wrapped
 * one (lines of one length that break inside sentences) a full line's end means nothing unless a
 * sentence and a paragraph meet there; a line that stops short still ends its paragraph. In a torn one
 * only where a sentence and a numbered paragraph meet. The marks of a page may stand inside a sentence of any text.
 *
 * @param pages `pageLines(source)`.
 */
export function readLineEnds(source: string, pages: readonly Span[]): (index: number) => LineEnd {
  const lines = without(source, pages).split(/\r\n|\n|\r/);
  const filled = lines.filter((line) => line.trim() !== '' && !line.startsWith(marked));
  const unfinished = unfinishedLines(source, pages);
  const asItStands = (index: number): LineEnd => unfinished.get(index) ?? 'ends';
  if (filled.length < 6) return asItStands;
  const measured = fullerMeasure(filled.map((line) => line.trim()));
  const { width, lengthOf } = measured;
  const full = filled.filter((line) => lengthOf(line.trim()) >= width - 3);
  const broken = full.filter((line) => !sentenceEnd.test(line.trim()));
  const wrapped =
    width <= 90 && full.length >= filled.length * 0.3 && broken.length >= full.length * 0.5;
  const torn = isTorn(filled, measured);
  if (!wrapped && !torn) return asItStands;
  const indented = filled.filter((line) => indent.test(line)).length;
  const indentsParagraphs =
    indented <= filled.length * 0.6 || !indentsContinuations(filled, measured);
  // A blank line behind every line says no more than a line end does.
  const spaced = lines.filter((line) => line.trim() === '').length >= (filled.length - 1) * 0.6;
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
    if (spaced && line.trim() === '') continue;
    const short = lengthOf(line.trim()) + indentOf(line) < width * 0.8;
    const opens = indentsParagraphs && indent.test(next);
    const closed = sentenceEnd.test(line.trim()) && startsWithNumber.test(next);
    if (closed || (!torn && (short || next.trim() === '' || opens))) ends.add(end);
    next = line;
  }
  const elsewhere: LineEnd = torn ? 'torn' : 'wraps';
  return (index) =>
    unfinished.get(index) ?? (ends.has(index) || ends.has(index - 1) ? 'ends' : elsewhere);
}
