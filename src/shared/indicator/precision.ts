/** Words of 约数 that stand behind their number; all others stand before it: 突破21亿元, 不低于8%. */
const BEHIND = /^(?:及以上|以上|以下|以内|之内|左右|上下|[多余几])$/u;

/** A number with its 约数 in its place: 6%左右, 不低于8%, 4,651余. */
export function withPrecision(number: string, precision: string | null): string {
  if (precision === null) return number;
  return BEHIND.test(precision) ? `${number}${precision}` : `${precision}${number}`;
}
