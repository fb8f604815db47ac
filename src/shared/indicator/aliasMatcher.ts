import { giveNumber, NUMBERED, numberAt } from './characterNumbers.ts';

/** One occurrence of an alias in a text, with what the alias names. */
export interface AliasMatch<Named> {
  start: number;
  end: number;
  named: Named;
}

export interface AliasMatcher<Named> {
  /**
   * The longest alias at every position, in order of `start`, in one pass over the text for all aliases
   * together. Occurrences inside a longer alias that started earlier are listed too: “人均可支配收入”
   * inside “农村居民人均可支配收入”; the reader decides which of them names a figure.
   */
  match(text: string, start: number, end: number): AliasMatch<Named>[];
  /** The first of these, null where there is none. */
  first(text: string, start: number, end: number): AliasMatch<Named> | null;
}

/** Compiles aliases with what they name. Aliases shorter than two characters are refused: they name nothing. */
export function compileAliases<Named>(
  aliases: Iterable<readonly [string, Named]>,
): AliasMatcher<Named> {
  const known = new Map<string, Named>();
  for (const [alias, named] of aliases) {
    if (alias.length < 2) throw new Error(`别名过短:${alias}`);
    if (!known.has(alias)) known.set(alias, named);
  }
  const tree = new AliasTree([...known.keys()]);
  const named = [...known.values()];
  const first = (text: string, start: number, end: number): AliasMatch<Named> | null => {
    for (let at = start; at + 1 < end; at += 1) {
      const length = tree.longestAt(text, at, end);
      if (length > 0) return { start: at, end: at + length, named: named[tree.alias] as Named };
    }
    return null;
  };
  return {
    first,
    match(text, start, end) {
      const found: AliasMatch<Named>[] = [];
      const next = (at: number) => first(text, at, end);
      for (let match = next(start); match !== null; match = next(match.start + 1)) {
        found.push(match);
      }
      return found;
    },
  };
}

/** Cells of a node: the character it stands for, the next node beside it, what ends there. */
const LABEL = 0;
const BESIDE = 1;
const ENDS = 2;
const CELLS = 3;
/** In `ENDS`: other words go on from here, the first of them in the next node. */
const GOES_ON = 0x8000;

/**
 * Words laid together where they begin alike. Nearly every walk ends at its second character, which a small table of
 * pairs tells; what follows lies node behind node, as it is walked. Larger tables would be fetched from afar.
 */
class AliasTree {
  /** The alias `longestAt` found last, by its place in the list. */
  alias = 0;
  /** Two characters that words begin with, in one number, 0 for an empty slot; and their node. */
  private readonly pairs: Int32Array;
  private readonly nodes: Uint16Array;
  private readonly cells: Uint16Array;
  /** By the number of a character 1 where a word begins with it. */
  private readonly opens = new Uint8Array(NUMBERED);

  constructor(words: readonly string[]) {
    const sorted = words.map((word, place) => ({ word, place }));
    sorted.sort((a, b) => (a.word < b.word ? -1 : 1));
    const characters = words.reduce((sum, word) => sum + word.length, 0);
    if (words.length >= GOES_ON) throw new Error('别名过多');
    this.cells = new Uint16Array(CELLS * (characters + 1));
    const openings = new Set(words.map((word) => word.slice(0, 2)));
    this.pairs = new Int32Array(2 ** Math.ceil(Math.log2(2 * openings.size + 2)));
    this.nodes = new Uint16Array(this.pairs.length);
    let count = 0;
    /** The word before and its nodes, from its second character on. */
    let before = '';
    let path: number[] = [];
    for (const { word, place } of sorted) {
      let shared = 0;
      while (shared < before.length && word[shared] === before[shared]) shared += 1;
      const fork = Math.max(1, shared);
      const left = path[fork - 1];
      path = path.slice(0, fork - 1);
      for (let at = fork; at < word.length; at += 1) {
        count += 1;
        this.cells[CELLS * count + LABEL] = giveNumber(word.charCodeAt(at));
        if (at === 1) this.nodes[this.openSlot(word)] = count;
        else if (at === fork && left !== undefined) this.cells[CELLS * left + BESIDE] = count;
        else this.addTo(count - 1, GOES_ON);
        path.push(count);
      }
      this.addTo(path.at(-1) as number, place + 1);
      before = word;
    }
    if (count > 0xffff) throw new Error('别名过多');
  }

  /** The length of the longest word at `at` that ends before `end`, 0 where there is none; two characters stand there. */
  longestAt(text: string, at: number, end: number): number {
    const { cells } = this;
    const opening = numberAt(text, at);
    if (this.opens[opening] === 0) return 0;
    let node = this.nodes[this.slot(opening, numberAt(text, at + 1))] as number;
    let longest = 0;
    for (let to = at + 2; node > 0; to += 1) {
      const ends = cells[CELLS * node + ENDS] as number;
      const alias = ends & ~GOES_ON;
      if (alias > 0) {
        this.alias = alias - 1;
        longest = to - at;
      }
      if (ends < GOES_ON || to >= end) return longest;
      const label = numberAt(text, to);
      node += 1;
      while (node > 0 && cells[CELLS * node + LABEL] !== label) {
        node = cells[CELLS * node + BESIDE] as number;
      }
    }
    return longest;
  }

  private addTo(node: number, told: number): void {
    this.cells[CELLS * node + ENDS] = (this.cells[CELLS * node + ENDS] as number) | told;
  }

  private openSlot(word: string): number {
    const [first, second] = [giveNumber(word.charCodeAt(0)), giveNumber(word.charCodeAt(1))];
    const slot = this.slot(first, second);
    this.pairs[slot] = first * NUMBERED + second;
    this.opens[first] = 1;
    return slot;
  }

  /** Where the pair stands, or the empty slot it would stand in. */
  private slot(first: number, second: number): number {
    const pair = first * NUMBERED + second;
    const { pairs } = this;
    const mask = pairs.length - 1;
    let slot = (Math.imul(pair, 0x9e3779b1) >>> 15) & mask;
    while (pairs[slot] !== pair && pairs[slot] !== 0) slot = (slot + 1) & mask;
    return slot;
  }
}
