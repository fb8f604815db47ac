import type { Decision, DecisionChoice } from '../../shared/contract/schemas/report.ts';
import type { ReportAnalysis } from '../../shared/report/report.ts';
import { applyDecisions } from './corrections.ts';
import type { Storage } from './storage.ts';

interface DecisionRow {
  id: string;
  report_id: string;
  field: Decision['field'];
  value: string;
  decided_at: string;
}

/** Decisions in force by report id, oldest first: those neither undone nor themselves an undoing. */
export function listDecisions(
  { connection }: Pick<Storage, 'connection'>,
  reportId: string | null = null,
): Map<string, Decision[]> {
  const rows = connection
    .prepare(
      `SELECT d.id, d.report_id, d.field, d.value, d.decided_at FROM report_decisions d
        WHERE d.undoes IS NULL AND (@reportId IS NULL OR d.report_id = @reportId)
          AND NOT EXISTS (SELECT 1 FROM report_decisions u WHERE u.undoes = d.id)
        ORDER BY d.report_id, d.sequence`,
    )
    .all({ reportId }) as DecisionRow[];
  const byReport = new Map<string, Decision[]>();
  for (const row of rows) {
    const decision = {
      id: row.id,
      field: row.field,
      value: JSON.parse(row.value),
      decidedAt: row.decided_at,
    } as Decision;
    byReport.set(row.report_id, [...(byReport.get(row.report_id) ?? []), decision]);
  }
  return byReport;
}

export function addDecision(
  storage: Storage,
  reportId: string,
  choice: DecisionChoice,
  author: string,
): Decision {
  const { connection, newId, now } = storage;
  const id = newId();
  const decidedAt = now();
  return connection.transaction(() => {
    connection
      .prepare(
        `INSERT INTO report_decisions (id, report_id, field, value, author, decided_at, sequence)
         VALUES (?, ?, ?, ?, ?, ?, (SELECT coalesce(max(sequence), 0) + 1 FROM report_decisions))`,
      )
      .run(id, reportId, choice.field, JSON.stringify(choice.value), author, decidedAt);
    if (isIndexed(choice.field)) indexAgain(storage, reportId);
    return { id, decidedAt, ...choice };
  })();
}

/** False if the report has no such decision in force. */
export function undoDecision(
  storage: Storage,
  reportId: string,
  decisionId: string,
  author: string,
): boolean {
  const { connection, newId, now } = storage;
  return connection.transaction(() => {
    const undone = connection
      .prepare(
        `INSERT INTO report_decisions (id, report_id, field, value, author, decided_at, sequence, undoes)
         SELECT ?, d.report_id, d.field, d.value, ?, ?,
                (SELECT max(sequence) + 1 FROM report_decisions), d.id
           FROM report_decisions d
          WHERE d.id = ? AND d.report_id = ? AND d.undoes IS NULL
            AND NOT EXISTS (SELECT 1 FROM report_decisions u WHERE u.undoes = d.id)
         RETURNING field`,
      )
      .get(newId(), author, now(), decisionId, reportId) as
      | { field: Decision['field'] }
      | undefined;
    if (undone === undefined) return false;
    if (isIndexed(undone.field)) indexAgain(storage, reportId);
    return true;
  })();
}

/** Search finds by the roles and topics of a stretch. */
export function isIndexed(field: Decision['field']): boolean {
  return field === 'role' || field === 'topics';
}

/** After what was decided about its stretches has changed. */
export function indexAgain(storage: Storage, reportId: string): void {
  const row = storage.connection
    .prepare(
      `SELECT r.key, coalesce(r.title_line, r.title) AS title, r.text, f.analysis
         FROM reports r JOIN report_findings f ON f.report_id = r.id
        WHERE r.id = ? AND r.removed_at IS NULL`,
    )
    .get(reportId) as { key: number; title: string; text: string; analysis: string } | undefined;
  if (row === undefined) return;
  const { key, title, text } = row;
  const decisions = listDecisions(storage, reportId).get(reportId) ?? [];
  const analysis = applyDecisions(
    JSON.parse(row.analysis) as ReportAnalysis,
    decisions,
    text.length,
  );
  storage.indexer.updateReport(key, { title, text, analysis });
}
