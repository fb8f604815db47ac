import { describe, expect, it } from 'vitest';
import type { Span } from '../../report/report.ts';
import { matchCommitments } from '../commitments/matchCommitments.ts';
import type { ReportWithReadings } from '../commitments/reportWithReadings.ts';
import { draftOf } from '../draft.cases.ts';
import { banksOfYears } from './allYears.cases.ts';
import { type MarkedYears, readMarked } from './marked.cases.ts';

interface Judged {
  found: boolean;
  /** The review answers it. */
  answered: boolean;
  /** It is said to be answered, and where. */
  said: Span | null;
  right: boolean;
  /** Done or done in part, as it was. */
  outcomeRight: boolean;
}

const reportOf = (text: string): ReportWithReadings => {
  const { document, context } = draftOf({ text });
  return { ...document, readings: context.readings };
};

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

function judge({ plan, review, layout }: MarkedYears): Judged[] {
  const promised = readMarked(plan, layout);
  const told = readMarked(review, layout);
  const matches = matchCommitments(reportOf(promised.text), reportOf(told.text));
  return promised.marks.map((mark) => {
    const answers = told.marks.filter(({ label }) =>
      label.replace('~', '').split(',').includes(mark.label),
    );
    const isRight = (said: Span): boolean => answers.some((answer) => overlap(answer, said));
    const own = matches.filter((match) => overlap(match, mark));
    const saying = own.filter(({ answer }) => answer !== null);
    const match = saying.find(({ answer }) => answer && isRight(answer)) ?? saying[0];
    const partly = answers.some(({ label }) => label.endsWith('~'));
    return {
      found: own.length > 0,
      answered: answers.length > 0,
      said: match?.answer ?? null,
      right: Boolean(match?.answer && isRight(match.answer)),
      outcomeRight: match?.outcome === (partly ? 'partly' : 'kept'),
    };
  });
}

const share = (all: readonly Judged[], which: (one: Judged) => boolean): number =>
  all.filter(which).length / all.length;

/** Every bank was written before the rules had seen it; how each fared then stands in decision 0062. */
describe.each(
  banksOfYears.map((years) => ({ towns: years.map(({ town }) => town).join(), years })),
)('last year’s commitments of $towns', ({ years }) => {
  const judged = years.flatMap(judge);
  const answered = judged.filter((one) => one.answered);

  it('are found', () => {
    expect(share(judged, ({ found }) => found)).toBeGreaterThanOrEqual(0.95);
  });

  it('get the sentence that answers, and those that are answered are', () => {
    const said = judged.filter((one) => one.said !== null);
    expect(share(said, ({ right }) => right)).toBeGreaterThanOrEqual(0.95);
    expect(share(answered, ({ right }) => right)).toBeGreaterThanOrEqual(0.93);
  });

  it('are not said to be answered where nothing is said', () => {
    const open = judged.filter((one) => !one.answered);
    expect(share(open, ({ said }) => said !== null)).toBeLessThanOrEqual(0.05);
  });

  it('are told apart into done and done in part', () => {
    const right = answered.filter((one) => one.right);
    expect(share(right, ({ outcomeRight }) => outcomeRight)).toBeGreaterThanOrEqual(0.9);
  });
});
