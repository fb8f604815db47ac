import { createHash } from 'node:crypto';
import type { ReportAnalysis } from '../../shared/report/report.ts';
import { IS_NEWEST } from './annotationRevisions.ts';
import { listDecisions } from './decisions.ts';
import { addLeftovers, listLeftoversBeside } from './leftovers.ts';
import type {
  NewImport,
  NewReport,
  ReportFindings,
  ReportHead,
  StoredReport,
  ToldAnalysis,
} from './libraryStore.ts';
import { figuresColumn, unpackFigures } from './packedFigures.ts';
import { tellAnew, toldOf, writeHead } from './reportHeads.ts';
import { onceForEach, type Storage } from './storage.ts';
import { newestVersions } from './versions.ts';

/** Raised when the findings gain something old ones lack, so that they are computed anew. */
export const PARSER_VERSION = 1;

interface HeadRow {
  id: string;
  title: string;
  title_line: string | null;
  character_count: number;
  import_id: string;
  from_sample: number;
  imported_at: string;
  annotation_count: number;
}

interface ReportRow extends HeadRow {
  text: string;
  retrieved_on: string | null;
  analysis: string;
  figures: string;
}

/** What lists need of a report and its import, but for what was found in it. */
const HEAD_COLUMNS = `
  r.id, r.title, r.title_line, r.character_count, r.import_id, i.from_sample, i.imported_at,
  (SELECT count(*) FROM annotation_revisions a
     WHERE a.id IN (SELECT id FROM annotation_revisions WHERE report_id = r.id
                    UNION SELECT revision_id FROM annotation_targets WHERE report_id = r.id)
       AND a.tombstone = 0
       AND ${IS_NEWEST}
  ) AS annotation_count`;

/** Inside the caller's transaction. Answers the new reports' ids, in order. */
export function addReports(storage: Storage, batch: NewImport): string[] {
  const { connection, newId, now } = storage;
  const insert = insertsOf(connection);
  const importId = newId();
  const { sourceName, format, encoding, fromSample } = batch;
  insert.import.run(importId, sourceName, format, encoding, fromSample ? 1 : 0, now());
  const ids = batch.documents.map((document) => insertReport(storage, insert, importId, document));
  if (batch.discarded.length > 0) addLeftovers(storage, importId, ids, batch.discarded);
  return ids;
}

function insertReport(
  { connection, indexer, newId }: Storage,
  insert: Inserts,
  importId: string,
  report: NewReport,
): string {
  const id = report.id ?? newId();
  const { title, titleLine, text, retrievedOn, fingerprint } = report;
  const { lastInsertRowid } = insert.report.run(
    id,
    importId,
    title,
    titleLine,
    text,
    retrievedOn,
    createHash('sha256').update(text).digest('hex'),
    fingerprint,
    text.replace(/\s+/g, '').length,
  );
  insert.sketch.run(id, report.sketch);
  const { analysis, packedAnalysis, figures } = report.findings;
  insert.findings.run(
    id,
    PARSER_VERSION,
    analysis.kind,
    packedAnalysis ?? JSON.stringify(analysis),
    figuresColumn(figures),
  );
  writeHead(connection, id, analysis);
  indexer.addReport(Number(lastInsertRowid), {
    title: titleLine ?? title,
    text,
    analysis,
    isAsFound: true,
  });
  return id;
}

/** Prepared once for a file: an import of many reports runs them for each. */
const insertsOf = onceForEach((connection) => {
  return {
    import: connection.prepare(
      'INSERT INTO imports (id, source_name, format, encoding, from_sample, imported_at) VALUES (?, ?, ?, ?, ?, ?)',
    ),
    report: connection.prepare(
      `INSERT INTO reports (id, import_id, title, title_line, text, retrieved_on, text_sha256, fingerprint, character_count)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    sketch: connection.prepare('INSERT INTO report_sketches (report_id, sketch) VALUES (?, ?)'),
    findings: connection.prepare(
      'INSERT INTO report_findings (report_id, parser_version, kind, analysis, figures) VALUES (?, ?, ?, ?, ?)',
    ),
  };
});

type Inserts = ReturnType<typeof insertsOf>;

export function listReports({ connection }: Pick<Storage, 'connection'>): ReportHead[] {
  const rows = connection
    .prepare<[], HeadRow & { told: string | null }>(
      `SELECT ${HEAD_COLUMNS}, h.told FROM reports r JOIN imports i ON i.id = r.import_id
         LEFT JOIN report_heads h ON h.key = r.key
        WHERE r.removed_at IS NULL ORDER BY r.key`,
    )
    .all();
  const decisions = listDecisions({ connection });
  const newest = newestVersions({ connection });
  return rows.flatMap((row) => {
    const told =
      row.told === null ? tellAnew(connection, row.id) : (JSON.parse(row.told) as ToldAnalysis);
    return told === undefined ? [] : [toHead(row, told, decisions.get(row.id) ?? [], newest)];
  });
}

export function findReport(storage: Storage, id: string): StoredReport | undefined {
  const row = storage.connection
    .prepare<[string], ReportRow>(
      `SELECT ${HEAD_COLUMNS}, r.text, r.retrieved_on, f.analysis, f.figures
         FROM reports r JOIN imports i ON i.id = r.import_id
         JOIN report_findings f ON f.report_id = r.id
        WHERE r.id = ? AND r.removed_at IS NULL`,
    )
    .get(id);
  if (row === undefined) return undefined;
  const analysis = JSON.parse(row.analysis) as ReportAnalysis;
  const decisions = listDecisions(storage, id).get(id) ?? [];
  return {
    head: toHead(row, toldOf(analysis), decisions, newestVersions(storage)),
    text: row.text,
    retrievedOn: row.retrieved_on,
    findings: { analysis, figures: unpackFigures({ packed: row.figures }) },
    leftovers: listLeftoversBeside(storage, id),
  };
}

export function writeFigures(
  { connection }: Pick<Storage, 'connection'>,
  id: string,
  figures: ReportFindings['figures'],
): void {
  connection
    .prepare('UPDATE report_findings SET figures = ? WHERE report_id = ?')
    .run(figuresColumn(figures), id);
}

function toHead(
  row: HeadRow,
  analysis: ReportHead['analysis'],
  decisions: ReportHead['decisions'],
  newest: ReadonlyMap<string, string>,
): ReportHead {
  return {
    id: row.id,
    title: row.title,
    titleLine: row.title_line,
    characterCount: row.character_count,
    importId: row.import_id,
    fromSample: row.from_sample === 1,
    importedAt: row.imported_at,
    annotationCount: row.annotation_count,
    analysis,
    decisions,
    newestVersion: newest.get(row.id) ?? null,
  };
}

const byFingerprint = onceForEach((connection) =>
  connection.prepare<[string], { id: string; title: string }>(
    'SELECT id, title FROM reports WHERE fingerprint = ? AND removed_at IS NULL ORDER BY key LIMIT 1',
  ),
);

export function findReportByFingerprint(
  { connection }: Storage,
  fingerprint: string,
): { id: string; title: string } | undefined {
  return byFingerprint(connection).get(fingerprint);
}
