import type { ReportAnalysis } from '../../shared/report/report.ts';
import { indexNotesOn } from './annotations.ts';
import { applyDecisions } from './corrections.ts';
import { listDecisions } from './decisions.ts';
import type { Storage } from './storage.ts';

/**
 * Takes a report out of sight and out of the index together with its notes, or puts all of it back.
 * Nothing is deleted. False if there is no such report in the other state.
 */
export function setRemoved(storage: Storage, id: string, removed: boolean): boolean {
  const { connection, indexer, now } = storage;
  return connection.transaction(() => {
    const row = connection
      .prepare(
        `SELECT r.key, r.title, r.title_line AS titleLine, r.text, f.analysis
           FROM reports r JOIN report_findings f ON f.report_id = r.id
          WHERE r.id = ? AND (r.removed_at IS NULL) = ?`,
      )
      .get(id, removed ? 1 : 0) as
      | { key: number; title: string; titleLine: string | null; text: string; analysis: string }
      | undefined;
    if (row === undefined) return false;
    connection
      .prepare('UPDATE reports SET removed_at = ? WHERE key = ?')
      .run(removed ? now() : null, row.key);
    if (removed) {
      indexer.removeReport(row.key);
    } else {
      const analysis = applyDecisions(
        JSON.parse(row.analysis) as ReportAnalysis,
        listDecisions(storage, id).get(id) ?? [],
        row.text.length,
      );
      indexer.addReport(row.key, { title: row.titleLine ?? row.title, text: row.text, analysis });
      indexNotesOn(storage, id, row.key);
    }
    return true;
  })();
}

export function removeSample(storage: Storage): number {
  return setSampleRemoved(storage, true).length;
}

export function restoreSample(storage: Storage): string[] {
  return setSampleRemoved(storage, false);
}

function setSampleRemoved(storage: Storage, removed: boolean): string[] {
  const { connection } = storage;
  return connection.transaction(() => {
    const rows = connection
      .prepare(
        `SELECT r.id FROM reports r JOIN imports i ON i.id = r.import_id
          WHERE i.from_sample = 1 AND (r.removed_at IS NULL) = ? ORDER BY r.key`,
      )
      .all(removed ? 1 : 0) as { id: string }[];
    for (const { id } of rows) setRemoved(storage, id, removed);
    return rows.map(({ id }) => id);
  })();
}
