import type { ReportKind } from './report.ts';

/** What a notice asks of the person, the most pressing first. */
const DECISIONS: ReadonlySet<string> = new Set([
  'locality-conflict',
  'kind-uncertain',
  'year-missing',
  'year-conflict',
  'mojibake',
]);
const LOOKS: ReadonlySet<string> = new Set([
  'facts-uncertain',
  'truncated-end',
  'heading-ends-uncertain',
]);

/**
 * Where a report stands in a list that shows first what needs the person: 0 a conflict of places, 1
 * something only they can decide, 2 something read with low confidence, 3 a report all is well with,
 * 4 what is no report.
 */
export function needRank({
  kind,
  conflict,
  notices,
}: {
  kind: ReportKind;
  conflict: object | null;
  notices: readonly { code: string }[];
}): number {
  if (conflict !== null) return 0;
  const isReport = kind !== 'article' && kind !== 'other';
  const open = notices.filter(({ code }) => code !== 'locality-conflict');
  if (open.some(({ code }) => DECISIONS.has(code))) return 1;
  if (isReport && open.some(({ code }) => LOOKS.has(code))) return 2;
  return isReport ? 3 : 4;
}
