import { isAt, trait } from './characters.ts';
import { type Decimal, multiply, ONE, parseDecimal } from './decimal.ts';
import { isNoUnit } from './notUnits.ts';
import type { Rank } from './reading.ts';
import { magnitudeAt, type Unit, type UnitLexicon } from './units.ts';
import { numberEnd, readNumber } from './writtenNumber.ts';

/** A number with its unit as it stands in the reading view; every offset is one of the view. */
export interface Quantity {
  /** Of the precision word before the number, otherwise of the number. */
  start: number;
  numberStart: number;
  /** After the digits and a 余/多 that follows them directly: the end of the value's own wording. */
  valueEnd: number;
  /** After the unit. */
  unitEnd: number;
  /** After a precision word behind the unit (以上). */
  end: number;
  value: Decimal;
  /** Upper end of a stated range, 2340 of 2320—2340元. */
  upper: Decimal | null;
  unit: Unit;
  /** Magnitude and unit without precision words: “万元” of 400多万元. */
  unitText: string;
  magnitude: Decimal;
  precision: string | null;
  /** A single Chinese numeral (三个): a figure only in 由三个增加到八个 and 分别. */
  lone: boolean;
  /** 万 or 亿 with no unit behind it. */
  unitMissing: boolean;
  /** Set for positions (居全省第2位), whose value is the position. */
  rank: Rank | null;
}

/** A place where a figure must have stood, but its digits are masked or lost. */
export interface Gap {
  start: number;
  end: number;
  reason: string;
}

export interface Scan {
  quantities: Quantity[];
  gaps: Gap[];
}

const MASKED =
  /(?:\d{0,12}(?:\.\d{0,6})?[Xx×*□■○●△][\dXx×*□■○●△.]{0,12})(?:多|余)?(?:万|亿)?(?:元|亩|公里|平方米|户|人|家|个|吨|斤|%|个百分点|头|株)/g;
const MASK = /[Xx×*□■○●△]/;
const LOST =
  /(?:增长|下降|同比增长|达到?|收入|投资|产值|总值|总额|完成|实现|人均)(?:万元|亿元|%|个百分点|元)(?=[,。;、)]|$)/g;
/** 增长15.1, with the per cent sign lost. */
const UNITLESS =
  /((?:同比|比上年|年均)(?:增长|下降|提高|降低|减少|上升)|(?:增长|下降)了?)\d+(?:\.\d+)?(?=[,。;、)]|$)/g;
/** Longer runs of digits are codes and account numbers. */
const LONGEST_NUMBER = 18;
const RANGE = /[-~～—–－至到]{1,2}/y;
const DASHES = '-~～—–－至到';
const PREFIX =
  /(?:大约|将近|接近|超过|突破|跨越|迈过|不低于|不少于|不高于|不超过|不足|低于|高于|多于|少于|至少|约|近|超|逾|过)了?$/;
const SUFFIX = /及以上|以上|以下|以内|之内|左右|上下/y;
const SUFFIX_LOOSE = /[多余](?=[,。;、)]|$)/y;

/** Finds every number that has a unit, in one pass; numbers in short quotation marks are terms. */
export function scanQuantities(text: string, units: UnitLexicon): Scan {
  const terms = shortQuotes(text);
  const quantities: Quantity[] = [];
  let term = 0;
  let end = 0;
  for (let at = 0; at < text.length; at = Math.max(end, at + 1)) {
    if (!isAt(text, at, trait.opensNumber)) continue;
    const written = numberEnd(text, at);
    if (written < 0) continue;
    end = written;
    while (term < terms.length && (terms[term]?.end ?? 0) <= at) term += 1;
    const inTerm = (terms[term]?.start ?? Number.POSITIVE_INFINITY) <= at;
    if (inTerm || partOfAName(text, at)) continue;
    const quantity = readQuantity(text, at, text.slice(at, end), units);
    if (quantity === null) continue;
    quantities.push(quantity);
    end = quantity.end;
  }
  const masked = MASK.test(text);
  return {
    quantities: masked
      ? quantities.filter((each) => !MASK.test(text.charAt(each.numberStart - 1)))
      : quantities,
    gaps: findGaps(text, masked),
  };
}

function findGaps(text: string, masked: boolean): Gap[] {
  const gaps: Gap[] = [];
  for (const match of masked ? text.matchAll(MASKED) : []) {
    if (/[A-Za-z]/.test(text.charAt(match.index - 1))) continue;
    gaps.push({ start: match.index, end: match.index + match[0].length, reason: '数字被遮盖' });
  }
  for (const match of text.matchAll(UNITLESS)) {
    const start = match.index + (match[1]?.length ?? 0);
    gaps.push({ start, end: match.index + match[0].length, reason: '数字后缺少单位' });
  }
  for (const match of text.matchAll(LOST)) {
    gaps.push({ start: match.index, end: match.index + match[0].length, reason: '数字缺失' });
  }
  return gaps;
}

function shortQuotes(text: string): Gap[] {
  const found: Gap[] = [];
  for (const match of text.matchAll(/“[^“”]{1,20}”|《[^《》]{1,60}》|"[^"]{1,20}"/g)) {
    found.push({ start: match.index, end: match.index + match[0].length, reason: '' });
  }
  return found;
}

/** G312, PM2.5, 1+N, 第3, -19 of COVID-19: digits that are part of a name or an order. */
function partOfAName(text: string, at: number): boolean {
  if (!isAt(text, at - 1, trait.latin | trait.naming | trait.hyphen)) return false;
  const before = text.charAt(at - 1);
  // GDP19.92亿元 is a value, G312 and PM2.5 are names.
  if (isAt(text, at - 1, trait.latin))
    return !/(?<![A-Za-z])GDP$/i.test(text.slice(Math.max(0, at - 4), at));
  // 《意见》24条
  if (before === '+' && SIGNED.test(text.slice(at - 2, at + 12))) return false;
  if (isAt(text, at - 1, trait.naming)) return true;
  return isAt(text, at - 2, trait.latin);
}

/** 同比+8.5%: a sign, not the + of 1+N. */
const SIGNED = /^[^\dA-Za-z]\+\d+(?:\.\d+)?(?:%|个百分点)/;

function readQuantity(
  text: string,
  at: number,
  written: string,
  units: UnitLexicon,
): Quantity | null {
  if (written.length > LONGEST_NUMBER) return null;
  // 一 of 一批: most single numerals are no numbers, told before anything of them is read.
  if (written.length === 1 && !mayBeMeasured(text, at + 1, units)) return null;
  const number = readNumber(text, at, written);
  if (number === null) return null;
  let end = at + written.length - number.trimmed;
  let more: string | null = null;
  let valueEnd = end;
  let upper: Decimal | null = null;
  if (!number.percent) {
    const range = readUpper(text, end);
    if (range !== null) {
      upper = range.value;
      end = range.end;
    }
    more = moreAt(text, end);
    if (more !== null) end += 1;
    valueEnd = end;
  }
  // 4.9个亿 is 亿 of what it does not say.
  const spoken = text.startsWith('个亿', end);
  let unit = number.percent ? (units.units.get('%') ?? null) : null;
  if (unit === null && !spoken) unit = units.longestAt(text, end);
  let magnitude = ONE;
  let magnitudeText = '';
  let unitMissing = false;
  if (unit === null) {
    for (let word = magnitudeAt(text, end); word !== null; word = magnitudeAt(text, end)) {
      magnitude = magnitude === ONE ? word.factor : multiply(magnitude, word.factor);
      magnitudeText += word.text;
      end += word.text.length;
      // 万千瓦时 is 万 of 千瓦时, not 千万 of 瓦时.
      if (units.longestAt(text, end) !== null) break;
    }
    if (magnitudeText === '') return null;
    const further = moreAt(text, end);
    if (further !== null) {
      more = further;
      end += 1;
    }
    unit = units.longestAt(text, end);
    if (unit === null) {
      if (
        !/[万亿]$/.test(magnitudeText) ||
        !/^(?:[,。;、)]|以上|左右|$)/.test(text.slice(end, end + 2))
      )
        return null;
      unit = units.units.get('元') ?? null;
      unitMissing = true;
    }
  }
  if (unit === null || isNoUnit(text, end, unit, magnitudeText, at, number.chinese)) return null;
  if (!number.percent && !unitMissing) end += unit.text.length;
  const unitEnd = end;
  if (upper === null && !unitMissing) {
    const range = readUpperWithUnit(text, at, end, magnitudeText + unit.text);
    if (range !== null) {
      upper = range.value;
      end = range.end;
    }
  }
  const suffix = '及以之左上多余'.includes(text.charAt(end))
    ? (sticky(SUFFIX, text, end) ?? sticky(SUFFIX_LOOSE, text, end))
    : null;
  if (suffix !== null) end += suffix.length;
  const before = prefixBefore(text, at);
  const precision = more ?? suffix ?? before;
  const lone = written.length === 1 && isAt(written, 0, trait.chineseDigit) && more === null;
  const negative = isAt(text, at - 1, trait.minus) && /[^\dA-Za-z%元]/.test(text.charAt(at - 2));
  const start = at - (before?.length ?? 0) - (negative ? 1 : 0);
  return {
    start,
    numberStart: at,
    valueEnd,
    unitEnd,
    end,
    value: negative ? { ...number.value, digits: -number.value.digits } : number.value,
    upper,
    unit,
    unitText: unitMissing ? magnitudeText : magnitudeText + unit.text,
    magnitude,
    precision: precision?.replace(/了$/, '') ?? null,
    lone,
    unitMissing,
    rank: null,
  };
}

/** 余, 多 or 几 where one stands there. */
function moreAt(text: string, at: number): string | null {
  return isAt(text, at, trait.more) ? text.charAt(at) : null;
}

/** Whether a unit, a magnitude, 余 or the dash of a range stands there. */
function mayBeMeasured(text: string, at: number, units: UnitLexicon): boolean {
  return (
    isAt(text, at, trait.more) ||
    units.longestAt(text, at) !== null ||
    magnitudeAt(text, at) !== null ||
    DASHES.includes(text.charAt(at))
  );
}

/** 2340 of “2320—2340元”, 5 of “3至5家”; null where no number follows the dash. */
function readUpper(text: string, end: number): { value: Decimal; end: number } | null {
  if (!DASHES.includes(text.charAt(end))) return null;
  const dash = sticky(RANGE, text, end);
  if (dash === null) return null;
  const digits = sticky(/\d+(?:\.\d+)?/y, text, end + dash.length);
  const value = digits === null ? null : parseDecimal(digits);
  if (digits === null || value === null) return null;
  return { value, end: end + dash.length + digits.length };
}

/** 8 of “5%-8%”, 10 of “5亿元至10亿元”; with 由 or 从 in front it is a change, not a range. */
function readUpperWithUnit(
  text: string,
  start: number,
  end: number,
  unit: string,
): { value: Decimal; end: number } | null {
  if (!DASHES.includes(text.charAt(end))) return null;
  const dash = sticky(RANGE, text, end);
  if (dash === null) return null;
  if (/[至到]/.test(dash) && /[由从]/.test(text.slice(Math.max(0, start - 12), start))) return null;
  const upper = readUpper(text, end);
  if (upper === null || !text.startsWith(unit, upper.end)) return null;
  return { value: upper.value, end: upper.end + unit.length };
}

function prefixBefore(text: string, at: number): string | null {
  if (!isAt(text, at - 1, trait.endsPrecision)) return null;
  const left = text.slice(Math.max(0, at - 5), at);
  const word = PREFIX.exec(left)?.[0] ?? null;
  if (word === null) return null;
  const before = left.charAt(left.length - word.length - 1);
  if (word === '约' && /[签节集条协制契预]/.test(before)) return null;
  if (word === '近' && /[最附临亲靠邻新远]/.test(before)) return null;
  if (word.startsWith('过') && /[通经度走]/.test(before)) return null;
  return word;
}

function sticky(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}
