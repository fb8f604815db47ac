import { describe, expect, it } from 'vitest';
import { type Draft, draftOf, sampleReport } from '../draft.cases.ts';
import { type CommitmentMatch, matchCommitments } from './matchCommitments.ts';
import type { ReportWithReadings } from './reportWithReadings.ts';
import { plannedYear, reviewedYear, wholeYearPairs } from './wholeYears.cases.ts';
import { heldOutPairs, tuningPairs, type YearPair, yearsOf } from './yearPairs.cases.ts';

const withReadings = ({ document, context }: Draft): ReportWithReadings => ({
  ...document,
  readings: context.readings,
});

interface Years {
  plan: string;
  review: string;
}

interface Judged extends YearPair {
  match: CommitmentMatch | undefined;
  /** The match's answer is, at least in part, the sentence that answers. */
  right: boolean;
}

function judge(pairs: readonly YearPair[], { plan, review }: Years): Judged[] {
  const matches = matchCommitments(
    withReadings(draftOf({ text: plan })),
    withReadings(draftOf({ text: review })),
  );
  return pairs.map((pair) => {
    const start = plan.indexOf(pair.promised);
    const own = matches.filter(
      (match) => match.start < start + pair.promised.length && match.end > start,
    );
    const match = own.find(({ answer }) => answer) ?? own[0];
    const at = pair.answer === null ? -1 : review.indexOf(pair.answer);
    const answer = match?.answer;
    const right = Boolean(
      answer && pair.answer !== null && answer.start < at + pair.answer.length && answer.end > at,
    );
    return { ...pair, match, right };
  });
}

const share = (part: unknown[], whole: unknown[]): number => part.length / whole.length;

describe.each([
  ['pairs of years the weights were set with', tuningPairs, yearsOf(tuningPairs)],
  ['other pairs of years', heldOutPairs, yearsOf(heldOutPairs)],
  ['two whole reports', wholeYearPairs, { plan: plannedYear, review: reviewedYear }],
])('%s', (_, pairs, years) => {
  const judged = judge(pairs, years);
  const said = judged.filter(({ match }) => match?.answer);
  const answered = judged.filter(({ answer }) => answer !== null);
  const open = judged.filter(({ answer }) => answer === null);

  it('have their commitments found', () => {
    expect(
      share(
        judged.filter(({ match }) => match),
        judged,
      ),
    ).toBeGreaterThanOrEqual(0.95);
  });

  it('get the sentence that answers', () => {
    expect(
      share(
        said.filter(({ right }) => right),
        said,
      ),
    ).toBeGreaterThanOrEqual(0.95);
    expect(
      share(
        answered.filter(({ right }) => right),
        answered,
      ),
    ).toBeGreaterThanOrEqual(0.93);
  });

  it('are not said to be answered where nothing is said', () => {
    expect(
      share(
        open.filter(({ match }) => match?.answer),
        open,
      ),
    ).toBeLessThanOrEqual(0.05);
  });

  it('tell what was done from what was done in part', () => {
    const right = answered.filter((one) => one.right);
    const agreed = right.filter(({ match, outcome }) => match?.outcome === outcome);
    expect(share(agreed, right)).toBeGreaterThanOrEqual(0.95);
  });
});

describe('commitments', () => {
  it('are not taken for answered by the plan of the next year', () => {
    const head = '政府工作报告\n各位代表:\n现在,我代表镇人民政府向大会报告工作。\n';
    const plan = `${head}二、2018年工作任务\n新建养老床位80张。`;
    const review = `${head}一、2018年工作回顾\n财政收入稳步增长。\n二、2019年工作任务\n新建养老床位80张。`;
    const [match] = matchCommitments(
      withReadings(draftOf({ text: plan })),
      withReadings(draftOf({ text: review })),
    );
    expect(match?.outcome).toBe('unmentioned');
    expect(match?.answer).toBeNull();
  });

  it('include every one of the ten livelihood projects of 皇华', () => {
    const raw = sampleReport('皇华镇');
    const report = withReadings(draftOf(raw));
    const matches = matchCommitments(report, report);
    const quotes = matches.map(({ start, end }) => raw.text.slice(start, end));
    for (let number = 1; number <= 10; number += 1) {
      expect(quotes.some((quote) => quote.startsWith(`${number}.`))).toBe(true);
    }
  });

  it('are rarely answered by the report of another town', () => {
    const towns = (['昌城镇', '皇华镇', '井沟镇'] as const).map((town) =>
      withReadings(draftOf(sampleReport(town))),
    );
    const matches = towns.flatMap((plan) =>
      towns.filter((town) => town !== plan).flatMap((review) => matchCommitments(plan, review)),
    );
    expect(
      share(
        matches.filter(({ answer }) => answer),
        matches,
      ),
    ).toBeLessThanOrEqual(0.05);
  });
});
