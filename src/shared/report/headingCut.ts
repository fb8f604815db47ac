import { type Cut, type TextStatistics, weightBuckets } from './cutFeatures.ts';

/** The learned part of finding heading ends; all tables hold small integers. */
export interface CutModel {
  statistics: TextStatistics;
  /** Hashed weights of the first pass, in units of `weightUnit`. */
  weights: Int8Array;
  weightUnit: number;
  /** Weights of the second pass, which looks at the sibling headings. */
  siblingWeights: number[];
  /** Below this probability an end is called uncertain. */
  certainFrom: number;
  /** Hashed weights of run-in headings, in units of `runInUnit`. */
  runInWeights: Int8Array;
  runInUnit: number;
}

/** First-pass score of a cut. */
export function scoreCut(cut: Cut, model: Pick<CutModel, 'weights' | 'weightUnit'>): number {
  let sum = 0;
  for (const feature of cut.features) sum += model.weights[feature & (weightBuckets - 1)] ?? 0;
  return sum * model.weightUnit;
}

/** Probabilities of scores, as a softmax. */
export function probabilities(scores: readonly number[]): number[] {
  const highest = Math.max(...scores);
  const exponentials = scores.map((score) => Math.exp(score - highest));
  const sum = exponentials.reduce((total, one) => total + one, 0);
  return exponentials.map((one) => one / sum);
}
