import type { Span } from '../../shared/report/report.ts';
import type { Occurrence } from './occurrences.ts';
import type { Piece, PieceReader } from './pieces.ts';

/** An excerpt is cut at a clause where its sentence goes on for more than this to one side of the hit. */
const LONGEST_SIDE = 60;

const SENTENCE_END = /[.?!;]/;
const CLAUSE_END = /[,、: ]/;

function isSentenceEnd(text: string, at: number): boolean {
  if (!SENTENCE_END.test(text[at] ?? '')) return false;
  return !(text[at] === '.' && /\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? ''));
}

/** The pieces around a hit as one text. */
function readAround(reader: PieceReader, piece: Piece, hit: Span): { text: string; start: number } {
  let { text, start } = piece;
  if (hit.start - start < LONGEST_SIDE && start > 0) {
    const before = reader.find(piece.firstClause - 1);
    if (before !== undefined) {
      text = before.text + text;
      start = before.start;
    }
  }
  let next = piece.endClause;
  while (start + text.length < hit.end + LONGEST_SIDE) {
    const after = reader.find(next);
    if (after === undefined || after.start === 0) break;
    text += after.text;
    next = after.endClause;
  }
  return { text, start };
}

/**
 * The sentence a hit stands in, its final punctuation included; offsets into the entry. Where the
 * sentence is long the excerpt begins at a clause and ends behind the hit.
 */
export function findExcerpt(reader: PieceReader, hit: Occurrence): Span {
  const piece = reader.find(hit.clause);
  if (piece === undefined) return { start: hit.start, end: hit.end };
  const { text, start: textStart } = readAround(reader, piece, hit);
  const hitStart = hit.start - textStart;
  const hitEnd = hit.end - textStart;
  let start = hitStart;
  while (start > 0 && hitStart - start < LONGEST_SIDE && !isSentenceEnd(text, start - 1)) start--;
  if (start > 0 && !isSentenceEnd(text, start - 1)) {
    const clauseEnd = text.slice(start, hitStart).search(CLAUSE_END);
    if (clauseEnd >= 0) start += clauseEnd + 1;
  }
  while (start < hitStart && text[start] === ' ') start++;
  let end = hitEnd;
  while (end < text.length && end - hitEnd < LONGEST_SIDE && !isSentenceEnd(text, end - 1)) end++;
  return { start: textStart + start, end: textStart + end };
}
