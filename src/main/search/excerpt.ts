import type { Span } from '../../shared/report/report.ts';
import type { Piece, PieceReader } from './occurrences.ts';

/** An excerpt is the sentence of the hit, cut at clauses where it is longer than this to either side. */
const LONGEST_SIDE = 60;

const SENTENCE_END = /[.?!;]/;
const CLAUSE_END = /[,、: ]/;

function isSentenceEnd(text: string, at: number): boolean {
  if (!SENTENCE_END.test(text[at] ?? '')) return false;
  return !(text[at] === '.' && /\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? ''));
}

/** The pieces around a hit as one text. */
function readAround(
  reader: PieceReader,
  piece: Piece,
  hit: Span,
  entryEnd: number,
): { text: string; start: number } {
  let { text, start } = piece;
  if (hit.start - start < LONGEST_SIDE && start > 0) {
    const before = reader.find(piece.firstClause - 1);
    if (before !== undefined) {
      text = before.text + text;
      start = before.start;
    }
  }
  let next = piece.endClause;
  while (start + text.length < hit.end + LONGEST_SIDE && next < entryEnd) {
    const after = reader.find(next);
    if (after === undefined) break;
    text += after.text;
    next = after.endClause;
  }
  return { text, start };
}

/**
 * The sentence a hit stands in, its final punctuation included, at most `LONGEST_SIDE` characters to
 * either side; offsets into the entry. Where the sentence is longer it begins and ends at a clause.
 */
export function findExcerpt(
  reader: PieceReader,
  hit: Span,
  clause: number,
  entryEnd: number,
): Span & { text: string } {
  const piece = reader.find(clause);
  if (piece === undefined) return { start: hit.start, end: hit.end, text: '' };
  const around = readAround(reader, piece, hit, entryEnd);
  const { text } = around;
  const hitStart = hit.start - around.start;
  const hitEnd = hit.end - around.start;
  let start = hitStart;
  while (start > 0 && hitStart - start < LONGEST_SIDE && !isSentenceEnd(text, start - 1)) start--;
  if (start > 0 && !isSentenceEnd(text, start - 1)) {
    for (let i = start; i < hitStart; i++) {
      if (!CLAUSE_END.test(text[i] ?? '')) continue;
      start = i + 1;
      break;
    }
  }
  while (start < hitStart && text[start] === ' ') start++;
  let end = hitEnd;
  while (end < text.length && end - hitEnd < LONGEST_SIDE && !isSentenceEnd(text, end - 1)) end++;
  return {
    start: around.start + start,
    end: around.start + end,
    text: text.slice(start, end),
  };
}
