/**
 * An exact decimal: `digits` / 10^`scale`. Figures are converted between units in this form, because
 * 1.11 × 10000 is 11100.000000000002 in binary floating point, and officials compare to the last digit.
 */
export interface Decimal {
  digits: bigint;
  /** Digits after the point, never negative. */
  scale: number;
}

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;
/** As many digits as a double holds exactly, whatever they are. */
const EXACT_DIGITS = 15;
/** 1, the magnitude of a unit without 万 or 亿 in front. */
export const ONE: Decimal = { digits: 1n, scale: 0 };

/** Reads “1.87”, “-3”, “0.0001”; null for anything else (no separators, no exponent). */
export function parseDecimal(text: string): Decimal | null {
  return parseShort(text) ?? parseAny(text);
}

/** Nearly every number: few digits, at most one point within. */
function parseShort(text: string): Decimal | null {
  if (text.length > EXACT_DIGITS + 1) return null;
  let digits = 0;
  let point = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - 0x30;
    if (digit >= 0 && digit <= 9) digits = digits * 10 + digit;
    else if (digit === -2 && at > 0 && point === text.length) point = at;
    else return null;
  }
  const count = point === text.length ? point : text.length - 1;
  const scale = Math.max(0, text.length - 1 - point);
  if (count === 0 || count > EXACT_DIGITS || point === text.length - 1) return null;
  return { digits: BigInt(digits), scale };
}

function parseAny(text: string): Decimal | null {
  const match = DECIMAL.exec(text);
  if (match === null) return null;
  const fraction = match[3] ?? '';
  const written = `${match[2]}${fraction}`;
  const digits = BigInt(written);
  return { digits: match[1] === '-' ? -digits : digits, scale: fraction.length };
}

export function multiply(left: Decimal, right: Decimal): Decimal {
  if (right === ONE) return left;
  return { digits: left.digits * right.digits, scale: left.scale + right.scale };
}

export function add(left: Decimal, right: Decimal): Decimal {
  const scale = Math.max(left.scale, right.scale);
  return { digits: atScale(left, scale) + atScale(right, scale), scale };
}

/** Rounded half away from zero to `places` digits after the point; null for a division by zero. */
export function divide(left: Decimal, right: Decimal, places: number): Decimal | null {
  if (right.digits === 0n) return null;
  const numerator = left.digits * 10n ** BigInt(right.scale + places);
  const denominator = right.digits * 10n ** BigInt(left.scale);
  const negative = numerator < 0n !== denominator < 0n;
  const top = numerator < 0n ? -numerator : numerator;
  const bottom = denominator < 0n ? -denominator : denominator;
  const rounded = (2n * top + bottom) / (2n * bottom);
  return { digits: negative ? -rounded : rounded, scale: places };
}

/** Shortest plain notation: “18700”, “0.1”, “-3.5”; no exponent, no trailing zeros. */
export function formatDecimal(value: Decimal): string {
  const negative = value.digits < 0n;
  const digits = (negative ? -value.digits : value.digits)
    .toString()
    .padStart(value.scale + 1, '0');
  const whole = digits.slice(0, digits.length - value.scale);
  const fraction = digits.slice(digits.length - value.scale).replace(/0+$/, '');
  const plain = fraction === '' ? whole : `${whole}.${fraction}`;
  return negative && value.digits !== 0n ? `-${plain}` : plain;
}

/** Those that a double holds exactly. */
const POWERS_OF_TEN = Array.from({ length: 23 }, (_, power) => 10 ** power);

/** The double nearest to the decimal, for places that hold JSON numbers. */
export function toNumber(value: Decimal): number {
  const digits = Number(value.digits);
  // Both exact, so that one division rounds once: the same double as reading the notation.
  if (Number.isSafeInteger(digits) && value.scale < POWERS_OF_TEN.length)
    return value.scale === 0 ? digits : digits / (POWERS_OF_TEN[value.scale] as number);
  return Number(formatDecimal(value));
}

/** The decimal whose shortest notation JavaScript prints for `value`; null for NaN and infinities. */
export function fromNumber(value: number): Decimal | null {
  if (!Number.isFinite(value)) return null;
  const plain = parseDecimal(String(value));
  if (plain !== null) return plain;
  const [mantissa = '', exponent = '0'] = value.toString().split('e');
  const base = parseDecimal(mantissa);
  if (base === null) return null;
  const shift = Number(exponent);
  return shift < 0
    ? { digits: base.digits, scale: base.scale - shift }
    : multiply(base, { digits: 10n ** BigInt(shift), scale: 0 });
}

function atScale(value: Decimal, scale: number): bigint {
  return value.digits * 10n ** BigInt(scale - value.scale);
}
