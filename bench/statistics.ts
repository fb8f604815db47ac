export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Nearest-rank quantile: of 20 values the 19th is p95. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** Prints one measured ratio beside its bound; a ratio above it makes the bench end with an error. */
export function reportRatio(what: string, ratio: number, bound: number): void {
  const kept = ratio <= bound;
  process.stdout.write(`${kept ? '✓' : '×'} ${what}: ${ratio.toFixed(2)}× (bound ${bound}×)\n`);
  if (!kept) process.exitCode = 1;
}
