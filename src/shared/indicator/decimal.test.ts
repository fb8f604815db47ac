import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  divide,
  formatDecimal,
  fromNumber,
  multiply,
  parseDecimal,
  toNumber,
} from './decimal.ts';

const decimal = (text: string) => {
  const value = parseDecimal(text);
  if (value === null) throw new Error(text);
  return value;
};

describe('exact decimals', () => {
  it('convert 亿元 to 万元 without drift', () => {
    expect(formatDecimal(multiply(decimal('1.11'), decimal('10000')))).toBe('11100');
    expect(1.11 * 10000).not.toBe(11100);
  });

  it('divide to a stated number of places, rounding half away from zero', () => {
    const quotient = (a: string, b: string, places: number) => {
      const result = divide(decimal(a), decimal(b), places);
      return result === null ? null : formatDecimal(result);
    };
    expect(quotient('18700', '1.151', 1)).toBe('16246.7');
    expect(quotient('5', '2', 0)).toBe('3');
    expect(quotient('-5', '2', 0)).toBe('-3');
    expect(quotient('1', '0', 2)).toBeNull();
  });

  it('refuse what is no plain number', () => {
    for (const text of ['', '1,000', '1e3', '.5', '1.', 'X']) expect(parseDecimal(text)).toBeNull();
    expect(fromNumber(Number.NaN)).toBeNull();
  });

  it('survive a round trip through text and through numbers', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
        fc.nat(6),
        (digits, scale) => {
          const value = { digits, scale };
          expect(formatDecimal(decimal(formatDecimal(value)))).toBe(formatDecimal(value));
          const number = toNumber(value);
          expect(String(number)).toBe(String(Number(formatDecimal(value))));
          const back = fromNumber(number);
          expect(back === null ? null : toNumber(back)).toBe(number);
        },
      ),
    );
  });

  it('multiply and divide back to where they started', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 12n }), fc.nat(4), (digits, scale) => {
        const value = { digits, scale };
        for (const factor of ['0.0001', '15', '1500', '10000', '0.0005']) {
          const there = multiply(value, decimal(factor));
          const back = divide(there, decimal(factor), scale);
          expect(back === null ? null : formatDecimal(back)).toBe(formatDecimal(value));
        }
        expect(formatDecimal(add(value, { digits: -digits, scale }))).toBe('0');
      }),
    );
  });

  it('read numbers that print with an exponent', () => {
    expect(formatDecimal(fromNumber(1e-7) ?? decimal('0'))).toBe('0.0000001');
    expect(formatDecimal(fromNumber(1e21) ?? decimal('0'))).toBe('1000000000000000000000');
  });
});
