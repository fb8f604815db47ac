import type { Span } from '../../../shared/report/report.ts';

/** Which way the keyboard moves over the sentences of a report. */
export type SentenceMove = 'next' | 'previous' | 'extend-next' | 'extend-previous';

/**
 * Moves a selection made of whole sentences. Without one it begins at the first sentence that is not
 * above `from`.
 */
export function moveSentence(
  sentences: readonly Span[],
  selected: Span | null,
  move: SentenceMove,
  from: number,
): Span | null {
  if (selected === null) return spanOf(sentences.find(({ end }) => end > from)) ?? null;
  const first = sentences.findIndex(({ end }) => end > selected.start);
  const last = sentences.findLastIndex(({ start }) => start < selected.end);
  switch (move) {
    case 'next':
      return spanOf(sentences[last + 1]) ?? selected;
    case 'previous':
      return spanOf(sentences[first - 1]) ?? selected;
    case 'extend-next':
      return { start: selected.start, end: sentences[last + 1]?.end ?? selected.end };
    case 'extend-previous':
      return { start: sentences[first - 1]?.start ?? selected.start, end: selected.end };
  }
}

/** A sentence carries more than its place; a selection is the place alone. */
function spanOf(sentence: Span | undefined): Span | undefined {
  return sentence && { start: sentence.start, end: sentence.end };
}
