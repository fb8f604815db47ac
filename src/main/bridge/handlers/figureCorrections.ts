import { RequestFailure } from '../../../shared/contract/failure.ts';
import type { Parsed } from '../../../shared/contract/routes.ts';
import type { FigureCorrectionInput } from '../../../shared/contract/schemas/figures.ts';
import { parseDecimal, toNumber } from '../../../shared/indicator/decimal.ts';
import type { IndicatorReading } from '../../../shared/indicator/reading.ts';
import { normaliseStated } from '../../../shared/indicator/stated.ts';
import type { IndicatorVocabulary } from '../../../shared/indicator/vocabulary.ts';
import type { StoredReport } from '../../store/libraryStore.ts';
import type { HandlerContext } from '../context.ts';
import { getReport } from './getReport.ts';
import { readSettings } from './settings.ts';

type Change = Extract<FigureCorrectionInput, { kind: 'change' }>;

/** Keeps what the person says about a figure. Answers the id by which it can be undone. */
export async function correctFigure(
  context: HandlerContext,
  { id, start, end, name, correction }: Parsed<'indicators.correct'>,
): Promise<string> {
  const report = await getReport(context, id);
  const found = findFigure(report, start, end, name);
  if (found === undefined) {
    throw new RequestFailure('no-figure', '这个数字已不在原处，没有改动。请重新打开对照再试。');
  }
  const { author } = await readSettings(context.store);
  const { id: correctionId } = await context.store.addCorrection(id, {
    start,
    end,
    wording: report.text.slice(start, end),
    name,
    reading: await corrected(context, found, correction),
    author,
  });
  context.emit({ type: 'library.changed' });
  return correctionId;
}

export async function undoCorrection(
  context: HandlerContext,
  id: string,
  correctionId: string,
): Promise<void> {
  const { author } = await readSettings(context.store);
  if (!(await context.store.undoCorrection(id, correctionId, author))) {
    throw new RequestFailure('no-correction', '这处改动已经撤销过了，没有改动。');
  }
  context.emit({ type: 'library.changed' });
}

/** The figure as it is read now; one that is not sure becomes an empty reading to be filled in. */
function findFigure(
  { findings }: StoredReport,
  start: number,
  end: number,
  name: string,
): IndicatorReading | undefined {
  const { readings, unsure } = findings.figures;
  const reading = readings.find(
    (each) => each.start === start && each.end === end && each.name === name,
  );
  if (reading) return reading;
  const figure = unsure.find((each) => each.start === start && each.end === end);
  return figure && { ...EMPTY, start, end, valueText: figure.valueText, clause: figure.clause };
}

const EMPTY: Omit<IndicatorReading, 'start' | 'end' | 'valueText' | 'clause'> = {
  key: null,
  name: '',
  value: null,
  unit: null,
  normalizedValue: null,
  normalizedUnit: null,
  precision: null,
  growthPercent: null,
  changeKind: null,
  rank: null,
  period: null,
  nature: null,
  scope: null,
  certain: true,
  doubt: null,
};

async function corrected(
  context: HandlerContext,
  reading: IndicatorReading,
  correction: FigureCorrectionInput,
): Promise<IndicatorReading | null> {
  switch (correction.kind) {
    case 'not-figure':
      return null;
    case 'confirm':
      return { ...reading, certain: true, doubt: null };
    case 'change':
      return changed(reading, correction, (await context.knowledge()).indicators);
  }
}

/** What the person leaves unsaid stays as it was read. */
function changed(
  reading: IndicatorReading,
  { key, name, value, unit, nature, scope, period, growth }: Change,
  vocabulary: IndicatorVocabulary,
): IndicatorReading {
  const { upperValue: _, ...rest } = reading;
  const change =
    growth === undefined
      ? { growthPercent: reading.growthPercent, changeKind: reading.changeKind }
      : { growthPercent: growth && decimalOf(growth.percent), changeKind: growth?.kind ?? null };
  if (value === null && change.growthPercent === null) {
    throw new RequestFailure('bad-number', '数值和增幅至少写一个，没有改动。');
  }
  const stated = value === null ? null : parseDecimal(value);
  if (value !== null && stated === null) throw badNumber();
  return {
    ...rest,
    key,
    name,
    unit,
    nature,
    scope,
    ...change,
    period: period === undefined ? reading.period : period,
    rank: stated !== null && toNumber(stated) === reading.value ? reading.rank : null,
    certain: true,
    doubt: null,
    ...(stated === null
      ? { value: null, normalizedValue: null, normalizedUnit: null }
      : { value: toNumber(stated), ...normaliseStated(stated, unit, key, vocabulary) }),
  };
}

function decimalOf(text: string): number {
  const decimal = parseDecimal(text);
  if (decimal === null) throw badNumber();
  return toNumber(decimal);
}

function badNumber(): RequestFailure {
  return new RequestFailure('bad-number', '数值要写成阿拉伯数字，没有改动。');
}
