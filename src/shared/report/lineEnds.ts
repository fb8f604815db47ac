/** What a line end says: a paragraph ends, the page was full, or nothing at all. */
export type LineEnd = 'ends' | 'wraps' | 'torn';

/** A line that holds a page number and nothing else: “- 12 -”, “· 3 ·”, “第3页 共12页”. */
export const pageNumbers =
  /^[ \t\u3000]*(?:[-—–－·•]{1,2}[ \t]*\d{1,3}[ \t]*[-—–－·•]{1,2}|第[ \t]*\d{1,3}[ \t]*页(?:[ \t,，/]*共[ \t]*\d{1,3}[ \t]*页)?)[ \t]*$/gm;

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

/** Punctuation that stands at the start of no line a person wrote. */
const clings = /^[，。；：、！？％）”,;%)]/;

/**
 * Whether the text was torn wherever its letters change, as some converters leave it: “增长”, “8%”,
 * “；财政收入” on lines of their own. Commas then open lines although the line before was not full.
 */
function isTorn(filled: readonly string[], width: number): boolean {
  const torn = filled.filter((line, index) => {
    const before = filled[index - 1]?.trim().length ?? width;
    return clings.test(line) && before < width - 3;
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
function unfinishedLines(source: string): Map<number, LineEnd> {
  const ends = new Map<number, LineEnd>();
  for (const { index, 0: number } of source.matchAll(pageNumbers)) {
    const end = source.lastIndexOf('\n', index - 1);
    const before = source.slice(source.lastIndexOf('\n', end - 1) + 1, Math.max(0, end)).trim();
    if (before.length <= longerThanHeading || sentenceEnd.test(before)) continue;
    for (const at of [end - 1, end, index + number.length, index + number.length + 1]) {
      ends.set(at, 'wraps');
    }
  }
  for (const { index, 0: number } of source.matchAll(numberAlone)) {
    for (let at = index; at < index + number.length; at += 1) ends.set(at, 'torn');
  }
  return ends;
}

/**
 * What the line end at an offset says. It ends a paragraph, but in two kinds of text. In a hard-wrapped
 * one (lines of one length that break inside sentences) a full line's end means nothing unless a
 * sentence and a paragraph meet there; a line that stops short still ends its paragraph. In a torn one
 * only where a sentence and a numbered paragraph meet. A page number may stand inside a sentence of any text.
 */
export function readLineEnds(source: string): (index: number) => LineEnd {
  const lines = source
    .replace(pageNumbers, (line) => marked.repeat(line.length))
    .split(/\r\n|\n|\r/);
  const filled = lines.filter((line) => line.trim() !== '' && !line.startsWith(marked));
  const unfinished = unfinishedLines(source);
  const asItStands = (index: number): LineEnd => unfinished.get(index) ?? 'ends';
  if (filled.length < 6) return asItStands;
  const lengths = filled.map((line) => line.trim().length).sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.8)] ?? 0;
  const full = filled.filter((line) => line.trim().length >= width - 3);
  const broken = full.filter((line) => !sentenceEnd.test(line.trim()));
  const wrapped =
    width <= 90 && full.length >= filled.length * 0.3 && broken.length >= full.length * 0.5;
  const torn = isTorn(filled, width);
  if (!wrapped && !torn) return asItStands;
  const indented = filled.filter((line) => indent.test(line)).length;
  const indentsParagraphs = indented <= filled.length * 0.6 || !indentsContinuations(filled, width);
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
    const short = line.trim().length < width * 0.8;
    const opens = indentsParagraphs && indent.test(next);
    const closed = sentenceEnd.test(line.trim()) && startsWithNumber.test(next);
    if (closed || (!torn && (short || next.trim() === '' || opens))) ends.add(end);
    next = line;
  }
  const elsewhere: LineEnd = torn ? 'torn' : 'wraps';
  return (index) =>
    unfinished.get(index) ?? (ends.has(index) || ends.has(index - 1) ? 'ends' : elsewhere);
}
