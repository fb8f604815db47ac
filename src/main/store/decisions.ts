import type { Decision } from '../../shared/contract/schemas/report.ts';
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
  { connection }: Storage,
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
      value: JSON.parse(row.value) as Decision['value'],
      decidedAt: row.decided_at,
    };
    byReport.set(row.report_id, [...(byReport.get(row.report_id) ?? []), decision]);
  }
  return byReport;
}

export function addDecision(
  { connection, newId, now }: Storage,
  reportId: string,
  decision: { field: Decision['field']; value: Decision['value']; author: string },
): Decision {
  const id = newId();
  const decidedAt = now();
  connection
    .prepare(
      `INSERT INTO report_decisions (id, report_id, field, value, author, decided_at, sequence)
       VALUES (?, ?, ?, ?, ?, ?, (SELECT coalesce(max(sequence), 0) + 1 FROM report_decisions))`,
    )
    .run(id, reportId, decision.field, JSON.stringify(decision.value), decision.author, decidedAt);
  return { id, field: decision.field, value: decision.value, decidedAt };
}

/** False if the report has no such decision in force. */
export function undoDecision(
  { connection, newId, now }: Storage,
  reportId: string,
  decisionId: string,
  author: string,
): boolean {
  const { changes } = connection
    .prepare(
      `INSERT INTO report_decisions (id, report_id, field, value, author, decided_at, sequence, undoes)
       SELECT ?, d.report_id, d.field, d.value, ?, ?,
              (SELECT max(sequence) + 1 FROM report_decisions), d.id
         FROM report_decisions d
        WHERE d.id = ? AND d.report_id = ? AND d.undoes IS NULL
          AND NOT EXISTS (SELECT 1 FROM report_decisions u WHERE u.undoes = d.id)`,
    )
    .run(newId(), author, now(), decisionId, reportId);
  return changes === 1;
}
