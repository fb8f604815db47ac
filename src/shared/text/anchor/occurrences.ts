import { splitsCharacter } from './context.ts';

/** Every start of `words` in `text`, overlapping ones included, none that begins or ends inside a character. */
export function occurrencesOf(text: string, words: string): number[] {
  const starts: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (!splitsCharacter(text, at) && !splitsCharacter(text, at + words.length)) starts.push(at);
  }
  return starts;
}
