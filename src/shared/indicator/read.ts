import type { ReportKind, ReportMetadata, Section, SectionRole, Span } from '../report/report.ts';
import { breakKind, sourceSpan, type TextView } from '../report/view.ts';
import { bindFigures, type Figure } from './binding.ts';
import {
  isProjectSubject,
  judgeNature,
  judgePeriod,
  judgeScope,
  ownScope,
  type Surroundings,
  yearsOf,
} from './circumstances.ts';
import { type Decimal, toNumber } from './decimal.ts';
import { readFigureView, sentenceStarts } from './figureView.ts';
import { type FigureName, nameFigure } from './naming.ts';
import { scanQuantities } from './quantities.ts';
import type { ChangeKind, IndicatorReading, ReadingScope } from './reading.ts';
import { conversionFor, normalise } from './units.ts';
import type { IndicatorVocabulary } from './vocabulary.ts';

/** A figure that was seen but is not sure: listed for the person (待人工), never shown as a value. */
export interface UnsureFigure extends Span {
  valueText: string;
  /** One Chinese phrase. */
  reason: string;
  clause: Span;
}

export interface IndicatorContext {
  kind: ReportKind;
  metadata: ReportMetadata;
  /** The section tree; its roles decide 实绩 or 目标 where `roles` is not given. */
  sections: readonly Section[];
  roles?: readonly (Span & { role: SectionRole | null })[];
}

export interface IndicatorReadings {
  readings: IndicatorReading[];
  unsure: UnsureFigure[];
}

/**
 * Reads every stated figure of `text`, ordered by `start`. Offsets are UTF-16 code units of `text`;
 * the span of a reading runs from its precision word to its unit (近5000亩), and `valueText` is the
 * number within it as written (近5000). Linear in the length of the text. What cannot be paired or
 * has lost its digits goes to `unsure`.
 */
export function readIndicators(
  text: string,
  context: IndicatorContext,
  vocabulary: IndicatorVocabulary,
): IndicatorReadings {
  const view = readFigureView(text);
  const headings = viewOffsets(view, context.sections);
  const starts = sentenceStarts(view, headings);
  const { quantities, gaps } = scanQuantities(view.text, vocabulary.units);
  const readings: IndicatorReading[] = [];
  const unsure: UnsureFigure[] = [];
  for (const gap of gaps) {
    const span = sourceSpan(view, gap.start, gap.end);
    unsure.push({
      ...span,
      valueText: text.slice(span.start, span.end),
      reason: gap.reason,
      clause: sourceSpan(view, ...clauseAround(view.text, gap.start, gap.end)),
    });
  }
  const roleAt = roleReader(context);
  let next = 0;
  for (let at = 0; at < starts.length && next < quantities.length; at += 1) {
    const start = starts[at] ?? 0;
    const end = starts[at + 1] ?? view.text.length;
    const first = next;
    while ((quantities[next]?.start ?? Number.POSITIVE_INFINITY) < end) next += 1;
    if (next === first) continue;
    const sentence = { start, end };
    const role = roleAt(view.offsets[quantities[first]?.start ?? 0] ?? 0);
    const figures = bindFigures(view.text, sentence, quantities.slice(first, next));
    readSentence({ text, view, sentence, figures, role, context, vocabulary }, readings, unsure);
  }
  unsure.sort((a, b) => a.start - b.start);
  return { readings, unsure };
}

interface SentenceWork {
  text: string;
  view: TextView;
  sentence: { start: number; end: number };
  figures: Figure[];
  role: SectionRole | null;
  context: IndicatorContext;
  vocabulary: IndicatorVocabulary;
}

function readSentence(
  work: SentenceWork,
  readings: IndicatorReading[],
  unsure: UnsureFigure[],
): void {
  const { figures, view } = work;
  let inherited: FigureName | null = null;
  for (const [at, figure] of figures.entries()) {
    if (figure.threshold || (figure.quantity.lone && figure.baseOf === null)) continue;
    const [clauseStart, clauseEnd] = clauseAround(
      view.text,
      figure.quantity.start,
      figure.quantity.end,
      work.sentence,
    );
    const reason = figure.refusedFor ?? unsureReason(figure, view);
    if (reason !== null) {
      const span = sourceSpan(view, figure.quantity.start, figure.quantity.end);
      unsure.push({
        ...span,
        valueText: work.text.slice(span.start, span.end),
        reason,
        clause: sourceSpan(view, clauseStart, clauseEnd),
      });
      continue;
    }
    if (figure.owner !== null && changeOf(figures, figure.owner) === figure) continue;
    let name = nameFigure(
      view.text,
      figure.owner ?? figure,
      {
        clauseStart: clauseAround(
          view.text,
          (figure.owner ?? figure).cueStart,
          (figure.owner ?? figure).cueStart,
          work.sentence,
        )[0],
        clauseEnd,
        sentenceEnd: work.sentence.end,
        next: figures[at + 1] ?? null,
      },
      work.vocabulary,
    );
    if (name.name === '' && inherited !== null) name = { ...inherited };
    if (name.name !== '') inherited = name;
    readings.push(compose(work, figure, name, clauseStart, clauseEnd));
  }
}

function unsureReason(figure: Figure, view: TextView): string | null {
  if (figure.kind === 'distance') return '与他处或计划比较的差距';
  if (figure.quantity.unitMissing) return '“万”“亿”后没有单位';
  const breaks = view.breaks.subarray(figure.quantity.numberStart + 1, figure.quantity.valueEnd);
  if (breaks.includes(breakKind.space) && /\d/.test(view.text.charAt(figure.quantity.numberStart)))
    return '数字中间有空格';
  return null;
}

/** The first change bound to a value is told with it; a further one is a reading of its own. */
function changeOf(figures: readonly Figure[], value: Figure): Figure | undefined {
  const own = figures.filter((each) => each.owner === value);
  return own.find((each) => each.kind !== 'completion') ?? own[0];
}

function compose(
  work: SentenceWork,
  figure: Figure,
  name: FigureName,
  clauseStart: number,
  clauseEnd: number,
): IndicatorReading {
  const { view, text, vocabulary, context } = work;
  const { quantity } = figure;
  const change = figure.kind === 'value' ? changeOf(work.figures, figure) : figure;
  const around: Surroundings = {
    before: view.text.slice(Math.max(work.sentence.start, figure.cueStart - 160), figure.cueStart),
    clauseBefore: view.text.slice(Math.min(clauseStart, figure.cueStart), figure.cueStart),
    after: view.text.slice(quantity.end, clauseEnd),
    role: work.role,
  };
  const nature = judgeNature(around);
  const own = ownScope(context.metadata, context.kind);
  let scope: ReadingScope = judgeScope(around, own);
  let kind = figure.baseOf !== null || figure.reference ? 'base' : nature.value;
  const oneThing = name.attributive && name.object !== null && own === 'town';
  if (oneThing || (own === 'town' && isProjectSubject(around.before.slice(-50)))) {
    scope = scope === 'town' ? 'project' : scope;
    if (oneThing && kind !== 'base') kind = 'project';
  }
  const indicator = name.key === null ? undefined : vocabulary.indicators.get(name.key);
  const families =
    indicator === undefined
      ? /人均|户均|每人|每户|每亩|亩均/.test(name.name)
        ? ['money_per_capita']
        : []
      : [indicator.family, ...indicator.otherFamilies];
  const isValue = figure.kind === 'value';
  const conversion = isValue ? conversionFor(quantity.unit, families) : null;
  const value = sourceSpan(view, quantity.start, quantity.valueEnd);
  const span = sourceSpan(view, quantity.start, quantity.end);
  const doubt = figure.doubt ?? nature.doubt ?? (name.name === '' ? '没有找到名称' : null);
  return {
    ...span,
    key: name.key,
    name: name.name,
    valueText: text.slice(value.start, value.end),
    value: isValue ? toNumber(quantity.value) : null,
    ...(quantity.upper === null ? {} : { upperValue: toNumber(quantity.upper) }),
    unit: isValue ? quantity.unitText : null,
    normalizedValue:
      conversion === null
        ? null
        : toNumber(normalise(quantity.value, quantity.magnitude, conversion)),
    normalizedUnit: conversion?.base ?? null,
    precision: quantity.precision,
    growthPercent: change === undefined ? null : toNumber(changePercent(change)),
    changeKind: change === undefined ? null : changeKindOf(change),
    rank: null,
    period: judgePeriod(around, kind, yearsOf(context.metadata), context.kind),
    nature: kind,
    scope,
    clause: sourceSpan(view, clauseStart, Math.max(clauseEnd, change?.quantity.end ?? clauseEnd)),
    certain: doubt === null,
    doubt,
  };
}

function changePercent(change: Figure): Decimal {
  const { value, unit } = change.quantity;
  const hundred = unit.text === '倍' ? 100n : 1n;
  return { digits: value.digits * BigInt(change.sign) * hundred, scale: value.scale };
}

function changeKindOf(change: Figure): ChangeKind {
  if (change.kind === 'completion') return 'completion';
  if (change.kind === 'points') return 'points';
  return change.annualAverage ? 'annual-average' : 'year-on-year';
}

const CLAUSE_ENDS = ',。;:!?';

/** The clause [start, end) around view offsets, within the sentence. A comma inside digits is none. */
function clauseAround(
  text: string,
  from: number,
  to: number,
  sentence: { start: number; end: number } = { start: 0, end: text.length },
): [number, number] {
  let start = from;
  while (start > sentence.start && !isClauseEnd(text, start - 1)) start -= 1;
  let end = to;
  while (end < sentence.end && !isClauseEnd(text, end)) end += 1;
  return [start, end];
}

function isClauseEnd(text: string, at: number): boolean {
  const character = text.charAt(at);
  if (!CLAUSE_ENDS.includes(character)) return false;
  return !(character === ',' && /\d,\d{3}(?!\d)/.test(text.slice(at - 1, at + 5)));
}

function viewOffsets(view: TextView, sections: readonly Section[]): number[] {
  const found: number[] = [];
  let at = 0;
  for (const section of sections) {
    for (const offset of [section.start, section.end]) {
      while (at < view.offsets.length && (view.offsets[at] ?? 0) < offset) at += 1;
      while (at > 0 && (view.offsets[at - 1] ?? 0) >= offset) at -= 1;
      if (at < view.offsets.length) found.push(at);
    }
  }
  return found;
}

/** The role in force at a source offset: of the span that holds it, otherwise of the last heading. */
function roleReader(context: IndicatorContext): (offset: number) => SectionRole | null {
  const spans: { start: number; role: SectionRole | null }[] = [];
  if (context.roles !== undefined) {
    for (const span of context.roles) spans.push({ start: span.start, role: span.role });
  } else {
    for (const section of context.sections) {
      if (section.nodeKind === 'heading') spans.push({ start: section.start, role: section.role });
    }
  }
  spans.sort((a, b) => a.start - b.start);
  let at = -1;
  return (offset) => {
    while (at + 1 < spans.length && (spans[at + 1]?.start ?? 0) <= offset) at += 1;
    return spans[at]?.role ?? null;
  };
}
