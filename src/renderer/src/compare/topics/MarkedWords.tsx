import { normaliseForSearch } from '../../../../shared/text/normalise.ts';

/** The words looked for, marked where they stand. Comparing never changes the length of a text. */
export function MarkedWords({ text, words }: { text: string; words: readonly string[] }) {
  if (words.length === 0) return text;
  const compared = normaliseForSearch(text);
  const parts = [];
  let from = 0;
  while (from < text.length) {
    const next = nextWord(compared, words, from);
    if (next === null) break;
    parts.push(
      text.slice(from, next.start),
      <mark key={next.start}>{text.slice(next.start, next.end)}</mark>,
    );
    from = next.end;
  }
  parts.push(text.slice(from));
  return parts;
}

function nextWord(text: string, words: readonly string[], from: number) {
  let best: { start: number; end: number } | null = null;
  for (const word of words) {
    const start = text.indexOf(word, from);
    if (start >= 0 && (best === null || start < best.start)) {
      best = { start, end: start + word.length };
    }
  }
  return best;
}
