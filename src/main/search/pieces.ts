import { cutClauses } from '../../shared/text/clauses.ts';
import type { Connection } from '../store/connection.ts';

/** A stored piece of an entry's normalised text; it begins with the clause `firstClause`. */
export interface Piece {
  firstClause: number;
  endClause: number;
  /** Offset of the piece in its entry. */
  start: number;
  text: string;
  /** See `boundsOf`. */
  bounds?: ArrayLike<number>;
}

/** Start and end of the clauses of a piece within its text, one after the other; cut when first needed. */
export function boundsOf(piece: Piece): ArrayLike<number> {
  piece.bounds ??= cutClauses(piece.text);
  return piece.bounds;
}

const PIECES_KEPT = 8;
/** Some kilobyte each. */
const CLAUSES_KNOWN = 768;

/**
 * Reads stored pieces of text. The last few are kept, since neighbours are asked for again and again; and
 * so are those of the last pages, which a person comes back to, sees by year or makes longer.
 */
export class PieceReader {
  readonly #selectPiece;
  readonly #selectEntry;
  readonly #selectAll;
  readonly #kept: (Piece | undefined)[] = new Array(PIECES_KEPT);
  readonly #known = new Map<number, Piece>();
  readonly #interrupt;
  #oldest = 0;
  /** Where whole texts are ready, the one that holds a clause. */
  findReady: (clause: number) => Piece | undefined = () => undefined;

  constructor(connection: Connection, interrupt: () => void) {
    this.#interrupt = interrupt;
    this.#selectPiece = connection
      .prepare<[number], [number, number, number, Buffer]>(
        'SELECT first_clause, end_clause, start, text FROM search_text WHERE first_clause <= ? ORDER BY first_clause DESC LIMIT 1',
      )
      .raw();
    this.#selectEntry = connection
      .prepare<[number, number], Buffer>(
        'SELECT text FROM search_text WHERE first_clause >= ? AND first_clause < ? ORDER BY first_clause',
      )
      .pluck();
    this.#selectAll = connection
      .prepare<[], number>('SELECT first_clause FROM search_text ORDER BY first_clause')
      .pluck();
  }

  /** Forgets the pieces kept; to be called whenever the library has changed. */
  forget(): void {
    this.#kept.fill(undefined);
    this.#known.clear();
  }

  /** The piece that holds a clause; undefined where its text was removed. */
  find(clause: number): Piece | undefined {
    for (const piece of this.#kept) {
      if (piece !== undefined && clause >= piece.firstClause && clause < piece.endClause)
        return piece;
    }
    const known = this.#known.get(clause) ?? this.findReady(clause);
    if (known !== undefined) return known;
    this.#interrupt();
    const row = this.#selectPiece.get(clause);
    if (row === undefined || clause >= row[1]) return undefined;
    const [firstClause, endClause, start, bytes] = row;
    const text = bytes.toString('utf16le');
    const piece: Piece = { firstClause, endClause, start, text };
    this.#kept[this.#oldest] = piece;
    this.#oldest = (this.#oldest + 1) % PIECES_KEPT;
    if (this.#known.size === CLAUSES_KNOWN) this.#known.clear();
    this.#known.set(clause, piece);
    return piece;
  }

  /** What stands straight before a piece in its entry: the piece before, or all where the text is ready whole. */
  before(piece: Piece): Piece | undefined {
    const found = piece.start > 0 ? this.find(piece.firstClause - 1) : undefined;
    if (found === undefined) return undefined;
    const { firstClause, start } = found;
    const text = found.text.slice(0, piece.start - start);
    return { firstClause, endClause: piece.firstClause, start, text };
  }

  /** What stands straight after a piece in its entry: the piece after, or all where the text is ready whole. */
  after(piece: Piece): Piece | undefined {
    const firstClause = piece.endClause;
    const found = this.find(firstClause);
    // Another entry begins there.
    if (found === undefined || (found.start === 0 && found.firstClause === firstClause)) return;
    const start = piece.start + piece.text.length;
    const text = found.text.slice(start - found.start);
    return { firstClause, endClause: found.endClause, start, text };
  }

  /** The whole normalised text of an entry. */
  readEntry(firstClause: number, endClause: number): string {
    this.#interrupt();
    const bytes = this.#selectEntry.all(firstClause, endClause);
    return (bytes.length === 1 ? (bytes[0] as Buffer) : Buffer.concat(bytes)).toString('utf16le');
  }

  /** The first clause of every piece of the library. */
  firstClauses(): Int32Array {
    return Int32Array.from(this.#selectAll.all());
  }
}
