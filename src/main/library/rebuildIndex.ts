import type { ReportAnalysis } from '../../shared/report/report.ts';
import type { DocumentInput, NoteInput, TextSearch } from '../search/index.ts';
import { IS_NEWEST } from '../store/annotationRevisions.ts';
import type { Connection } from '../store/connection.ts';
import { applyDecisions } from '../store/corrections.ts';
import { listDecisions } from '../store/decisions.ts';
import { toDocument } from './indexedDocument.ts';
import { createSearchedReports } from './searchedReports.ts';

interface ReportRow {
  id: string;
  title: string;
  text: string;
  analysis: string;
}

/**
 * Writes the index anew from the documents and notes of the library, inside the caller's transaction.
 *
 * @returns how many documents it holds now.
 */
export function rebuildIndex(
  connection: Connection,
  index: TextSearch,
  onProgress: (done: number, total: number) => void,
): number {
  // Keys first: while the rows of a statement are being read, nothing can be written.
  const keys = connection
    .prepare<[], number>('SELECT key FROM reports WHERE removed_at IS NULL ORDER BY key')
    .pluck()
    .all();
  const selectReport = connection.prepare<[number], ReportRow>(
    `SELECT r.id, coalesce(r.title_line, r.title) AS title, r.text, f.analysis
       FROM reports r JOIN report_findings f ON f.report_id = r.id WHERE r.key = ?`,
  );
  const decisions = listDecisions({ connection });

  function* documents(): Generator<DocumentInput> {
    for (const [at, key] of keys.entries()) {
      const row = selectReport.get(key);
      if (row === undefined) continue;
      const { id, title, text } = row;
      const found = JSON.parse(row.analysis) as ReportAnalysis;
      const analysis = applyDecisions(found, decisions.get(id) ?? [], text.length);
      yield toDocument(key, { title, text, analysis });
      onProgress(at + 1, keys.length);
    }
  }
  index.rebuild(documents(), listNotes(connection));
  createSearchedReports(connection).rewriteAll();
  return keys.length;
}

/** The newest revision of every note that is there, under each report in sight that it speaks of. */
function listNotes(connection: Connection): NoteInput[] {
  return connection
    .prepare(
      `SELECT n.key AS noteKey, r.key AS documentKey, a.note AS text
         FROM annotations n
         JOIN annotation_revisions a ON a.annotation_id = n.id
         JOIN reports r ON r.id = a.report_id
           OR r.id IN (SELECT t.report_id FROM annotation_targets t WHERE t.revision_id = a.id)
        WHERE a.tombstone = 0 AND r.removed_at IS NULL
          AND ${IS_NEWEST}
        ORDER BY n.key`,
    )
    .all() as NoteInput[];
}
