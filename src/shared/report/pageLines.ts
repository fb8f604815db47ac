import type { Span } from './report.ts';

/** “- 12 -”, “· 3 ·”, “第3页 共12页”, “3/12”. */
const pageNumber =
  /^(?:[-—–－·•]{1,2}[ \t]*\d{1,3}[ \t]*[-—–－·•]{1,2}|第[ \t]*\d{1,3}[ \t]*页(?:[ \t,，/]*共[ \t]*\d{1,3}[ \t]*页)?|\d{1,3}[ \t]*[/／][ \t]*\d{1,3})$/;
const onlyFigures = /^[\d.,%％]+$/;
const sentenceEnd = /[。！？：；!?:;]$/;
const headingAlone =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]+[部章])[^。，；,;]*$/;
/** What pages repeat above their lines names the report: no sentence, no list, no figure but a year. */
const title =
  /^(?:[^\d\s，。；：、！？,.;:!?A-Za-z#*&（）()“”%％]|\d+(?=年)|[ \t\u3000]+(?=\S)){4,30}(?:[（(][\u4e00-\u9fff]{1,6}[）)])?$/;

const longestMark = 40;
/** A line that is broken off at the foot of a page is full; a cell, a label or a heading is shorter. */
const fullLine = 15;
/** The marks of two pages are at least so far apart. */
const shortestPage = 200;

interface Line extends Span {
  words: string;
  /** Its words are in the midst of a sentence which a full line above it began. */
  interrupts: boolean;
}

/**
 * What a page has above and below its text, on lines of their own: numbers in dashes or with 页, numbers alone that count
 * the pages up, and a title that stands again between the lines of a sentence. In order, none overlapping another.
 */
export function pageLines(source: string): Span[] {
  const marks: Line[] = [];
  const numbers: Line[] = [];
  const titles: Line[] = [];
  let above = '';
  for (let start = 0; start < source.length; ) {
    const next = source.indexOf('\n', start);
    const end = next < 0 ? source.length : next;
    const words = source.slice(start, Math.min(end, start + longestMark)).trim();
    const interrupts =
      above.length >= fullLine && !sentenceEnd.test(above) && !headingAlone.test(above);
    const line = { start, end: source[end - 1] === '\r' ? end - 1 : end, words, interrupts };
    if (end - start >= longestMark) above = source.slice(start, end).trim();
    else if (pageNumber.test(words)) marks.push(line);
    else if (onlyFigures.test(words)) numbers.push(line);
    else if (words !== '') {
      if (title.test(words)) titles.push(line);
      above = words;
    }
    start = end + 1;
  }
  const found = [...marks, ...countedPages(numbers), ...repeatedTitles(titles, marks)];
  return found.sort((a, b) => a.start - b.start).map(({ start, end }) => ({ start, end }));
}

/** “1”, “2”, “3”, each a page behind the one before; none where other figures have lines of their own, as in a table. */
function countedPages(numbers: readonly Line[]): readonly Line[] {
  const first = Number(numbers[0]?.words);
  const count = (line: Line, at: number) => Number(line.words) === first + at;
  const apart = (line: Line, at: number) =>
    at === 0 || line.start - (numbers[at - 1] as Line).start >= shortestPage;
  if (!(first <= 3 && numbers.every(count) && numbers.every(apart))) return [];
  return numbers.some(({ interrupts }) => interrupts) ? numbers : [];
}

/** How the title of a report or of what was printed for a session ends. */
const namesReport = /(?:报告|文件|材料|汇编)(?:[（(].*)?$/;

/** A title at the head of further pages: between the lines of a sentence, and beside a page's number or known as a title. */
function repeatedTitles(titles: readonly Line[], marks: readonly Line[]): Line[] {
  const numbered = (line: Line) =>
    marks.some(({ start, end }) => line.start - end <= 4 && start - line.end <= 4);
  const found: Line[] = [];
  for (const [words, lines] of Map.groupBy(titles, (line) => line.words.replace(/\s/g, ''))) {
    const heads = lines.filter(({ start }) => start >= shortestPage);
    const between = heads.filter(({ interrupts }) => interrupts).length;
    const apart = lines.every(
      ({ start }, at) => at === 0 || start - (lines[at - 1] as Line).start >= shortestPage,
    );
    const known =
      lines.length > heads.length ||
      lines.length > 2 ||
      (lines.length > 1 && heads.some(numbered)) ||
      namesReport.test(words);
    if (apart && known && between > 0 && (between * 2 >= heads.length || heads.every(numbered)))
      found.push(...heads);
  }
  return found;
}
