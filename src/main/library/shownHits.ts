import { sectionPathAt } from '../../shared/report/extents.ts';
import type { Section } from '../../shared/report/report.ts';
import type { SearchHit as IndexHit } from '../search/index.ts';
import { IS_NEWEST } from '../store/annotationRevisions.ts';
import type { Connection } from '../store/connection.ts';
import { once } from './once.ts';
import type { SearchedReports } from './searchedReports.ts';
import type { LibraryAnswer } from './textSearch.ts';

type Hit = LibraryAnswer['hits'][number];

interface SourceRow {
  id: string;
  title: string;
  titleLine: string | null;
  text: string;
}

interface Source extends SourceRow {
  sections: Pick<Section, 'start' | 'end' | 'level'>[];
  roleAt: () => (offset: number) => string | null;
}

/** So many reports are kept with their texts, some forty kilobytes each. */
const MOST_KEPT = 100;

export function gone(documentKey: number): Error {
  return new Error(`the index names report ${documentKey}, which is gone`);
}

/**
 * Puts the hits of the index into words: the original around them, the headings above, ids for keys.
 *
 * @param roleAt tells the role of the section at a place of a report.
 * @param readVersion tells another version after anything was written to the file.
 * @returns for each answer a function that reads every report of it once, but for those of the answers
 *   before: the reports first in order hold the first page of any common word.
 */
export function createShownHits(
  connection: Connection,
  reports: SearchedReports,
  roleAt: (documentKey: number) => (offset: number) => string | null,
  readVersion: () => string,
): () => (hit: IndexHit) => Hit {
  const selectSource = connection.prepare<[number], SourceRow>(
    'SELECT id, title, title_line AS titleLine, text FROM reports WHERE key = ?',
  );
  const selectNote = connection.prepare<[number], { id: string; note: string }>(
    `SELECT n.id, a.note FROM annotations n JOIN annotation_revisions a ON a.annotation_id = n.id
      WHERE n.key = ? AND ${IS_NEWEST}`,
  );

  function readSource(documentKey: number): Source {
    const row = selectSource.get(documentKey);
    if (row === undefined) throw gone(documentKey);
    return {
      ...row,
      sections: reports.outline(documentKey).map(([start, end, level]) => ({ start, end, level })),
      roleAt: once(() => roleAt(documentKey)),
    };
  }

  function toHit(hit: IndexHit, source: Source): Hit {
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
      role: inBody ? (source.roleAt()(hit.start) as Hit['role']) : null,
      excerpt: text.slice(hit.excerptStart, hit.excerptEnd),
      excerptStart: hit.excerptStart,
      ranges: hit.ranges.map(({ start, end }) => ({
        start: start - hit.excerptStart,
        end: end - hit.excerptStart,
      })),
      reasons: hit.reasons,
    };
  }

  let kept = new Map<number, Source>();
  let version = '';
  return () => {
    const now = readVersion();
    if (version !== now || kept.size > MOST_KEPT) kept = new Map();
    const read = kept;
    version = now;
    // What is written in a transaction may be undone, and then the same version tells of something else.
    if (connection.inTransaction) kept = new Map();
    return (hit) => {
      const source = read.get(hit.documentKey) ?? readSource(hit.documentKey);
      read.set(hit.documentKey, source);
      return toHit(hit, source);
    };
  };
}
