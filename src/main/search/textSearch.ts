import type { Span } from '../../shared/report/report.ts';
import { parseQuery, type SearchQuery } from '../../shared/search/query.ts';
import { normaliseForSearch } from '../../shared/text/normalise.ts';
import type { Connection } from '../store/connection.ts';
import { ClauseIndex } from './clauseIndex.ts';
import { ENTRY_KINDS, type EntryKind, type EntryTable } from './entries.ts';
import { Evaluation, planOf, type Togetherness } from './evaluate.ts';
import { findExcerpt } from './excerpt.ts';
import { entryFilter, liesInHeading, liesInSection, type SearchFilters } from './filter.ts';
import { LibraryCache } from './library.ts';
import { chooseMerge } from './merge.ts';
import { PieceReader } from './occurrences.ts';
import { type FoundHit, inDocumentOrder, type Preference, rankHits } from './rank.ts';
import { SegmentStore } from './segments.ts';
import { type DocumentInput, EntryWriter, type NoteInput } from './writer.ts';

export interface SearchRequest {
  query: string;
  filters?: SearchFilters;
  /** Hits to a page. */
  limit: number;
  /** `nextCursor` of the page before. */
  cursor?: string | null;
  /** Every hit at once, in document order; `limit` and `cursor` are not looked at. */
  allOffsets?: boolean;
  /** 整数匹配: 1.87 does not find 11.87. */
  wholeNumbers?: boolean;
  /** Further wordings that a person has let stand as chips: 改厕 → 厕所革命. */
  expansions?: readonly { term: string; wordings: readonly string[] }[];
  /** Whether several words must meet in one section or in one document. Left out: see `search`. */
  within?: Togetherness;
  /** Documents to show before others, the first group first: own town, county, peers. */
  preferences?: readonly Preference[];
  /** Documents in the order they are shown, newest year first say; the rest follow. */
  documentOrder?: ArrayLike<number>;
}

/** A hit; offsets are UTF-16 units of the raw text of the body, title or note. */
export interface SearchHit extends Span {
  documentKey: number;
  kind: EntryKind;
  /** The key of the note; 0 for a body or a title. */
  noteKey: number;
  /** The sentence around the hit. */
  excerptStart: number;
  excerptEnd: number;
  /** Every hit inside the excerpt, this one included; offsets into the same text. */
  ranges: Span[];
  /** Why the hit stands where it does, in Chinese, the strongest reason first. */
  reasons: string[];
}

export interface DocumentCount {
  documentKey: number;
  count: number;
}

export interface SearchAnswer {
  /** Occurrences that match. */
  total: number;
  exact: boolean;
  hits: SearchHit[];
  /** Occurrences of each document that has any, by document key. */
  groups: DocumentCount[];
  nextCursor: string | null;
  /** How close several words had to be. */
  within: Togetherness;
  /** What the person should know, in Chinese; null where all is plain. */
  hint: string | null;
}

export interface TextSearch {
  /** Inside the caller's transaction, like every method but `search`. */
  addDocument(input: DocumentInput): void;
  removeDocument(documentKey: number, options?: { keepNotes?: boolean }): void;
  addNote(input: NoteInput): void;
  removeNote(documentKey: number, noteKey: number): void;
  /** Gathers the postings of everything `write` adds into one segment: for imports of many files. */
  batch<T>(write: () => T): T;
  /**
   * Merges index segments that additions and removals have left behind, one merge a call. For idle
   * moments; changes no answer.
   * @returns whether there may be more to do.
   */
  maintain(): boolean;
  search(request: SearchRequest): SearchAnswer;
}

/**
 * Full-text search of one library on the connection that holds it. Additions and removals are undone
 * with the caller's transaction. Searches see what is committed, and inside a transaction of the same
 * connection what it has written so far.
 */
export function createTextSearch(connection: Connection): TextSearch {
  const segments = new SegmentStore(connection);
  const index = new ClauseIndex(segments);
  const writer = new EntryWriter(connection, index);
  const reader = new PieceReader(connection);
  const library = new LibraryCache(connection, segments);

  function evaluate(
    request: SearchRequest,
    query: SearchQuery,
    entries: EntryTable,
    within: Togetherness,
  ): SearchAnswer {
    const filters = request.filters ?? {};
    const sectionsOf = (entry: number) => library.sectionsOf(entries.firstClause[entry] as number);
    const sources = {
      index,
      reader,
      entries,
      partsOf: (entry: number) => sectionsOf(entry).parts,
    };
    const plan = planOf(query.terms, query.excluded, wordingsOf(request), within);
    const evaluation = new Evaluation(sources, plan);
    const accepts = entryFilter(entries, query.scope, filters);
    const hits: FoundHit[] = [];
    for (const entry of evaluation.entries) {
      const match = accepts(entry) ? evaluation.match(entry) : undefined;
      if (match === undefined) continue;
      const kind = ENTRY_KINDS[entries.kind[entry] as number] as EntryKind;
      const sections = sectionsOf(entry);
      const documentKey = entries.documentKey[entry] as number;
      const siblings = match.occurrences.filter(
        (occurrence) =>
          !(occurrence.partial && request.wholeNumbers === true) &&
          (query.scope !== 'heading' ||
            kind === 'title' ||
            liesInHeading(sections.headings, occurrence)) &&
          liesInSection(sections, occurrence, filters),
      );
      for (const occurrence of siblings) {
        const heading = liesInHeading(sections.headings, occurrence);
        hits.push({ entry, kind, documentKey, occurrence, heading, siblings });
      }
    }
    return answer(request, entries, hits, within);
  }

  function answer(
    request: SearchRequest,
    entries: EntryTable,
    hits: FoundHit[],
    within: Togetherness,
  ): SearchAnswer {
    const all = request.allOffsets === true;
    const order = new Map(Array.from(request.documentOrder ?? []).map((key, i) => [key, i]));
    const ranked = rankHits(hits, request.preferences ?? [], order);
    if (all) ranked.sort(inDocumentOrder);
    const from = all ? 0 : Number(request.cursor ?? 0);
    const to = all ? ranked.length : Math.min(ranked.length, from + request.limit);
    return {
      total: hits.length,
      exact: true,
      hits: ranked.slice(from, to).map((hit) => {
        const { occurrence, siblings } = hit;
        const entryEnd = entries.endClause[hit.entry] as number;
        const excerpt = findExcerpt(reader, occurrence, occurrence.clause, entryEnd);
        return {
          documentKey: hit.documentKey,
          kind: hit.kind,
          noteKey: entries.noteKey[hit.entry] as number,
          start: occurrence.start,
          end: occurrence.end,
          excerptStart: excerpt.start,
          excerptEnd: excerpt.end,
          ranges: siblings
            .filter(({ start, end }) => start >= excerpt.start && end <= excerpt.end)
            .map(({ start, end }) => ({ start, end })),
          reasons: hit.reasons,
        };
      }),
      groups: countByDocument(hits),
      nextCursor: to < ranked.length ? String(to) : null,
      within,
      hint: null,
    };
  }

  /**
   * Several words must meet in one section. Where no section has them all, documents that have them
   * apart answer, and the hint says so.
   */
  function searchNow(request: SearchRequest, committed: boolean): SearchAnswer {
    const query = parseQuery(request.query);
    const { hint } = query;
    if (query.terms.length === 0) return { ...NOTHING_FOUND, hint };
    const entries = library.refresh(committed);
    const together = evaluate(request, query, entries, request.within ?? 'section');
    if (together.total > 0 || query.terms.length < 2 || request.within !== undefined) {
      return { ...together, hint };
    }
    const apart = evaluate(request, query, entries, 'document');
    return apart.total === 0 ? { ...together, hint } : { ...apart, hint: WORDS_APART };
  }

  // One read transaction, so that entries, postings and text are of the same moment.
  const searchAtOnce = connection.transaction(searchNow);

  const maintainAtOnce = connection.transaction((committed: boolean): boolean => {
    const entries = library.refresh(committed);
    const merged = chooseMerge(segments.extents(), entries);
    if (merged.length === 0) return false;
    segments.merge(merged, entries);
    writer.markChanged();
    return true;
  });

  return {
    addDocument: (input) => writer.addDocument(input),
    removeDocument: (documentKey, options) => writer.removeDocument(documentKey, options),
    addNote: (input) => writer.addNote(input),
    removeNote: (documentKey, noteKey) => writer.removeNote(documentKey, noteKey),
    batch: (write) => writer.batch(write),
    maintain: () => maintainAtOnce(!connection.inTransaction),
    search: (request) => searchAtOnce(request, !connection.inTransaction),
  };
}

const WORDS_APART = '没有一节同时写到这些词;以下各篇在不同章节分别写到。';

const NOTHING_FOUND: SearchAnswer = {
  total: 0,
  exact: true,
  hits: [],
  groups: [],
  nextCursor: null,
  within: 'section',
  hint: null,
};

function wordingsOf(request: SearchRequest): Map<string, string[]> {
  const wordings = new Map<string, string[]>();
  for (const expansion of request.expansions ?? []) {
    const further = expansion.wordings.map(normaliseForSearch).filter((text) => text !== '');
    wordings.set(normaliseForSearch(expansion.term), further);
  }
  return wordings;
}

function countByDocument(hits: readonly FoundHit[]): DocumentCount[] {
  const counts = new Map<number, number>();
  for (const { documentKey } of hits) counts.set(documentKey, (counts.get(documentKey) ?? 0) + 1);
  return [...counts]
    .map(([documentKey, count]) => ({ documentKey, count }))
    .sort((left, right) => left.documentKey - right.documentKey);
}
