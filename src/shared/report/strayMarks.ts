import type { LineEnd } from './lineEnds.ts';
import { leftoverLine } from './pagePieces.ts';
import type { Span } from './report.ts';

/** Letters, figures and signs at the end of a line, behind whatever is Chinese in it. */
const asciiTail = /[ \t\u3000]*[!-~](?:[ !-~]{0,28}[!-~])?[ \t]*$/;
const chineseEnd = /[\u4e00-\u9fff、，。；：！？”）》]$/;
const sentenceEnd = /[。！？；]$/;
/**
 * Letters and figures mixed as no term is: “F9f”, “x7Kq”, “3d8”. Terms have figures at one end (GDP, PM2.5, IPv6, 5G,
 * 220kV, AAA) or are written in capitals (H7N9, 4K8K); b2b is one too.
 */
const jumble =
  /^(?![A-Z0-9]+$|[a-z]2[a-z]$)(?:[A-Za-z]+\d+[A-Za-z]|\d+[A-Za-z]+\d)[A-Za-z0-9]{0,6}$/;
/** A letter behind a blank, behind a number that goes on in the next line. */
const behindFigure = /[\d.%][ \t\u3000]+[A-Za-z]$/;
/** Buttons and bylines of a page between two pages of its text: “上一页 1 2 3 下一页”, “分享到：微信 微博”. */
const longestLeftover = 40;
/** A watermark across the page leaves its letters one at a time; this many lines end in one. */
const fewestSingle = 4;
const shareOfSingle = 0.05;

/**
 * What stands in the midst of a text without being part of it: the numbers and titles of its `pages`, and
 * marks of Markdown and web pages, letters that a watermark or protection against copying left at line ends (“…稳步推进。F9f”, “一、2018年工作回顾 x7Kq”,
 * or S, B, G behind every fifth line). The text keeps them; nothing is read from them. In order, none overlapping
 * another.
 */
export function findStrayMarks(
  source: string,
  pages: readonly Span[],
  lineEnd: (index: number) => LineEnd,
): Span[] {
  const others = [...strayLetters(source, lineEnd), ...markup(source), ...pageOrdinals(source)];
  return others.length === 0 ? [...pages] : [...pages, ...others].sort((a, b) => a.start - b.start);
}

const entity = /&(?:nbsp|ensp|emsp|#160|#12288);?/g;
const hashes = /^[ \t\u3000]*#{1,6}[ \t]+/gm;
/** “**一、2018年工作回顾**”; what was made illegible (“**乡第**届”) is none. */
const bold =
  /\*\*(?=第?[一二三四五六七八九十]|[（(]|\d{1,2}[.、])([^*\n]{2,60})\*\*|(?<=(?:^|\n)[ \t\u3000]*)\*\*([^*\n]{2,60})(?:\*\*(?=[ \t]*(?:\r?\n|$)|[:：。])|(?<=[:：。])\*\*)/g;

/** Marks of Markdown and of web pages that a text was copied with: “## ”, “**…**”, “&nbsp;”. */
function markup(source: string): Span[] {
  const spans: Span[] = [];
  const add = (start: number, length: number) => spans.push({ start, end: start + length });
  if (source.includes('&')) {
    for (const { index, 0: words } of source.matchAll(entity)) add(index, words.length);
  }
  if (source.includes('# ')) {
    for (const { index, 0: words } of source.matchAll(hashes)) add(index, words.length);
  }
  if (source.includes('**')) {
    for (const { index, 0: words } of source.matchAll(bold)) {
      add(index, 2);
      add(index + words.length - 2, 2);
    }
  }
  return spans;
}

/** A page of such a site is one line, at least this long. */
const shortestPage = 150;

/**
 * “1、…”, “2、…” before the pages of a text, each in one line and torn from the next wherever it was full, as sites for
 * sharing files show them; with the line end between. A list counts its own sentences and ends them.
 */
function pageOrdinals(source: string): Span[] {
  if (!source.trimStart().startsWith('1、')) return [];
  const pages: { mark: Span; words: string }[] = [];
  let at = 0;
  let end = 0;
  for (const line of source.split('\n')) {
    const words = line.trim();
    const start = at + line.length - line.trimStart().length;
    at += line.length + 1;
    if (words === '') continue;
    const ordinal = `${pages.length + 1}、`;
    if (!words.startsWith(ordinal)) return [];
    pages.push({ mark: { start: end, end: start + ordinal.length }, words });
    end = start + words.length;
  }
  const full = pages.slice(0, -1);
  const torn = full.filter(({ words }) => !/[。！？：；”）]$/.test(words));
  const isShared =
    full.length > 0 &&
    full.every(({ words }) => words.length >= shortestPage) &&
    torn.length * 2 >= full.length;
  return isShared ? pages.map(({ mark }) => mark) : [];
}

function strayLetters(source: string, lineEnd: (index: number) => LineEnd): Span[] {
  const stray: Span[] = [];
  const single: Span[] = [];
  let lines = 0;
  for (let start = 0; start < source.length; lines += 1) {
    const next = source.indexOf('\n', start);
    const end = next < 0 ? source.length : next;
    // Nearly every line ends in what is no letter.
    const last = source.charCodeAt(end - (source[end - 1] === '\r' ? 2 : 1));
    if (last > 0x20 && last < 0x7f) {
      const from = Math.max(start, end - 40);
      const line = source.slice(from, end).trimEnd();
      const tail = asciiTail.exec(line)?.[0] ?? '';
      const before = line.slice(0, line.length - tail.length);
      const word = tail.trim();
      const closed = sentenceEnd.test(before) && lineEnd(end) === 'ends';
      const span = { start: from + before.length, end: from + line.length };
      if (behindFigure.test(tail)) single.push({ start: span.end - 1, end: span.end });
      else if (chineseEnd.test(before)) {
        if (jumble.test(word) || (closed && /[A-Za-z].|.[A-Za-z]/.test(word))) stray.push(span);
        else if (/^[A-Za-z]$/.test(word)) single.push(span);
      }
    }
    if (end - start <= longestLeftover && leftoverLine.test(source.slice(start, end).trim()))
      stray.push({ start, end: source[end - 1] === '\r' ? end - 1 : end });
    start = end + 1;
  }
  const recurs = single.length >= Math.max(fewestSingle, lines * shareOfSingle);
  return recurs ? [...stray, ...single] : stray;
}
