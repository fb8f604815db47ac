import type { Connection } from '../store/connection.ts';
import { type EntryTable, readEntries } from './entries.ts';
import { type EntrySections, unpackSections } from './sections.ts';
import type { SegmentStore } from './segments.ts';

const WITHOUT_SECTIONS: EntrySections = {
  parts: [{ start: 0, clauseStart: 0, clause: 0, role: null, topics: [] }],
  headings: [],
};

/**
 * What a connection remembers of the library between searches: the entries, and the sections of those
 * it has met. Read again when the library has changed, whoever changed it.
 */
export class LibraryCache {
  readonly #connection: Connection;
  readonly #segments: SegmentStore;
  readonly #selectGeneration;
  readonly #selectSections;
  readonly #selectLabels;
  #generation: number | undefined;
  #entries: EntryTable | undefined;
  #labels = new Map<number, string>();
  readonly #sections = new Map<number, EntrySections>();

  constructor(connection: Connection, segments: SegmentStore) {
    this.#connection = connection;
    this.#segments = segments;
    this.#selectGeneration = connection
      .prepare<[], number>("SELECT value FROM search_state WHERE name = 'generation'")
      .pluck();
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
    const generation = this.#selectGeneration.get() ?? 0;
    if (this.#entries !== undefined && this.#generation === generation) return this.#entries;
    this.#segments.refresh();
    this.#entries = readEntries(this.#connection);
    this.#labels = new Map(this.#selectLabels.all());
    this.#sections.clear();
    this.#generation = committed ? generation : undefined;
    return this.#entries;
  }

  sectionsOf(firstClause: number): EntrySections {
    const known = this.#sections.get(firstClause);
    if (known !== undefined) return known;
    const packed = this.#selectSections.get(firstClause);
    const sections =
      packed === undefined
        ? WITHOUT_SECTIONS
        : unpackSections(packed, (label) => this.#labels.get(label) ?? '');
    this.#sections.set(firstClause, sections);
    return sections;
  }
}
