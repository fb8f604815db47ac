import type { Span } from '../../shared/report/report.ts';

/**
 * Tells where a stretch stands in a corrected text when both its ends lie outside everything that was
 * changed; undefined otherwise. The correction is taken as one: from the first changed character to
 * the last. A stretch around it grows or shrinks with it.
 */
export function createSpanMover(before: string, after: string): (span: Span) => Span | undefined {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (
    tail < shorter - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  ) {
    tail += 1;
  }
  const shift = after.length - before.length;
  const tailStart = before.length - tail;
  return ({ start, end }) => {
    if (end <= head) return { start, end };
    if (start >= tailStart) return { start: start + shift, end: end + shift };
    const around = start <= head && end >= tailStart && start < end + shift;
    return around ? { start, end: end + shift } : undefined;
  };
}
