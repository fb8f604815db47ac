/** A straight axis: where a value stands, and the round values written beside it. */
export interface Scale {
  at: (value: number) => number;
  ticks: readonly number[];
}

const STEPS = [1, 2, 2.5, 5, 10];

/** An axis from `from` to `to` (pixels) that holds every value; with `zero` it begins at 0. */
export function scaleOf(
  values: readonly number[],
  { from, to, zero }: { from: number; to: number; zero: boolean },
): Scale {
  const low = Math.min(...values, ...(zero ? [0] : []));
  const high = Math.max(...values, ...(zero ? [0] : []));
  const step = roundStep((high - low || Math.abs(high) || 1) / 4);
  const first = Math.floor(low / step);
  const last = Math.max(Math.ceil(high / step), first + 1);
  const ticks = Array.from({ length: last - first + 1 }, (_, at) => exact((first + at) * step));
  const span = (last - first) * step;
  return { at: (value) => from + ((value - first * step) / span) * (to - from), ticks };
}

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return (STEPS.find((step) => step * power >= rough) ?? 10) * power;
}

/** 0.30000000000000004 → 0.3 */
function exact(value: number): number {
  return Number(value.toPrecision(12));
}

/** A label beside its point, moved down as far as it must to stand clear of those before it. */
export function spread(tops: readonly number[], height: number): number[] {
  const placed: number[] = [];
  const order = tops.map((top, at) => ({ top, at })).sort((a, b) => a.top - b.top);
  let free = Number.NEGATIVE_INFINITY;
  for (const { top, at } of order) {
    placed[at] = Math.max(top, free);
    free = (placed[at] ?? top) + height;
  }
  return placed;
}
