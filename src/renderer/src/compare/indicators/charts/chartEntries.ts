import type { FigureComparison } from '../../../../../shared/contract/schemas/figures.ts';
import type { ReportDetail } from '../../../../../shared/contract/schemas/report.ts';
import { withPrecision } from '../../../../../shared/indicator/precision.ts';
import type { IndicatorReading } from '../../../../../shared/indicator/reading.ts';
import { type Chosen, nameOf } from '../figureSentence.ts';
import { type Nature, yearOf } from '../figuresView.ts';
import { number } from '../figureWords.ts';

/** One report in the chart of a row. */
export interface ChartEntry {
  documentId: string;
  name: string;
  /** Whose line of years it belongs to. */
  town: string;
  /** The year of the bars, where it is known. */
  year: number | null;
  /** In the row's unit; null where the report states none. */
  value: number | null;
  /** As written at the bar: “近 5,000”, 未提及. */
  words: string;
  /** The change over the year before as stated, in percent; null where none is. */
  growth: number | null;
  /** Which reading is drawn. */
  reading: IndicatorReading | null;
  /** Last year's value as worked out from the growth. */
  lastYear: number | null;
  /** Why there is none, where a value stands alone; how many more readings the cell holds. */
  remark: string | null;
}

/**
 * What the chart of the chosen row draws: of each report the chosen reading, else its first. Only
 * values in the row's unit are drawn; a row whose readings mean different things gives none.
 */
export function chartEntries(
  figures: FigureComparison,
  { row, nature, documentId, reading }: Chosen,
  reports: readonly ReportDetail[],
): ChartEntry[] {
  if (!row.comparable || row.unit === null) return [];
  const lastYears = figures.derived.find(
    ({ under, kind, unit }) => under === row.id && kind === 'last-year' && unit === row.unit,
  );
  const entries = row.cells.map((cell, at): ChartEntry => {
    const readings = cell[nature].filter(
      (each) => each.normalizedUnit === row.unit && each.normalizedValue !== null,
    );
    const shown =
      cell.documentId === documentId && readings.includes(reading) ? reading : readings[0];
    const value = shown?.normalizedValue ?? null;
    const derived = lastYears?.cells[at]?.figures.find(({ inputs }) =>
      inputs.some(({ start }) => start === shown?.start),
    );
    const report = reports[at];
    return {
      documentId: cell.documentId,
      name: report ? chartName(report, reports, nature) : '',
      town: report ? nameOf(report) : '',
      year: report ? yearOf(report, nature) : null,
      value,
      words: value === null ? '未提及' : withPrecision(number(value), shown?.precision ?? null),
      growth: shown?.changeKind === 'year-on-year' ? shown.growthPercent : null,
      reading: shown ?? null,
      lastYear: derived?.value ?? null,
      remark: remarkOn(nature === 'actual' && !derived ? shown : undefined, readings.length),
    };
  });
  return entries.filter(({ value }) => value !== null).length > 0 ? entries : [];
}

/** The town; its year, where it has several reports here. */
function chartName(report: ReportDetail, reports: readonly ReportDetail[], nature: Nature): string {
  const name = nameOf(report);
  const year = yearOf(report, nature);
  const alike = reports.filter((each) => nameOf(each) === name).length;
  if (alike < 2 || year === null) return name;
  return alike === reports.length ? `${year}年` : `${name}${year}`;
}

/** `alone` is a result whose last year could not be worked out. */
function remarkOn(alone: IndicatorReading | undefined, count: number): string | null {
  const reason = alone?.growthPercent === null ? '无增幅，' : '';
  const remarks = [
    alone ? `${reason}不推算上年` : null,
    count > 1 ? `另有 ${count - 1} 个读数` : null,
  ].filter((part) => part !== null);
  return remarks.length > 0 ? remarks.join('，') : null;
}
