import type { ReportKind, ReportMetadata } from '../report/report.ts';
import { isAt, trait } from './characters.ts';
import type { Surroundings } from './nature.ts';
import { ahead, Questions } from './questions.ts';
import type { ReadingNature } from './reading.ts';

/** The years a report speaks from. Never taken from the clock. */
export interface Years {
  /** 今年 of the speaker. */
  current: number | null;
  review: number | null;
  plan: number | null;
}

export function yearsOf(metadata: ReportMetadata): Years {
  const delivered = metadata.deliveredOn === null ? null : Number(metadata.deliveredOn.slice(0, 4));
  return {
    current: delivered ?? metadata.planYear,
    review: metadata.reviewYear ?? beside(metadata.planYear, -1),
    plan: metadata.planYear ?? beside(metadata.reviewYear, 1),
  };
}

const beside = (year: number | null, by: number) => (year === null ? null : year + by);

/**
 * The period the words of a figure state: “2018”, “2018-” (以来), “2019-2021”, “2018上半年”, “2018年1-11月”. From its clause,
 * else its sentence; null where neither says.
 *
 * @param before the words from the start of the sentence; empty where they hold no date.
 */
export function periodOfWords(
  around: Surroundings,
  before: string,
  years: Years,
  kind: ReportKind,
): string | null {
  if (before === '') return null;
  // The first months that a half-year report speaks of are those of its own year.
  const stated = kind === 'half-year-report' ? { ...years, review: years.plan } : years;
  return periodOfClause(around, stated) ?? periodAhead(before, stated);
}

/** The period of a figure whose words state none, from the report's years; null where its chapter says neither. */
export function periodOfRole(
  around: Surroundings,
  nature: ReadingNature | null,
  years: Years,
  kind: ReportKind,
): string | null {
  const inReview = around.role === 'review' || around.role === 'shortcomings';
  const inPlan = around.role !== null && !inReview && around.role !== 'opening';
  if (nature === 'target' || (nature !== 'actual' && inPlan)) {
    if (kind === 'half-year-report' && years.plan !== null) return `${years.plan}`;
    return asText(years.plan);
  }
  if (nature === 'actual' || inReview) {
    if (kind === 'half-year-report' && years.plan !== null) return `${years.plan}上半年`;
    return asText(years.review);
  }
  return null;
}

type Reader = (match: RegExpExecArray, years: Years) => string | null;

/** Without one of these no words state a period. */
export const DATED = ahead.ofAll(/[年月]|[六七八九十]五|十.五/);

const YEAR = '((?:19|20)\\d\\d)';

const STATED: readonly (readonly [RegExp, Reader])[] = [
  [new RegExp(`${YEAR}年?[-—–~至到]${YEAR}年`, 'g'), (match) => `${match[1]}-${match[2]}`],
  [new RegExp(`${YEAR}年(?:\\d{1,2}月)?以来`, 'g'), (match) => `${match[1]}-`],
  [new RegExp(`${YEAR}年上半年`, 'g'), (match) => `${match[1]}上半年`],
  [
    new RegExp(`${YEAR}年(\\d{1,2})[-—–~至](\\d{1,2})月`, 'g'),
    (match) => `${match[1]}年${match[2]}-${match[3]}月`,
  ],
  [
    /今年(\d{1,2})月?[-—–~至]{1,2}(\d{1,2})月/g,
    (match, years) =>
      years.current === null ? null : `${years.current}年${match[1]}-${match[2]}月`,
  ],
  [
    /(?<![\d年])(\d{1,2})月?[-—–~至]{1,2}(\d{1,2})月/g,
    (match, years) => (years.review === null ? null : `${years.review}年${match[1]}-${match[2]}月`),
  ],
  [
    new RegExp(`(?<![比较与于自从由])${YEAR}年(?![前后的]|工作|度|\\d[\\d.]*[^,\\d]{1,3}的$)`, 'g'),
    (match) => match[1] ?? null,
  ],
  [/(\d|[一二两三四五])年(?:内|(?:的)?时间)/g, (match, years) => span(years, match[1])],
  [
    /(?<![比较与同是])(?:去年|上年|上一年)(?!同期|度|的|末|底|增长|相比)/g,
    (_, years) => shift(years, -1),
  ],
  [/今年以来/g, (_, years) => (years.current === null ? null : `${years.current}-`)],
  [/今年上半年/g, (_, years) => (years.current === null ? null : `${years.current}上半年`)],
  [/(?<![比较与])(?:今年|本年度)(?!以来|上半年)/g, (_, years) => shift(years, 0)],
  [/明年/g, (_, years) => shift(years, 1)],
  [
    /(?<![比较与是]“?)“?(十[一二三四五]?|[六七八九])五”?(?:规划|计划)?(期间|时期|以来)/g,
    (match) => planPeriod(match[1], match[2]),
  ],
  [
    /(?<=[到至,]|^)“?(十[一二三四五]?|[六七八九])五”?(?:规划|计划)?(?:期末|末)/g,
    (match) => planPeriod(match[1], undefined).slice(-4),
  ],
  [
    /(?:过去|近|(?<!学)前)(?:的)?([三两四34])年(?!级)/g,
    (match, years) =>
      years.review === null
        ? null
        : `${years.review - countOf(match[1] ?? '') + 1}-${years.review}`,
  ],
  [
    /(?:今后|未来)(?:的)?([三两四五345])年/g,
    (match, years) =>
      years.plan === null ? null : `${years.plan}-${years.plan + countOf(match[1] ?? '') - 1}`,
  ],
  [
    /(?:五|5)年来|过去(?:的)?(?:五|5)年|(?:五|5)年间/g,
    (_, years) => (years.review === null ? null : `${years.review - 4}-${years.review}`),
  ],
];

const dates = new Questions();
const QUESTIONS = STATED.map(([pattern, read]) => ({ question: dates.ofAll(pattern), read }));

/**
 * The year an earlier clause of the sentence sets for what follows: one that opens the sentence, or a
 * clause that is hardly more than the year (到2020年,). A year in passing sets nothing.
 */
function periodAhead(before: string, years: Years): string | null {
  for (let end = clauseStart(before, before.length) - 1; end > 0; ) {
    let start = end;
    let dated = false;
    for (; start > 0 && !isAt(before, start - 1, trait.joinsClauses); start -= 1) {
      dated ||= isAt(before, start - 1, trait.dated);
    }
    const period = dated ? setPeriod(before.slice(start, end), start === 0, years) : null;
    if (period !== null) return period;
    end = start - 1;
  }
  return null;
}

/** What an earlier clause sets for those behind it; `first`: the sentence begins with it. */
function setPeriod(clause: string, first: boolean, years: Years): string | null {
  const opens = () => /^(?:(?:19|20)\d\d|[今去上明])年/.test(clause);
  if (!first && clause.length > 12 && !opens()) return null;
  // 巩固2008年75个试点村成果,再创建20个: the year is that of what there was.
  if (/^(?:巩固|依托|利用|针对|立足|总结)|^在.*基础上$|相比$/.test(clause)) return null;
  return statedPeriod(clause.slice(0, first ? 24 : 12), years);
}

/** Where the clause begins that ends at `end`. */
function clauseStart(words: string, end: number): number {
  let at = end;
  while (at > 0 && !isAt(words, at - 1, trait.joinsClauses)) at -= 1;
  return at;
}

function periodOfClause({ clauseBefore, clauseMarks }: Surroundings, years: Years): string | null {
  return DATED.mayMatch(clauseMarks) ? statedPeriod(clauseBefore, years) : null;
}

/** What the words of a report's clauses state; the figures of a sentence ask for the same ones again. */
const asked = new WeakMap<Years, Map<string, string | null>>();

/** The last period stated in the words, null where there is none. */
function statedPeriod(words: string, years: Years): string | null {
  // Before they are kept: most words say nothing of the kind.
  if (!DATED.pattern.test(words)) return null;
  let known = asked.get(years);
  if (known === undefined) {
    known = new Map();
    asked.set(years, known);
  }
  const before = known.get(words);
  if (before !== undefined) return before;
  const period = findPeriod(words, years);
  known.set(words, period);
  return period;
}

function findPeriod(words: string, years: Years): string | null {
  let best: { at: number; end: number; period: string } | null = null;
  const marks = dates.marksOf(words, 0, words.length);
  for (const { question, read } of QUESTIONS) {
    if (!question.mayMatch(marks)) continue;
    const { pattern } = question;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(words); match !== null; match = pattern.exec(words)) {
      const end = match.index + match[0].length;
      if (best !== null && (match.index < best.at || (match.index < best.end && end <= best.end))) {
        continue;
      }
      const period = read(match, years);
      if (period !== null) best = { at: match.index, end, period };
    }
  }
  return best?.period ?? null;
}

function shift(years: Years, by: number): string | null {
  return years.current === null ? null : String(years.current + by);
}

function span(years: Years, count: string | undefined): string | null {
  if (years.plan === null || count === undefined) return null;
  const length = countOf(count);
  return length < 1 ? null : `${years.plan}-${years.plan + length - 1}`;
}

/** Of 五 or 5. */
export function countOf(numeral: string): number {
  return /\d/.test(numeral) ? Number(numeral) : '零一二三四五'.indexOf(numeral.replace('两', '二'));
}

/** 十三五 is 2016 to 2020. */
function planPeriod(ordinal: string | undefined, since: string | undefined): string {
  const place = [...(ordinal ?? '')].reduce((sum, digit) => sum + PLAN_DIGITS.indexOf(digit), 0);
  const start = 1951 + 5 * place;
  return since === '以来' ? `${start}-` : `${start}-${start + 4}`;
}

/** 九 is nine, 十一 ten and one. */
const PLAN_DIGITS = '零一二三四五六七八九十';

function asText(year: number | null): string | null {
  return year === null ? null : String(year);
}
