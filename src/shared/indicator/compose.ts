import type { ReportKind, ReportMetadata, Section, SectionRole, Span } from '../report/report.ts';
import { sourceSpan, type TextView } from '../report/view.ts';
import type { Figure } from './binding.ts';
import { doubtAbout, isStandard } from './certainty.ts';
import { type Decimal, toNumber } from './decimal.ts';
import { keptKey } from './definition.ts';
import { isUnknownName } from './firms.ts';
import { guessOwner, type Opening, readOpening } from './guessedOwner.ts';
import type { FigureName } from './naming.ts';
import { judgeNature, type Surroundings } from './nature.ts';
import { MAY_NAME, ownersIn, subjectOf, type Topic } from './owners.ts';
import { DATED, judgePeriod, type Years } from './period.ts';
import { ahead } from './questions.ts';
import type { ChangeKind, IndicatorReading, ReadingScope } from './reading.ts';
import { judgeScope } from './scope.ts';
import { conversionFor, normalise } from './units.ts';
import type { IndicatorVocabulary } from './vocabulary.ts';

export interface IndicatorContext {
  kind: ReportKind;
  metadata: ReportMetadata;
  /** The section tree; its roles decide 实绩 or 目标 where `roles` is not given. */
  sections: readonly Section[];
  roles?: readonly (Span & { role: SectionRole | null })[];
}

/** What all sentences of a report share. */
export interface ReportWork {
  text: string;
  view: TextView;
  context: IndicatorContext;
  vocabulary: IndicatorVocabulary;
  /** Level and years the whole report speaks from. */
  own: ReadingScope;
  years: Years;
}

/** One sentence on its way to readings. */
export interface SentenceWork extends ReportWork {
  /** From one of 。!?; to the next. */
  sentence: { start: number; end: number };
  /** Where the whole sentence began, before any ;. */
  sentenceStart: number;
  figures: Figure[];
  role: SectionRole | null;
  /** The role was guessed from the chapter's wording. */
  guessed: boolean;
  /** Things named in the sentence; null until they are asked for. */
  owners: Span[] | null;
  /** Whether it opens with a name in which nothing is known; null until asked for. */
  unknown: boolean | null;
  /** What its first clause tells of; null until asked for. */
  opening: Opening | null;
  /** What this part of the sentence opens with, and an earlier part before a ;. */
  topic: Topic | null;
  ledBy: Topic | null;
  /** The figure before in this sentence; `located`: a place in its name made it a project's. */
  last: { scope: ReadingScope; end: number; located: boolean } | null;
}

/** The first change bound to a value is told with it; a further one is a reading of its own. */
export function changeOf(figures: readonly Figure[], value: Figure): Figure | undefined {
  let share: Figure | undefined;
  for (const each of figures) {
    if (each.owner !== value || each.kind === 'increase') continue;
    if (each.kind !== 'completion') return each;
    share ??= each;
  }
  return share;
}

/** A figure of a sentence with its name, and the clause it stands in. */
export interface NamedFigure {
  work: SentenceWork;
  figure: Figure;
  name: FigureName;
  clause: [number, number];
}

/** Puts together what is known of one figure; those of a sentence in order. */
export function compose({ work, figure, name, clause }: NamedFigure): IndicatorReading {
  const [clauseStart, clauseEnd] = clause;
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
  const clauseFrom = Math.min(clauseStart, wordsEnd);
  const around: Surroundings = {
    before: view.text.slice(segmentStart, wordsEnd),
    clauseBefore: view.text.slice(clauseFrom, wordsEnd),
    marks: ahead.marksOf(view.text, segmentStart, wordsEnd),
    clauseMarks: ahead.marksOf(view.text, clauseFrom, wordsEnd),
    after: view.text.slice(quantity.end, clauseEnd),
    role: work.role,
  };
  const judged = judgeNature(around);
  const clues = {
    before: around.before,
    namesOwner: (within: 'clause' | 'sentence') => {
      if (!MAY_NAME.mayMatch(within === 'clause' ? around.clauseMarks : around.marks)) return false;
      work.owners ??= ownersIn(view.text, sentence.start, ownersEnd(work));
      const from = within === 'clause' ? clauseFrom : segmentStart;
      return work.owners.some(({ start, end }) => start >= from && end < wordsEnd);
    },
    opensUnknown: () => {
      work.unknown ??= isUnknownName(
        subjectOf(view.text, sentence.start, sentence.end),
        vocabulary.aliases,
      );
      return work.unknown;
    },
    topic: work.topic,
    ledBy: work.ledBy,
    clauseBefore: around.clauseBefore,
    marks: around.marks,
    clauseMarks: around.clauseMarks,
    name: name.name,
    object: name.object,
    attributive: name.attributive,
    ofAThing: name.ofAThing,
    after: name.after,
    unit: quantity.unitText,
    own: work.own,
    rank: figure.kind === 'rank',
    last: work.last?.scope ?? null,
    listed: work.last?.located === true && view.text.charAt(work.last.end) === '、',
  };
  const judgedScope = judgeScope(clues);
  const guessed =
    judgedScope === 'town'
      ? guessOwner(clues, name, isValue, () => openingOf(work), vocabulary)
      : null;
  const scope = guessed?.scope ?? judgedScope;
  const located = !name.attributive && !name.ofAThing && !name.after;
  work.last = { scope, end: quantity.end, located };
  let nature = judged.nature;
  if (figure.baseOf !== null || figure.reference) nature = 'base';
  else if (scope === 'project' && name.attributive && nature !== 'base') nature = 'project';
  const period =
    originYear(view.text, figure) ??
    judgePeriod(
      around,
      wholeBefore(work, wordsEnd, segmentStart, around),
      nature,
      work.years,
      context.kind,
    );
  const perUnit = view.text.charAt(quantity.unitEnd) === '/';
  const standard = perUnit || (quantity.unitText === '元' && isStandard(clues));
  const key = keptKey(name, figure, { scope, guessed: guessed !== null, standard }, vocabulary);
  const indicator = vocabulary.indicators.get(key ?? '');
  const families =
    indicator === undefined
      ? standard ||
        PER_HEAD_NAME.test(name.name) ||
        PER_HEAD.test(around.clauseBefore, around.clauseMarks)
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
    (work.guessed ? '章节未能识别，按字面判断' : null) ??
    doubtAbout({ name, clues, scope, guessed, isValue, quantity, standard });
  const reading: IndicatorReading = {
    start: span.start,
    end: span.end,
    key,
    name: name.name,
    valueText: text.slice(value.start, value.end),
    value: isValue || figure.kind === 'rank' ? toNumber(quantity.value) : null,
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
  if (quantity.upper !== null) reading.upperValue = toNumber(quantity.upper);
  return reading;
}

function openingOf(work: SentenceWork): Opening {
  work.opening ??= readOpening(work.view.text, work.sentence, work.vocabulary);
  return work.opening;
}

/** What is named behind the last figure owns none; a few characters more, as names are told by what follows them. */
function ownersEnd({ figures, sentence }: SentenceWork): number {
  const last = figures.at(-1)?.quantity.end ?? sentence.end;
  return Math.min(sentence.end, last + BEHIND_A_NAME);
}

const BEHIND_A_NAME = 8;

/** The words from where the whole sentence began, before any ;; empty where they hold no date. */
function wholeBefore(
  { view, sentenceStart }: SentenceWork,
  wordsEnd: number,
  segmentStart: number,
  { before, marks }: Surroundings,
): string {
  const start = Math.max(sentenceStart, wordsEnd - 300);
  if (start === segmentStart) return DATED.mayMatch(marks) ? before : '';
  const dated = DATED.mayMatch(ahead.marksOf(view.text, start, wordsEnd));
  return dated ? view.text.slice(start, wordsEnd) : '';
}

/** 从2013年的3000万元上升到…: the year of the start value. */
function originYear(text: string, { baseOf, cueStart, quantity }: Figure): string | null {
  if (baseOf === null) return null;
  return /((?:19|20)\d\d)年末?底?的?$/.exec(text.slice(cueStart, quantity.start))?.[1] ?? null;
}

const PER_HEAD_NAME = /[人户亩]均/;
const PER_HEAD = ahead.ofAll(/(?:均|每(?:人|户|亩|年|月|天|吨|村|度|平方米|平米|个)[^,]{0,6})$/);

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
  // 比2012年翻一番,比上年增长9%: the clause of the change itself says what it is against.
  const words = work.view.text
    .slice(Math.max(change.leftStart, change.cueStart - 20), change.quantity.start)
    .replace(/^.*,(?=.{2})/, '');
  const base = /[比较](?:与)?((?:19|20)\d\d)年/.exec(words)?.[1];
  if (base !== undefined) return period !== null && Number(base) !== Number(period.slice(-4)) - 1;
  if (/同比|[比较](?:上年|去年)/.test(words)) return false;
  const owner = figure.owner ?? figure;
  return work.figures.some((each) => each.baseOf === owner) || /^\d{4}-\d{4}$/.test(period ?? '');
}
