import type { JudgedFigure } from './judge.ts';
import { countOf, DATED } from './period.ts';

/** 五年累计完成投资31亿元,引进项目20个: what is told behind it is of these years, too. */
const OF_YEARS =
  /(?:^|[^\u4e00-\u9fff\d])(?:今后|未来|过去|近)?([两三四五2345])年(?:[\u4e00-\u9fff]{0,12}累计|共|合计|总计)([^;]*)$/;
const OWN_DATE = /[\d今去上明]年|月/;
/** 五年间生产总值年均增长9.4%,投资累计完成21.3亿元 */
const FIVE_YEARS_AHEAD = /(?:^|[,、])(?:五|5)年[间来]/;
const ORIGIN = /[由从]((?:19|20)\d\d)年/;
/** A sentence that counts from fewer years ago rather tells of the last one. */
const FEWEST_YEARS = 3;

/**
 * The span of a sum of several years: “2014-2018” of 五年累计投资31亿元, and of 投资累计29亿元 where the sentence counts from
 * 2013 (生产总值从2013年的14亿元升至20亿元); null where the words speak of no such sum.
 *
 * @param year the last of the years, or the first where they lie ahead.
 */
export function sumOfYears(
  { work, clues }: JudgedFigure,
  year: number | null,
  liesAhead: boolean,
): string | null {
  if (year === null) return null;
  const span = (count: number) =>
    liesAhead ? `${year}-${year + count - 1}` : `${year - count + 1}-${year}`;
  const told = DATED.mayMatch(clues.marks) ? OF_YEARS.exec(clues.before) : null;
  const [, count, rest] = told ?? [];
  if (count !== undefined && !OWN_DATE.test(rest ?? '')) return span(countOf(count));
  const { clauseBefore } = clues;
  if (liesAhead || !clauseBefore.includes('累计') || OWN_DATE.test(clauseBefore)) return null;
  const words = work.view.text.slice(work.sentenceStart, work.sentence.end);
  if (FIVE_YEARS_AHEAD.test(words)) return span(5);
  const origin = Number(ORIGIN.exec(words)?.[1] ?? year);
  return year - origin < FEWEST_YEARS ? null : span(year - origin);
}
