import type { ReportSummary } from '../../../shared/contract/schemas/report.ts';
import type { ReportKind } from '../../../shared/report/report.ts';
import { reportYear } from '../report/labels.ts';

export interface GroupCount {
  documentId: string;
  count: number;
}

/** Occurrences summed by some property of their report, in the order of first appearance. */
function sumBy<V>(
  groups: GroupCount[],
  reports: ReadonlyMap<string, ReportSummary>,
  propertyOf: (report: ReportSummary) => V | null,
): Map<V, number> {
  const sums = new Map<V, number>();
  for (const { documentId, count } of groups) {
    const report = reports.get(documentId);
    const value = report ? propertyOf(report) : null;
    if (value !== null) sums.set(value, (sums.get(value) ?? 0) + count);
  }
  return sums;
}

/** The place by which hits are filtered and summed: the town, else the lowest place known. */
export function searchPlace(report: ReportSummary): string | null {
  return report.town ?? report.place.at(-1) ?? null;
}

export function countByPlace(
  groups: GroupCount[],
  reports: ReadonlyMap<string, ReportSummary>,
): Map<string, number> {
  return sumBy(groups, reports, searchPlace);
}

export function countByYear(
  groups: GroupCount[],
  reports: ReadonlyMap<string, ReportSummary>,
): Map<number, number> {
  return sumBy(groups, reports, ({ metadata }) => reportYear(metadata));
}

export function countByKind(
  groups: GroupCount[],
  reports: ReadonlyMap<string, ReportSummary>,
): Map<ReportKind, number> {
  return sumBy(groups, reports, ({ kind }) => kind);
}

/**
 * One tick more or less in a filter. Nothing chosen means everything, so the first untick keeps all
 * others; ticking the last one left lifts the filter.
 */
export function toggleChoice<V>(chosen: V[] | undefined, all: V[], value: V): V[] | undefined {
  const now = chosen ?? all;
  const next = now.includes(value) ? now.filter((each) => each !== value) : [...now, value];
  return next.length === 0 || all.every((each) => next.includes(each)) ? undefined : next;
}
