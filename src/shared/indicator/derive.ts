import { otherWording } from './conflicts.ts';
import {
  add,
  type Decimal,
  divide,
  formatDecimal,
  fromNumber,
  multiply,
  toNumber,
} from './decimal.ts';
import type { IndicatorReading } from './reading.ts';

/** A figure nobody stated, worked out from stated ones (推算). */
export interface DerivedFigure {
  kind: 'last-year' | 'unit-cost' | 'completion' | 'share' | 'difference';
  /** “地方财政收入·上年值”, as shown. */
  name: string;
  value: number;
  unit: string;
  /** “18700 ÷ (1 + 15.1%) = 16246.7 万元” */
  formula: string;
  inputs: IndicatorReading[];
}

/**
 * Works out what the readings of one report imply. Only from inputs that are certain and exact:
 * 近, 余, 以上, ranges and readings marked 待核 derive nothing; where the text states an input twice with
 * two values, the formula says so. `text` is the report's body, in which
 * the readings' offsets are; `earlierTargets` are the readings of the report of the year before.
 */
export function deriveFigures(
  text: string,
  readings: readonly IndicatorReading[],
  earlierTargets: readonly IndicatorReading[] = [],
): DerivedFigure[] {
  const derived: DerivedFigure[] = [];
  for (const [at, reading] of readings.entries()) {
    const next = readings[at + 1];
    push(derived, lastYear(reading));
    if (next !== undefined) {
      push(derived, unitCost(text, reading, next));
      push(derived, share(text, reading, next));
      push(derived, difference(reading, next));
    }
  }
  for (const reading of readings) push(derived, completion(reading, readings, earlierTargets));
  return derived;
}

function push(list: DerivedFigure[], figure: DerivedFigure | null): void {
  if (figure === null) return;
  const others = figure.inputs.map(otherWording).filter((wording) => wording !== null);
  const caution = others.length === 0 ? '' : `（文中另一处写作${others.join('、')}，待核）`;
  list.push({ ...figure, formula: `${figure.formula}${caution}` });
}

/**
 * A certain, exact value as a decimal, null otherwise. One that the text states twice and differently
 * counts too: what is derived from it says so.
 */
function exact(reading: IndicatorReading): Decimal | null {
  if (!reading.certain && otherWording(reading) === null) return null;
  if (reading.precision !== null || reading.upperValue !== undefined) return null;
  if (reading.rank !== null || reading.normalizedValue === null) return null;
  return fromNumber(reading.normalizedValue);
}

function lastYear(reading: IndicatorReading): DerivedFigure | null {
  const value = exact(reading);
  if (value === null || reading.changeKind !== 'year-on-year' || reading.growthPercent === null) {
    return null;
  }
  if (reading.nature !== 'actual' || reading.normalizedUnit === '%') return null;
  const growth = fromNumber(reading.growthPercent);
  if (growth === null || reading.growthPercent <= -100) return null;
  const ratio: Decimal = {
    digits: growth.digits + 100n * 10n ** BigInt(growth.scale),
    scale: growth.scale + 2,
  };
  const result = divide(value, ratio, 1);
  if (result === null) return null;
  const sign = reading.growthPercent < 0 ? '-' : '+';
  return {
    kind: 'last-year',
    name: `${reading.name}·上年值`,
    value: toNumber(result),
    unit: reading.normalizedUnit ?? '',
    formula: `${formatDecimal(value)} ÷ (1 ${sign} ${Math.abs(reading.growthPercent)}%) = ${formatDecimal(result)} ${reading.normalizedUnit ?? ''}`,
    inputs: [reading],
  };
}

const COUNTED_UNITS = /^(?:户|人|公里|亩|平方米|株|棵|个|处|座|所|家|盏|台|套|条|个村)$/;

/** 投资430万元,完成旱厕改造4774户 → 901 元/户. Both stand in neighbouring clauses of one sentence. */
function unitCost(
  text: string,
  money: IndicatorReading,
  count: IndicatorReading,
): DerivedFigure | null {
  const cost = exact(money);
  const quantity = exact(count);
  if (cost === null || quantity === null || quantity.digits === 0n) return null;
  if (money.normalizedUnit !== '万元' || !COUNTED_UNITS.test(count.normalizedUnit ?? ''))
    return null;
  if (money.nature !== count.nature || money.nature === 'base' || money.scope !== count.scope)
    return null;
  const before = text.slice(Math.max(0, money.start - 8), money.start);
  const between = text.slice(money.end, count.start);
  if (!/(?:投资|投入(?:资金)?|出资|争取资金)(?:了|达到?|共)?$/.test(before.replace(/\s/g, '')))
    return null;
  if (/[。;；!！?？]/.test(between) || between.length > 40 || /[,，].*[,，]/.test(between))
    return null;
  const yuan = multiply(cost, { digits: 10_000n, scale: 0 });
  const rough = divide(yuan, quantity, 2);
  const result = divide(yuan, quantity, rough !== null && toNumber(rough) >= 100 ? 0 : 2);
  if (result === null) return null;
  return {
    kind: 'unit-cost',
    name: `${count.name}·单位投入`,
    value: toNumber(result),
    unit: `元/${count.normalizedUnit}`,
    formula: `${formatDecimal(cost)}万元 ÷ ${formatDecimal(quantity)}${count.normalizedUnit} = ${formatDecimal(result)} 元/${count.normalizedUnit}`,
    inputs: [money, count],
  };
}

/** 财政总收入5838.4万元,其中地方财政收入4003.8万元 → 68.6 %. */
function share(
  text: string,
  whole: IndicatorReading,
  part: IndicatorReading,
): DerivedFigure | null {
  const total = exact(whole);
  const portion = exact(part);
  if (total === null || portion === null || total.digits === 0n) return null;
  if (whole.normalizedUnit !== part.normalizedUnit || whole.normalizedUnit === '%') return null;
  if (whole.nature !== part.nature || whole.period !== part.period || whole.scope !== part.scope)
    return null;
  const between = text.slice(whole.end, part.start);
  if (!/^[^。;；]*[,，(（][\s]*其中[^,，。;；]*$/.test(between)) return null;
  const result = divide(multiply(portion, { digits: 100n, scale: 0 }), total, 1);
  if (result === null || toNumber(result) > 100) return null;
  return {
    kind: 'share',
    name: `${part.name}占${whole.name}的比重`,
    value: toNumber(result),
    unit: '%',
    formula: `${formatDecimal(portion)} ÷ ${formatDecimal(total)} = ${formatDecimal(result)}%`,
    inputs: [whole, part],
  };
}

/** 由9%提升到10.4% → 1.4 个百分点. */
function difference(from: IndicatorReading, to: IndicatorReading): DerivedFigure | null {
  if (from.nature !== 'base' || to.nature === 'base' || from.name !== to.name) return null;
  const low = exact(from);
  const high = exact(to);
  if (low === null || high === null || from.normalizedUnit !== to.normalizedUnit) return null;
  if (from.clause.start !== to.clause.start) return null;
  const result = add(high, { ...low, digits: -low.digits });
  const unit = to.normalizedUnit === '%' ? '个百分点' : (to.normalizedUnit ?? '');
  return {
    kind: 'difference',
    name: `${to.name}·变化`,
    value: toNumber(result),
    unit,
    formula:
      `${formatDecimal(high)} - ${formatDecimal(low)} = ${formatDecimal(result)} ${unit}`.trim(),
    inputs: [from, to],
  };
}

/** Result ÷ last year's target, where each report states the indicator exactly once. */
function completion(
  reading: IndicatorReading,
  readings: readonly IndicatorReading[],
  earlierTargets: readonly IndicatorReading[],
): DerivedFigure | null {
  if (reading.key === null || reading.nature !== 'actual' || reading.scope !== 'town') return null;
  const same = (other: IndicatorReading) =>
    other.key === reading.key &&
    other.normalizedUnit === reading.normalizedUnit &&
    other.scope === 'town' &&
    other.normalizedValue !== null;
  const results = readings.filter((other) => other.nature === 'actual' && same(other));
  const targets = earlierTargets.filter((other) => other.nature === 'target' && same(other));
  const target = targets[0];
  if (results.length !== 1 || targets.length !== 1 || target === undefined) return null;
  if (target.period !== reading.period || target.name !== reading.name) return null;
  const actual = exact(reading);
  const planned = exact(target);
  if (actual === null || planned === null) return null;
  const result = divide(multiply(actual, { digits: 100n, scale: 0 }), planned, 1);
  if (result === null) return null;
  return {
    kind: 'completion',
    name: `${reading.name}·目标完成率`,
    value: toNumber(result),
    unit: '%',
    formula: `${formatDecimal(actual)} ÷ ${formatDecimal(planned)} = ${formatDecimal(result)}%`,
    inputs: [reading, target],
  };
}
