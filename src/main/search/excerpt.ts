import type { Span } from '../../shared/report/report.ts';
import type { Occurrence } from './occurrences.ts';
import type { Piece, PieceReader } from './pieces.ts';
import { LONGEST_SIDE, sentenceAround } from './sentence.ts';

/** The pieces around a hit as one text. */
function readAround(reader: PieceReader, piece: Piece, hit: Span): { text: string; start: number } {
  let { text, start } = piece;
  const before = hit.start - start <= LONGEST_SIDE ? reader.before(piece) : undefined;
  if (before !== undefined) {
    text = before.text + text;
    start = before.start;
  }
  for (let last = piece; start + text.length < hit.end + LONGEST_SIDE; ) {
    const after = reader.after(last);
    if (after === undefined) break;
    text += after.text;
    last = after;
  }
  return { text, start };
}

function sentenceIn({ text, start }: { text: string; start: number }, hit: Span): Span {
  const found = sentenceAround(text, { start: hit.start - start, end: hit.end - start });
  return { start: start + found.start, end: start + found.end };
}

/** The sentence a hit stands in; offsets into the entry. */
export function findExcerpt(reader: PieceReader, hit: Occurrence): Span {
  const piece = reader.find(hit.clause);
  if (piece === undefined) return { start: hit.start, end: hit.end };
  const within = sentenceIn(piece, hit);
  // Most sentences end before their piece does, and its neighbours need not be read.
  const isWhole =
    hit.end - piece.start < piece.text.length &&
    (within.start > piece.start || piece.start === 0) &&
    within.end - piece.start < piece.text.length;
  return isWhole ? within : sentenceIn(readAround(reader, piece, hit), hit);
}
