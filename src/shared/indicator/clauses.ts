import { isDigit } from './characters.ts';

/** No clause is longer; beyond it the text has no punctuation and the words say nothing about the figure. */
const LONGEST = 300;

/** The clause [start, end) around view offsets, within the sentence. A comma inside digits is none. */
export function clauseAround(
  text: string,
  from: number,
  to: number,
  sentence: { start: number; end: number } = { start: 0, end: text.length },
): [number, number] {
  let start = from;
  const first = Math.max(sentence.start, from - LONGEST);
  const last = Math.min(sentence.end, to + LONGEST);
  while (start > first && !isClauseEnd(text, start - 1)) start -= 1;
  let end = to;
  while (end < last && !isClauseEnd(text, end)) end += 1;
  return [start, end];
}

/** One of ,。;:!? — but not the comma of 12,500. */
function isClauseEnd(text: string, at: number): boolean {
  switch (text.charCodeAt(at)) {
    case 0x3002:
    case 0x3a:
    case 0x3b:
    case 0x21:
    case 0x3f:
      return true;
    case 0x2c:
      return !isThousands(text, at);
    default:
      return false;
  }
}

function isThousands(text: string, comma: number): boolean {
  const digit = (by: number) => isDigit(text, comma + by);
  return digit(-1) && digit(1) && digit(2) && digit(3) && !digit(4);
}
