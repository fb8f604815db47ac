import { withPrecision } from '../indicator/precision.ts';
import type { IndicatorReading } from '../indicator/reading.ts';
import type { IndicatorCell, IndicatorGroup, IndicatorRow, PartOf } from './brief.ts';
import { yearLabelOf } from './cite.ts';
import { headOf } from './excerpt.ts';
import { nameWithScope, type ShownTable, shownRowOf } from './shownRows.ts';
import type { BriefNames, BriefSource } from './spec.ts';

const mostRows = 14;
/** Rows only one town has a figure for: they fill a short table up to this length, no further. */
const mostRowsWithSingles = 8;
/** What a page carries of the rows a person had on the screen. */
const mostShownRows = 24;
const mostFigures = 3;
const longestName = 12;
const changeWords = {
  'year-on-year': '增长',
  completion: '完成计划的',
  'annual-average': '年均增长',
  points: '提高',
} as const;

interface Found {
  source: BriefSource;
  reading: IndicatorReading;
  group: string;
  /** Place of its row among those the person saw; 0 where the table chooses itself. */
  shownAt: number;
}

interface Choice {
  /** Names of rows that were taken out. */
  omitted?: readonly string[] | undefined;
  /** The rows the person saw; absent for those that most reports state. */
  shown?: ShownTable | undefined;
}

/**
 * The table of figures: towns across, figures down, what was done apart from what is planned, one
 * year and one unit a row. Only figures of the whole town (not of a firm, a village or the county), under a
 * name of the shared list; a town that gives none says 未提及. Where the person chose the rows on the
 * screen, it is those, in their order, as far as a page carries them.
 */
export function indicatorPart(
  sources: BriefSource[],
  names: BriefNames,
  { omitted = [], shown }: Choice = {},
): PartOf<'indicators'> {
  const found = sources.flatMap((source) =>
    source.readings.flatMap((reading) =>
      shown === undefined ? comparable(source, reading) : chosen(source, reading, shown),
    ),
  );
  const rows = [
    ...Map.groupBy(found, ({ group, reading }) => rowKey(group, reading)).values(),
  ].sort((a, b) =>
    shown === undefined ? townsOf(b) - townsOf(a) || compareKeys(a, b) : comparePlaces(a, b),
  );
  const shared = rows.filter((row) => townsOf(row) > 1).length;
  const room = sources.length === 1 ? mostRows : Math.max(shared, mostRowsWithSingles);
  const kept =
    shown === undefined
      ? rows.slice(0, Math.min(mostRows, room)).sort(compareKeys)
      : rows.slice(0, mostShownRows);
  const left = rows.length - kept.length;
  const groups: IndicatorGroup[] = [...Map.groupBy(kept, (row) => row[0]?.group ?? '')]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([label, group]) => ({
      label,
      rows: group
        .map((row) => rowOf(row, sources, names))
        .filter(({ name }) => !omitted.includes(name)),
    }))
    .filter(({ rows: listed }) => listed.length > 0);
  return {
    part: 'indicators',
    heading: '主要指标对照表',
    lead: [],
    columns: sources.map((source) => ({
      documentId: source.documentId,
      town: source.town,
      yearLabel: yearLabelOf(source),
    })),
    groups,
    remarks: [
      ...(left === 0 ? [] : [leftOutRows(left, shown !== undefined)]),
      ...remarksOn(sources, kept, names),
    ],
  };
}

/** Every row the table of figures has before any is taken out, each once. */
export function listFigureNames(
  sources: BriefSource[],
  names: BriefNames,
  shown?: ShownTable,
): string[] {
  const { groups } = indicatorPart(sources, names, { shown });
  return [...new Set(groups.flatMap(({ rows }) => rows.map(({ name }) => name)))];
}

function comparable(source: BriefSource, reading: IndicatorReading): Found[] {
  const own = /[镇乡]$|街道$/.test(source.town) ? ['town'] : ['town', 'county', 'city'];
  if (reading.key === null || reading.scope === null || !own.includes(reading.scope)) return [];
  if (reading.value === null && reading.growthPercent === null) return [];
  const group = groupOf(source, reading);
  return group === null ? [] : [{ source, reading, group, shownAt: 0 }];
}

function chosen(source: BriefSource, reading: IndicatorReading, shown: ShownTable): Found[] {
  const shownAt = shownRowOf(reading, shown);
  const group = shownAt === null ? null : groupOf(source, reading);
  return shownAt === null || group === null ? [] : [{ source, reading, group, shownAt }];
}

function groupOf(source: BriefSource, reading: IndicatorReading): string | null {
  if (reading.nature === 'actual') {
    const year = reading.period ?? source.reviewYear;
    return year === null ? null : `${periodWords(`${year}`)}实绩`;
  }
  if (reading.nature === 'target') {
    const year = reading.period ?? source.planYear;
    return year === null ? null : `${periodWords(`${year}`)}目标`;
  }
  return null;
}

/** “2018-” is 2018年以来, “2019-2021” 2019—2021年. */
function periodWords(period: string): string {
  const [from, to] = period.split('-');
  if (to === undefined) return `${from}年`;
  return to === '' ? `${from}年以来` : `${from}—${to}年`;
}

function rowKey(group: string, reading: IndicatorReading): string {
  const { key, scope, normalizedUnit, unit } = reading;
  return `${group}|${scope}|${key ?? reading.name}|${normalizedUnit ?? unit ?? ''}`;
}

function townsOf(row: Found[]): number {
  return new Set(row.map(({ source }) => source.documentId)).size;
}

function compareKeys(a: Found[], b: Found[]): number {
  return (a[0]?.reading.key ?? '').localeCompare(b[0]?.reading.key ?? '', 'en', { numeric: true });
}

function comparePlaces(a: Found[], b: Found[]): number {
  return (a[0]?.shownAt ?? 0) - (b[0]?.shownAt ?? 0);
}

function leftOutRows(left: number, shown: boolean): string {
  return shown
    ? `所选指标还有${left}行，一页容不下，未列。`
    : `另有${left}行数据仅个别报告提及，未列。`;
}

function rowOf(row: Found[], sources: BriefSource[], names: BriefNames): IndicatorRow {
  const key = row[0]?.reading.key ?? '';
  const own = names.indicators.get(key)?.name ?? row[0]?.reading.name ?? key;
  const name = nameWithScope(own, row[0]?.reading);
  const unit = row.find(({ reading }) => reading.value !== null)?.reading;
  return {
    name,
    unit: unit?.normalizedUnit ?? unit?.unit ?? null,
    cells: sources.map((source) =>
      cellOf(
        row.filter((found) => found.source === source),
        name,
      ),
    ),
  };
}

/** All different figures a town gives for the row: none is preferred over another. */
function cellOf(found: Found[], rowName: string): IndicatorCell {
  const first = found[0];
  if (!first) {
    return { state: 'unstated', text: '未提及', details: [], doubtful: false, source: null };
  }
  const distinct = [...new Map(found.map((one) => [figureText(one.reading), one])).values()];
  const listed = distinct.slice(0, mostFigures);
  const stated = distinct.some(({ reading }) => reading.value !== null);
  return {
    state: stated ? 'stated' : 'change-only',
    text: listed.map(({ reading }) => figureText(reading)).join('；') + leftOut(distinct.length),
    details: [...new Set(listed.flatMap((one) => detailsOf(one, rowName)))],
    doubtful: distinct.some(({ reading }) => !reading.certain),
    source: { start: first.reading.start, end: first.reading.end },
  };
}

function leftOut(figures: number): string {
  return figures > mostFigures ? `等${figures}个数` : '';
}

function figureText(reading: IndicatorReading): string {
  const value = reading.normalizedValue ?? reading.value;
  if (value === null) return '—';
  const grouped = value.toLocaleString('en-US', { maximumFractionDigits: 4 });
  return withPrecision(grouped, reading.precision);
}

/** The text's own name and wording where they are not the row's, and the change it states. */
function detailsOf({ source, reading }: Found, rowName: string): string[] {
  const details: string[] = [];
  if (reading.name !== rowName) details.push(`“${headOf(reading.name, longestName)}”`);
  if (reading.value !== null && reading.unit !== reading.normalizedUnit) {
    details.push(`原文${source.text.slice(reading.start, reading.end)}`);
  }
  if (reading.growthPercent !== null && reading.changeKind !== null) {
    // 左右 of a change without a value is the change's own.
    const precision = reading.value === null ? reading.precision : null;
    details.push(changeText(reading.growthPercent, reading.changeKind, precision));
  }
  if (reading.value === null && reading.changeKind !== 'completion') details.push('仅增幅');
  return details;
}

function changeText(
  percent: number,
  kind: NonNullable<IndicatorReading['changeKind']>,
  precision: string | null,
): string {
  const unit = kind === 'points' ? '个百分点' : '%';
  const said = withPrecision(`${Math.abs(percent)}${unit}`, precision);
  const word = changeWords[kind];
  if (percent >= 0 || kind === 'completion') return word + said;
  return (kind === 'points' ? '下降' : word.replace('增长', '下降')) + said;
}

function remarksOn(sources: BriefSource[], kept: Found[][], names: BriefNames): string[] {
  const remarks: string[] = [];
  const levels = new Set(
    sources.map(({ town }) => (/[镇乡]$|街道$/.test(town) ? 'town' : 'above')),
  );
  if (levels.size > 1) remarks.push('所列单位层级不同，数值不宜直接比较大小。');
  const cautions = kept.flatMap((row) => {
    const indicator = names.indicators.get(row[0]?.reading.key ?? '');
    return indicator?.caution?.includes('口径') && townsOf(row) > 1
      ? [`${indicator.name}：${indicator.caution.replace(/。$/, '')}。`]
      : [];
  });
  remarks.push(...new Set(cautions));
  return remarks;
}
