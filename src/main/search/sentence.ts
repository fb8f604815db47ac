import type { Span } from '../../shared/report/report.ts';

/** A sentence is cut at a clause where it goes on for more than this to one side of the hit. */
export const LONGEST_SIDE = 60;

const IS_SENTENCE_END = marksOf('.?!;');
const IS_CLAUSE_END = marksOf(',: ');
const PAUSE_MARK = 0x3001;
const FULL_STOP = 0x2e;

/** Of ASCII alone: a table of all characters would be fetched from far memory, line by line. */
function marksOf(marks: string): Uint8Array {
  const table = new Uint8Array(0x80);
  for (let i = 0; i < marks.length; i++) table[marks.charCodeAt(i)] = 1;
  return table;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isSentenceEnd(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code > 0x7f || IS_SENTENCE_END[code] !== 1) return false;
  return !(
    code === FULL_STOP &&
    isDigit(text.charCodeAt(at - 1)) &&
    isDigit(text.charCodeAt(at + 1))
  );
}

function isClauseEnd(code: number): boolean {
  return code > 0x7f ? code === PAUSE_MARK : IS_CLAUSE_END[code] === 1;
}

/**
 * The sentence a passage stands in, its final punctuation included. Where the sentence is long it begins
 * at a clause and ends behind the passage.
 *
 * @param text normalised, with more than `LONGEST_SIDE` characters to both sides where there are so many.
 */
export function sentenceAround(text: string, hit: Span): Span {
  let start = hit.start;
  while (start > 0 && hit.start - start < LONGEST_SIDE && !isSentenceEnd(text, start - 1)) start--;
  if (start > 0 && !isSentenceEnd(text, start - 1)) {
    let clauseEnd = start;
    while (clauseEnd < hit.start && !isClauseEnd(text.charCodeAt(clauseEnd))) clauseEnd++;
    if (clauseEnd < hit.start) start = clauseEnd + 1;
  }
  while (start < hit.start && text[start] === ' ') start++;
  let end = hit.end;
  while (end < text.length && end - hit.end < LONGEST_SIDE && !isSentenceEnd(text, end - 1)) end++;
  return { start, end };
}
