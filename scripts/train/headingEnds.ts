/**
 * Writes resources/knowledge/heading-ends.json: hashed weights and counts, no words of any text.
 *
 *   node scripts/train/headingEnds.ts <folder 政府工作报告-其他地市> [--measure]
 *
 * With --measure one city in five is held out, nothing is written, and the share of exact heading ends
 * on the held-out cities is printed. See corpus.ts for the source.
 */
import { writeFileSync } from 'node:fs';
import { matchChapterTitle } from '../../src/shared/report/chapters.ts';
import {
  type Cut,
  listCuts,
  type TextStatistics,
  weightBuckets,
} from '../../src/shared/report/cutFeatures.ts';
import {
  formOf,
  type HeadingForm,
  likelyForms,
  siblingFeatureCount,
  siblingFeatures,
} from '../../src/shared/report/siblings.ts';
import { readView, type TextView } from '../../src/shared/report/view.ts';
import { isHeldOut, readCorpus, type TrainingReport } from './corpus.ts';
import { chance, quantised, shuffled, softmax, Weights } from './learn.ts';
import { learnRunIns } from './runIns.ts';
import { countStatistics } from './statistics.ts';

interface Example {
  report: number;
  kind: 'chinese' | 'bracketed';
  group: number;
  /** Half of the cities, for judging siblings by weights that have not seen them. */
  half: boolean;
  text: string;
  from: number;
  cuts: Cut[];
  /** Index of the true cut; -1 where the next heading settles the end. */
  gold: number;
  settledEnd: number;
  glued: boolean;
}

interface Judged {
  example: Example;
  scores: number[];
  /** What the first pass takes for the heading, with its likelihood. */
  forms: HeadingForm[];
}

const longestHeading = 60;

function listExamples(reports: readonly TrainingReport[], statistics: TextStatistics): Example[] {
  return reports.flatMap((report, index) => examplesOf(report, index, statistics));
}

function examplesOf(report: TrainingReport, index: number, statistics: TextStatistics): Example[] {
  const view = readView(report.text);
  const locate = locator(view);
  const half = [...report.city].reduce((sum, one) => sum + (one.codePointAt(0) ?? 0), 0) % 2 === 0;
  let chapter = 0;
  let section = 0;
  return report.headings.flatMap((heading, at) => {
    const unique = index * 10000 + at * 2 + 1;
    if (heading.kind === 'chinese' && heading.first) chapter = -unique;
    if (heading.kind === 'chinese' || heading.first) section = unique;
    if (heading.end === null) return [];
    const from = locate(heading.labelEnd);
    const end = locate(heading.end);
    const next = report.headings[at + 1];
    const limit = next === undefined ? view.text.length : locate(next.start);
    const settled = limit - from <= longestHeading && !/[。!?]/.test(view.text.slice(from, limit));
    const title = matchChapterTitle(view.text, from);
    const cuts = settled ? [] : listCuts(view, from, limit, heading.kind, statistics, title);
    const gold = cuts.findIndex((cut) => cut.end === end);
    const group = heading.kind === 'chinese' ? chapter : section;
    return [
      {
        report: index,
        kind: heading.kind,
        group,
        half,
        text: view.text,
        from,
        cuts,
        gold,
        settledEnd: limit,
        glued: heading.glued,
      },
    ];
  });
}

/** Offset of the source → index in the view, for an offset where a character or blanks before it stand. */
function locator(view: TextView): (offset: number) => number {
  return (offset) => {
    let low = 0;
    let high = view.offsets.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((view.offsets[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

function learnCuts(examples: readonly Example[]): Weights {
  const weights = new Weights(weightBuckets, 0.15, 2e-6, 1e-2);
  const usable = examples.filter((example) => example.gold >= 0);
  const random = chance(7);
  for (let epoch = 0; epoch < 5; epoch += 1) {
    for (const { cuts, gold } of shuffled(usable, random)) {
      const chances = softmax(cuts.map((cut) => weights.sum(cut.features)));
      for (const [index, cut] of cuts.entries()) {
        const gradient = (index === gold ? 1 : 0) - (chances[index] ?? 0);
        if (Math.abs(gradient) < 1e-4) continue;
        for (const feature of cut.features) weights.move(feature, gradient);
      }
    }
  }
  return weights;
}

function judge(examples: readonly Example[], weightsFor: (example: Example) => Weights): Judged[] {
  return examples.map((example) => {
    const scores = example.cuts.map((cut) => weightsFor(example).sum(cut.features));
    const { text, from, cuts, settledEnd } = example;
    const forms =
      cuts.length === 0
        ? [formOf(text, from, settledEnd, false)]
        : likelyForms(text, from, cuts, softmax(scores));
    return { example, scores, forms };
  });
}

type Around = (judged: Judged) => { siblings: HeadingForm[]; elsewhere: HeadingForm[] };

function formsAround(all: readonly Judged[]): Around {
  const families = Map.groupBy(all, ({ example }) => `${example.report} ${example.group}`);
  const kinds = Map.groupBy(all, ({ example }) => `${example.report} ${example.kind}`);
  const forms = (self: Judged, among: readonly Judged[], sameGroup: boolean): HeadingForm[] => {
    const at = among.indexOf(self);
    return among
      .slice(Math.max(0, at - 20), at + 20)
      .filter((one) => one !== self && (one.example.group === self.example.group) === sameGroup)
      .flatMap((one) => one.forms);
  };
  return (self) => ({
    siblings: forms(self, families.get(`${self.example.report} ${self.example.group}`) ?? [], true),
    elsewhere: forms(self, kinds.get(`${self.example.report} ${self.example.kind}`) ?? [], false),
  });
}

function secondPass(judged: Judged, around: Around): number[][] {
  const { example, scores } = judged;
  const { siblings, elsewhere } = around(judged);
  return example.cuts.map((cut, index) => {
    const own = formOf(example.text, example.from, cut.end, cut.atStop);
    return siblingFeatures(scores[index] ?? 0, own, siblings, elsewhere);
  });
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
}

function learnSiblings(judged: readonly Judged[]): number[] {
  const around = formsAround(judged);
  const weights = new Array<number>(siblingFeatureCount).fill(0);
  weights[0] = 1;
  const squares = new Array<number>(siblingFeatureCount).fill(1);
  const usable = judged
    .filter(({ example }) => example.gold >= 0)
    .map((one) => ({ gold: one.example.gold, features: secondPass(one, around) }));
  for (let epoch = 0; epoch < 4; epoch += 1) {
    for (const { gold, features } of usable) {
      const chances = softmax(features.map((one) => dot(one, weights)));
      for (let at = 0; at < siblingFeatureCount; at += 1) {
        const expected = features.reduce(
          (sum, one, index) => sum + (chances[index] ?? 0) * (one[at] ?? 0),
          0,
        );
        const gradient = (features[gold]?.[at] ?? 0) - expected;
        squares[at] = (squares[at] ?? 1) + gradient * gradient;
        weights[at] = (weights[at] ?? 0) + (0.3 * gradient) / Math.sqrt(squares[at] ?? 1);
      }
    }
  }
  return weights.map((weight) => Number(weight.toFixed(4)));
}

function measure(
  examples: readonly Example[],
  weights: Weights,
  siblings: readonly number[],
): void {
  const judged = judge(examples, () => weights);
  const around = formsAround(judged);
  const results = judged
    .filter(({ example }) => example.cuts.length > 0)
    .map((one) => {
      const chances = softmax(secondPass(one, around).map((features) => dot(features, siblings)));
      const best = chances.indexOf(Math.max(...chances));
      return {
        right: best === one.example.gold,
        glued: one.example.glued,
        chance: chances[best] ?? 0,
      };
    })
    .sort((a, b) => a.chance - b.chance);
  const share = (list: typeof results) => list.filter((one) => one.right).length / list.length;
  const certain = results.slice(Math.floor(results.length * 0.05));
  console.log(
    `exact ends: all ${share(results).toFixed(4)}, glued ${share(results.filter((one) => one.glued)).toFixed(4)}, at 。 ${share(results.filter((one) => !one.glued)).toFixed(4)}`,
  );
  console.log(
    `the surest 95 %: ${share(certain).toFixed(4)}, from a probability of ${certain[0]?.chance.toFixed(3)}`,
  );
}

const folder = process.argv[2];
if (folder === undefined) throw new Error('usage: headingEnds.ts <folder> [--measure]');
const measuring = process.argv.includes('--measure');
const corpus = readCorpus(folder);
const training = measuring ? corpus.filter((report) => !isHeldOut(report.city)) : corpus;
const statistics = countStatistics(training);
const examples = listExamples(training, statistics);
const halves = [true, false].map((half) =>
  learnCuts(examples.filter((example) => example.half !== half)),
);
const [forTrue, forFalse] = halves as [Weights, Weights];
const siblingWeights = learnSiblings(
  judge(examples, (example) => (example.half ? forTrue : forFalse)),
);
const weights = learnCuts(examples);

if (measuring) {
  const held = corpus.filter((report) => isHeldOut(report.city));
  measure(listExamples(held, statistics), weights, siblingWeights);
} else {
  const encode = (table: Int8Array) =>
    Buffer.from(table.buffer, table.byteOffset, table.byteLength).toString('base64');
  const cuts = quantised(weights.values, 6);
  const runIns = quantised(learnRunIns(training), 4);
  const model = {
    source:
      'learned by scripts/train/headingEnds.ts from github.com/lawtext/gov, 政府工作报告-其他地市 without 潍坊',
    statistics: {
      opens: encode(statistics.opens),
      closes: encode(statistics.closes),
      pairs: encode(statistics.pairs),
    },
    weights: encode(cuts.weights),
    weightUnit: cuts.unit,
    siblingWeights,
    certainFrom: 0.85,
    runInWeights: encode(runIns.weights),
    runInUnit: runIns.unit,
  };
  writeFileSync(
    new URL('../../resources/knowledge/heading-ends.json', import.meta.url),
    `${JSON.stringify(model)}\n`,
  );
}
