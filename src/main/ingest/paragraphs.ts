import type { Line } from './pageLines.ts';

const CHAPTER_START =
  /^(?:第[一二三四五六七八九十百\d]+[章节篇编]|第[一二三四五六七八九十]+部分|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])/;
const SENTENCE_END = /[。！？：；!?:;…”）)]$/;
/** Multiples of the type size. */
const INDENT = 1.2;
/** By which a line may stop short of the edge though another character would have fitted. */
const SHORTFALL = 1;
/** Paragraphs without indents stand this much further apart than lines do. */
const SET_OFF = 1.35;

interface Box {
  left: number;
  right: number;
}

/**
 * Paragraphs out of hard-wrapped lines, pages and columns following one another.
 *
 * A line goes on in the next one when it reaches the right edge and the next is not indented, not of another type
 * size and not set off. Han characters join without a space (“2019年昌城” + “镇政府”), Latin words with one; a number
 * cut in two (“10544.” + “4万元”) becomes whole.
 */
export function joinParagraphs(pages: readonly Line[][]): string[] {
  const pitch = medianPitch(pages);
  const paragraphs: string[] = [];
  let before: { line: Line; box: Box; page: number } | undefined;
  for (const [page, lines] of pages.entries()) {
    const boxes = boxesOf(lines);
    for (const line of lines) {
      const box = boxes[line.column];
      const goesOn =
        before !== undefined &&
        continues(before.line, before.box, line, box) &&
        !(before.page === page && isSetOff(before.line, line, pitch));
      const last = paragraphs.length - 1;
      const text = box.right - line.right < line.size ? withoutStretching(line) : line.text;
      if (goesOn) paragraphs[last] = glue(paragraphs[last] ?? '', text);
      else paragraphs.push(text);
      before = { line, box, page };
    }
  }
  return paragraphs;
}

function continues(line: Line, box: Box, next: Line, nextBox: Box): boolean {
  if (line.isRow || next.isRow) return false;
  const size = Math.max(line.size, next.size);
  if (Math.abs(line.size - next.size) > size * 0.12) return false;
  if (next.left - nextBox.left > INDENT * next.size) return false;
  if (CHAPTER_START.test(next.text) && SENTENCE_END.test(line.text)) return false;
  return box.right - line.right < (SHORTFALL + widthOfFirstWord(next.text)) * line.size;
}

/**
 * What may not be parted at the start of a line, in type sizes: it did not fit and left a hole of its own width. A
 * number or Latin word, and the marks that cling to it or to a Han character: “14435”, 引”、, 份,24.
 */
function widthOfFirstWord(text: string): number {
  const word = text.match(/^[“‘（《【(]*(?:[!-~]+|.)[!-~”’）》】、，。；：！？]*/u)?.[0] ?? '';
  return [...word].reduce((sum, character) => sum + (character < '\u0100' ? 0.5 : 1), 0);
}

/** Justified type is stretched; the gaps are no spaces. Those between Latin words are. */
function withoutStretching({ text, isRow }: Line): string {
  return isRow ? text : text.replace(/(?<=[^!-~\s]) +| +(?=[^!-~\s])/g, '');
}

function isSetOff(line: Line, next: Line, pitch: number): boolean {
  return line.column === next.column && next.y - line.y > pitch * next.size * SET_OFF;
}

function glue(paragraph: string, text: string): string {
  const words = /[A-Za-z]$/.test(paragraph) && /^[A-Za-z]/.test(text);
  return words ? `${paragraph} ${text}` : paragraph + text;
}

/** The edges of the running text of a page, for each of its columns. */
function boxesOf(lines: readonly Line[]): Record<Line['column'], Box> {
  return { 0: boxOf(lines, 0), 1: boxOf(lines, 1), 2: boxOf(lines, 2) };
}

function boxOf(lines: readonly Line[], column: Line['column']): Box {
  const own = lines.filter((line) => line.column === column && !line.isRow);
  if (own.length === 0) return { left: 0, right: 0 };
  const right = own.reduce((most, line) => Math.max(most, line.right), 0);
  const widest = own.reduce((most, line) => Math.max(most, line.right - line.left), 0);
  const long = own.filter((line) => line.right - line.left >= widest * 0.6);
  return { left: long.reduce((least, line) => Math.min(least, line.left), right), right };
}

/** The usual distance of two lines, in type sizes. */
function medianPitch(pages: readonly Line[][]): number {
  const steps = pages
    .flatMap((lines) =>
      lines.slice(1).map((line, index) => {
        const before = lines[index];
        return before && before.column === line.column ? (line.y - before.y) / line.size : 0;
      }),
    )
    .filter((step) => step > 0)
    .sort((a, b) => a - b);
  return steps[Math.floor(steps.length / 2)] ?? Number.POSITIVE_INFINITY;
}
