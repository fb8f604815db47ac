import { cutClauses } from '../../shared/text/clauses.ts';
import type { EntryTable } from './entries.ts';
import type { LibraryCache } from './library.ts';
import type { EntryOrder } from './order.ts';
import type { Piece, PieceReader } from './pieces.ts';
import type { EntrySections } from './sections.ts';
import { lastNotAbove } from './sorted.ts';

/** A whole text as one piece, cut, with where its headings stand. */
export interface ReadyText extends Piece {
  bounds: Int32Array;
  sections: EntrySections;
  /** Start and end of the clauses that headings stand in, one after the other. */
  headings: readonly number[];
  /** The text of these, each on a line of its own: what is in none of them is known at a glance. */
  headingLines: string;
  /** Where in `headingLines` each begins. */
  lineStarts: readonly number[];
}

/** Some thirty kilobytes each. */
const MOST_READY = 480;
/**
 * Making a text ready takes longer than reading a few sentences of it. So many are made for any page, but
 * none for the first one after a start or a change.
 */
const MADE_READY = 12;

/**
 * The texts at the beginning of the order, whole and cut: most of what is shown of any common word
 * stands in these. They are kept until the library has changed.
 */
export class ReadyTexts {
  readonly #reader: PieceReader;
  readonly #library: LibraryCache;
  readonly #texts = new Map<number, ReadyText>();
  #entries: EntryTable | undefined;
  #order: EntryOrder | undefined;
  /** So many may still be made for the search in hand. */
  #spared = 0;

  constructor(reader: PieceReader, library: LibraryCache) {
    this.#reader = reader;
    this.#library = library;
    reader.findReady = (clause) => this.#holding(clause);
  }

  /** Forgets the texts of another state of the library; to be called before each search. */
  refresh(entries: EntryTable): void {
    const isKnown = this.#entries === entries;
    if (!isKnown) this.#texts.clear();
    this.#entries = entries;
    this.#order = undefined;
    this.#spared = isKnown ? MADE_READY : 0;
  }

  /** From here to the next search texts at the beginning of an order are made ready when they are read. */
  follow(order: EntryOrder): void {
    this.#order = order;
  }

  /** So many texts may still be made for the search in hand. */
  get spared(): number {
    return this.#spared;
  }

  find(entry: number): ReadyText | undefined {
    return this.#texts.get(entry);
  }

  make(entry: number): ReadyText {
    this.#spared--;
    if (this.#texts.size === MOST_READY) this.#texts.clear();
    const firstClause = this.#entries?.firstClause[entry] as number;
    const endClause = this.#entries?.endClause[entry] as number;
    const text = this.#reader.readEntry(firstClause, endClause);
    const bounds = Int32Array.from(cutClauses(text));
    const sections = this.#library.sectionsOf(firstClause);
    // A heading takes in all of the clauses that it shares with the text after it.
    const headings = sections.headings.flatMap(({ clause, endClause: end }) => [
      bounds[clause * 2] ?? 0,
      bounds[end * 2 - 1] ?? 0,
    ]);
    const lineStarts: number[] = [];
    let headingLines = '';
    for (let i = 0; i < headings.length; i += 2) {
      lineStarts.push(headingLines.length);
      headingLines += `${text.slice(headings[i], headings[i + 1])}\n`;
    }
    const piece: Piece = { firstClause, endClause, start: 0, text };
    const ready = { ...piece, bounds, sections, headings, headingLines, lineStarts };
    this.#texts.set(entry, ready);
    return ready;
  }

  #holding(clause: number): ReadyText | undefined {
    if (this.#entries === undefined || this.#texts.size === 0) return undefined;
    const entry = lastNotAbove(this.#entries.firstClause, clause);
    if (clause >= (this.#entries.endClause[entry] ?? 0)) return undefined;
    const found = this.#texts.get(entry);
    if (found !== undefined || this.#spared <= 0) return found;
    return (this.#order?.place[entry] ?? MOST_READY) < MOST_READY ? this.make(entry) : undefined;
  }
}
