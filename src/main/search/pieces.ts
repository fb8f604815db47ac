import { cutClauses } from '../../shared/text/clauses.ts';
import type { Connection } from '../store/connection.ts';

/** A stored piece of an entry's normalised text; it begins with the clause `firstClause`. */
export interface Piece {
  firstClause: number;
  endClause: number;
  /** Offset of the piece in its entry. */
  start: number;
  text: string;
  /** Start and end of its clauses within `text`, one after the other. */
  bounds: readonly number[];
}

/** Reads stored pieces of text, and keeps the last one: neighbouring clauses are asked for together. */
export class PieceReader {
  readonly #selectPiece;
  readonly #selectAll;
  #last: Piece | undefined;

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

  /** Forgets the piece kept; to be called whenever the library may have changed. */
  forget(): void {
    this.#last = undefined;
  }

  /** The piece that holds a clause; undefined where its text was removed. */
  find(clause: number): Piece | undefined {
    const last = this.#last;
    if (last !== undefined && clause >= last.firstClause && clause < last.endClause) return last;
    const row = this.#selectPiece.get(clause);
    if (row === undefined || clause >= row[1]) return undefined;
    const [firstClause, endClause, start, bytes] = row;
    const text = bytes.toString('utf16le');
    this.#last = { firstClause, endClause, start, text, bounds: cutClauses(text) };
    return this.#last;
  }

  /** The first clause of every piece of the library. */
  firstClauses(): Int32Array {
    return Int32Array.from(this.#selectAll.all());
  }
}
