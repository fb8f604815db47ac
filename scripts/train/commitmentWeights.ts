/*
 * Fits the weights of likeness.ts: a logistic regression on made-up years, whose answers are marked, and on the
 * sample's towns held against each other, where nothing is an answer. Prints the weights; nothing is written.
 * Run: node scripts/train/commitmentWeights.ts
 */

import type { Span } from '../../src/shared/report/report.ts';
import { fittedBanks } from '../../src/shared/review/banks/allYears.cases.ts';
import { readMarked } from '../../src/shared/review/banks/marked.cases.ts';
import {
  isAnother,
  type Sign,
  type Signs,
  signsOf,
} from '../../src/shared/review/commitments/likeness.ts';
import {
  listTold,
  toPromised,
  weigh,
} from '../../src/shared/review/commitments/matchCommitments.ts';
import { draftOf, sampleReport } from '../../src/shared/review/draft.cases.ts';

const rounds = 4;
const steps = 800;
const pace = 0.01;
/** Keeps weights small that little speaks for. */
const shrink = 0.01;
const wrongOnes = 6;

interface Candidate {
  signs: Signs;
  right: boolean;
}
/** One commitment with every measure of the review; of each the part that is likest counts. */
type Question = Candidate[][];

const reportOf = (text: string) => {
  const { document, context } = draftOf({ text });
  return { ...document, readings: context.readings };
};
const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

function questions(
  planText: string,
  reviewText: string,
  isRight: (promised: Span, told: Span) => boolean,
): Question[] {
  const promised = toPromised(reportOf(planText));
  const told = listTold(reportOf(reviewText));
  weigh(promised, told);
  return promised.map(({ measure, parts }) =>
    told
      .map((other) => {
        const right = isRight(measure, other.measure);
        return parts.flatMap((part) =>
          other.parts
            .filter((answer) => !isAnother(part, answer))
            .map((answer) => ({ signs: signsOf(part, answer), right })),
        );
      })
      .filter((candidates) => candidates.length > 0),
  );
}

const banks = fittedBanks.flat();
const towns = (['昌城镇', '皇华镇', '井沟镇'] as const).map((town) => sampleReport(town).text);
const all: Question[] = [
  ...banks.flatMap(({ plan, review, layout }) => {
    const asked = readMarked(plan, layout);
    const said = readMarked(review, layout);
    return questions(asked.text, said.text, (promised, told) => {
      const labels = asked.marks.filter((mark) => overlap(mark, promised)).map((m) => m.label);
      return said.marks.some(
        (mark) =>
          overlap(mark, told) &&
          mark.label
            .replace('~', '')
            .split(',')
            .some((label) => labels.includes(label)),
      );
    });
  }),
  ...towns.flatMap((plan) =>
    towns.filter((town) => town !== plan).flatMap((review) => questions(plan, review, () => false)),
  ),
];

const names = Object.keys(all[0]?.[0]?.[0]?.signs ?? {}) as Sign[];
const weights = new Map<Sign, number>(names.map((name) => [name, 0]));
weights.set('even', -4).set('charactersOfAsked', 3).set('pairsOfAsked', 3);
const odds = (signs: Signs): number =>
  names.reduce((sum, name) => sum + (weights.get(name) ?? 0) * signs[name], 0);
const likest = (parts: Candidate[]): Candidate =>
  parts.reduce((best, one) => (odds(one.signs) > odds(best.signs) ? one : best));

for (let round = 0; round < rounds; round += 1) {
  const examples = all.flatMap((question) => {
    const ranked = question.map(likest).sort((a, b) => odds(b.signs) - odds(a.signs));
    return [
      ...ranked.filter(({ right }) => right).slice(0, 1),
      ...ranked.filter(({ right }) => !right).slice(0, wrongOnes),
    ];
  });
  for (let step = 0; step < steps; step += 1) {
    const slopes = new Map<Sign, number>(
      names.map((name) => [name, name === 'even' ? 0 : shrink * (weights.get(name) ?? 0)]),
    );
    for (const { signs, right } of examples) {
      const miss = 1 / (1 + Math.exp(-odds(signs))) - (right ? 1 : 0);
      for (const name of names) slopes.set(name, (slopes.get(name) ?? 0) + miss * signs[name]);
    }
    for (const [name, slope] of slopes) weights.set(name, (weights.get(name) ?? 0) - pace * slope);
  }
}
for (const [name, weight] of weights) console.log(`  ${name}: ${weight.toFixed(2)},`);
