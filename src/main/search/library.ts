import type { Connection } from '../store/connection.ts';
import { type EntryTable, readEntries } from './entries.ts';
import { SectionRanks } from './sectionRanks.ts';
import {
  appendSectionClauses,
  type EntrySections,
  type SectionClauses,
  unpackSections,
} from './sections.ts';
import type { SegmentStore } from './segments.ts';

const WITHOUT_SECTIONS: EntrySections = {
  parts: [{ start: 0, clauseStart: 0, clause: 0, role: null, topics: [] }],
  headings: [],
};

export interface ClausesOfSections {
  partStarts: Int32Array;
  headingStarts: Int32Array;
  headingEnds: Int32Array;
}

/**
 * What a connection remembers of the library between searches: the entries, and the sections of those
 * it has met. Read again when the library has changed, whoever changed it.
 */
export class LibraryCache {
  readonly #connection: Connection;
  readonly #segments: SegmentStore;
  readonly #selectState;
  readonly #selectAllSections;
  readonly #selectSections;
  readonly #selectLabels;
  #generation: number | undefined;
  #entries: EntryTable | undefined;
  #labels = new Map<number, string>();
  #clauses: ClausesOfSections | undefined;
  #ranks: SectionRanks | undefined;

  constructor(connection: Connection, segments: SegmentStore) {
    this.#connection = connection;
    this.#segments = segments;
    this.#selectState = connection
      .prepare<[string], number>('SELECT value FROM search_state WHERE name = ?')
      .pluck();
    this.#selectAllSections = connection
      .prepare<[], [number, Buffer]>(
        'SELECT first_clause, sections FROM search_section ORDER BY first_clause',
      )
      .raw();
    this.#selectSections = connection
      .prepare<[number], Buffer>('SELECT sections FROM search_section WHERE first_clause = ?')
      .pluck();
    this.#selectLabels = connection
      .prepare<[], [number, string]>('SELECT label, name FROM search_label')
      .raw();
  }

  /**
   * Brings the memory up to date; to be called inside the transaction of each search.
   *
   * @param committed false while the connection has uncommitted writes: what is read then must not be
   *   kept, since after a rollback the same generation may come again with other contents.
   */
  refresh(committed: boolean): EntryTable {
    const generation = this.#selectState.get('generation') ?? 0;
    if (this.#entries !== undefined && this.#generation === generation) return this.#entries;
    if (this.#generation === undefined) this.#segments.forget();
    this.#segments.refresh();
    this.#entries = readEntries(this.#connection, this.#selectState.get('next-clause') ?? 1);
    this.#labels = new Map(this.#selectLabels.all());
    this.#clauses = undefined;
    this.#ranks = undefined;
    this.#generation = committed ? generation : undefined;
    return this.#entries;
  }

  /** The sections of one entry, by its first clause. */
  sectionsOf(firstClause: number): EntrySections {
    const packed = this.#selectSections.get(firstClause);
    if (packed === undefined) return WITHOUT_SECTIONS;
    return unpackSections(packed, (label) => this.#labels.get(label) ?? '');
  }

  /** Those of the ascending clauses that a heading stands in. */
  clausesInHeadings(clauses: Int32Array): Int32Array {
    const { headingStarts, headingEnds } = this.clausesOfSections();
    const kept: number[] = [];
    let at = 0;
    for (let i = 0; i < clauses.length; i++) {
      const clause = clauses[i] as number;
      while (at < headingStarts.length && (headingEnds[at] as number) <= clause) at++;
      if (at === headingStarts.length) break;
      if ((headingStarts[at] as number) <= clause) kept.push(clause);
    }
    return Int32Array.from(kept);
  }

  /** The sections of the whole library, by clause. */
  sectionRanks(): SectionRanks {
    if (this.#ranks === undefined) {
      const endClause = this.#entries?.endClause.at(-1) ?? 0;
      this.#ranks = new SectionRanks(this.clausesOfSections().partStarts, endClause);
    }
    return this.#ranks;
  }

  /** Parts and headings of the whole library, as ascending clause numbers. */
  clausesOfSections(): ClausesOfSections {
    if (this.#clauses !== undefined) return this.#clauses;
    const packed = new Map(this.#selectAllSections.all());
    const found: SectionClauses = { partStarts: [], headingStarts: [], headingEnds: [] };
    for (const firstClause of this.#entries?.firstClause ?? []) {
      const bytes = packed.get(firstClause);
      if (bytes === undefined) found.partStarts.push(firstClause);
      else appendSectionClauses(bytes, firstClause, found);
    }
    this.#clauses = {
      partStarts: Int32Array.from(found.partStarts),
      headingStarts: Int32Array.from(found.headingStarts),
      headingEnds: Int32Array.from(found.headingEnds),
    };
    return this.#clauses;
  }
}
