import type { Span } from '../../shared/report/report.ts';
import { cutClauses } from '../../shared/text/clauses.ts';
import { NORMALISATION_VERSION, normaliseForSearch } from '../../shared/text/normalise.ts';
import type { Connection } from '../store/connection.ts';
import type { ClauseIndex } from './clauseIndex.ts';
import { ENTRY_KINDS, type EntryKind } from './entries.ts';
import { packSections, partition, placeHeadings, type SectionExtent } from './sections.ts';

export interface DocumentInput {
  /** The caller's integer key of the document, positive. */
  documentKey: number;
  /** The immutable body. Offsets of hits are offsets into it. */
  text: string;
  title: string;
  /** Where the headings stand in the text, for 标题: and for ranking. */
  headings?: readonly Span[];
  /** Whole sections, heading and body; without them every paragraph counts as one. */
  sections?: readonly SectionExtent[];
}

export interface NoteInput {
  documentKey: number;
  /** The caller's integer key of the note, unique among notes. */
  noteKey: number;
  text: string;
}

/** Length of a stored piece of text in UTF-16 units: read whole to verify one clause of it. */
const PIECE_LENGTH = 480;

/** Postings gathered in memory by a batch before they are written, in characters of text: 12 bytes each. */
const BATCH_LENGTH = 26_000_000;

/** Writes texts and their postings. Every method runs inside the transaction of its caller. */
export class EntryWriter {
  readonly #connection: Connection;
  readonly #clauses: ClauseIndex;
  readonly #state;
  readonly #setState;
  readonly #insertEntry;
  readonly #insertText;
  readonly #insertSection;
  readonly #selectLabel;
  readonly #insertLabel;
  readonly #selectDocument;
  readonly #selectNote;
  readonly #deleteEntry;
  readonly #deleteSections;
  readonly #deleteTexts;
  /** What has been added and not flushed: its first clause and the length of its text. */
  #gathered: { firstClause: number; length: number } | undefined;
  /** Numbers of the names met since; a transaction that is not going to happen takes new ones with it. */
  readonly #labels = new Map<string, number>();

  constructor(connection: Connection, clauses: ClauseIndex) {
    this.#connection = connection;
    this.#clauses = clauses;
    this.#state = connection
      .prepare<[string], number>('SELECT value FROM search_state WHERE name = ?')
      .pluck();
    this.#setState = connection.prepare<[string, number]>(
      'INSERT OR REPLACE INTO search_state (name, value) VALUES (?, ?)',
    );
    this.#insertEntry = connection.prepare<[number, number, number, number, number, number]>(
      'INSERT INTO search_entry (first_clause, end_clause, document_key, kind, note_key, length) VALUES (?, ?, ?, ?, ?, ?)',
    );
    this.#insertText = connection.prepare<[number, number, number, Buffer]>(
      'INSERT INTO search_text (first_clause, end_clause, start, text) VALUES (?, ?, ?, ?)',
    );
    this.#insertSection = connection.prepare<[number, Uint8Array]>(
      'INSERT INTO search_section (first_clause, sections) VALUES (?, ?)',
    );
    this.#selectLabel = connection
      .prepare<[string], number>('SELECT label FROM search_label WHERE name = ?')
      .pluck();
    this.#insertLabel = connection.prepare<[string]>('INSERT INTO search_label (name) VALUES (?)');
    this.#selectDocument = connection
      .prepare<[number, number], [number, number]>(
        'SELECT first_clause, end_clause FROM search_entry WHERE document_key = ? AND kind < ?',
      )
      .raw();
    this.#selectNote = connection
      .prepare<[number, number], [number, number]>(
        'SELECT first_clause, end_clause FROM search_entry WHERE document_key = ? AND kind = 2 AND note_key = ?',
      )
      .raw();
    this.#deleteEntry = connection.prepare<[number]>(
      'DELETE FROM search_entry WHERE first_clause = ?',
    );
    this.#deleteSections = connection.prepare<[number]>(
      'DELETE FROM search_section WHERE first_clause = ?',
    );
    this.#deleteTexts = connection.prepare<[number, number]>(
      'DELETE FROM search_text WHERE first_clause >= ? AND first_clause < ?',
    );
  }

  addDocument(input: DocumentInput): void {
    this.batch(() => {
      if (input.title !== '') {
        this.#addEntry('title', input.documentKey, 0, input.title, [], undefined);
      }
      const { documentKey, text, headings, sections } = input;
      this.#addEntry('body', documentKey, 0, text, headings ?? [], sections);
    });
  }

  addNote(input: NoteInput): void {
    this.#gather(
      () => this.#addEntry('note', input.documentKey, input.noteKey, input.text, [], []),
      false,
    );
  }

  removeDocument(documentKey: number, options: { keepNotes?: boolean } = {}): void {
    const kinds = options.keepNotes === true ? 2 : ENTRY_KINDS.length;
    this.#remove(this.#selectDocument.all(documentKey, kinds));
  }

  removeNote(documentKey: number, noteKey: number): void {
    this.#remove(this.#selectNote.all(documentKey, noteKey));
  }

  /** Runs `write` and gathers the postings of everything it adds into as few segments as memory allows. */
  batch<T>(write: () => T): T {
    return this.#gather(write, true);
  }

  /** Whether anything was written by another version of normalising and cutting. */
  isOutdated(): boolean {
    return (this.#state.get('normalisation') ?? NORMALISATION_VERSION) !== NORMALISATION_VERSION;
  }

  /** Clause numbers go on counting: those given before may be remembered elsewhere. */
  rebuild(documents: Iterable<DocumentInput>, notes: Iterable<NoteInput>): void {
    this.batch(() => {
      this.#clauses.clear();
      this.#connection.exec(
        'DELETE FROM search_entry; DELETE FROM search_section; DELETE FROM search_label; DELETE FROM search_text;',
      );
      this.#labels.clear();
      this.#setState.run('normalisation', NORMALISATION_VERSION);
      this.markChanged();
      for (const document of documents) this.addDocument(document);
      for (const note of notes) this.addNote(note);
    });
  }

  /** @param bulk false for short texts, which FlexSearch gathers as well as we do. */
  #gather<T>(write: () => T, bulk: boolean): T {
    if (this.#gathered !== undefined) {
      const result = write();
      if (this.#gathered.length > BATCH_LENGTH) {
        this.#flush();
        this.#clauses.startBulk();
      }
      return result;
    }
    if (!this.#connection.inTransaction) throw new Error('search is written in a transaction');
    this.#gathered = { firstClause: this.#nextClause(), length: 0 };
    try {
      if (bulk) this.#clauses.startBulk();
      const result = write();
      this.#flush();
      return result;
    } finally {
      this.#gathered = undefined;
      this.#labels.clear();
      this.#clauses.discard();
    }
  }

  #flush(): void {
    const firstClause = this.#gathered?.firstClause ?? 0;
    const endClause = this.#nextClause();
    if (endClause > firstClause) this.#clauses.commit(firstClause, endClause);
    this.#gathered = { firstClause: endClause, length: 0 };
  }

  #nextClause(): number {
    return this.#state.get('next-clause') ?? 1;
  }

  /** Tells every connection that what it remembers of the library is out of date. */
  markChanged(): void {
    this.#setState.run('generation', (this.#state.get('generation') ?? 0) + 1);
  }

  #addEntry(
    kind: EntryKind,
    documentKey: number,
    noteKey: number,
    text: string,
    headings: readonly Span[],
    sections: readonly SectionExtent[] | undefined,
  ): void {
    if (this.#state.get('normalisation') === undefined) {
      this.#setState.run('normalisation', NORMALISATION_VERSION);
    }
    const normalised = normaliseForSearch(text);
    const bounds = cutClauses(normalised);
    const count = bounds.length / 2;
    const firstClause = this.#nextClause();
    // A text of punctuation only still needs a number of its own.
    const endClause = firstClause + Math.max(count, 1);
    this.#setState.run('next-clause', endClause);
    const code = ENTRY_KINDS.indexOf(kind);
    this.#insertEntry.run(firstClause, endClause, documentKey, code, noteKey, text.length);
    for (let i = 0; i < count; i++) {
      this.#clauses.add(firstClause + i, normalised.slice(bounds[i * 2], bounds[i * 2 + 1]));
    }
    this.#addPieces(normalised, bounds, firstClause, endClause);
    const parts = partition(text, bounds, sections);
    if (parts.length > 1 || headings.length > 0 || parts[0]?.role || parts[0]?.topics.length) {
      const placed = { parts, headings: placeHeadings(headings, bounds) };
      this.#insertSection.run(
        firstClause,
        packSections(placed, (name) => this.#label(name)),
      );
    }
    if (this.#gathered !== undefined) this.#gathered.length += text.length;
    this.markChanged();
  }

  #addPieces(
    normalised: string,
    bounds: readonly number[],
    firstClause: number,
    endClause: number,
  ): void {
    const insert = (from: number, to: number, start: number, end: number | undefined) =>
      this.#insertText.run(from, to, start, Buffer.from(normalised.slice(start, end), 'utf16le'));
    let start = 0;
    let clause = firstClause;
    for (let next = 1; next * 2 < bounds.length; next++) {
      const nextStart = bounds[next * 2] as number;
      if (nextStart - start < PIECE_LENGTH) continue;
      insert(clause, firstClause + next, start, nextStart);
      start = nextStart;
      clause = firstClause + next;
    }
    insert(clause, endClause, start, undefined);
  }

  #label(name: string): number {
    const known = this.#labels.get(name);
    if (known !== undefined) return known;
    const label =
      this.#selectLabel.get(name) ?? Number(this.#insertLabel.run(name).lastInsertRowid);
    this.#labels.set(name, label);
    return label;
  }

  /** The postings stay until segments are merged: a clause without an entry finds nothing. */
  #remove(entries: readonly [number, number][]): void {
    for (const [firstClause, endClause] of entries) {
      this.#deleteEntry.run(firstClause);
      this.#deleteSections.run(firstClause);
      this.#deleteTexts.run(firstClause, endClause);
    }
    if (entries.length > 0) this.markChanged();
  }
}
