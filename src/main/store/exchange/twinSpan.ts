import type { Span } from '../../../shared/report/report.ts';
import { normaliseForSearch } from '../../../shared/text/normalise.ts';

/**
 * Tells where a stretch of one text stands in another with the same fingerprint: one that differs in
 * widths and white space at most. Undefined for a stretch of nothing but white space.
 */
export function createTwinMover(before: string, after: string): (span: Span) => Span | undefined {
  if (before === after) return ({ start, end }) => ({ start, end });
  const from = inkOffsets(before);
  const to = inkOffsets(after);
  return ({ start, end }) => {
    const first = to[firstFrom(from, start)];
    const last = to[firstFrom(from, end) - 1];
    if (first === undefined || last === undefined || last < first) return undefined;
    return { start: first, end: last + 1 };
  };
}

/** Offsets of what is no white space, as fingerprints see it. */
function inkOffsets(text: string): number[] {
  return [...normaliseForSearch(text).matchAll(/\S/g)].map(({ index }) => index);
}

/** How many of the ascending `offsets` are less than `offset`. */
function firstFrom(offsets: readonly number[], offset: number): number {
  let [low, high] = [0, offsets.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether two wordings are one but for widths and white space. */
export function isSameInk(a: string, b: string): boolean {
  const [inkOfA, inkOfB] = [a, b].map((words) => normaliseForSearch(words).replace(/\s/g, ''));
  return inkOfA === inkOfB;
}
