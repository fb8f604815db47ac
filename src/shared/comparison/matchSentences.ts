import { figurePattern } from './tokenEdits.ts';

/** One sentence of the old text with the one of the new text that says the same; indices into both lists. */
export interface SentencePair {
  before: number;
  after: number;
}

/** Shared pairs of characters, as a share of both sentences, from which one is taken for a new wording of the other. */
const rewordedFrom = 0.5;
/** Pairs of characters that stand in more unmatched sentences than this point to none. */
const commonFrom = 12;

/**
 * Finds for the sentences of a text their counterparts in another, in any order: first the very same
 * sentence, then the same but for its figures, then the most alike. A repeated sentence goes with
 * the one whose predecessor was matched.
 */
export function matchSentences(
  before: readonly string[],
  after: readonly string[],
): SentencePair[] {
  const match = new Matching(before.length, after.length);
  pairEqual(before, after, match);
  pairEqual(before.map(withoutFigures), after.map(withoutFigures), match);
  pairAlike(before, after, match);
  return [...match.ofAfter]
    .map(([now, old]) => ({ before: old, after: now }))
    .sort((a, b) => a.after - b.after);
}

class Matching {
  readonly ofAfter = new Map<number, number>();
  readonly usedBefore: boolean[];
  readonly usedAfter: boolean[];

  constructor(before: number, after: number) {
    this.usedBefore = new Array(before).fill(false);
    this.usedAfter = new Array(after).fill(false);
  }

  join(before: number, after: number): void {
    this.ofAfter.set(after, before);
    this.usedBefore[before] = true;
    this.usedAfter[after] = true;
  }
}

function withoutFigures(sentence: string): string {
  return sentence.replace(figurePattern, '#');
}

function pairEqual(before: readonly string[], after: readonly string[], match: Matching): void {
  const waiting = new Map<string, number[]>();
  for (const [index, sentence] of before.entries()) {
    if (match.usedBefore[index]) continue;
    const list = waiting.get(sentence);
    if (list) list.push(index);
    else waiting.set(sentence, [index]);
  }
  for (const [index, sentence] of after.entries()) {
    if (match.usedAfter[index]) continue;
    const list = waiting.get(sentence);
    if (!list || list.length === 0) continue;
    const predecessor = match.ofAfter.get(index - 1);
    const next = predecessor === undefined ? -1 : list.indexOf(predecessor + 1);
    const [chosen] = list.splice(Math.max(0, next), 1);
    match.join(chosen as number, index);
  }
}

function pairAlike(before: readonly string[], after: readonly string[], match: Matching): void {
  const pairsOf = (sentence: string): Set<string> => {
    const pairs = new Set<string>();
    for (let at = 0; at + 2 <= sentence.length; at += 1) pairs.add(sentence.slice(at, at + 2));
    return pairs;
  };
  const sizes = new Map<number, number>();
  const holders = new Map<string, number[]>();
  for (const [index, sentence] of before.entries()) {
    if (match.usedBefore[index]) continue;
    const pairs = pairsOf(sentence);
    sizes.set(index, pairs.size);
    for (const pair of pairs) {
      const list = holders.get(pair);
      if (list) list.push(index);
      else holders.set(pair, [index]);
    }
  }
  const alike: { before: number; after: number; share: number }[] = [];
  for (const [index, sentence] of after.entries()) {
    if (match.usedAfter[index]) continue;
    const pairs = pairsOf(sentence);
    const shared = new Map<number, number>();
    let known = 0;
    for (const pair of pairs) {
      const list = holders.get(pair);
      if (!list) continue;
      known += 1;
      if (list.length > commonFrom) continue;
      for (const old of list) shared.set(old, (shared.get(old) ?? 0) + 1);
    }
    for (const [old, count] of shared) {
      if (count < 2 || known === 0) continue;
      const share =
        (2 * sharedPairs(pairs, before[old] as string)) / (pairs.size + (sizes.get(old) ?? 0));
      if (share >= rewordedFrom) alike.push({ before: old, after: index, share });
    }
  }
  alike.sort((a, b) => b.share - a.share || a.after - b.after || a.before - b.before);
  for (const { before: old, after: now } of alike) {
    if (!match.usedBefore[old] && !match.usedAfter[now]) match.join(old, now);
  }
}

function sharedPairs(pairs: ReadonlySet<string>, sentence: string): number {
  const seen = new Set<string>();
  for (let at = 0; at + 2 <= sentence.length; at += 1) {
    const pair = sentence.slice(at, at + 2);
    if (pairs.has(pair)) seen.add(pair);
  }
  return seen.size;
}
