import type { Connection } from '../store/connection.ts';
import { type EntryTable, readEntries } from './entries.ts';
import { SectionDirectory } from './sectionDirectory.ts';
import { type EntrySections, headingClauses, unpackSections } from './sections.ts';
import type { SegmentStore } from './segments.ts';
import { lastNotAbove } from './sorted.ts';

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
  readonly #selectState;
  readonly #selectSectionsFrom;
  readonly #selectSections;
  readonly #selectLabels;
  readonly #selectBody;
  #generation: number | undefined;
  #entries: EntryTable | undefined;
  #labels = new Map<number, string>();
  #directory = new SectionDirectory();
  readonly #headings = new Map<number, readonly number[]>();

  constructor(connection: Connection, segments: SegmentStore) {
    this.#connection = connection;
    this.#segments = segments;
    this.#selectState = connection
      .prepare<[string], number>('SELECT value FROM search_state WHERE name = ?')
      .pluck();
    this.#selectSectionsFrom = connection
      .prepare<[number], [number, Buffer]>(
        'SELECT first_clause, sections FROM search_section WHERE first_clause >= ? ORDER BY first_clause',
      )
      .raw();
    this.#selectSections = connection
      .prepare<[number], Buffer>('SELECT sections FROM search_section WHERE first_clause = ?')
      .pluck();
    this.#selectBody = connection
      .prepare<[number], number>(
        'SELECT first_clause FROM search_entry WHERE document_key = ? AND kind = 0',
      )
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
    if (this.#generation === undefined) {
      // What was read may have been rolled back since, and its numbers given to other texts.
      this.#segments.forget();
      this.#headings.clear();
      this.#directory = new SectionDirectory();
    }
    this.#segments.refresh();
    this.#entries = readEntries(this.#connection, this.#selectState.get('next-clause') ?? 1);
    const labels = new Map(this.#selectLabels.all());
    // A rebuild numbers the names of roles and topics anew.
    for (const [label, name] of this.#labels) {
      if (labels.get(label) !== name) this.#directory = new SectionDirectory();
    }
    this.#labels = labels;
    this.#generation = committed ? generation : undefined;
    return this.#entries;
  }

  /** The sections of one entry, by its first clause. */
  sectionsOf(firstClause: number): EntrySections {
    const packed = this.#selectSections.get(firstClause);
    if (packed === undefined) return WITHOUT_SECTIONS;
    return unpackSections(packed, (label) => this.#labels.get(label) ?? '');
  }

  roleAt(documentKey: number): (offset: number) => string | null {
    const firstClause = this.#selectBody.get(documentKey);
    const { parts } = firstClause === undefined ? WITHOUT_SECTIONS : this.sectionsOf(firstClause);
    const starts = parts.map(({ start }) => start);
    return (offset) => parts[lastNotAbove(starts, offset)]?.role ?? null;
  }

  /**
   * The clauses that headings of one entry stand in, as starts and ends one after the other, ascending.
   * Read when first asked for: a first search need not read the sections of a whole large library.
   */
  headingsOf(firstClause: number): readonly number[] {
    const known = this.#headings.get(firstClause);
    if (known !== undefined) return known;
    const packed = this.#selectSections.get(firstClause);
    const headings = packed === undefined ? [] : headingClauses(packed, firstClause);
    this.#headings.set(firstClause, headings);
    return headings;
  }

  /**
   * Those of the clauses that a heading stands in; undefined before the sections of the whole library
   * were read for something else, which a first search does not wait for.
   */
  inHeadings(clauses: Int32Array): number[] | undefined {
    const isRead = (this.#entries?.endClause.at(-1) ?? 0) <= this.#directory.endClause;
    return isRead ? this.#directory.inHeadings(clauses) : undefined;
  }

  /** The sections of the whole library. */
  sections(): SectionDirectory {
    const entries = this.#entries;
    const directory = this.#directory;
    const known = directory.endClause;
    if (entries === undefined || (entries.endClause.at(-1) ?? 0) <= known) return directory;
    const packed = new Map(this.#selectSectionsFrom.all(known));
    const nameOf = (label: number) => this.#labels.get(label) ?? '';
    for (let i = lastNotAbove(entries.firstClause, known - 1) + 1; i < entries.count; i++) {
      const firstClause = entries.firstClause[i] as number;
      directory.add(packed.get(firstClause), firstClause, entries.endClause[i] as number, nameOf);
    }
    return directory;
  }
}
