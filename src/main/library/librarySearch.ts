import type { SearchNarrowing } from '../../shared/contract/routes/search.ts';
import { sectionPathAt } from '../../shared/report/extents.ts';
import type { ReportAnalysis, Section } from '../../shared/report/report.ts';
import { type DocumentPlace, tabulateFrequency } from '../../shared/search/frequency.ts';
import {
  createTextSearch,
  type SearchHit as IndexHit,
  type Preference,
  SEARCH_SCHEMA,
  type SearchAnswer,
  type SearchRequest,
  type SectionExtent,
} from '../search/index.ts';
import type { Connection } from '../store/connection.ts';
import { applyDecisions } from '../store/corrections.ts';
import type { TextIndexer } from '../store/libraryStore.ts';
import type { Migration } from '../store/migrations/list.ts';
import {
  type Catalogue,
  type CatalogueEntry,
  createCatalogue,
  findHome,
  liesIn,
} from './catalogue.ts';
import { documentKeysOf, passes } from './documentFilters.ts';
import { extentsOf, innermostAt, toDocument } from './indexedDocument.ts';
import { once } from './once.ts';
import { rebuildIndex } from './rebuildIndex.ts';
import { countFacets } from './searchFacets.ts';
import type { LibraryAnswer, TextSearch } from './textSearch.ts';

/** As many random passages a self-check looks up. */
const CHECKED_PASSAGES = 200;

/** The tables of the index stand in the library's own file. */
export const searchMigration: Migration = { version: 50, sql: SEARCH_SCHEMA };

type Hit = LibraryAnswer['hits'][number];

/** Brings store and index together on one file: the store tells the indexer, the search answers by ids. */
export function createLibrarySearch(connection: Connection): {
  search: TextSearch;
  indexer: TextIndexer;
} {
  const index = createTextSearch(connection);
  const selectId = connection
    .prepare<[number], string>('SELECT id FROM reports WHERE key = ?')
    .pluck();
  const selectSource = connection.prepare<[number], SourceRow>(
    `SELECT r.id, r.title, r.title_line AS titleLine, r.text, f.analysis
       FROM reports r JOIN report_findings f ON f.report_id = r.id WHERE r.key = ?`,
  );
  const selectNote = connection.prepare<[number], { id: string; note: string }>(
    `SELECT n.id, a.note FROM annotations n JOIN annotation_revisions a ON a.annotation_id = n.id
      WHERE n.key = ? AND NOT EXISTS (SELECT 1 FROM annotation_revisions l WHERE l.parent = a.id)`,
  );

  const addReport: TextIndexer['addReport'] = (documentKey, report) =>
    index.addDocument(toDocument(documentKey, report));
  const indexer: TextIndexer = {
    batch: (write) => index.batch(write),
    addReport,
    updateReport: (documentKey, report) => {
      index.removeDocument(documentKey, { keepNotes: true });
      addReport(documentKey, report);
    },
    removeReport: (documentKey) => index.removeDocument(documentKey),
    addNote: ({ noteKey, reportKey, text }) =>
      index.addNote({ documentKey: reportKey, noteKey, text }),
    removeNote: ({ noteKey, reportKey }) => index.removeNote(reportKey, noteKey),
  };

  const readCatalogue = createCatalogue(connection);
  const ids = new Map<number, string>();
  /** A document keeps its id for as long as it has its key. */
  const idOf = (documentKey: number): string => {
    const id = ids.get(documentKey) ?? selectId.get(documentKey);
    if (id === undefined) throw gone(documentKey);
    ids.set(documentKey, id);
    return id;
  };
  let runs = 0;

  /** Looks in texts and notes, and in titles: a report found by its words is not counted again for its title. */
  function find(
    wanted: SearchNarrowing,
    showing: Pick<SearchRequest, 'limit' | 'allOffsets' | 'preferences' | 'documentOrder'>,
  ): Pick<SearchAnswer, 'hits' | 'groups' | 'exact' | 'hint' | 'within'> {
    const { query, roles, topics, wholeNumbers, expansions } = wanted;
    const documentKeys = documentKeysOf(readCatalogue, wanted);
    const filters = {
      ...(documentKeys === undefined ? {} : { documentKeys }),
      ...(roles === undefined ? {} : { roles }),
      ...(topics === undefined ? {} : { topics }),
    };
    const request = {
      ...showing,
      query,
      ...(wholeNumbers === undefined ? {} : { wholeNumbers }),
      ...(expansions === undefined ? {} : { expansions }),
    };
    const words = index.search({ ...request, filters: { ...filters, kinds: ['body', 'note'] } });
    const titles = index.search({ ...request, filters: { ...filters, kinds: ['title'] } });
    const found = new Set(words.groups.map(({ documentKey }) => documentKey));
    const byTitle = ({ documentKey }: { documentKey: number }) => !found.has(documentKey);
    return {
      hits: [...titles.hits.filter(byTitle), ...words.hits],
      groups: [...titles.groups.filter(byTitle), ...words.groups],
      exact: words.exact && titles.exact,
      hint: words.hint,
      within: words.within,
    };
  }

  const count = (wanted: SearchNarrowing) => find(wanted, { limit: 1 });

  /** The section that each occurrence in some reports stands in, whatever its role and topics. */
  function* placesOf(
    { query, wholeNumbers, expansions }: SearchNarrowing,
    within: SearchAnswer['within'],
    documentKeys: readonly number[],
  ): Generator<SectionExtent> {
    const { hits } = index.search({
      query,
      ...(wholeNumbers === undefined ? {} : { wholeNumbers }),
      ...(expansions === undefined ? {} : { expansions }),
      filters: { documentKeys, kinds: ['body'] },
      within,
      limit: 1,
      allOffsets: true,
    });
    const sources = createSources();
    for (const { documentKey, start } of hits) {
      const section = innermostAt(sources(documentKey).extents(), start);
      if (section !== undefined) yield section;
    }
  }

  const search: TextSearch = {
    run: async ({ limit, allOffsets, first, home, ...wanted }) => {
      runs++;
      const startedAt = performance.now();
      const catalogue = readCatalogue();
      const found = find(wanted, {
        limit,
        allOffsets,
        preferences: first === 'home' ? preferHome(catalogue, home) : [],
        documentOrder: catalogue.newestFirst,
      });
      if (allOffsets) found.hits.sort((left, right) => left.documentKey - right.documentKey);
      const sources = createSources();
      return {
        total: sumOf(found.groups),
        exact: found.exact,
        elapsedMs: performance.now() - startedAt,
        hint: found.hint,
        groups: found.groups.map(({ documentKey, count }) => ({
          documentId: idOf(documentKey),
          count,
        })),
        hits: found.hits.slice(0, limit).map((hit) => toHit(hit, sources)),
      };
    },
    countTotal: async (wanted) => sumOf(count(wanted).groups),
    countFacets: (wanted) => {
      const atRun = runs;
      const isOvertaken = () => runs !== atRun;
      return countFacets({ count, placesOf, readCatalogue, isOvertaken }, wanted);
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

  /** Reads each report of an answer once. */
  function createSources(): (documentKey: number) => Source {
    const read = new Map<number, Source>();
    return (documentKey) => {
      const known = read.get(documentKey);
      if (known !== undefined) return known;
      const row = selectSource.get(documentKey);
      if (row === undefined) throw gone(documentKey);
      const found = JSON.parse(row.analysis) as ReportAnalysis;
      const decisions = readCatalogue().byKey.get(documentKey)?.decisions ?? [];
      const { sections, roles } = applyDecisions(found, decisions, row.text.length);
      const extents = once(() => extentsOf({ sections, roles: roles ?? [] }, row.text.length));
      const source = { ...row, sections, roles: roles ?? [], extents };
      read.set(documentKey, source);
      return source;
    };
  }

  function toHit(hit: IndexHit, sources: (documentKey: number) => Source): Hit {
    const source = sources(hit.documentKey);
    const note = hit.kind === 'note' ? selectNote.get(hit.noteKey) : undefined;
    const text =
      note?.note ?? (hit.kind === 'title' ? (source.titleLine ?? source.title) : source.text);
    const inBody = hit.kind === 'body';
    return {
      documentId: source.id,
      annotationId: note?.id ?? null,
      where: hit.kind,
      start: hit.start,
      end: hit.end,
      sectionPath: inBody
        ? sectionPathAt(source.sections, hit.start).map((section) =>
            source.text.slice(section.start, section.end),
          )
        : [],
      role: inBody ? roleAt(source, hit.start) : null,
      excerpt: text.slice(hit.excerptStart, hit.excerptEnd),
      excerptStart: hit.excerptStart,
      ranges: hit.ranges.map(({ start, end }) => ({
        start: start - hit.excerptStart,
        end: end - hit.excerptStart,
      })),
      reasons: hit.reasons,
    };
  }

  return { search, indexer };
}

/** How many reports searching looks through. */
export function countIndexed(connection: Connection): number {
  return connection
    .prepare('SELECT count(DISTINCT document_key) FROM search_entry WHERE kind = 0')
    .pluck()
    .get() as number;
}

interface SourceRow {
  id: string;
  title: string;
  titleLine: string | null;
  text: string;
  analysis: string;
}

interface Source extends SourceRow {
  sections: Section[];
  roles: NonNullable<ReportAnalysis['roles']>;
  extents: () => SectionExtent[];
}

function roleAt({ roles }: Source, offset: number): Hit['role'] {
  return roles.find(({ start, end }) => start <= offset && offset < end)?.role ?? null;
}

function gone(documentKey: number): Error {
  return new Error(`the index names report ${documentKey}, which is gone`);
}

function sumOf(groups: readonly { count: number }[]): number {
  return groups.reduce((sum, { count }) => sum + count, 0);
}

/** The person's own town first, then the towns of its county. */
function preferHome(catalogue: Catalogue, home: string): Preference[] {
  const place = findHome(catalogue, home);
  if (place === undefined) return [];
  const keysIn = (path: readonly string[]) =>
    catalogue.entries.flatMap((entry) => (liesIn(entry.place, path) ? [entry.key] : []));
  const county = place.slice(0, -1);
  const town = { reason: '本镇', documentKeys: keysIn(place) };
  return county.length === 0 ? [town] : [town, { reason: '同县', documentKeys: keysIn(county) }];
}

function toFrequencyPlace({ key, year, label }: CatalogueEntry): DocumentPlace {
  return { documentKey: key, year, town: label || null };
}
