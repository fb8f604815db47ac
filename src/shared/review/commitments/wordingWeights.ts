/** A measure's words with its pairs of characters and what each is worth. */
export interface Wording {
  words: string;
  pairs: Map<string, number>;
}

/** Finds the wordings that share anything with one, by their place in the list, and how much. */
export interface SharedIndex {
  shared: (wording: Wording) => [index: number, weight: number][];
}

/** The words every report is written in; they say nothing about which measure is meant. */
const everyday =
  /计划|今年|去年|全年|年内|力争|确保|争取|完成|实现|新建|建设|打造|推进|加快|全镇|全市|全县|进行|开展|达到|以上|左右|组织|实施|投资|投入|万元|亿元|继续|持续|进一步|深入|扎实|切实|努力|积极|大力|着力|全面|工作|项目|发展|提升|加强|完善|不断|有效|重点/g;
const meaningless = 0.25;
const single = 0.5;

/** What each pair of characters is worth: rare ones much, everyday ones little, digits nothing. */
export class WordingWeights {
  readonly #documents: number;
  readonly #frequency = new Map<string, number>();

  constructor(texts: readonly string[]) {
    this.#documents = texts.length;
    for (const words of texts) {
      for (const pair of new Set(pairsOf(words))) {
        this.#frequency.set(pair, (this.#frequency.get(pair) ?? 0) + 1);
      }
    }
  }

  read(words: string): Wording {
    const dull = new Set<string>();
    for (const match of words.matchAll(everyday)) {
      for (const pair of pairsOf(match[0])) dull.add(pair);
    }
    const pairs = new Map<string, number>();
    for (const pair of pairsOf(words)) {
      const rarity = Math.log((this.#documents + 1) / ((this.#frequency.get(pair) ?? 0) + 0.5));
      pairs.set(
        pair,
        Math.max(0, rarity) * (dull.has(pair) ? meaningless : 1) * (pair.length === 1 ? single : 1),
      );
    }
    return { words, pairs };
  }

  total({ pairs }: Wording): number {
    let sum = 0;
    for (const weight of pairs.values()) sum += weight;
    return sum;
  }

  /** Fills in the pairs of the given wordings, and finds for another one how much each shares with it. */
  index(wordings: Wording[]): SharedIndex {
    const holders = new Map<string, number[]>();
    for (const [at, wording] of wordings.entries()) {
      wording.pairs = this.read(wording.words).pairs;
      for (const pair of wording.pairs.keys()) {
        const list = holders.get(pair);
        if (list) list.push(at);
        else holders.set(pair, [at]);
      }
    }
    return {
      shared: ({ pairs }) => {
        const sums = new Map<number, number>();
        for (const [pair, weight] of pairs) {
          for (const at of holders.get(pair) ?? []) sums.set(at, (sums.get(at) ?? 0) + weight);
        }
        return [...sums];
      },
    };
  }
}

/** Pairs of characters, and single ones: 改厕 and 旱厕改造 share no pair. */
function pairsOf(words: string): string[] {
  const pairs: string[] = [];
  for (const run of words.match(/[\p{Script=Han}A-Za-z]+/gu) ?? []) {
    for (let at = 0; at < run.length; at += 1) {
      pairs.push(run.slice(at, at + 1));
      if (at + 2 <= run.length) pairs.push(run.slice(at, at + 2));
    }
  }
  return pairs;
}
