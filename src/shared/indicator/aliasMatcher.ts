/** One occurrence of an alias in a text. */
export interface AliasMatch {
  start: number;
  end: number;
  key: string;
}

export interface AliasMatcher {
  /**
   * The longest alias at every position, in order of `start`, in one pass over the text. Occurrences
   * inside a longer alias that started earlier are listed too: “人均可支配收入” inside
   * “农村居民人均可支配收入”; the reader decides which of them names a figure.
   */
  match(text: string, start: number, end: number): AliasMatch[];
}

/** Compiles (alias, key) pairs. Aliases shorter than two characters are refused: they name nothing. */
export function compileAliases(aliases: Iterable<readonly [string, string]>): AliasMatcher {
  // A tree of characters: the edges of all nodes in one map, keyed by node and character.
  const edges = new Map<number, number>();
  const keys: (string | undefined)[] = [undefined];
  /** 1 for the code of a character that some alias begins with. */
  const begins = new Uint8Array(0x10000);
  for (const [alias, key] of aliases) {
    if (alias.length < 2) throw new Error(`别名过短:${alias}`);
    begins[alias.charCodeAt(0)] = 1;
    let node = 0;
    for (let at = 0; at < alias.length; at += 1) {
      const edge = edgeOf(node, alias.charCodeAt(at));
      let next = edges.get(edge);
      if (next === undefined) {
        next = keys.push(undefined) - 1;
        edges.set(edge, next);
      }
      node = next;
    }
    keys[node] ??= key;
  }
  return {
    match(text, start, end) {
      const found: AliasMatch[] = [];
      for (let at = start; at + 1 < end; at += 1) {
        if (begins[text.charCodeAt(at)] !== 1) continue;
        let longest: AliasMatch | null = null;
        let node: number | undefined = 0;
        for (let to = at; to < end; to += 1) {
          node = edges.get(edgeOf(node, text.charCodeAt(to)));
          if (node === undefined) break;
          const key = keys[node];
          if (key !== undefined) longest = { start: at, end: to + 1, key };
        }
        if (longest !== null) found.push(longest);
      }
      return found;
    },
  };
}

function edgeOf(node: number, code: number): number {
  return node * 0x10000 + code;
}
