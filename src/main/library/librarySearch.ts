import type { SearchedReport, SearchNarrowing } from '../../shared/contract/routes/search.ts';
import { type DocumentPlace, tabulateFrequency } from '../../shared/search/frequency.ts';
import {
  createTextSearch,
  type PartCount,
  SEARCH_SCHEMA,
  type SearchAnswer,
  type SearchRequest,
} from '../search/index.ts';
import type { Connection } from '../store/connection.ts';
import type { TextIndexer } from '../store/libraryStore.ts';
import type { Migration } from '../store/migrations/list.ts';
import {
  type Catalogue,
  type CatalogueEntry,
  createCatalogue,
  createVersion,
  summariseSearched,
} from './catalogue.ts';
import { documentKeysOf, passes } from './documentFilters.ts';
import { toDocument } from './indexedDocument.ts';
import { createPreferences, NO_PREFERENCES } from './ownPlaceFirst.ts';
import { rebuildIndex } from './rebuildIndex.ts';
import { createSearchedReports, searchedReportsMigration } from './searchedReports.ts';
import { countFacets } from './searchFacets.ts';
import { createShownHits, gone } from './shownHits.ts';
import type { TextSearch } from './textSearch.ts';

/** As many random passages a self-check looks up. */
const CHECKED_PASSAGES = 200;

/** The tables of the index stand in the library's own file. */
export const searchMigrations: readonly Migration[] = [
  { version: 50, sql: SEARCH_SCHEMA },
  searchedReportsMigration,
];

/** Brings store and index together on one file: the store tells the indexer, the search answers by ids. */
export function createLibrarySearch(
  connection: Connection,
  interrupt: () => void = () => undefined,
): {
  search: TextSearch;
  indexer: TextIndexer;
  maintainIndex: () => boolean;
} {
  const index = createTextSearch(connection, interrupt);
  const selectId = connection
    .prepare<[number], string>('SELECT id FROM reports WHERE key = ?')
    .pluck();
  const reports = createSearchedReports(connection);

  const addReport: TextIndexer['addReport'] = (documentKey, report) => {
    index.addDocument(toDocument(documentKey, report));
    if (report.isAsFound === true) reports.writeFound(documentKey, report.analysis);
    else reports.write(documentKey);
  };
  const indexer: TextIndexer = {
    batch: (write) => index.batch(write),
    addReport,
    updateReport: (documentKey, report) => {
      index.removeDocument(documentKey, { keepNotes: true });
      addReport(documentKey, report);
    },
    removeReport: (documentKey) => {
      index.removeDocument(documentKey);
      reports.remove(documentKey);
    },
    addNote: ({ noteKey, reportKey, text }) =>
      index.addNote({ documentKey: reportKey, noteKey, text }),
    removeNote: ({ noteKey, reportKey }) => index.removeNote(reportKey, noteKey),
  };

  const readVersion = createVersion(connection);
  const readCatalogue = createCatalogue(connection, reports, readVersion);
  const ids = new Map<number, string>();
  /** A document keeps its id for as long as it has its key. */
  const idOf = (documentKey: number): string => {
    const id = ids.get(documentKey) ?? selectId.get(documentKey);
    if (id === undefined) throw gone(documentKey);
    ids.set(documentKey, id);
    return id;
  };

  /** Looks in texts and notes, and in titles: a report found by its words is not counted again for its title. */
  function find(
    wanted: SearchNarrowing,
    showing: Pick<
      SearchRequest,
      'limit' | 'allOffsets' | 'preferences' | 'documentOrder' | 'pageFirst'
    >,
  ): Pick<SearchAnswer, 'hits' | 'groups' | 'exact' | 'hint'> & Total {
    const { filters, ...request } = toRequest(wanted);
    const words = index.search({
      ...showing,
      ...request,
      filters: { ...filters, kinds: ['body', 'note'] },
    });
    const { hint, exact } = words;
    // Words so common stand in the texts of reports with such a title too; `count` tells of any other.
    if (!exact) {
      const { hits, total, aboutTexts } = words;
      return { hits, groups: [], total, documents: aboutTexts, exact, hint };
    }
    const titles = index.search({
      ...showing,
      ...request,
      pageFirst: false,
      filters: { ...filters, kinds: ['title'] },
    });
    const groups = [...newAmong(titles.groups, words.groups), ...words.groups];
    const hits = [...newAmong(titles.hits, words.groups), ...words.hits];
    return { hits, groups, total: sumOf(groups), documents: groups.length, exact, hint };
  }

  /** What was counted last: the total, and the filters beside it, are of the same words. */
  let counted: { of: string; value: Counted } | undefined;

  /** The same totals as `find`, without looking for what to show. */
  function count(wanted: SearchNarrowing): Counted {
    if (connection.inTransaction) return countAnew(wanted);
    const of = `${readVersion()} ${JSON.stringify(wanted)}`;
    if (counted?.of !== of) counted = { of, value: countAnew(wanted) };
    return counted.value;
  }

  function countAnew(wanted: SearchNarrowing): Counted {
    const { filters, ...request } = toRequest(wanted);
    const words = index.count({ ...request, filters: { ...filters, kinds: ['body', 'note'] } });
    const titles = index.count({ ...request, filters: { ...filters, kinds: ['title'] } });
    const byTitle = newAmong(titles.groups, words.groups);
    return {
      groups: [...byTitle, ...words.groups],
      within: words.within,
      byTitle: byTitle.length,
    };
  }

  function toRequest(wanted: SearchNarrowing) {
    const { query, roles, topics, wholeNumbers, expansions } = wanted;
    const documentKeys = documentKeysOf(readCatalogue, wanted);
    return {
      query,
      ...(wholeNumbers === undefined ? {} : { wholeNumbers }),
      ...(expansions === undefined ? {} : { expansions }),
      filters: {
        ...(documentKeys === undefined ? {} : { documentKeys }),
        ...(roles === undefined ? {} : { roles }),
        ...(topics === undefined ? {} : { topics }),
      },
    };
  }

  /** Occurrences in texts by the role and topics of their section, whatever roles and topics are chosen. */
  function countParts(
    { roles: _r, topics: _t, ...wanted }: SearchNarrowing,
    within: SearchAnswer['within'],
  ): PartCount[] {
    const { filters, ...request } = toRequest(wanted);
    return index.countParts({ ...request, within, filters: { ...filters, kinds: ['body'] } });
  }

  const preferencesOf = createPreferences();
  const shownHits = createShownHits(connection, reports, (key) => index.roleAt(key), readVersion);

  const search: TextSearch = {
    run: async ({ limit, allOffsets, first, home, pageFirst, ...wanted }) => {
      const startedAt = performance.now();
      const catalogue = readCatalogue();
      const found = find(wanted, {
        limit,
        allOffsets,
        pageFirst,
        preferences: first === 'home' ? preferencesOf(catalogue, home) : NO_PREFERENCES,
        documentOrder: catalogue.newestFirst,
      });
      if (allOffsets) found.hits.sort((left, right) => left.documentKey - right.documentKey);
      const hits = found.hits.slice(0, limit);
      const shown = new Set(hits.map(({ documentKey }) => documentKey));
      return {
        total: found.total,
        documents: found.documents,
        exact: found.exact,
        elapsedMs: performance.now() - startedAt,
        hint: found.hint,
        groups: found.exact ? namedGroups(found.groups, (key) => shown.has(key)) : [],
        hits: hits.map(shownHits()),
        reports: Array.from(shown, (key) => reportOf(catalogue, key)),
      };
    },
    count: async ({ documentIds, ...wanted }) => {
      const { groups, byTitle } = count(wanted);
      const wantedIds = new Set(documentIds);
      return {
        total: sumOf(groups),
        documents: groups.length,
        byTitle,
        groups: namedGroups(groups, (key) => wantedIds.has(idOf(key))),
      };
    },
    countTotal: async (wanted) => sumOf(count(wanted).groups),
    countFacets: async (wanted) =>
      countFacets({ count, countParts, readCatalogue, interrupt }, wanted),
    // Loaded when first asked for: the table of readings is larger than all the rest.
    findPlaces: async (typed) => {
      const { placesNamed } = await import('./placeNames.ts');
      return placesNamed(readCatalogue(), typed);
    },
    tabulate: async (wanted) => {
      const entries = readCatalogue().entries.filter((entry) => passes(entry, wanted));
      return tabulateFrequency(count(wanted).groups, entries.map(toFrequencyPlace));
    },
    selfCheck: async () => ({
      ...index.selfCheck(CHECKED_PASSAGES, Math.random),
      missingReports: Math.max(0, readCatalogue().entries.length - countIndexed(connection)),
    }),
    rebuild: async (onProgress) =>
      connection.transaction(() => rebuildIndex(connection, index, onProgress))(),
  };

  function namedGroups(groups: SearchAnswer['groups'], isNamed: (key: number) => boolean) {
    return groups.flatMap(({ documentKey, count }) =>
      isNamed(documentKey) ? [{ documentId: idOf(documentKey), count }] : [],
    );
  }

  function reportOf(catalogue: Catalogue, key: number): SearchedReport {
    const row = reports.row(key);
    if (row === undefined) throw gone(key);
    return summariseSearched(row, [...(catalogue.byKey.get(key)?.decisions ?? [])]);
  }

  return { search, indexer, maintainIndex: () => index.maintain() };
}

/** How many reports searching looks through. */
export function countIndexed(connection: Connection): number {
  return connection
    .prepare('SELECT count(DISTINCT document_key) FROM search_entry WHERE kind = 0')
    .pluck()
    .get() as number;
}

type Counted = Pick<SearchAnswer, 'groups' | 'within'> & { byTitle: number };

interface Total {
  total: number;
  documents: number;
}

/** What is not of the documents that were found already. */
function newAmong<F extends { documentKey: number }>(
  found: readonly F[],
  before: SearchAnswer['groups'],
): F[] {
  if (found.length === 0) return [];
  const keys = new Set(before.map(({ documentKey }) => documentKey));
  return found.filter(({ documentKey }) => !keys.has(documentKey));
}

function sumOf(groups: readonly { count: number }[]): number {
  return groups.reduce((sum, { count }) => sum + count, 0);
}

function toFrequencyPlace({ key, year, label }: CatalogueEntry): DocumentPlace {
  return { documentKey: key, year, town: label || null };
}
