import { giveNumber, NUMBERED, numberAt } from './characterNumbers.ts';
import { isAt, trait } from './characters.ts';
import { type Decimal, multiply, ONE, parseDecimal } from './decimal.ts';

/** One unit of measure as it may stand behind a number. */
export interface Unit {
  text: string;
  /** Families the unit can belong to, the usual one first: 平方公里 is land before floor space. */
  conversions: readonly UnitConversion[];
  /** Those families, in the same order. */
  families: readonly string[];
}

export interface UnitConversion {
  family: string;
  /** Unit the figure is converted to. */
  base: string;
  factor: Decimal;
}

export interface UnitLexicon {
  units: ReadonlyMap<string, Unit>;
  /** Unit that figures of a family are converted to; null for families whose units stay as they are. */
  baseOf(family: string): string | null;
  /** Longest unit that starts at `at`, null where the words there are no unit (年, 岁, 个百分点 is one). */
  longestAt(text: string, at: number): Unit | null;
}

export interface UnitFamilyDefinition {
  id: string;
  /** Null: every unit of the family stands for itself (15个 and 15家 are not added up). */
  base: string | null;
  units: Readonly<Record<string, string>>;
  separate: readonly string[];
  /** Base → unit → factor: sums in foreign money are compared with each other only. */
  others: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** A word behind a number; null where it makes it no figure. */
interface Candidate {
  text: string;
  unit: Unit | null;
}

const NONE: Candidate[] = [];

export function compileUnits(
  families: readonly UnitFamilyDefinition[],
  neverUnits: readonly string[],
): UnitLexicon {
  const conversions = new Map<string, UnitConversion[]>();
  const put = (text: string, conversion: UnitConversion) => {
    const known = conversions.get(text);
    if (known === undefined) conversions.set(text, [conversion]);
    else known.push(conversion);
  };
  for (const family of families) {
    const scales = [[family.base, family.units] as const, ...Object.entries(family.others)];
    for (const [base, scale] of scales) {
      for (const [text, factor] of Object.entries(scale)) {
        const parsed = parseDecimal(factor);
        if (parsed === null || base === null) throw new Error(`单位换算有误:${text}`);
        put(text, { family: family.id, base, factor: parsed });
      }
    }
    for (const text of family.separate) put(text, { family: family.id, base: text, factor: ONE });
  }
  const units = new Map<string, Unit>();
  for (const [text, list] of conversions) {
    units.set(text, { text, conversions: list, families: list.map(({ family }) => family) });
  }
  const buckets: Candidate[][] = [NONE];
  const byHead = new Uint16Array(NUMBERED);
  const candidates = [
    ...[...units.values()].map((unit) => ({ text: unit.text, unit })),
    ...neverUnits.map((text) => ({ text, unit: null })),
  ].sort((a, b) => b.text.length - a.text.length);
  for (const candidate of candidates) {
    const head = giveNumber(candidate.text.charCodeAt(0));
    if (byHead[head] === 0) byHead[head] = buckets.push([]) - 1;
    buckets[byHead[head] as number]?.push(candidate);
  }
  const bases = new Map(families.map((family) => [family.id, family.base]));
  return {
    units,
    baseOf: (family) => bases.get(family) ?? null,
    longestAt(text, at) {
      if (at >= text.length) return null;
      const bucket = buckets[byHead[numberAt(text, at)] as number] as Candidate[];
      for (const { text: word, unit } of bucket) if (text.startsWith(word, at)) return unit;
      return null;
    },
  };
}

const MAGNITUDES = [
  ['万亿', '1000000000000'],
  ['千亿', '100000000000'],
  ['百亿', '10000000000'],
  ['十亿', '1000000000'],
  ['千万', '10000000'],
  ['百万', '1000000'],
  ['十万', '100000'],
  ['个亿', '100000000'],
  ['亿', '100000000'],
  ['万', '10000'],
  ['千', '1000'],
  ['百', '100'],
].map(([text = '', factor = '1']) => ({ text, factor: parseDecimal(factor) ?? ONE }));

/** By their first character, the longest first: a number asks for what it is followed by. */
const MAGNITUDES_BY_HEAD = Map.groupBy(MAGNITUDES, ({ text }) => text.charAt(0));

/** The magnitude word at `at`: 万, 亿, 百万 … and what it multiplies by. */
export function magnitudeAt(text: string, at: number): { text: string; factor: Decimal } | null {
  if (!isAt(text, at, trait.magnitude)) return null;
  for (const magnitude of MAGNITUDES_BY_HEAD.get(text.charAt(at)) ?? []) {
    if (text.startsWith(magnitude.text, at)) return magnitude;
  }
  return null;
}

/**
 * The conversion of `unit` for the first of `families` it belongs to, otherwise the usual one.
 * 元 beside a 人均 indicator stays 元; elsewhere it becomes 万元.
 */
export function conversionFor(unit: Unit, families: readonly string[]): UnitConversion {
  for (const family of families) {
    for (const conversion of unit.conversions) if (conversion.family === family) return conversion;
  }
  const usual = unit.conversions[0];
  if (usual === undefined) throw new Error(`单位没有换算:${unit.text}`);
  return usual;
}

/** `value` (in magnitude × unit) in the conversion's base unit, exactly. */
export function normalise(value: Decimal, magnitude: Decimal, conversion: UnitConversion): Decimal {
  return multiply(multiply(value, magnitude), conversion.factor);
}
