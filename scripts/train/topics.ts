/**
 * Learns what sentences sound like, from the corpus of `corpus.ts`: one with a word of the topic lists is
 * labelled by it, and seen with and without that word; one without such a word is about nothing, which most
 * of them are. Only hashed weights are written.
 *
 *   node scripts/train/topics.ts <folder of the city reports> [--measure]
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadKnowledge } from '../../src/main/library/knowledge.ts';
import { analyseReport } from '../../src/shared/report/analyse.ts';
import {
  fewestFeatures,
  topicBuckets,
  visitTopicFeatures,
} from '../../src/shared/report/topicModel.ts';
import { topicWords, wordAt } from '../../src/shared/report/topicWords.ts';
import { isHeldOut, readCorpus } from './corpus.ts';
import { chance, shuffled, softmax } from './learn.ts';

const [folder = '', flag] = process.argv.slice(2);
const root = join(import.meta.dirname, '..', '..');
const { report: knowledge } = await loadKnowledge(join(root, 'resources'));
const words = topicWords(knowledge.topics);
const classes = words.ids.length + 1;
const none = classes - 1;

interface Example {
  features: number[];
  label: number;
}

/** The stretches between the words of the lists, so that what stands beside them is learned. */
function withoutListed(sentence: string): string {
  let rest = '';
  for (let at = 0; at < sentence.length; ) {
    const found = wordAt(sentence, at, words);
    const isStrong = found?.weights.some(({ strong }) => strong) ?? false;
    rest += isStrong ? ' ' : sentence[at];
    at += isStrong ? (found?.word.length ?? 1) : 1;
  }
  return rest;
}

const gated = new Set(['opening', 'closing']);
const examples = { train: [] as Example[], held: [] as Example[] };
for (const { city, text } of readCorpus(folder)) {
  const analysis = analyseReport({ titleLine: null, text, retrievedOn: null }, knowledge);
  const place = isHeldOut(city) ? examples.held : examples.train;
  let role = 0;
  for (const { start, end, topics } of analysis.passages) {
    const spans = analysis.roles ?? [];
    while (role < spans.length - 1 && (spans[role]?.end ?? 0) <= start) role += 1;
    const sentence = text.slice(start, end);
    const rest = withoutListed(sentence);
    const [first] = topics;
    const isNone = gated.has(spans[role]?.role ?? '') || rest === sentence;
    if (!isNone && first === undefined) continue;
    const label = isNone ? none : words.ids.indexOf(first ?? '');
    for (const seen of isNone ? [sentence] : [sentence, rest]) {
      const features: number[] = [];
      visitTopicFeatures(seen, 0, seen.length, (bucket) => features.push(bucket));
      if (features.length >= fewestFeatures) place.push({ features, label });
    }
  }
}
process.stdout.write(`${examples.train.length} examples, ${examples.held.length} held out\n`);

const weights = new Float32Array(topicBuckets * classes);
const squares = new Float32Array(topicBuckets * classes).fill(1e-3);
const rate = 0.15;
const decay = 1e-6;

function learn({ features, label }: Example): void {
  const scale = 1 / Math.sqrt(features.length);
  const scores = new Array<number>(classes).fill(0);
  for (const feature of features)
    for (let at = 0; at < classes; at += 1)
      scores[at] = (scores[at] ?? 0) + (weights[feature * classes + at] ?? 0) * scale;
  const errors = softmax(scores).map((p, at) => (p - (at === label ? 1 : 0)) * scale);
  for (const feature of features) {
    for (let at = 0; at < classes; at += 1) {
      const key = feature * classes + at;
      const step = (errors[at] ?? 0) + decay * (weights[key] ?? 0);
      if (Math.abs(step) < 1e-4) continue;
      squares[key] = (squares[key] ?? 0) + step * step;
      weights[key] = (weights[key] ?? 0) - (rate * step) / Math.sqrt(squares[key] ?? 1);
    }
  }
}

const random = chance(7);
const used = flag === '--measure' ? examples.train : [...examples.train, ...examples.held];
for (let epoch = 0; epoch < 3; epoch += 1) for (const one of shuffled(used, random)) learn(one);

const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
const weightUnit = Math.min(largest, 6) / 127;
const table = Int8Array.from(weights, (weight) =>
  Math.max(-127, Math.min(127, Math.round(weight / weightUnit))),
);

let right = 0;
for (const { features, label } of examples.held) {
  const scores = new Array<number>(classes).fill(0);
  for (const feature of features)
    for (let at = 0; at < classes; at += 1)
      scores[at] = (scores[at] ?? 0) + (table[feature * classes + at] ?? 0);
  if (scores.indexOf(Math.max(...scores)) === label) right += 1;
}
process.stdout.write(`held out, first: ${(right / examples.held.length).toFixed(3)}\n`);
if (flag !== '--measure') {
  const source =
    'Learned from public city reports (github.com/lawtext/gov, folder 政府工作报告-其他地市, without 潍坊) by scripts/train/topics.ts.';
  writeFileSync(
    join(root, 'resources', 'knowledge', 'topic-sentences.json'),
    `${JSON.stringify({ source, weightUnit, weights: Buffer.from(table.buffer).toString('base64') })}\n`,
  );
}
