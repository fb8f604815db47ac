import type { TextView } from './view.ts';
import { breakKind } from './view.ts';

/** “抓进度” of “1.抓进度:落实周调度…”; the text that follows is no list and no figure of a ratio. */
const subject = /^[^,。:;!?\d]{2,18}(?=:(?!\(|[一1][是、.])[^:]{8})/;
const introduces = /(?:如下|以下|包括|[是为]|问题|目标|要求|工作)$/;
const shareOfGroup = 0.6;

/**
 * Ends of headings that a colon parts from their text, for numbers that end at `starts`; null where none is. Headings of
 * one group are built alike: a colon of one alone may stand inside its sentence.
 */
export function colonEnds(view: TextView, starts: readonly number[]): (number | null)[] {
  const ends = starts.map((start) => colonEnd(view, start));
  const found = ends.filter((end) => end !== null).length;
  return found >= 2 && found >= starts.length * shareOfGroup ? ends : starts.map(() => null);
}

function colonEnd({ text, breaks }: TextView, start: number): number | null {
  const words = subject.exec(text.slice(start, start + 32))?.[0];
  if (words === undefined || introduces.test(words)) return null;
  const end = start + words.length;
  for (let at = start + 1; at < end + 2; at += 1) if (breaks[at] === breakKind.line) return null;
  for (let at = end; at < text.length && !'。!?'.includes(text[at] ?? ''); at += 1)
    if (breaks[at] === breakKind.line) return null;
  return end;
}
