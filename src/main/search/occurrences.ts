import type { Span } from '../../shared/report/report.ts';
import { cutClauses } from '../../shared/text/clauses.ts';
import type { EntryTable } from './entries.ts';
import { boundsOf, type Piece, type PieceReader } from './pieces.ts';
import { lastNotAbove } from './sorted.ts';

/** A normalised literal, ready to be looked up. */
export interface Literal {
  text: string;
  /** Characters before its first clause: 1 for “,乡村”. */
  lead: number;
  /** Its clauses in order; the first and the last may be parts of longer ones. None for “。”. */
  runs: readonly string[];
  /** It is one run and nothing else, so every occurrence lies within one clause. */
  withinClause: boolean;
}

export function readLiteral(text: string): Literal {
  const bounds = cutClauses(text);
  const runs: string[] = [];
  for (let i = 0; i < bounds.length; i += 2) runs.push(text.slice(bounds[i], bounds[i + 1]));
  return { text, lead: bounds[0] ?? 0, runs, withinClause: runs[0] === text };
}

/** Where a literal stands, in UTF-16 units of its entry. */
export interface Occurrence extends Span {
  /** The clause its first run stands in; for a literal of punctuation, the first clause of the piece. */
  clause: number;
  /** The literal begins or ends inside a longer number: 1.87 in 11.87. */
  partial: boolean;
}

/** Where texts are read from. */
export interface TextSources {
  reader: PieceReader;
  entries: EntryTable;
}

/**
 * Reads the text of candidate clauses and returns what really stands there, by clause; clauses without
 * an occurrence are left out. Occurrences do not overlap, as in any find dialog: 天天 occurs once in
 * 天天天. A clause of a removed text has none.
 *
 * @param clauses ascending.
 */
export function readOccurrences(
  { reader, entries }: TextSources,
  literal: Literal,
  clauses: Int32Array,
): Map<number, Occurrence[]> {
  const found = new Map<number, Occurrence[]>();
  let window: Window | undefined;
  let entry = -1;
  let freeFrom = 0;
  for (const clause of clauses) {
    const piece = reader.find(clause);
    if (piece === undefined) continue;
    if (window?.piece !== piece) window = openWindow(reader, literal, piece);
    const itsEntry = literal.withinClause ? clause : lastNotAbove(entries.firstClause, clause);
    if (itsEntry !== entry) freeFrom = 0;
    entry = itsEntry;
    const occurrences = occurrencesIn(window, literal, clause, freeFrom);
    const last = occurrences.at(-1);
    if (last === undefined) continue;
    freeFrom = last.end;
    found.set(clause, occurrences);
  }
  return found;
}

/** A piece with as much text around it as an occurrence that begins in it may take. */
interface Window {
  piece: Piece;
  text: string;
  /** Offset of `text` in the entry. */
  start: number;
  /** Where in `text` the literal stands first; nowhere, and the clauses need not be told apart. */
  first: number;
}

function openWindow(reader: PieceReader, literal: Literal, piece: Piece): Window {
  let { text, start } = piece;
  if (!literal.withinClause) {
    const before = textBefore(reader, piece, literal.lead);
    text = before + piece.text + textAfter(reader, piece, literal.text.length - 1);
    start -= before.length;
  }
  return { piece, text, start, first: text.indexOf(literal.text) };
}

/**
 * The occurrences in one of the candidates of a literal. Where the piece they stand in has no other
 * candidate, or as many as it has occurrences, clauses need not be told apart.
 *
 * @param candidates ascending, with every clause that holds the literal among them.
 * @param isCertain all of them hold it.
 */
export function locateAmong(
  sources: TextSources,
  literal: Literal,
  candidates: Int32Array,
  clause: number,
  isCertain: boolean,
): readonly Occurrence[] {
  const piece = literal.withinClause ? sources.reader.find(clause) : undefined;
  if (piece?.bounds !== undefined) return occurrencesInClause(piece, literal.text, clause);
  if (piece !== undefined) {
    const at = lastNotAbove(candidates, clause);
    let before = at;
    while (before > 0 && (candidates[before - 1] as number) >= piece.firstClause) before--;
    let behind = at + 1;
    while (behind < candidates.length && (candidates[behind] as number) < piece.endClause) behind++;
    const found = occurrencesInPiece(piece, literal.text, clause);
    if (behind - before === 1) return found;
    if (isCertain && found.length === behind - before)
      return found.slice(at - before, at - before + 1);
  }
  return readOccurrences(sources, literal, Int32Array.of(clause)).get(clause) ?? [];
}

/** All occurrences in a piece, as if they stood in one clause. */
function occurrencesInPiece(piece: Piece, wanted: string, clause: number): Occurrence[] {
  const { text } = piece;
  const found: Occurrence[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    found.push(occurrenceAt(piece, at, wanted, clause));
  }
  return found;
}

/** The occurrences in a clause of a piece that is cut already. */
function occurrencesInClause(piece: Piece, wanted: string, clause: number): Occurrence[] {
  const bounds = boundsOf(piece);
  const i = (clause - piece.firstClause) * 2;
  const from = bounds[i] ?? 0;
  const words = piece.text.slice(from, bounds[i + 1] ?? 0);
  const found: Occurrence[] = [];
  for (let at = words.indexOf(wanted); at >= 0; at = words.indexOf(wanted, at + wanted.length)) {
    found.push(occurrenceAt(piece, from + at, wanted, clause));
  }
  return found;
}

function occurrenceAt({ text, start }: Piece, at: number, wanted: string, clause: number) {
  const end = at + wanted.length;
  return { start: start + at, end: start + end, clause, partial: cutsNumber(text, at, end) };
}

function occurrencesIn(
  window: Window,
  literal: Literal,
  clause: number,
  freeFrom: number,
): Occurrence[] {
  const { piece, text, start, first } = window;
  if (first < 0) return [];
  const { lead, runs } = literal;
  const bounds = boundsOf(piece);
  const offset = piece.start - start;
  const at = (clause - piece.firstClause) * 2;
  // Punctuation belongs to the piece it begins in, everything else to the clause of its first run.
  const from = offset + (runs.length === 0 ? 0 : (bounds[at] ?? 0));
  const to = offset + (runs.length === 0 ? piece.text.length : (bounds[at + 1] ?? 0));
  const occurrences: Occurrence[] = [];
  const length = literal.text.length;
  let free = freeFrom;
  const earliest = Math.max(first, from - lead);
  for (let i = text.indexOf(literal.text, earliest); i >= 0; ) {
    if (i + lead >= to) break;
    if (start + i >= free) {
      free = start + i + length;
      const partial = cutsNumber(text, i, i + length);
      occurrences.push({ start: start + i, end: free, clause, partial });
    }
    i = text.indexOf(literal.text, i + 1);
  }
  return occurrences;
}

function textBefore(reader: PieceReader, piece: Piece, length: number): string {
  let text = '';
  for (let first = piece; text.length < length; ) {
    const before = reader.before(first);
    if (before === undefined) break;
    text = before.text + text;
    first = before;
  }
  return length === 0 ? '' : text.slice(-length);
}

function textAfter(reader: PieceReader, piece: Piece, length: number): string {
  let text = '';
  for (let last = piece; text.length < length; ) {
    const after = reader.after(last);
    if (after === undefined) break;
    text += after.text;
    last = after;
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
