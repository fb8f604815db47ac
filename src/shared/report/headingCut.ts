import {
  type Cut,
  siblingFeatureCount,
  type TextStatistics,
  weightBuckets,
} from './cutFeatures.ts';

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

/** The form that the headings of one parent share, as the first pass sees them. */
export interface SiblingProfile {
  count: number;
  atStop: number;
  lengths: number[];
  clauses: number[];
}

/** First-pass score of a cut. */
export function scoreCut(cut: Cut, model: Pick<CutModel, 'weights' | 'weightUnit'>): number {
  let sum = 0;
  for (const feature of cut.features) sum += model.weights[feature & (weightBuckets - 1)] ?? 0;
  return sum * model.weightUnit;
}

export function countClauses(text: string, from: number, to: number): number {
  let count = 1;
  for (let at = from; at < to; at += 1) if (text.charCodeAt(at) === 44) count += 1;
  return count;
}

/**
 * What a cut has in common with the headings beside it and with those of the same kind elsewhere in
 * the text; the first entry is its own first-pass score.
 * One entry for each of `siblingWeights`.
 */
export function siblingFeatures(
  score: number,
  cut: Pick<Cut, 'atStop'>,
  length: number,
  clauses: number,
  others: SiblingProfile,
  elsewhere: SiblingProfile,
): number[] {
  const features = new Array<number>(siblingFeatureCount).fill(0);
  features[0] = score;
  if (elsewhere.count > 0) {
    const share = elsewhere.atStop / elsewhere.count;
    const trust = Math.min(1, elsewhere.count / 8);
    features[16] = (cut.atStop ? share : 1 - share) * trust;
    features[17] = cut.atStop && elsewhere.atStop === 0 ? trust : 0;
    features[18] = !cut.atStop && elsewhere.atStop === elsewhere.count ? trust : 0;
    features[19] =
      (elsewhere.clauses.filter((one) => one === clauses).length / elsewhere.count) * trust;
  }
  if (others.count === 0) {
    features[1] = cut.atStop ? 1 : 0;
    return features;
  }
  const stopShare = others.atStop / others.count;
  const weight = Math.min(1, others.count / 4);
  features[2] = (cut.atStop ? stopShare : 1 - stopShare) * weight;
  features[3] = cut.atStop && others.atStop === 0 ? weight : 0;
  features[4] = !cut.atStop && others.atStop === others.count ? weight : 0;
  const sameClauses = others.clauses.filter((one) => one === clauses).length / others.count;
  features[5] = sameClauses * weight;
  features[6] = sameClauses === 0 ? weight : 0;
  const middle = median(others.lengths);
  const distance = Math.abs(length - middle);
  features[7] = Math.min(distance, 12) / 12;
  features[8] = distance === 0 ? weight : 0;
  features[9] = distance <= 1 ? weight : 0;
  features[10] = distance <= 3 ? weight : 0;
  features[11] = length > Math.max(...others.lengths) + 4 ? weight : 0;
  features[12] = length < Math.min(...others.lengths) - 2 ? weight : 0;
  features[13] = cut.atStop ? 1 : 0;
  const sameLength = others.lengths.filter((one) => one === length).length / others.count;
  features[14] = sameLength * weight;
  features[15] = sameLength > 0.6 ? weight : 0;
  return features;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/** Probabilities of scores, as a softmax. */
export function probabilities(scores: readonly number[]): number[] {
  const highest = Math.max(...scores);
  const exponentials = scores.map((score) => Math.exp(score - highest));
  const sum = exponentials.reduce((total, one) => total + one, 0);
  return exponentials.map((one) => one / sum);
}
