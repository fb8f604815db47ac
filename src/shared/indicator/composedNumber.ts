import { isAt, trait } from './characters.ts';
import type { Decimal } from './decimal.ts';

const POWERS: Readonly<Record<string, bigint>> = {
  十: 10n,
  百: 100n,
  千: 1000n,
  万: 10_000n,
  亿: 100_000_000n,
};

/** 12000 of “1万2千”, 350000000 of “3亿5千万”; null for a number without magnitudes. */
export function composedNumber(written: string): Decimal | null {
  if (!isAt(written, written.length - 1, trait.power)) return null;
  let digits = 0n;
  for (const [, number = '0', powers = ''] of written.matchAll(/(\d+)([亿万千百十]+)/g)) {
    digits += [...powers].reduce((value, power) => value * (POWERS[power] ?? 1n), BigInt(number));
  }
  return { digits, scale: 0 };
}
