import type { IndicatorReading } from '../indicator/reading.ts';

/** Fewer figures in common than this say nothing of the size of a place. */
const FEWEST_IN_COMMON = 3;

/**
 * How alike two places are in size: the median ratio of the figures both state of the whole place for the
 * year reviewed, 1 where they are the same, 0.5 where one is twice the other. Null where they have too
 * few in common.
 */
export function figureLikeness(
  own: readonly IndicatorReading[],
  other: readonly IndicatorReading[],
): { likeness: number; figures: number } | null {
  const sizes = sizesOf(own);
  const ratios: number[] = [];
  for (const [key, size] of sizesOf(other)) {
    const mine = sizes.get(key);
    if (mine !== undefined) ratios.push(Math.min(mine, size) / Math.max(mine, size));
  }
  if (ratios.length < FEWEST_IN_COMMON) return null;
  ratios.sort((a, b) => a - b);
  return { likeness: ratios[ratios.length >> 1] as number, figures: ratios.length };
}

/** The first result of each indicator, with its unit in the key: what is stated in 户 is no size in 亩. */
function sizesOf(readings: readonly IndicatorReading[]): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const { key, scope, nature, normalizedValue, normalizedUnit } of readings) {
    if (key === null || scope !== 'town' || nature !== 'actual') continue;
    if (normalizedValue === null || normalizedValue <= 0) continue;
    const of = `${key} ${normalizedUnit}`;
    if (!sizes.has(of)) sizes.set(of, normalizedValue);
  }
  return sizes;
}
