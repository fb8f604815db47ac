import { createHash } from 'node:crypto';
import type { Span } from '../../../shared/report/report.ts';
import { createSpanMover } from '../movedSpan.ts';
import { findReportByFingerprint } from '../reports.ts';
import type { Storage } from '../storage.ts';
import type { MarkedReport, ReportStanding } from './part.ts';
import { createTwinMover } from './twinSpan.ts';

/** Where a report of a part stands here, or will stand. */
export interface Place extends Whereabouts {
  /** Where a stretch of the part's words stands here; undefined where that cannot be told. */
  move: (span: Span) => Span | undefined;
}

interface Whereabouts {
  report: MarkedReport;
  standing: ReportStanding;
  /** Of the report here. */
  id: string;
  /** The words here; those of the part for a report that is yet to come. */
  text: string;
  /** The report here that has the same identity and other words. */
  other: { id: string; text: string } | null;
  /** False where words were corrected on one side. */
  sameWords: boolean;
}

interface OwnRow {
  id: string;
  text: string;
  fingerprint: string;
  removed: 0 | 1;
}

/**
 * Finds each report of a part: by its words as imports do, else by its identity. One whose words were
 * corrected on one side is another version here; its earlier words are the report itself.
 */
export function placeReports(storage: Storage, reports: readonly MarkedReport[]): Place[] {
  const coming = new Map<string, Whereabouts>();
  return reports.map((report) => {
    const twin = coming.get(report.fingerprint);
    const found = twin ? { ...twin, report, standing: 'here' as const } : whereIs(storage, report);
    if (found.standing !== 'here') coming.set(report.fingerprint, found);
    const { text, sameWords } = found;
    const createMover = sameWords ? createTwinMover : createSpanMover;
    return { ...found, move: createMover(report.text, text) };
  });
}

function whereIs(storage: Storage, report: MarkedReport): Whereabouts {
  const { id, text, fingerprint } = report;
  const known = { report, other: null, sameWords: true };
  const find = (wanted: string) => findOwn(storage, wanted);
  const same = findReportByFingerprint(storage, fingerprint);
  if (same !== undefined) {
    const words = find(same.id)?.text ?? text;
    return { ...known, standing: 'here', id: same.id, text: words };
  }
  const own = find(id);
  if (own === undefined) return { ...known, standing: 'fresh', id, text };
  if (own.fingerprint === fingerprint)
    return { ...known, standing: 'in-trash', id, text: own.text };
  if (own.removed === 0 && isEarlierText(storage, id, text)) {
    return { ...known, standing: 'here', id, text: own.text, sameWords: false };
  }
  const otherId = idFrom(`${id} ${text}`);
  const brought = find(otherId);
  if (brought !== undefined)
    return { ...known, standing: 'in-trash', id: otherId, text: brought.text };
  return { ...known, standing: 'other-text', id: otherId, text, other: { id, text: own.text } };
}

function findOwn({ connection }: Storage, id: string): OwnRow | undefined {
  return connection
    .prepare<[string], OwnRow>(
      'SELECT id, text, fingerprint, removed_at IS NOT NULL AS removed FROM reports WHERE id = ?',
    )
    .get(id);
}

function isEarlierText({ connection }: Storage, id: string, text: string): boolean {
  return (
    connection
      .prepare('SELECT 1 FROM superseded_texts WHERE report_id = ? AND text = ?')
      .get(id, text) !== undefined
  );
}

/** The same identity in every library for what comes of the same. */
export function idFrom(words: string): string {
  const hex = createHash('sha256').update(words).digest('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/u, '$1-$2-$3-$4-$5');
}
