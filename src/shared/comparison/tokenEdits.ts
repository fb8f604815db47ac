import type { Span } from '../report/report.ts';

/** What stands in the old text and what stands in its place; either can be empty. */
export interface Edit {
  before: Span;
  after: Span;
}

/** Beyond so many edits two sentences have nothing to show each other: one replaces the other. */
const mostEdits = 600;
/** A number in Arabic digits as one word: 1.87, 10,544.4. For texts with folded widths. */
export const figurePattern = /(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?/g;
const tokenPattern = new RegExp(
  `${figurePattern.source}|[A-Za-z]+|[\\ud800-\\udbff][\\udc00-\\udfff]|[\\s\\S]`,
  'g',
);

/**
 * Cuts a sentence into single characters, with numbers and Latin words whole: 1.87 is one token,
 * so that a changed figure is never shown as changed digits.
 */
export function cutTokens(text: string, { start, end }: Span): Span[] {
  return Array.from(text.slice(start, end).matchAll(tokenPattern), (match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));
}

/** The least edits that turn the tokens of one passage into those of the other (Myers, 1986), in order. */
export function tokenEdits(before: string, old: Span, after: string, now: Span): Edit[] {
  const left = cutTokens(before, old);
  const right = cutTokens(after, now);
  const leftWords = left.map(({ start, end }) => before.slice(start, end));
  const rightWords = right.map(({ start, end }) => after.slice(start, end));
  let head = 0;
  while (head < left.length && head < right.length && leftWords[head] === rightWords[head]) {
    head += 1;
  }
  let tail = 0;
  while (
    tail < left.length - head &&
    tail < right.length - head &&
    leftWords[left.length - 1 - tail] === rightWords[right.length - 1 - tail]
  ) {
    tail += 1;
  }
  const kept = keptPairs(
    leftWords.slice(head, left.length - tail),
    rightWords.slice(head, right.length - tail),
  );
  const edits: Edit[] = [];
  let fromLeft = head;
  let fromRight = head;
  const close = (toLeft: number, toRight: number): void => {
    if (toLeft > fromLeft || toRight > fromRight) {
      edits.push({
        before: between(left, fromLeft, toLeft, old),
        after: between(right, fromRight, toRight, now),
      });
    }
    fromLeft = toLeft + 1;
    fromRight = toRight + 1;
  };
  for (const [x, y] of kept) close(head + x, head + y);
  close(left.length - tail, right.length - tail);
  return edits;
}

function between(tokens: Span[], from: number, to: number, whole: Span): Span {
  const start = tokens[from]?.start ?? whole.end;
  return { start, end: to > from ? (tokens[to - 1] as Span).end : start };
}

/** Indices of the tokens that stay, as pairs (left, right) in order. */
function keptPairs(left: string[], right: string[]): [number, number][] {
  const reach = new Map<number, number>([[1, 0]]);
  const trace: Map<number, number>[] = [];
  const limit = Math.min(left.length + right.length, mostEdits);
  for (let edits = 0; edits <= limit; edits += 1) {
    trace.push(new Map(reach));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const down =
        diagonal === -edits ||
        (diagonal !== edits && at(reach, diagonal - 1) < at(reach, diagonal + 1));
      let x = down ? at(reach, diagonal + 1) : at(reach, diagonal - 1) + 1;
      let y = x - diagonal;
      while (x < left.length && y < right.length && left[x] === right[y]) {
        x += 1;
        y += 1;
      }
      reach.set(diagonal, x);
      if (x >= left.length && y >= right.length) return walkBack(trace, left.length, right.length);
    }
  }
  return [];
}

function walkBack(trace: Map<number, number>[], x: number, y: number): [number, number][] {
  const kept: [number, number][] = [];
  for (let edits = trace.length - 1; edits >= 0; edits -= 1) {
    const reach = trace[edits] as Map<number, number>;
    const diagonal = x - y;
    const down =
      diagonal === -edits ||
      (diagonal !== edits && at(reach, diagonal - 1) < at(reach, diagonal + 1));
    const previous = down ? diagonal + 1 : diagonal - 1;
    const fromX = edits === 0 ? 0 : at(reach, previous);
    const fromY = edits === 0 ? 0 : fromX - previous;
    while (x > fromX && y > fromY && x > 0 && y > 0) {
      x -= 1;
      y -= 1;
      kept.push([x, y]);
    }
    x = fromX;
    y = fromY;
  }
  return kept.reverse();
}

function at(reach: Map<number, number>, diagonal: number): number {
  return reach.get(diagonal) ?? -1;
}
