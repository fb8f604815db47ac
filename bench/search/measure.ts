/** The value below which a share of the numbers lies. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export function median(numbers: readonly number[]): number {
  return percentile(numbers, 0.5);
}

/** Milliseconds that some work takes, the answer thrown away. */
export function time(work: () => unknown): number {
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/** Half the spread between the quartiles, as a share of the median: how noisy the machine was. */
export function noise(numbers: readonly number[]): number {
  return (percentile(numbers, 0.75) - percentile(numbers, 0.25)) / 2 / median(numbers);
}
