/** One occurrence of an alias in a text. */
export interface AliasMatch {
  start: number;
  end: number;
  key: string;
}

export interface AliasMatcher {
  /**
   * The longest alias at every position, in order of `start`, in one pass over the text for all aliases
   * together. Occurrences inside a longer alias that started earlier are listed too: “人均可支配收入”
   * inside “农村居民人均可支配收入”; the reader decides which of them names a figure.
   */
  match(text: string, start: number, end: number): AliasMatch[];
}

/** What nearly every word gives. */
const NONE: AliasMatch[] = [];

/** Compiles (alias, key) pairs. Aliases shorter than two characters are refused: they name nothing. */
export function compileAliases(aliases: Iterable<readonly [string, string]>): AliasMatcher {
  const list = [...aliases];
  const characters = list.reduce((sum, [alias]) => sum + alias.length, 0);
  const tree = new CharacterTree(characters);
  const keys: (string | undefined)[] = [];
  for (const [alias, key] of list) {
    if (alias.length < 2) throw new Error(`别名过短:${alias}`);
    let node = 0;
    for (let at = 0; at < alias.length; at += 1) node = tree.grow(node, alias.charCodeAt(at));
    keys[node] ??= key;
  }
  return {
    match(text, start, end) {
      let found = NONE;
      for (let at = start; at + 1 < end; at += 1) {
        let node = tree.first(text.charCodeAt(at));
        let last = 0;
        let lastEnd = at;
        for (let to = at + 1; node > 0; to += 1) {
          if (keys[node] !== undefined) {
            last = node;
            lastEnd = to;
          }
          node = to < end ? tree.next(node, text.charCodeAt(to)) : 0;
        }
        if (last === 0) continue;
        if (found === NONE) found = [];
        found.push({ start: at, end: lastEnd, key: keys[last] as string });
      }
      return found;
    },
  };
}

/**
 * Words laid together where they begin alike. Its edges stand in one table with open addressing: a step
 * costs a look-up in an array, where a Map would make a number object of every edge it is asked for.
 */
class CharacterTree {
  /** By the code of a character the node of the words that begin with it, 0 for none. */
  private readonly roots = new Uint16Array(0x10000);
  private readonly mask: number;
  /** The edge in a slot: node and character in one number; 0 for an empty slot. */
  private readonly edges: Float64Array;
  private readonly targets: Uint16Array;
  private nodes = 0;

  /** @param most edges it will ever have; no more than 65,535. */
  constructor(most: number) {
    if (most > 0xffff) throw new Error('别名过多');
    const size = 2 ** Math.ceil(Math.log2(2 * most + 2));
    this.mask = size - 1;
    this.edges = new Float64Array(size);
    this.targets = new Uint16Array(size);
  }

  first(code: number): number {
    return this.roots[code] as number;
  }

  /** The node behind `node`, 0 where no word goes on like that. */
  next(node: number, code: number): number {
    return this.targets[this.slot(node, code)] as number;
  }

  /** The same; a node that is not there yet is added. */
  grow(node: number, code: number): number {
    const known = node === 0 ? this.first(code) : this.next(node, code);
    if (known > 0) return known;
    this.nodes += 1;
    if (node === 0) {
      this.roots[code] = this.nodes;
    } else {
      const slot = this.slot(node, code);
      this.edges[slot] = node * 0x10000 + code;
      this.targets[slot] = this.nodes;
    }
    return this.nodes;
  }

  /** Where the edge stands, or the empty slot it would stand in. */
  private slot(node: number, code: number): number {
    const edge = node * 0x10000 + code;
    let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b)) >>> 15;
    for (slot &= this.mask; ; slot = (slot + 1) & this.mask) {
      const there = this.edges[slot] as number;
      if (there === edge || there === 0) return slot;
    }
  }
}
