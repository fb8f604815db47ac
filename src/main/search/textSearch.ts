import { parseQuery, type SearchQuery } from '../../shared/search/query.ts';
import { normaliseForSearch } from '../../shared/text/normalise.ts';
import type { Connection } from '../store/connection.ts';
import { countByDocument, listHits, pageOf } from './answer.ts';
import { ClauseIndex } from './clauseIndex.ts';
import { countParts, type PartCount } from './countParts.ts';
import type { EntryTable } from './entries.ts';
import {
  countByEntry,
  evaluate,
  type Found,
  matchesWithin,
  sectionsWithin,
  type Togetherness,
} from './evaluate.ts';
import { type Matches, postingsOfPair, type Sources } from './exact.ts';
import { narrow } from './filter.ts';
import { LibraryCache } from './library.ts';
import { createMaintenance, type Maintenance } from './maintenance.ts';
import { createOrderCache, type Preference } from './order.ts';
import { PieceReader } from './pieces.ts';
import { rankHits } from './rank.ts';
import { readPage } from './readPage.ts';
import { ReadyTexts } from './readyTexts.ts';
import type { SearchAnswer, SearchRequest } from './request.ts';
import { SegmentStore } from './segments.ts';
import { checkSearch, type SelfCheck } from './selfCheck.ts';
import { type DocumentInput, EntryWriter, type NoteInput } from './writer.ts';

/** What decides which hits there are; the rest of a request is about showing them. */
type Narrowed = Pick<SearchRequest, 'query' | 'filters' | 'wholeNumbers' | 'expansions'>;

/** Thrown by an `interrupt` that ends a search which nobody waits for any more. */
export class Overtaken extends Error {
  constructor() {
    super('a newer query has come');
  }
}

/** Exact totals of a search. */
export type Counted = Pick<SearchAnswer, 'total' | 'groups' | 'within'>;

export interface TextSearch {
  /** Inside the caller's transaction, like every method that writes. */
  addDocument(input: DocumentInput): void;
  removeDocument(documentKey: number, options?: { keepNotes?: boolean }): void;
  addNote(input: NoteInput): void;
  removeNote(documentKey: number, noteKey: number): void;
  /** Gathers the postings of everything `write` adds into one segment: for imports of many files. */
  batch<T>(write: () => T): T;
  /**
   * Several words must meet in one section. Where no section has them all, documents that have them
   * apart answer, and the hint says so; `within` asks for one of the two. Never throws for a query.
   */
  search(request: SearchRequest): SearchAnswer;
  /** What `search` counts, without the hits. */
  count(request: Narrowed & Pick<SearchRequest, 'within'>): Counted;
  /** Tells the role of the section that a place in a body lies in, as the filters see it. */
  roleAt(documentKey: number): (offset: number) => string | null;
  /** The occurrences in bodies and notes by the role and topics of their section. */
  countParts(request: Narrowed & Pick<SearchRequest, 'within'>): PartCount[];
  /**
   * The sections that match, as ascending ordinals among all sections of the library: what live counts
   * of roles, topics and places are made from. Takes the same query and filters as `search`. To be read
   * at once: the next search may write into the same memory.
   */
  findSections(request: Narrowed): Int32Array;
  /**
   * 搜索自检: compares what is found for random passages with a scan of all texts.
   * @param random numbers from 0 to 1.
   */
  selfCheck(count: number, random: () => number): SelfCheck;
  /** Whether the index was written by other rules than today's, so that `rebuild` is due. */
  needsRebuild(): boolean;
  /** Forgets everything and adds all documents and notes again, inside the caller's transaction. */
  rebuild(documents: Iterable<DocumentInput>, notes: Iterable<NoteInput>): void;
  /**
   * Goes on merging index segments that additions and removals have left behind, a short step a call, in
   * a transaction of its own. For idle moments; changes no answer.
   * @returns whether there may be more to do.
   */
  maintain(): boolean;
}

/**
 * Full-text search of one library on the connection that holds it. Additions and removals are undone
 * with the caller's transaction. Searches see what is committed, and inside a transaction of the same
 * connection what it has written so far.
 *
 * @param interrupt called before texts and lists are read; what it throws ends the search.
 */
export function createTextSearch(
  connection: Connection,
  interrupt: () => void = () => undefined,
): TextSearch {
  const segments = new SegmentStore(connection, interrupt);
  const index = new ClauseIndex(segments);
  const reader = new PieceReader(connection, interrupt);
  const library = new LibraryCache(connection, segments);
  const orderOf = createOrderCache();
  const texts = new ReadyTexts(reader, library);
  /** The state of the library that the reader has pieces of. */
  let readOf: EntryTable | undefined;

  // The statements of writing are many, and most connections only read.
  let entryWriter: EntryWriter | undefined;
  function writer(): EntryWriter {
    entryWriter ??= new EntryWriter(connection, index);
    return entryWriter;
  }
  let merging: Maintenance | undefined;
  function maintenance(): Maintenance {
    merging ??= createMaintenance(connection, segments, library, () => writer().markChanged());
    return merging;
  }

  function evaluateTerms(
    request: Narrowed,
    query: SearchQuery,
    sources: Sources,
    within: Togetherness,
  ): Found {
    const { wholeNumbers = false, filters = {} } = request;
    const narrowing = { scope: query.scope, filters, wholeNumbers };
    return evaluate(sources, library, query, wordingsOf(request), within, (matches) =>
      narrow(matches, library, sources.entries, narrowing),
    );
  }

  function answer(
    request: SearchRequest,
    query: SearchQuery,
    sources: Sources,
    within: Togetherness,
  ): SearchAnswer {
    const { entries } = sources;
    const { limit, cursor } = request;
    const unsifted = request.pageFirst === true && isOneWord(query);
    const found = evaluateTerms(request, query, { ...sources, unsifted }, within);
    const terms = matchesWithin(found, library, entries);
    const isCounted = request.pageFirst !== true || countClauses(terms) < MANY_CLAUSES;
    const counts = countByEntry(terms, sources, isCounted);
    const { preferences = NO_PREFERENCES, documentOrder = NO_DOCUMENTS } = request;
    const order = orderOf(entries, { preferences, documentOrder });
    if (request.pageFirst === true) texts.follow(order);
    const ranked = rankHits(
      { terms, entries, counts },
      library,
      order,
      preferences,
      request.pageFirst === true ? PATIENCE : Infinity,
    );
    const page =
      request.allOffsets === true
        ? { hits: listHits(reader, terms, entries, counts), nextCursor: null }
        : pageOf(reader, ranked, terms, entries, limit, cursor);
    const exact = isCounted && terms.every(({ isSifted }) => isSifted !== false);
    return {
      ...page,
      total: counts.reduce((sum, count) => sum + count, 0),
      exact,
      aboutTexts: exact ? 0 : counts.reduce((sum, count) => sum + Math.min(1, count), 0),
      groups: exact ? countByDocument(counts, entries) : [],
      within,
      hint: null,
    };
  }

  /** The first page where it is certain before anything is counted. */
  function answerAtOnce(
    request: SearchRequest,
    query: SearchQuery,
    entries: EntryTable,
  ): SearchAnswer | undefined {
    const { limit, filters = {}, wholeNumbers = false, expansions = [] } = request;
    if (request.within === 'document' || request.cursor || expansions.length > 0) return undefined;
    const { preferences = NO_PREFERENCES, documentOrder = NO_DOCUMENTS } = request;
    const order = orderOf(entries, { preferences, documentOrder });
    const reading = { texts, entries, order, preferences };
    const narrowing = { scope: query.scope, filters, wholeNumbers };
    const page = readPage(reading, query, narrowing, limit);
    if (page === undefined) return undefined;
    return {
      ...NOTHING_FOUND,
      hits: page.hits,
      nextCursor: String(limit),
      total: page.aboutTotal,
      exact: false,
      aboutTexts: page.aboutTexts,
    };
  }

  function countNow(
    request: Narrowed & Pick<SearchRequest, 'within'>,
    committed: boolean,
  ): Counted {
    const query = parseQuery(request.query);
    const sources = readSources(committed);
    const together = countWithin(request, query, sources, request.within ?? 'section');
    if (together.total > 0 || query.terms.length < 2 || request.within !== undefined) {
      return together;
    }
    return countWithin(request, query, sources, 'document');
  }

  function countWithin(
    request: Narrowed,
    query: SearchQuery,
    sources: Sources,
    within: Togetherness,
  ): Counted {
    if (query.terms.length === 0) return { total: 0, groups: [], within };
    const found = evaluateTerms(request, query, sources, within);
    const counts = countByEntry(matchesWithin(found, library, sources.entries), sources);
    const total = counts.reduce((sum, count) => sum + count, 0);
    return { total, groups: countByDocument(counts, sources.entries), within };
  }

  function countPartsNow(request: Narrowed & Pick<SearchRequest, 'within'>, committed: boolean) {
    const query = parseQuery(request.query);
    if (query.terms.length === 0) return [];
    const sources = readSources(committed);
    const found = evaluateTerms(request, query, sources, request.within ?? 'section');
    const terms = matchesWithin(found, library, sources.entries);
    return countParts(terms, library, sources.entries);
  }

  function readSources(committed: boolean): Sources {
    const entries = library.refresh(committed);
    if (entries !== readOf) reader.forget();
    readOf = entries;
    texts.refresh(entries);
    return { index, reader, entries };
  }

  function findSectionsNow(request: Narrowed, committed: boolean): Int32Array {
    const query = parseQuery(request.query);
    if (query.terms.length === 0) return new Int32Array(0);
    const sources = readSources(committed);
    const word = plainWordOf(request, query);
    const posted = word === undefined ? undefined : postingsOfPair(sources, word);
    if (posted !== undefined) return library.sections().ranks().listPosted(posted);
    return sectionsWithin(evaluateTerms(request, query, sources, 'section'), library);
  }

  function searchNow(request: SearchRequest, committed: boolean): SearchAnswer {
    const query = parseQuery(request.query);
    const { hint } = query;
    if (query.terms.length === 0) return { ...NOTHING_FOUND, hint };
    const sources = readSources(committed);
    const atOnce = request.pageFirst === true && answerAtOnce(request, query, sources.entries);
    if (atOnce) return { ...atOnce, hint };
    const together = answer(request, query, sources, request.within ?? 'section');
    if (together.total > 0 || query.terms.length < 2 || request.within !== undefined) {
      return { ...together, hint };
    }
    const apart = answer(request, query, sources, 'document');
    return apart.total === 0 ? { ...together, hint } : { ...apart, hint: WORDS_APART };
  }

  // One transaction a search, so that entries, postings and text are of the same moment.
  const searchAtOnce = connection.transaction(searchNow);
  const countAtOnce = connection.transaction(countNow);
  const countPartsAtOnce = connection.transaction(countPartsNow);
  const findSectionsAtOnce = connection.transaction(findSectionsNow);

  return {
    addDocument: (input) => {
      writer().addDocument(input);
      if (segments.countSmall() >= MANY_SEGMENTS) maintenance().mergeAtOnce();
    },
    removeDocument: (documentKey, options) => writer().removeDocument(documentKey, options),
    addNote: (input) => writer().addNote(input),
    removeNote: (documentKey, noteKey) => writer().removeNote(documentKey, noteKey),
    batch: (write) => writer().batch(write),
    search: (request) => searchAtOnce(request, !connection.inTransaction),
    count: (request) => countAtOnce(request, !connection.inTransaction),
    roleAt: (documentKey) => library.roleAt(documentKey),
    countParts: (request) => countPartsAtOnce(request, !connection.inTransaction),
    findSections: (request) => findSectionsAtOnce(request, !connection.inTransaction),
    selfCheck: (count, random) =>
      checkSearch(
        connection,
        count,
        random,
        (literal) =>
          searchAtOnce({ query: `"${literal}"`, limit: 1 }, !connection.inTransaction).total,
      ),
    needsRebuild: () => writer().isOutdated(),
    rebuild: (documents, notes) => writer().rebuild(documents, notes),
    maintain: () => maintenance().step(),
  };
}

// Always the same lists, so that the order made from them is kept.
const NO_PREFERENCES: readonly Preference[] = [];
const NO_DOCUMENTS: readonly number[] = [];

/** The first page after a start looks for headings in so many reports; see `rankHits`. */
const PATIENCE = 100;

/** So many reports added one by one are merged at once, whether or not there is an idle moment. */
const MANY_SEGMENTS = 48;

/** Of so many clauses the page is not kept waiting until it is known which hold a word twice. */
const MANY_CLAUSES = 1024;

function countClauses(terms: readonly Matches[]): number {
  return terms.reduce((sum, { clauses }) => sum + clauses.length, 0);
}

const WORDS_APART = '没有一节同时写到这些词；以下各篇在不同章节分别写到。';

const NOTHING_FOUND: SearchAnswer = {
  total: 0,
  exact: true,
  aboutTexts: 0,
  hits: [],
  groups: [],
  nextCursor: null,
  within: 'section',
  hint: null,
};

/** Of several words each must be certain before it is known where they meet. */
function isOneWord({ terms, excluded }: SearchQuery): boolean {
  return terms.length === 1 && terms[0]?.kind === 'literal' && excluded.length === 0;
}

/** The word where nothing else is asked for. */
function plainWordOf(
  { filters = {}, wholeNumbers, expansions = [] }: Narrowed,
  query: SearchQuery,
): string | undefined {
  const [term] = query.terms;
  if (!isOneWord(query) || term?.kind !== 'literal' || query.scope !== 'all') return undefined;
  const isNarrowed = Object.values(filters).some((filter) => filter !== undefined);
  return isNarrowed || wholeNumbers === true || expansions.length > 0 ? undefined : term.text;
}

function wordingsOf(request: Narrowed): Map<string, string[]> {
  const wordings = new Map<string, string[]>();
  for (const expansion of request.expansions ?? []) {
    const further = expansion.wordings.map(normaliseForSearch).filter((text) => text !== '');
    wordings.set(normaliseForSearch(expansion.term), further);
  }
  return wordings;
}
