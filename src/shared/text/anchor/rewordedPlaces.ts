import type { Span } from '../../report/report.ts';
import { normaliseForSearch } from '../normalise.ts';
import type { PassageAnchor } from './anchor.ts';
import { occurrencesOf } from './occurrences.ts';

/** Shorter words on an edge stand everywhere and point nowhere. */
const edgeLength = 6;

/**
 * Places where the quoted words themselves were changed: only the width of their punctuation or
 * digits; or a figure corrected, a slip mended: what stands between the old context of both sides, or
 * between the first and last words of the quote.
 * Proposals only: the person decides.
 */
export function findRewordedPlaces(text: string, anchor: PassageAnchor): Span[] {
  const { quote, prefix, suffix } = anchor;
  const longest = 2 * quote.length + 16;
  const left = prefix.slice(-2 * edgeLength);
  const right = suffix.slice(0, 2 * edgeLength);
  const found = new Map<number, Span>();
  const add = (span: Span): void => {
    if (span.end > span.start && span.end - span.start <= longest && !found.has(span.start)) {
      found.set(span.start, span);
    }
  };

  for (const start of occurrencesOf(normaliseForSearch(text), normaliseForSearch(quote))) {
    add({ start, end: start + quote.length });
  }
  if (left.length >= edgeLength && right.length >= edgeLength) {
    for (const at of occurrencesOf(text, left)) {
      const start = at + left.length;
      const end = text.indexOf(right, start);
      if (end >= 0) add({ start, end });
    }
  }
  if (quote.length >= 2 * edgeLength) {
    const tail = quote.slice(-edgeLength);
    for (const start of occurrencesOf(text, quote.slice(0, edgeLength))) {
      const tailStart = text.indexOf(tail, start + edgeLength);
      if (tailStart >= 0) add({ start, end: tailStart + edgeLength });
    }
  }
  return [...found.values()].sort(
    (a, b) => Math.abs(a.start - anchor.start) - Math.abs(b.start - anchor.start),
  );
}
