import type { FigureRow } from '../../../../shared/contract/schemas/figures.ts';
import type { ReportDetail } from '../../../../shared/contract/schemas/report.ts';
import { withPrecision } from '../../../../shared/indicator/precision.ts';
import type { IndicatorReading } from '../../../../shared/indicator/reading.ts';
import { figure } from '../../report/labels.ts';

export const SCOPE_NAMES = {
  town: '全镇',
  village: '村、社区',
  firm: '企业',
  project: '项目',
  county: '全县（市、区）',
  city: '全市',
  province: '全省',
  nation: '全国',
} as const;

export const NATURE_NAMES = {
  actual: '实绩',
  target: '目标',
  project: '项目规模',
  base: '基数',
} as const;

const precise = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 6 });

/** 18700 → 18,700; the fraction is kept as stated. */
export function number(value: number): string {
  return precise.format(value);
}

/** The value of a cell, in the row's unit or as it is written. */
export function valueWords(
  reading: IndicatorReading,
  { unit, wording, asWritten }: { unit: string | null; wording: string; asWritten: boolean },
): string {
  const { rank, normalizedValue, normalizedUnit, upperValue } = reading;
  if (rank !== null) return `${rank.within ?? ''}第${figure(rank.position)}位`;
  if (normalizedValue === null) return reading.growthPercent === null ? reading.valueText : '—';
  if (asWritten || upperValue !== undefined || normalizedUnit !== unit) return wording;
  return number(normalizedValue);
}

/** The wording, where the value shown is not just that. */
export function wordingNote(
  shown: string,
  reading: IndicatorReading,
  wording: string,
): string | null {
  if (shown === wording || reading.rank !== null || reading.normalizedValue === null) return null;
  const stated = wording.replaceAll(/[\s,，]/gu, '');
  const plain = shown.replaceAll(',', '');
  const { precision, unit, normalizedUnit } = reading;
  const said = precision === null ? stated : stated.replaceAll(precision, '');
  return said === `${plain}${unit ?? normalizedUnit ?? ''}` || said === plain ? null : wording;
}

/** “2018” → 2018年, “2018-” → 2018年以来, “2019-2021” → 2019—2021年. */
export function periodWords(period: string | null): string | null {
  if (period === null) return null;
  const [from = '', to] = period.split('-');
  if (to === undefined) return `${from}年`;
  return to === '' ? `${from}年以来` : `${from}—${to}年`;
}

/**
 * 完成率 is not growth, and percentage points are not percent. A change without a value says so, and is
 * what the reading's 约数 speaks of: 仅增幅 +6%左右.
 */
export function changeWords(reading: IndicatorReading): string | null {
  const { growthPercent, changeKind } = reading;
  if (growthPercent === null) return null;
  const alone = isChangeAlone(reading);
  const precision = alone ? reading.precision : null;
  const only = alone ? '仅增幅 ' : '';
  const stated = number(growthPercent);
  const signed = growthPercent > 0 ? `+${stated}` : stated;
  switch (changeKind) {
    case 'completion':
      return `完成率 ${withPrecision(`${stated}%`, precision)}`;
    case 'points':
      return `${only}${withPrecision(`${signed} 个百分点`, precision)}`;
    case 'annual-average':
      return `${only}年均 ${withPrecision(`${signed}%`, precision)}`;
    default:
      return only + withPrecision(`${signed}%`, precision);
  }
}

function isChangeAlone({ normalizedValue, rank }: IndicatorReading): boolean {
  return normalizedValue === null && rank === null;
}

/** 近, 以上 by themselves; 多 and 余 say something only in their place: 3600多万元. */
function precisionWords({ precision }: IndicatorReading, wording: string): string | null {
  return precision !== null && /^[多余几]$/u.test(precision) ? wording : precision;
}

/** Growth beyond this is rarely a mistake of ours and often one of definition: 请核口径. */
const STRIKING_GROWTH = 50;

export function isStriking({ growthPercent, changeKind }: IndicatorReading): boolean {
  return (
    growthPercent !== null &&
    changeKind !== 'completion' &&
    changeKind !== 'points' &&
    Math.abs(growthPercent) > STRIKING_GROWTH
  );
}

/**
 * A target below what the same report says was done in its review year: said, not judged. Only where
 * each side states the row's value once.
 */
export function isBelowLastYear(
  target: IndicatorReading,
  row: FigureRow,
  { summary }: ReportDetail,
): boolean {
  const cell = row.cells.find(({ documentId }) => documentId === summary.id);
  const [done, ...others] = cell?.actual ?? [];
  if (!row.comparable || !done || others.length > 0 || cell?.target.length !== 1) return false;
  if (done.period !== String(summary.metadata.reviewYear)) return false;
  if (done.normalizedUnit !== row.unit || target.normalizedUnit !== row.unit) return false;
  if (done.normalizedValue === null || target.normalizedValue === null) return false;
  return target.normalizedValue < done.normalizedValue;
}

/** What stands small under a value. `year` is the column's own, which needs no saying. */
export function cellNotes(
  reading: IndicatorReading,
  {
    shown,
    wording,
    year,
    rowName,
    named,
  }: {
    shown: string;
    wording: string;
    year: number | null;
    rowName: string;
    /** Whether the name as written is part of the answer: the row gathers several. */
    named: boolean;
  },
): string[] {
  const original = wordingNote(shown, reading, wording);
  const { precision, period } = reading;
  const notes = [
    named && reading.name !== rowName ? reading.name : null,
    original,
    // 近 is said by 近5000亩 already.
    original === null && !shown.includes(precision ?? '') && !isChangeAlone(reading)
      ? precisionWords(reading, wording)
      : null,
    period === String(year) ? null : periodWords(period),
    changeWords(reading),
  ];
  return notes.filter((note) => note !== null);
}
