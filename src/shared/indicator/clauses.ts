const CLAUSE_ENDS = ',。;:!?';

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

function isClauseEnd(text: string, at: number): boolean {
  const character = text.charAt(at);
  if (!CLAUSE_ENDS.includes(character)) return false;
  return !(character === ',' && /\d,\d{3}(?!\d)/.test(text.slice(at - 1, at + 5)));
}
