import type { JudgedFigure } from './judge.ts';
import type { IndicatorContext } from './sentenceWork.ts';

/** A government's term. */
const TERM = 5;
const SINGLE_YEAR = /(?:19|20)\d\d年/;

/**
 * Whether the review speaks of a whole term and of no year by itself: 一、过去五年工作回顾 of a report to a new congress, but
 * not 过去五年及2021年工作回顾.
 */
export function reviewsATerm({ kind, sections }: IndicatorContext): boolean {
  if (kind !== 'term-report') return false;
  return !sections.some(
    ({ nodeKind, role, heading }) =>
      nodeKind === 'heading' && role === 'review' && SINGLE_YEAR.test(heading),
  );
}

/** Why a person should look at the year of a figure that such a review states without one. */
export const NO_YEAR_SAID = '本章回顾五年，这个数是哪一年的没有写明';

/**
 * The likelier period of a figure that a review of the term ending with `year` states without one: how things stand is told for
 * its end (城镇化率达44.8%, 人均收入1.8万元), what was done for the term (改造旱厕2960户).
 */
export function periodInTerm(
  { clues, name, figure }: JudgedFigure,
  year: number | null,
): string | null {
  if (year === null) return null;
  const { clauseBefore } = clues;
  const share = figure.quantity.unit.text === '%' || figure.kind !== 'value';
  const stands = share || STANDS.test(clauseBefore) || STANDING.test(name.name);
  return stands ? String(year) : `${year - TERM + 1}-${year}`;
}

const STANDS =
  /(?:达到?|为|[至到]|突破|超过|稳定在|保持在|拥有|共有|现有|余额|存栏)(?:了|约|近|以上)*$/;
const STANDING = /[人户亩村]均|余额|存栏|总户数|总人口|从业人员|面积$/;
