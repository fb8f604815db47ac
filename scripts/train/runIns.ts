import { runInBuckets, runInFeatures, runInPhrase } from '../../src/shared/report/runInFeatures.ts';
import type { TrainingReport } from './corpus.ts';
import { chance, shuffled, Weights } from './learn.ts';

const numbered =
  /^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、]|第.{1,3}部分|——|[一二三四五六七八九十]是)/;

interface Example {
  features: number[];
  opensParagraph: boolean;
}

/**
 * Learns what a run-in heading looks like without labels: a short sentence that opens a paragraph is
 * one more often than a short sentence inside it.
 */
export function learnRunIns(reports: readonly TrainingReport[]): Float32Array {
  const examples = reports.flatMap((report) =>
    report.lines.flatMap((line) => shortSentences(line.replace(/\s/g, ''))),
  );
  const weights = new Weights(runInBuckets, 0.1, 1e-4, 0.1);
  const random = chance(3);
  for (let epoch = 0; epoch < 4; epoch += 1) {
    for (const { features, opensParagraph } of shuffled(examples, random)) {
      const probability = 1 / (1 + Math.exp(-weights.sum(features)));
      const gradient = (opensParagraph ? 1 : 0) - probability;
      for (const feature of features) weights.move(feature, gradient);
    }
  }
  return weights.values;
}

function shortSentences(line: string): Example[] {
  if (line.length < 50) return [];
  const examples: Example[] = [];
  // a numbered paragraph opens with its heading, so what follows it is neither
  let position = numbered.test(line) ? -1 : 0;
  let at = 0;
  for (;;) {
    const stop = line.indexOf('。', at);
    if (stop < 0 || stop >= line.length - 1) return examples;
    const words = runInPhrase.exec(line.slice(at, at + 24))?.[0];
    if (words !== undefined && position >= 0 && words.split(',').length <= 2) {
      examples.push({
        features: runInFeatures(words, line.slice(stop + 1, stop + 3)),
        opensParagraph: position === 0,
      });
    }
    at = stop + 1;
    position += 1;
  }
}
