/** The neighbouring pairs of Chinese characters in some words: 农村改厕 → 农村, 村改, 改厕. */
export function pairsIn(words: string): Set<string> {
  const pairs = new Set<string>();
  for (const [run] of words.matchAll(/\p{Script=Han}+/gu)) {
    for (let at = 0; at + 1 < run.length; at += 1) pairs.add(run.slice(at, at + 2));
  }
  return pairs;
}

/** How many pairs two sets share. */
export function countShared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared += 1;
  return shared;
}
