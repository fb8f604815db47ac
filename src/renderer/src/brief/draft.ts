import { usualTitle } from '../../../shared/brief/title.ts';
import type { Input } from '../../../shared/contract/routes.ts';
import type { BriefSpec } from '../../../shared/contract/schemas/brief.ts';
import type { ReportSummary } from '../../../shared/contract/schemas/report.ts';

export type { BriefSpec };
export type BriefDraft = Input<'briefs.preview'>['spec'];
const USUAL_PARTS: BriefDraft['parts'] = [
  'editor-note',
  'indicators',
  'topics',
  'notes',
  'borrow',
  'check',
  'sources',
];
export const MOST_REPORTS = 8;

/** 2026-11-22 → 2026年11月22日 */
function dayLabel(day: Date): string {
  return `${day.getFullYear()}年${day.getMonth() + 1}月${day.getDate()}日`;
}

/** The usual title of a brief of these reports. */
export function titleOf(reports: readonly ReportSummary[]): string {
  return usualTitle(reports.map(({ town, place }) => town ?? place.at(-1)));
}

/** A brief to begin with: the usual parts of the chosen reports, dated today. */
export function newBrief(
  reports: ReportSummary[],
  author: string,
  parts: BriefDraft['parts'] = USUAL_PARTS,
  today: Date = new Date(),
): BriefDraft {
  return {
    title: titleOf(reports),
    unit: author,
    date: dayLabel(today),
    documents: reports.slice(0, MOST_REPORTS).map(({ id }) => id),
    parts,
    topics: null,
    layout: 'brief',
    editorNote: '',
  };
}

/** True where the brief can be composed: it has a title and something to draw on. */
export function isComplete(draft: BriefDraft): boolean {
  return draft.title.trim() !== '' && draft.documents.length > 0 && (draft.parts?.length ?? 0) > 0;
}
