import type { ReportAnalysis } from '../../shared/report/report.ts';
import type { Connection } from './connection.ts';
import type { ToldAnalysis } from './libraryStore.ts';
import { onceForEach } from './storage.ts';

/** What a list tells of an analysis; written the same in SQL by the migration that began to keep it. */
export function toldOf({ kind, metadata, notices, evidence }: ReportAnalysis): ToldAnalysis {
  const confidence: ToldAnalysis['confidence'] = {};
  for (const one of evidence) {
    confidence[one.field] = Math.max(confidence[one.field] ?? 0, one.confidence);
  }
  const inConflict = notices.some(({ code }) => code === 'locality-conflict');
  const placeClues = evidence.filter(
    ({ field }) => inConflict && (field === 'statedLocality' || field === 'actualLocality'),
  );
  return { kind, metadata, notices, confidence, placeClues };
}

/** In the transaction that writes the findings, and after them. */
export function writeHead(connection: Connection, reportId: string, analysis: ReportAnalysis) {
  writeTold(connection).run(JSON.stringify(toldOf(analysis)), reportId);
}

const writeTold = onceForEach((connection) =>
  connection.prepare<[string, string]>(
    'INSERT INTO report_heads (key, told) SELECT key, ? FROM reports WHERE id = ?',
  ),
);

/** For a report whose head was not written. Undefined where nothing was found of it either. */
export function tellAnew(connection: Connection, reportId: string): ToldAnalysis | undefined {
  const analysis = connection
    .prepare<[string], string>('SELECT analysis FROM report_findings WHERE report_id = ?')
    .pluck()
    .get(reportId);
  return analysis === undefined ? undefined : toldOf(JSON.parse(analysis) as ReportAnalysis);
}
