import { RequestFailure } from '../../../shared/contract/failure.ts';
import type { Parsed } from '../../../shared/contract/routes.ts';
import type { FigureCorrectionInput } from '../../../shared/contract/schemas/figures.ts';
import { type Decimal, parseDecimal, toNumber } from '../../../shared/indicator/decimal.ts';
import type { IndicatorReading } from '../../../shared/indicator/reading.ts';
import { conversionFor, magnitudeAt, normalise } from '../../../shared/indicator/units.ts';
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
    case 'change': {
      const { key, name, unit, nature, scope } = correction;
      const { upperValue: _, ...rest } = reading;
      return {
        ...rest,
        key,
        name,
        unit,
        nature,
        scope,
        certain: true,
        doubt: null,
        ...normalisedValue(correction, (await context.knowledge()).indicators),
      };
    }
  }
}

/** 1.87 and 亿元 → 18700 万元, exactly; a unit nobody listed stays as it is. */
function normalisedValue(
  { key, value, unit }: Change,
  { indicators, units }: IndicatorVocabulary,
): Pick<IndicatorReading, 'value' | 'normalizedValue' | 'normalizedUnit'> {
  const decimal = parseDecimal(value);
  if (decimal === null) throw new RequestFailure('bad-number', '数值要写成阿拉伯数字，没有改动。');
  const plain = toNumber(decimal);
  const indicator = indicators.get(key ?? '');
  const families = indicator ? [indicator.family, ...indicator.otherFamilies] : [];
  for (const { word, factor } of readingsOf(unit ?? '')) {
    const listed = units.units.get(word);
    if (listed === undefined) continue;
    const conversion = conversionFor(listed, families);
    const normalised = normalise(decimal, factor, conversion);
    return { value: plain, normalizedValue: toNumber(normalised), normalizedUnit: conversion.base };
  }
  return { value: plain, normalizedValue: plain, normalizedUnit: unit };
}

const ONE: Decimal = { digits: 1n, scale: 0 };

/** 万元 as one word, and as 万 of 元. */
function readingsOf(unit: string): { word: string; factor: Decimal }[] {
  const whole = { word: unit, factor: ONE };
  const magnitude = magnitudeAt(unit, 0);
  if (magnitude === null) return [whole];
  const word = unit.slice(magnitude.text.length);
  return [whole, { word, factor: magnitude.factor }];
}
