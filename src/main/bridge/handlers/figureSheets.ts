import type {
  DerivedRow,
  FigureComparison,
  FigureRow,
} from '../../../shared/contract/schemas/figures.ts';
import type { IndicatorReading } from '../../../shared/indicator/reading.ts';
import { setAnew } from '../../../shared/report/wraps.ts';
import type { Sheet, SheetValue } from '../../export/spreadsheet.ts';

/** A column of the table: the report's short name, its two years, and its words. */
export interface ComparedReport {
  name: string;
  years: Record<Nature, number | null>;
  text: string;
}

type Nature = 'actual' | 'target';
const NATURE_NAMES: Record<Nature, string> = { actual: '实绩', target: '目标' };
const SCOPE_NAMES = { town: '全镇', village: '村、社区', firm: '企业', project: '项目' };
const NOT_MENTIONED = '未提及';

/** Which columns of the window's table are written, and how. */
export interface SheetView {
  natures: readonly Nature[];
  /** Values as the texts write them. */
  asWritten: boolean;
}

/** 对照表: a line for results and one for targets, a column for each report's value and one for its sentence. */
export function comparisonSheet(
  { rows, derived, topics }: FigureComparison,
  reports: readonly ComparedReport[],
  { natures, asWritten }: SheetView,
): Sheet {
  const topicNames = new Map(topics.map(({ id, name }) => [id, name]));
  const lines: SheetValue[][] = [];
  for (const row of rows) {
    const topic = topicNames.get(row.topic ?? '') ?? '其他';
    for (const nature of natures) {
      lines.push(...statedLines(row, nature, { topic, reports, asWritten }));
    }
    for (const figure of derived) {
      if (figure.under !== row.id) continue;
      for (const nature of natures) lines.push(...derivedLines(figure, nature, topic));
    }
  }
  return {
    name: '指标对照表',
    heads: [
      '主题',
      '指标',
      '单位',
      '性质',
      '范围',
      '口径与说明',
      ...reports.map(({ name, years }) => `${name}（${yearsWords(years)}）`),
      ...reports.map(({ name }) => `${name}原句`),
    ],
    widths: [16, 22, 10, 12, 10, 30, ...reports.map(() => 18), ...reports.map(() => 50)],
    rows: lines,
  };
}

function statedLines(
  row: FigureRow,
  nature: Nature,
  {
    topic,
    reports,
    asWritten,
  }: { topic: string; reports: readonly ComparedReport[]; asWritten: boolean },
): SheetValue[][] {
  const cells = row.cells.map((cell) => cell[nature]);
  const count = Math.max(...cells.map(({ length }) => length));
  return Array.from({ length: count }, (_, line) => [
    topic,
    row.name,
    row.unit,
    NATURE_NAMES[nature],
    SCOPE_NAMES[row.scope],
    [row.definition, row.note].filter((part) => part !== null).join('；'),
    ...cells.map((readings, at) => {
      const reading = readings[line];
      if (reading !== undefined) {
        return asWritten ? wordingOf(reading, reports[at]) : tableValue(reading, row.unit);
      }
      return line === 0 ? NOT_MENTIONED : null;
    }),
    ...cells.map((readings, at) => sentenceOf(readings[line], reports[at])),
  ]);
}

function derivedLines(row: DerivedRow, nature: Nature, topic: string): SheetValue[][] {
  const cells = row.cells.map(({ figures }) =>
    figures.filter((figure) => figure.nature === nature),
  );
  const count = Math.max(...cells.map(({ length }) => length));
  return Array.from({ length: count }, (_, line) => [
    topic,
    row.name,
    row.unit,
    `${NATURE_NAMES[nature]}（推算）`,
    null,
    '由原文数字推算，不是原文',
    ...cells.map((figures) => figures[line]?.value ?? null),
    ...cells.map((figures) => figures[line]?.formula ?? null),
  ]);
}

/** 逐条: every figure of the table by itself, with all that was read. */
export function readingsSheet(
  { rows, topics }: FigureComparison,
  reports: readonly ComparedReport[],
  { natures }: SheetView,
): Sheet {
  const topicNames = new Map(topics.map(({ id, name }) => [id, name]));
  const lines = rows.flatMap((row) =>
    row.cells.flatMap((cell, at) =>
      natures.flatMap((nature) =>
        cell[nature].map((reading) => [
          reports[at]?.name ?? '',
          topicNames.get(row.topic ?? '') ?? '其他',
          row.name,
          reading.name,
          reading.normalizedValue,
          reading.normalizedUnit,
          wordingOf(reading, reports[at]),
          NATURE_NAMES[nature],
          SCOPE_NAMES[row.scope],
          reading.period,
          reading.precision,
          reading.changeKind === 'completion' ? null : reading.growthPercent,
          reading.changeKind === 'completion' ? reading.growthPercent : null,
          changeUnit(reading),
          reading.rank === null ? null : `${reading.rank.within ?? ''}第${reading.rank.position}位`,
          reading.certain ? null : (reading.doubt ?? '待核'),
          sentenceOf(reading, reports[at]),
        ]),
      ),
    ),
  );
  return {
    name: '逐条与出处',
    heads: [
      '报告',
      '主题',
      '指标',
      '原文名称',
      '数值',
      '单位',
      '原文数字',
      '性质',
      '范围',
      '期间',
      '约数',
      '增幅',
      '完成率（%）',
      '增幅单位',
      '位次',
      '待核',
      '原句',
    ],
    widths: [14, 16, 22, 22, 12, 10, 14, 8, 10, 10, 8, 8, 10, 14, 14, 16, 60],
    rows: lines,
  };
}

/** The number in the row's unit; words only where there is none, or where it is a range. */
function tableValue(reading: IndicatorReading, unit: string | null): SheetValue {
  const { normalizedValue, normalizedUnit, valueText, rank, growthPercent } = reading;
  if (rank !== null) return `${rank.within ?? ''}第${rank.position}位`;
  if (reading.upperValue !== undefined) return valueText;
  if (normalizedValue === null) return growthPercent === null ? valueText : '仅有增幅';
  return normalizedUnit === unit ? normalizedValue : valueText;
}

function changeUnit({ growthPercent, changeKind }: IndicatorReading): string | null {
  if (growthPercent === null || changeKind === 'completion') return null;
  if (changeKind === 'points') return '个百分点';
  return changeKind === 'annual-average' ? '%（年均）' : '%';
}

function wordingOf({ start, end }: IndicatorReading, report: ComparedReport | undefined): string {
  return report?.text.slice(start, end).replaceAll(/\s/gu, '') ?? '';
}

function sentenceOf(
  reading: IndicatorReading | undefined,
  report: ComparedReport | undefined,
): string | null {
  if (reading === undefined || report === undefined) return null;
  return setAnew(report.text, reading.clause).trim();
}

function yearsWords({ actual, target }: ComparedReport['years']): string {
  const words = [actual && `${actual}年实绩`, target && `${target}年目标`].filter(Boolean);
  return words.length > 0 ? words.join('，') : '年份未见';
}
