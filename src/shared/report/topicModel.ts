import { probabilities } from './headingCut.ts';

/**
 * What a sentence sounds like, beside the words of the lists: weights of pairs and triples of characters,
 * learned from sentences that the lists had decided. Training and analysis share this file.
 */

/** Buckets of the hashed weights; a power of two. */
export const topicBuckets = 1 << 14;

export interface TopicModel {
  /** For each bucket one weight a class: the topics in the order of the vocabulary, then “none of them”. */
  weights: Int8Array;
  weightUnit: number;
}

/** Visits the buckets of the pairs and triples of Chinese characters in a stretch; one may come twice. */
export function visitTopicFeatures(
  text: string,
  from: number,
  to: number,
  visit: (bucket: number) => void,
): void {
  let before = 0;
  let twoBefore = 0;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x4e00 || code > 0x9fff) {
      before = 0;
      twoBefore = 0;
      continue;
    }
    if (before !== 0) visit(bucketOf(0, before, code));
    if (twoBefore !== 0) visit(bucketOf(twoBefore, before, code));
    twoBefore = before;
    before = code;
  }
}

function bucketOf(a: number, b: number, c: number): number {
  let hash = Math.imul(a ^ 0x811c9dc5, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 15) ^ b, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 15) ^ c, 0x9e3779b1);
  return (hash >>> 9) & (topicBuckets - 1);
}

/**
 * A stretch of which no topic is likelier than this, or that is clearly likelier to be about none, sounds like
 * nothing: most sentences the model has seen had no word of the lists and stood for “none”.
 */
const leastLikely = 0.15;
const leastOdds = 0.6;

/** Fewer pairs and triples say nothing. */
export const fewestFeatures = 4;

/**
 * Probabilities of the topics, in the order of the vocabulary, by what a stretch sounds like; null where it
 * sounds like nothing. Of one that is known to have topics only which they are is asked.
 */
export function likelyTopics(
  text: string,
  from: number,
  to: number,
  { weights, weightUnit }: TopicModel,
  hasTopics: boolean,
): number[] | null {
  const classes = weights.length / topicBuckets;
  const sums = new Array<number>(classes).fill(0);
  let count = 0;
  visitTopicFeatures(text, from, to, (bucket) => {
    const row = bucket * classes;
    for (let at = 0; at < classes; at += 1) {
      sums[at] = (sums[at] as number) + (weights[row + at] as number);
    }
    count += 1;
  });
  if (count < fewestFeatures) return null;
  const scale = weightUnit / Math.sqrt(count);
  const likely = probabilities(sums.map((sum) => sum * scale));
  const none = likely.pop() ?? 0;
  const best = Math.max(...likely);
  return hasTopics || (best >= leastLikely && best >= none * leastOdds) ? likely : null;
}
