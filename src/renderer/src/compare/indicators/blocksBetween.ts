/** Pixels beyond either edge that are drawn as well, so that fast scrolling meets no gap. */
const MARGIN = 600;

/** The blocks between two heights of the table and a margin beyond: from `first` up to but without `end`. */
export function blocksBetween(
  { top, bottom }: { top: number; bottom: number },
  { count, heightOf }: { count: number; heightOf: (at: number) => number },
): { first: number; end: number } {
  let first = 0;
  let edge = 0;
  while (first < count - 1 && edge + heightOf(first) < top - MARGIN) {
    edge += heightOf(first);
    first += 1;
  }
  let end = first;
  while (end < count && edge < bottom + MARGIN) {
    edge += heightOf(end);
    end += 1;
  }
  return { first, end: Math.max(end, Math.min(count, first + 1)) };
}
