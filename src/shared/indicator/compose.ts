import { sourceSpan } from '../report/view.ts';
import type { Figure } from './binding.ts';
import { doubtAbout, doubtAboutUnlisted, isStandard } from './certainty.ts';
import { type Decimal, toNumber } from './decimal.ts';
import { keptKey } from './definition.ts';
import type { JudgedFigure } from './judge.ts';
import { DATED, periodOfRole, periodOfWords } from './period.ts';
import { ahead } from './questions.ts';
import type { ChangeKind, IndicatorReading } from './reading.ts';
import type { SentenceWork } from './sentenceWork.ts';
import { sumOfYears } from './sumsOfYears.ts';
import { NO_YEAR_SAID, periodInTerm } from './termReview.ts';
import { conversionFor, normalise } from './units.ts';
import { tornDoubt } from './unsure.ts';
import { EXPECTED_A_YEAR, ONCE_IT_RUNS } from './words.ts';

/** Puts together what is known of one figure. */
export function compose(told: JudgedFigure): IndicatorReading {
  const { work, figure, name, isValue, clues, judged, scope } = told;
  const [clauseStart, clauseEnd] = told.clause;
  const { view, text, vocabulary, context } = work;
  const { quantity } = figure;
  const change =
    figure.kind === 'value'
      ? figure.change
      : figure.kind === 'rank' || figure.kind === 'increase'
        ? null
        : figure;
  let nature = judged.nature;
  if (figure.baseOf !== null || figure.reference) nature = 'base';
  else if (scope === 'project' && nature !== 'base' && (name.attributive || isOfDesign(told)))
    nature = 'project';
  const inReview = work.role === 'review' || work.role === 'shortcomings';
  const reviewed = inReview ? work.years.review : (work.years.plan ?? work.years.current);
  // 由68%提高到80%: since when is not said.
  const said =
    figure.baseOf !== null
      ? originYear(view.text, figure, reviewed)
      : (endYear(view.text, figure) ??
        originYear(view.text, figure, reviewed) ??
        sumOfYears(told, reviewed, !inReview) ??
        periodOfWords(clues, wholeBefore(told), work.years, context.kind));
  const silent = said === null && figure.baseOf === null;
  const noYearSaid = silent && work.ofTerm && inReview && nature === 'actual';
  let period = said;
  if (noYearSaid) period = periodInTerm(told, reviewed);
  else if (silent) period = periodOfRole(clues, nature, work.years, context.kind);
  const perUnit = view.text.charAt(quantity.unitEnd) === '/';
  const each = quantity.unit.text === '元' && isStandard(clues);
  const standard = perUnit || (each && quantity.unitText === '元');
  const key = keptKey(told, standard);
  const indicator = key === name.key ? told.indicator : vocabulary.indicators.get(key ?? '');
  const families =
    indicator?.families ??
    (standard ||
    PER_HEAD_NAME.test(name.name) ||
    PER_HEAD.test(clues.clauseBefore, clues.clauseMarks)
      ? A_HEAD
      : ANY);
  const conversion = isValue ? conversionFor(quantity.unit, families) : null;
  const value = sourceSpan(view, quantity.start, quantity.valueEnd);
  const span = sourceSpan(view, quantity.start, quantity.end);
  const doubt =
    change?.doubt ??
    figure.doubt ??
    (nature === judged.nature ? judged.doubt : null) ??
    (noYearSaid ? NO_YEAR_SAID : null) ??
    (work.guessed ? '章节未能识别，按字面判断' : null) ??
    doubtAbout(told, standard || each) ??
    tornDoubt(quantity, view) ??
    (change === null ? null : tornDoubt(change.quantity, view)) ??
    (key === null ? doubtAboutUnlisted(told) : null);
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
    growthPercent: change === null ? null : toNumber(changePercent(change)),
    changeKind:
      change === null ? null : changeKindOf(change, sinceWhen(work, figure, change, period)),
    rank: quantity.rank,
    period,
    nature,
    scope,
    clause: sourceSpan(view, clauseStart, Math.max(clauseEnd, change?.quantity.end ?? clauseEnd)),
    certain: doubt === null,
    doubt,
  };
  if (quantity.upper !== null) reading.upperValue = toNumber(quantity.upper);
  if (isValue) work.lastValue = reading;
  else if (key === null && isLoose(figure)) askAboutChange(reading, work.lastValue);
  return reading;
}

/** A change that was bound to no value. */
function isLoose({ kind, owner }: Figure): boolean {
  return owner === null && (kind === 'growth' || kind === 'points');
}

/**
 * …捕捞产量1.36万吨,执行休渔新规后同比下降8.2%: a change under a name that no list has, behind a value of its sentence, is that
 * value's in one of four places (13 of 48 in 52 labelled reports).
 */
function askAboutChange(change: IndicatorReading, value: IndicatorReading | null): void {
  if (value === null) return;
  ask(change, '可能是前面那个数的增幅');
  if (value.growthPercent === null) ask(value, '后面的增幅可能是它的');
}

function ask(reading: IndicatorReading, doubt: string): void {
  if (!reading.certain) return;
  reading.certain = false;
  reading.doubt = doubt;
}

/** 建筑面积1.86万平方米, 全长11.5公里, 达产后年产值可达5亿元: how large one thing is, or what it is meant to give. */
function isOfDesign({ name, clues, figure }: JudgedFigure): boolean {
  if (figure.kind !== 'value') return false;
  return DESIGNED.test(name.name) || YIELDS.test(clues.clauseBefore) || YIELDED.test(clues.before);
}

const DESIGNED =
  /(?:建筑面积|流域面积|全长|总长度?|库容|设计[\u4e00-\u9fff]{2,6}|装机容量|[年日][\u4e00-\u9fff]{1,4}能力|[路桥街渠坝堤段]长|^[宽长]度?|概算)(?:为|约|达)?$/;
const YIELDS =
  /^(?:预计)?(?:全部|项目)?(?:达产|建成|投产|投用|完工|运营)(?:达效|投产|投用|达产)?后|^(?:每?年)?可(?:年产|新增|实现|提供|安置|容纳|带动|吸纳|解决|发电|加工|屠宰|处理)/;
const YIELDED = new RegExp(`${ONCE_IT_RUNS}[^。;]*$|${EXPECTED_A_YEAR}[^,。;]*$`);

/** The words from where the whole sentence began, before any ;; empty where they hold no date. */
function wholeBefore({ work, clues }: JudgedFigure): string {
  const { view, sentenceStart } = work;
  const { wordsStart, wordsEnd } = clues;
  const start = Math.max(sentenceStart, wordsEnd - 300);
  if (start === wordsStart) return DATED.mayMatch(clues.marks) ? clues.before : '';
  const dated = DATED.mayMatch(clues.marks) || isDatedAhead(work, start);
  return dated ? view.text.slice(start, wordsEnd) : '';
}

/** Whether the parts of the sentence before this one may state a period, from `start` on. */
function isDatedAhead(work: SentenceWork, start: number): boolean {
  work.datedAhead ??= DATED.mayMatch(ahead.marksOf(work.view.text, start, work.sentence.start));
  return work.datedAhead;
}

/**
 * 从2013年的3000万元上升到…, 由2014年的1687户、6842人减少到…, 由上年的11家发展到…: the year of the start value, in words about
 * the year `told` of.
 */
function originYear(
  text: string,
  { baseOf, reference, leftStart, cueStart, quantity }: Figure,
  told: number | null,
): string | null {
  if (baseOf === null && !reference) return null;
  const words = text.slice(baseOf === null ? leftStart : cueStart, quantity.start);
  if (told !== null && THE_YEAR_BEFORE.test(words)) return String(told - 1);
  return /((?:19|20)\d\d)年末?底?的?(?:[\d.]+[^\d,。;]{1,3}[、和及])*$/.exec(words)?.[1] ?? null;
}

/** 从2000年的1042元增加到2005年的…: the year of the end value. */
function endYear(text: string, { cueStart, quantity }: Figure): string | null {
  if (text.charAt(quantity.start - 1) !== '的') return null;
  return /到((?:19|20)\d\d)年[末底]?的$/.exec(text.slice(cueStart, quantity.start))?.[1] ?? null;
}

const THE_YEAR_BEFORE =
  /[由从比较是为](?:上年|去年|上一年)(?:同期|年?[末底])?的$|[由从](?:上年|去年|上一年)(?:年?[末底])的?$/;

const A_HEAD = ['money_per_capita'];
const ANY: readonly string[] = [];
const PER_HEAD_NAME = /[人户亩]均|亩平/;
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
