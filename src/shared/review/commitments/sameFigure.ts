import type { IndicatorReading } from '../../indicator/reading.ts';

/** Whether two figures can be compared: the same indicator, or one of the same ending, in the same unit. */
export function isSameFigure(a: IndicatorReading, b: IndicatorReading): boolean {
  if (a.normalizedUnit !== b.normalizedUnit) return false;
  if (a.key !== null || b.key !== null) return a.key === b.key;
  return a.name.length >= 2 && a.name.slice(-2) === b.name.slice(-2);
}
