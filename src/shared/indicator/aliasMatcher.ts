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
  /** 1 for the code of a character that some alias begins with. */
  const begins = new Uint8Array(0x10000);
  const byStart = new Map<number, [string, string][]>();
  for (const [alias, key] of aliases) {
    if (alias.length < 2) throw new Error(`别名过短:${alias}`);
    begins[alias.charCodeAt(0)] = 1;
    const head = pairCode(alias, 0);
    const bucket = byStart.get(head);
    if (bucket === undefined) byStart.set(head, [[alias, key]]);
    else bucket.push([alias, key]);
  }
  for (const bucket of byStart.values()) bucket.sort((a, b) => b[0].length - a[0].length);
  return {
    match(text, start, end) {
      const found: AliasMatch[] = [];
      for (let at = start; at + 1 < end; at += 1) {
        if (begins[text.charCodeAt(at)] !== 1) continue;
        const bucket = byStart.get(pairCode(text, at));
        if (bucket === undefined) continue;
        for (const [alias, key] of bucket) {
          if (at + alias.length <= end && text.startsWith(alias, at)) {
            found.push({ start: at, end: at + alias.length, key });
            break;
          }
        }
      }
      return found;
    },
  };
}

function pairCode(text: string, at: number): number {
  // Small integers keep the map fast; the rare collision is settled by comparing the alias.
  return ((text.charCodeAt(at) << 14) ^ text.charCodeAt(at + 1)) & 0x3fffffff;
}
