import { sectionExtents, sectionPathAt } from '../../shared/report/extents.ts';
import type { ReportAnalysis, Section } from '../../shared/report/report.ts';
import {
  createTextSearch,
  type SearchHit as IndexHit,
  SEARCH_SCHEMA,
  type SectionExtent,
} from '../search/index.ts';
import type { Connection } from '../store/connection.ts';
import { applyDecisions } from '../store/corrections.ts';
import { listDecisions } from '../store/decisions.ts';
import type { TextIndexer } from '../store/libraryStore.ts';
import type { Migration } from '../store/migrations/list.ts';
import type { LibraryAnswer, TextSearch } from './textSearch.ts';

/** The tables of the index stand in the library's own file. */
export const searchMigration: Migration = { version: 50, sql: SEARCH_SCHEMA };

type Hit = LibraryAnswer['hits'][number];

/** Brings store and index together on one file: the store tells the indexer, the search answers by ids. */
export function createLibrarySearch(connection: Connection): {
  search: TextSearch;
  indexer: TextIndexer;
} {
  const index = createTextSearch(connection);
  const selectKey = connection.prepare<[string], { key: number }>(
    'SELECT key FROM reports WHERE id = ?',
  );
  const selectSource = connection.prepare<[number], SourceRow>(
    `SELECT r.id, r.title, r.title_line AS titleLine, r.text, f.analysis
       FROM reports r JOIN report_findings f ON f.report_id = r.id WHERE r.key = ?`,
  );
  const selectNote = connection.prepare<[number], { id: string; note: string }>(
    `SELECT n.id, a.note FROM annotations n JOIN annotation_revisions a ON a.annotation_id = n.id
      WHERE n.key = ? AND NOT EXISTS (SELECT 1 FROM annotation_revisions l WHERE l.parent = a.id)`,
  );

  const addReport: TextIndexer['addReport'] = (documentKey, { title, text, analysis }) =>
    index.addDocument({
      documentKey,
      title,
      text,
      headings: analysis.sections.filter(({ nodeKind }) => nodeKind === 'heading'),
      sections: extentsOf(analysis, text.length),
    });
  const indexer: TextIndexer = {
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

  const search: TextSearch = {
    run: async ({ query, documentIds, roles, limit, allOffsets }) => {
      const startedAt = performance.now();
      const documentKeys = documentIds?.flatMap((id) => selectKey.get(id)?.key ?? []);
      const filters = {
        ...(documentKeys === undefined ? {} : { documentKeys }),
        ...(roles === undefined ? {} : { roles }),
      };
      const request = { query, limit: limit * 4, allOffsets };
      const words = index.search({
        ...request,
        filters: { ...filters, kinds: ['body', 'note'] },
      });
      const titles = index.search({ ...request, filters: { ...filters, kinds: ['title'] } });
      // A report found by its words is not counted once more for its title.
      const found = new Set(words.groups.map(({ documentKey }) => documentKey));
      const titleHits = titles.hits.filter(({ documentKey }) => !found.has(documentKey));
      const titleGroups = titles.groups.filter(({ documentKey }) => !found.has(documentKey));

      const sources = createSources();
      const all = [...titleHits, ...words.hits].map((hit) => toHit(hit, sources));
      const hits = allOffsets ? all : oneASentence(all);
      const groups = [...titleGroups, ...words.groups];
      return {
        total: groups.reduce((sum, { count }) => sum + count, 0),
        exact: words.exact && titles.exact,
        elapsedMs: performance.now() - startedAt,
        hint: words.hint,
        groups: groups.map(({ documentKey, count }) => ({
          documentId: sources(documentKey).id,
          count,
        })),
        hits: hits.slice(0, limit),
      };
    },
  };

  /** Reads each report of an answer once. */
  function createSources(): (documentKey: number) => Source {
    const read = new Map<number, Source>();
    return (documentKey) => {
      const known = read.get(documentKey);
      if (known !== undefined) return known;
      const row = selectSource.get(documentKey);
      if (row === undefined)
        throw new Error(`the index names report ${documentKey}, which is gone`);
      const found = JSON.parse(row.analysis) as ReportAnalysis;
      const decisions = listDecisions({ connection }, row.id).get(row.id) ?? [];
      const { sections, roles } = applyDecisions(found, decisions, row.text.length);
      const source = { ...row, sections, roles: roles ?? [] };
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
}

function roleAt({ roles }: Source, offset: number): Hit['role'] {
  return roles.find(({ start, end }) => start <= offset && offset < end)?.role ?? null;
}

/** A sentence with several occurrences is one hit, with all of them lit. */
function oneASentence(hits: readonly Hit[]): Hit[] {
  const seen = new Set<string>();
  return hits.filter(({ documentId, annotationId, where, excerptStart }) => {
    const sentence = `${documentId} ${annotationId} ${where} ${excerptStart}`;
    if (seen.has(sentence)) return false;
    seen.add(sentence);
    return true;
  });
}

/** Sections with their bodies, and the stretches of a role that have no heading of their own. */
function extentsOf(analysis: ReportAnalysis, textLength: number): SectionExtent[] {
  const sections = sectionExtents(analysis.sections, textLength).map((extent, at) => {
    const section = analysis.sections[at] as Section;
    return { ...extent, role: section.role, topics: section.topics };
  });
  return [...(analysis.roles ?? []), ...sections];
}
