import type { ReportKind, ReportMetadata, Section, SectionRole, Span } from '../report/report.ts';
import { breakKind, sourceSpan, type TextView } from '../report/view.ts';
import { bindFigures, type Figure } from './binding.ts';
import { type Decimal, toNumber } from './decimal.ts';
import { readFigureView, sentenceStarts } from './figureView.ts';
import { type FigureName, NAMELESS, nameFigure, nameListed } from './naming.ts';
import { judgeNature, type Surroundings } from './nature.ts';
import { judgePeriod, yearsOf } from './period.ts';
import { scanQuantities } from './quantities.ts';
import { scanRanks } from './ranks.ts';
import type { ChangeKind, IndicatorReading, ReadingScope } from './reading.ts';
import { judgeScope, ownScope } from './scope.ts';
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
  const { quantities: plain, gaps } = scanQuantities(view.text, vocabulary.units);
  const ranks = scanRanks(view.text, vocabulary.units);
  const quantities = [...plain, ...ranks].sort((a, b) => a.start - b.start);
  const readings: IndicatorReading[] = [];
  const unsure: UnsureFigure[] = [];
  for (const gap of gaps) {
    unsure.push(
      describeUnsure(text, view, gap, gap.reason, clauseAround(view.text, gap.start, gap.end)),
    );
  }
  const roleAt = roleReader(context);
  let next = 0;
  let sentenceStart = 0;
  for (let at = 0; at < starts.length && next < quantities.length; at += 1) {
    const start = starts[at] ?? 0;
    const end = starts[at + 1] ?? view.text.length;
    const first = next;
    while ((quantities[next]?.start ?? Number.POSITIVE_INFINITY) < end) next += 1;
    if (next === first) continue;
    if (view.text.charAt(start - 1) !== ';') sentenceStart = start;
    const sentence = { start, end };
    const role = roleAt(view.offsets[quantities[first]?.start ?? 0] ?? 0);
    const figures = bindFigures(view.text, sentence, quantities.slice(first, next));
    readSentence(
      { text, view, sentence, sentenceStart, figures, role, context, vocabulary, lastScope: null },
      readings,
      unsure,
    );
  }
  unsure.sort((a, b) => a.start - b.start);
  return { readings, unsure };
}

interface SentenceWork {
  text: string;
  view: TextView;
  /** From one of 。!?; to the next. */
  sentence: { start: number; end: number };
  /** Where the whole sentence began, before any ;. */
  sentenceStart: number;
  figures: Figure[];
  role: SectionRole | null;
  context: IndicatorContext;
  vocabulary: IndicatorVocabulary;
  /** Scope of the figure before in this sentence. */
  lastScope: ReadingScope | null;
}

function readSentence(
  work: SentenceWork,
  readings: IndicatorReading[],
  unsure: UnsureFigure[],
): void {
  const { figures, view } = work;
  let inherited: FigureName | null = null;
  for (const [at, figure] of figures.entries()) {
    if (figure.threshold || loneByItself(figure, figures)) continue;
    const clause = clauseAround(
      view.text,
      figure.quantity.start,
      figure.quantity.end,
      work.sentence,
    );
    const reason = figure.refusedFor ?? unsureReason(figure, view);
    if (reason !== null) {
      unsure.push(describeUnsure(work.text, view, figure.quantity, reason, clause));
      continue;
    }
    if (figure.owner !== null && changeOf(figures, figure.owner) === figure) continue;
    if (fieldOfRank(figure, figures[at + 1])) continue;
    if (figure.names !== null) {
      for (const listed of figure.names) {
        const name = nameListed(view.text, listed, figure, work.vocabulary);
        readings.push(compose(work, figure, name, clause));
        inherited = name;
      }
      continue;
    }
    const named = figure.owner ?? figure;
    if (named.names !== null && named.names[0] !== undefined) {
      readings.push(
        compose(
          work,
          figure,
          nameListed(view.text, named.names[0], named, work.vocabulary),
          clause,
        ),
      );
      continue;
    }
    const words = clauseAround(view.text, named.cueStart, named.cueStart, work.sentence);
    const place = figures.indexOf(named);
    const previous =
      figures.slice(0, place).findLast((each) => !each.threshold && each !== figure) ?? null;
    let name = nameFigure(
      view.text,
      named,
      {
        clauseStart: words[0],
        clauseEnd: clause[1],
        sentenceEnd: work.sentence.end,
        previous: named.baseOf === null && previous?.baseOf === named ? null : previous,
        next: figures[place + 1] ?? null,
      },
      work.vocabulary,
    );
    if (/^[过超]\d+万?[亩元]$/.test(name.name) && inherited !== null) {
      name = { ...inherited, name: `${name.name}${inherited.name.replace(/^.*\d+万?[亩元]/, '')}` };
    }
    if (name.partOfName) continue;
    if (name.bareVerb) {
      const ahead = nameAhead(work, figures, place);
      if (ahead !== NAMELESS) name = ahead;
    }
    const sameUnit = previous?.quantity.unit.text === named.quantity.unit.text;
    if (name.bareVerb && sameUnit && inherited !== null) {
      name = { ...inherited, after: false, attributive: false, object: null };
    }
    if (name.name === '') name = inherited ?? nameAhead(work, figures, place);
    if (name.name !== '') inherited = name;
    readings.push(
      compose(work, figure, figure.kind === 'increase' ? rise(figure, name) : name, clause),
    );
  }
}

/** The rise is no value of the indicator itself: it gets a name and a row of its own. */
function rise(figure: Figure, name: FigureName): FigureName {
  return { ...name, name: `${name.name}${figure.sign < 0 ? '减少额' : '增加额'}`, key: null };
}

/** 做好411户、706人已脱贫人员…: a figure at the head of a list takes the name behind the list. */
function nameAhead(work: SentenceWork, figures: readonly Figure[], at: number): FigureName {
  const figure = figures[at];
  const next = figures[at + 1];
  if (figure === undefined || next === undefined) return NAMELESS;
  if (!/^[、和及]$/.test(work.view.text.slice(figure.quantity.end, next.quantity.start)))
    return NAMELESS;
  const clause = clauseAround(
    work.view.text,
    next.quantity.start,
    next.quantity.end,
    work.sentence,
  );
  const name = nameFigure(
    work.view.text,
    next,
    {
      clauseStart: clause[0],
      clauseEnd: clause[1],
      sentenceEnd: work.sentence.end,
      previous: figure,
      next: figures[at + 2] ?? null,
    },
    work.vocabulary,
  );
  return name.after ? name : NAMELESS;
}

/** 一个中心, 三大攻坚: a single Chinese numeral counts only in 由三个增加到八个 and in lists. */
function loneByItself(figure: Figure, figures: readonly Figure[]): boolean {
  if (!figure.quantity.lone || figure.baseOf !== null || figure.names !== null) return false;
  return !figures.some((each) => each.baseOf === figure);
}

/** 15个 of 全市15个镇街区第一名 belongs to the rank. */
function fieldOfRank(figure: Figure, next: Figure | undefined): boolean {
  const rank = next?.quantity.rank;
  if (rank == null || figure.kind !== 'value' || rank.of === null) return false;
  return (
    Number(figure.quantity.value.digits) === rank.of &&
    next !== undefined &&
    next.quantity.start - figure.quantity.end <= 12
  );
}

function describeUnsure(
  text: string,
  view: TextView,
  place: { start: number; end: number },
  reason: string,
  clause: [number, number],
): UnsureFigure {
  const span = sourceSpan(view, place.start, place.end);
  return {
    ...span,
    valueText: text.slice(span.start, span.end),
    reason,
    clause: sourceSpan(view, clause[0], clause[1]),
  };
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
  const own = figures.filter((each) => each.owner === value && each.kind !== 'increase');
  return own.find((each) => each.kind !== 'completion') ?? own[0];
}

function compose(
  work: SentenceWork,
  figure: Figure,
  name: FigureName,
  [clauseStart, clauseEnd]: [number, number],
): IndicatorReading {
  const { view, text, vocabulary, context, sentence } = work;
  const { quantity } = figure;
  const isValue = figure.kind === 'value' || figure.kind === 'increase';
  const change =
    figure.kind === 'value'
      ? changeOf(work.figures, figure)
      : figure.kind === 'rank' || figure.kind === 'increase'
        ? undefined
        : figure;
  const wordsEnd = Math.min(figure.cueStart, quantity.start);
  const segmentStart = Math.max(sentence.start, wordsEnd - 160);
  const around: Surroundings = {
    before: view.text.slice(segmentStart, wordsEnd),
    clauseBefore: view.text.slice(Math.min(clauseStart, wordsEnd), wordsEnd),
    after: view.text.slice(quantity.end, clauseEnd),
    role: work.role,
  };
  const whole = view.text.slice(Math.max(work.sentenceStart, wordsEnd - 300), wordsEnd);
  const judged = judgeNature(around);
  const own = ownScope(context.metadata, context.kind);
  const judgedScope = judgeScope({
    before: around.before,
    clauseBefore: around.clauseBefore,
    name: name.name,
    key: name.key,
    object: name.object,
    attributive: name.attributive,
    ofAThing: name.ofAThing,
    after: name.after,
    unit: quantity.unitText,
    own,
  });
  // 规划面积800亩,当年投入3000万元: the money goes into the project the clauses before speak of.
  const goesOn =
    judgedScope === 'town' &&
    work.lastScope === 'project' &&
    /^(?:当年|年内|已|现已|目前已?|累计|已累计)?(?:(?:完成)?(?:投入|投资|到位资金)|吸纳|入驻|配套|年[产接处加]|占地|建筑面积)/.test(
      around.clauseBefore,
    );
  const scope = goesOn ? 'project' : judgedScope;
  work.lastScope = scope;
  let nature = judged.nature;
  if (figure.baseOf !== null || figure.reference) nature = 'base';
  else if (scope === 'project' && name.attributive && nature !== 'base') nature = 'project';
  const period = judgePeriod(
    { ...around, before: whole },
    nature,
    yearsOf(context.metadata),
    context.kind,
  );
  const indicator = vocabulary.indicators.get(name.key ?? '');
  const perHead =
    /(?:人均|户均|亩均|村均|均|每(?:人|户|亩|年|月|天|吨|村|度|平方米|平米|个)[^,]{0,6})$/;
  const perUnit = view.text.charAt(quantity.unitEnd) === '/';
  const standard =
    perUnit ||
    (quantity.unitText === '元' &&
      /每(?:人|户|亩|年|月|天|吨|度|平方米)[^,。;]{0,8}$/.test(around.clauseBefore));
  const families =
    indicator === undefined
      ? standard || /[人户亩]均/.test(name.name) || perHead.test(around.clauseBefore)
        ? ['money_per_capita']
        : []
      : [indicator.family, ...indicator.otherFamilies];
  const conversion = isValue ? conversionFor(quantity.unit, families) : null;
  const value = sourceSpan(view, quantity.start, quantity.valueEnd);
  const span = sourceSpan(view, quantity.start, quantity.end);
  const doubt =
    change?.doubt ??
    figure.doubt ??
    (nature === judged.nature ? judged.doubt : null) ??
    (standard ? '标准,不是总量' : null) ??
    (name.name === '' ? '没有找到名称' : null);
  return {
    ...span,
    key: name.key,
    name: name.name,
    valueText: text.slice(value.start, value.end),
    value: isValue || figure.kind === 'rank' ? toNumber(quantity.value) : null,
    ...(quantity.upper === null ? {} : { upperValue: toNumber(quantity.upper) }),
    unit: isValue || figure.kind === 'rank' ? quantity.unitText : null,
    normalizedValue:
      conversion === null
        ? null
        : toNumber(normalise(quantity.value, quantity.magnitude, conversion)),
    normalizedUnit: conversion?.base ?? null,
    precision: quantity.precision,
    growthPercent: change === undefined ? null : toNumber(changePercent(change)),
    changeKind:
      change === undefined ? null : changeKindOf(change, sinceWhen(work, figure, change, period)),
    rank: quantity.rank,
    period,
    nature,
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

/** A growth over several years (由…到…, 比2015年) is neither 同比 nor 年均: its kind is left open. */
function changeKindOf(change: Figure, severalYears: boolean): ChangeKind | null {
  if (change.kind === 'completion') return 'completion';
  if (change.kind === 'points') return 'points';
  if (change.annualAverage) return 'annual-average';
  return severalYears ? null : 'year-on-year';
}

function sinceWhen(
  work: SentenceWork,
  figure: Figure,
  change: Figure,
  period: string | null,
): boolean {
  const words = work.view.text.slice(
    Math.max(change.leftStart, change.cueStart - 20),
    change.quantity.start,
  );
  if (/同比|[比较](?:上年|去年)/.test(words)) return false;
  const base = /[比较](?:与)?((?:19|20)\d\d)年/.exec(words)?.[1];
  if (base !== undefined) return period !== null && Number(base) !== Number(period.slice(-4)) - 1;
  const owner = figure.owner ?? figure;
  return work.figures.some((each) => each.baseOf === owner) || /^\d{4}-\d{4}$/.test(period ?? '');
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
