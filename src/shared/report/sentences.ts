const [opening, closing, stop, exclamation, question] = Array.from('“”。!?', (character) =>
  character.charCodeAt(0),
);

/** A sentence ends after 。!? and a closing quote; inside quotes it goes on. */
export function sentenceEnd(text: string, from: number, to: number): number {
  let depth = 0;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === opening) depth += 1;
    else if (code === closing) depth = Math.max(0, depth - 1);
    else if (depth === 0 && (code === stop || code === exclamation || code === question))
      return at + 1;
    if (at - from > 400) depth = 0;
  }
  return to;
}
