/** A sentence ends after 。!? and a closing quote; inside quotes it goes on. */
export function sentenceEnd(text: string, from: number, to: number): number {
  let depth = 0;
  for (let at = from; at < to; at += 1) {
    const character = text[at] ?? '';
    if (character === '“') depth += 1;
    else if (character === '”') depth = Math.max(0, depth - 1);
    else if ('。!?'.includes(character) && depth === 0) return at + 1;
    if (at - from > 400) depth = 0;
  }
  return to;
}
