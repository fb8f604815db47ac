import type { DiscardedText } from '../../shared/report/report.ts';
import type { Line } from './pageLines.ts';

export interface PageLines {
  height: number;
  lines: Line[];
}

export interface Furniture {
  /** The pages without it. */
  pages: Line[][];
  discarded: DiscardedText[];
}

/** Share of the page’s height, from either edge, in which furniture is looked for. */
const MARGIN = 0.14;
/** Lines from either edge that are looked at. */
const EDGE_LINES = 3;

const BARE_NUMBER = /^\d{1,4}$/;
const DECORATED_NUMBER =
  /^(?:[-—–－─·•~]\s*\d{1,4}\s*[-—–－─·•~]|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4}|[Pp]age\s*\d{1,4}(?:\s*of\s*\d{1,4})?)$/;

/**
 * Takes page numbers and running heads out of the pages.
 *
 * A line goes only when it stands at the edge of its page and is a page number (decorated, or a bare number that
 * counts on from page to page), or when the same words stand at the same height on several pages.
 */
export function removeFurniture(pages: readonly PageLines[]): Furniture {
  const edges = pages.map(edgeLines);
  const counting = findCountingNumbers(edges);
  const repeated = findRepeated(edges);
  const numbers: string[] = [];
  const heads = new Set<string>();

  const kept = pages.map(({ lines }, index) => {
    const edge = edges[index] ?? new Set();
    return lines.filter((line) => {
      if (!edge.has(line)) return true;
      const text = line.text.trim();
      if (DECORATED_NUMBER.test(text) || counting.has(line)) {
        numbers.push(text);
        return false;
      }
      if (repeated.has(keyOf(line))) {
        heads.add(text);
        return false;
      }
      return true;
    });
  });
  const discarded: DiscardedText[] = [];
  if (numbers.length > 0) discarded.push({ text: numbers.join('\n'), reason: '页码' });
  if (heads.size > 0) discarded.push({ text: [...heads].join('\n'), reason: '页眉页脚' });
  return { pages: kept, discarded };
}

function edgeLines({ height, lines }: PageLines): Set<Line> {
  const byHeight = [...lines].sort((a, b) => a.y - b.y);
  const top = byHeight.slice(0, EDGE_LINES).filter((line) => line.y < height * MARGIN);
  const bottom = byHeight.slice(-EDGE_LINES).filter((line) => line.y > height * (1 - MARGIN));
  return new Set([...top, ...bottom]);
}

/** Bare numbers whose difference to the number of their page is the same on most pages: 3 on page 1, 4 on page 2… */
function findCountingNumbers(edges: readonly ReadonlySet<Line>[]): Set<Line> {
  const byOffset = new Map<number, Line[]>();
  for (const [page, lines] of edges.entries()) {
    for (const line of lines) {
      if (!BARE_NUMBER.test(line.text.trim())) continue;
      const offset = Number(line.text) - page;
      byOffset.set(offset, [...(byOffset.get(offset) ?? []), line]);
    }
  }
  const best = [...byOffset.values()].reduce((a, b) => (b.length > a.length ? b : a), []);
  const enough = edges.length === 1 ? 1 : Math.max(2, edges.length * 0.4);
  return new Set(best.length >= enough ? best : []);
}

/** The same words, digits aside, at the same height. */
function keyOf(line: Line): string {
  const words = line.text.replace(/\d+/g, '#').replace(/\s+/g, '');
  return `${Math.round(line.y / (line.size || 1))} ${words}`;
}

function findRepeated(edges: readonly ReadonlySet<Line>[]): Set<string> {
  const counts = new Map<string, number>();
  for (const lines of edges) {
    const worded = [...lines].filter((line) => /\p{L}/u.test(line.text));
    for (const key of new Set(worded.map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  // Heads of odd and even pages differ: each is on about half of the pages.
  const enough = Math.max(2, Math.min(edges.length * 0.3, 10));
  return new Set([...counts].filter(([, count]) => count >= enough).map(([key]) => key));
}
