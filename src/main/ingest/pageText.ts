import type { DiscardedText } from '../../shared/report/report.ts';
import { removeFurniture } from './pageFurniture.ts';
import { type Line, listLines, type PagePieces } from './pageLines.ts';
import { joinParagraphs } from './paragraphs.ts';

export interface PageText {
  text: string;
  /** Line by line as on the pages, furniture included, a blank line between pages. */
  extracted: string;
  discarded: DiscardedText[];
}

/** Running text out of pages of pieces at coordinates. */
export function readPages(pages: readonly PagePieces[]): PageText {
  const laidOut = listLines(pages).map((lines, index) => ({
    lines,
    height: pages[index]?.height ?? 0,
  }));
  const { pages: bodies, discarded } = removeFurniture(laidOut);
  const { running, notes } = partNotes(bodies);
  return {
    text: [...joinParagraphs(running), ...joinParagraphs(notes)].join('\n'),
    extracted: laidOut
      .map(({ lines }) => lines.map((line) => line.text).join('\n'))
      .filter((page) => page !== '')
      .join('\n\n'),
    discarded,
  };
}

/** Footnotes: the lines in small type that end a page. After the text, they no longer cut a sentence in two. */
function partNotes(pages: readonly Line[][]): { running: Line[][]; notes: Line[][] } {
  const small = bodySize(pages) * 0.88;
  const running: Line[][] = [];
  const notes: Line[][] = [];
  for (const lines of pages) {
    const last = lines.findLastIndex((line) => line.size >= small);
    running.push(lines.slice(0, last + 1));
    notes.push(lines.slice(last + 1));
  }
  return { running, notes };
}

/** The type size of most characters. */
function bodySize(pages: readonly Line[][]): number {
  const characters = new Map<number, number>();
  for (const { size, text } of pages.flat()) {
    const rounded = Math.round(size * 2) / 2;
    characters.set(rounded, (characters.get(rounded) ?? 0) + text.length);
  }
  return [...characters].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0])[0];
}
