import { cutClauses } from '../../shared/text/clauses.ts';
import type { Connection } from '../store/connection.ts';
import type { ClauseIndex } from './clauseIndex.ts';
import { keepCommon } from './sorted.ts';

/** A piece of an entry's normalised text; it begins with the clause `firstClause`. */
export interface Piece {
  firstClause: number;
  endClause: number;
  /** Offset of the piece in its entry. */
  start: number;
  text: string;
}

/** Reads stored pieces of text. */
export class PieceReader {
  readonly #selectPiece;
  readonly #selectAll;

  constructor(connection: Connection) {
    this.#selectPiece = connection
      .prepare<[number], [number, number, number, Buffer]>(
        'SELECT first_clause, end_clause, start, text FROM search_text WHERE first_clause <= ? ORDER BY first_clause DESC LIMIT 1',
      )
      .raw();
    this.#selectAll = connection
      .prepare<[], number>('SELECT first_clause FROM search_text ORDER BY first_clause')
      .pluck();
  }

  /** The piece that holds a clause; undefined where its text was removed. */
  find(clause: number): Piece | undefined {
    const row = this.#selectPiece.get(clause);
    if (row === undefined || clause >= row[1]) return undefined;
    return {
      firstClause: row[0],
      endClause: row[1],
      start: row[2],
      text: row[3].toString('utf16le'),
    };
  }

  /** The first clause of every piece of the library. */
  firstClauses(): Int32Array {
    return Int32Array.from(this.#selectAll.all());
  }
}

/** A normalised literal, ready to be looked up. */
export interface Literal {
  text: string;
  /** Characters before its first clause: 1 for “,乡村”. */
  lead: number;
  /** Its clauses in order; the first and the last may be parts of longer ones. None for “。”. */
  runs: string[];
}

export function readLiteral(text: string): Literal {
  const bounds = cutClauses(text);
  const runs: string[] = [];
  for (let i = 0; i < bounds.length; i += 2) runs.push(text.slice(bounds[i], bounds[i + 1]));
  return { text, lead: bounds[0] ?? 0, runs };
}

/** Few enough to read their text at once instead of narrowing further. */
const FEW_CANDIDATES = 64;

/**
 * Numbers of the clauses in which a literal may begin (its first run, that is), ascending. Every clause
 * in which it does begin is among them. Undefined for a literal of punctuation only: it may begin anywhere.
 */
export function candidateClauses(index: ClauseIndex, literal: Literal): Int32Array | undefined {
  // The longest run has the rarest pairs, near enough.
  const order = literal.runs
    .map((run, position) => ({ run, position }))
    .sort((left, right) => right.run.length - left.run.length);
  let found: Int32Array | undefined;
  for (const { run, position } of order) {
    if (found !== undefined && (found.length <= FEW_CANDIDATES || run.length < 2)) break;
    const clauses = index.search(run);
    if (position > 0)
      for (let i = 0; i < clauses.length; i++) clauses[i] = (clauses[i] ?? 0) - position;
    found = found === undefined ? clauses : keepCommon(found, clauses);
  }
  return found;
}

/** An occurrence before it is shown: where it begins in its entry, and a clause of the piece it begins in. */
export interface Occurrence {
  start: number;
  end: number;
  clause: number;
  /** The literal begins or ends inside a longer number: 1.87 in 11.87. */
  partial: boolean;
}

/**
 * Finds the occurrences of a literal in one entry by reading its text where the candidates are.
 * Occurrences of one literal do not overlap, as in any find dialog: 天天 occurs once in 天天天.
 *
 * @param candidates clauses of this entry, ascending; text around them is read as far as needed.
 */
export function verify(
  reader: PieceReader,
  literal: Literal,
  candidates: Int32Array,
  endClause: number,
): Occurrence[] {
  const found: Occurrence[] = [];
  let readTo = -1;
  let freeFrom = 0;
  for (const clause of candidates) {
    if (clause < readTo) continue;
    const piece = reader.find(clause);
    if (piece === undefined) continue;
    readTo = piece.endClause;
    const before = literal.lead === 0 ? '' : textBefore(reader, piece, literal.lead);
    const text = before + piece.text + textAfter(reader, piece, literal, endClause);
    const offset = piece.start - before.length;
    const end = before.length + piece.text.length;
    for (let at = text.indexOf(literal.text); at >= 0; at = text.indexOf(literal.text, at + 1)) {
      // The first run decides to which piece an occurrence belongs, so that none is found twice.
      if (at + literal.lead < before.length) continue;
      if (at + literal.lead >= end) break;
      const start = offset + at;
      if (start < freeFrom) continue;
      freeFrom = start + literal.text.length;
      const partial = cutsNumber(text, at, at + literal.text.length);
      found.push({ start, end: freeFrom, clause: piece.firstClause, partial });
    }
  }
  return found;
}

function textBefore(reader: PieceReader, piece: Piece, length: number): string {
  let text = '';
  let first = piece;
  while (text.length < length && first.start > 0) {
    const before = reader.find(first.firstClause - 1);
    if (before === undefined) break;
    text = before.text + text;
    first = before;
  }
  return text.slice(-length);
}

function textAfter(reader: PieceReader, piece: Piece, literal: Literal, endClause: number): string {
  // A literal within one clause never leaves the piece: pieces are cut between clauses.
  const withinClause = literal.runs.length === 1 && literal.runs[0] === literal.text;
  if (withinClause) return '';
  const length = literal.text.length - 1;
  let text = '';
  let next = piece.endClause;
  while (text.length < length && next < endClause) {
    const after = reader.find(next);
    if (after === undefined) break;
    text += after.text;
    next = after.endClause;
  }
  return text.slice(0, length);
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
}

/** Whether the passage begins or ends with a digit whose number goes on outside. */
function cutsNumber(text: string, start: number, end: number): boolean {
  if (isDigit(text, start)) {
    if (isDigit(text, start - 1)) return true;
    if (text[start - 1] === '.' && isDigit(text, start - 2)) return true;
  }
  if (!isDigit(text, end - 1)) return false;
  return isDigit(text, end) || (text[end] === '.' && isDigit(text, end + 1));
}
