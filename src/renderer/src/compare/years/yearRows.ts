import type { Output } from '../../../../shared/contract/routes.ts';
import type { ReportSummary } from '../../../../shared/contract/schemas/report.ts';
import type { Span } from '../../../../shared/report/report.ts';
import { reportYear } from '../../report/labels.ts';

export type YearComparison = Output<'comparison.years'>;
type Sentence = YearComparison['sentences'][number];

/** Same wording in the same place; same wording elsewhere; other words inside; in one text only. */
export type RowKind = 'same' | 'moved' | 'changed' | 'gone' | 'added';

/** One line of the two texts beside each other: a sentence, or a run of them with the same lot. */
export interface YearRow {
  kind: RowKind;
  before: Span | null;
  after: Span | null;
  moved: boolean;
  edits: Sentence['edits'];
  sentences: number;
}

/** Unchanged sentences that follow each other in both texts are one row, and so are moved ones. */
export function yearRows(
  sentences: readonly Sentence[],
  beforeText: string,
  afterText: string,
): YearRow[] {
  const rows: YearRow[] = [];
  for (const sentence of sentences) {
    const kind = kindOf(sentence);
    const last = rows.at(-1);
    const joins =
      last?.kind === kind &&
      (kind === 'same' || kind === 'moved') &&
      follows(last.before, sentence.before, beforeText) &&
      follows(last.after, sentence.after, afterText);
    if (joins && last) {
      last.before = joined(last.before, sentence.before);
      last.after = joined(last.after, sentence.after);
      last.sentences += 1;
    } else rows.push({ ...sentence, kind, sentences: 1 });
  }
  return rows;
}

function kindOf({ before, after, moved, edits }: Sentence): RowKind {
  if (after === null) return 'gone';
  if (before === null) return 'added';
  if (edits.length > 0) return 'changed';
  return moved ? 'moved' : 'same';
}

function follows(last: Span | null, next: Span | null, text: string): boolean {
  if (last === null || next === null) return last === next;
  return last.end <= next.start && text.slice(last.end, next.start).trim() === '';
}

function joined(last: Span | null, next: Span | null): Span | null {
  return last && next ? { start: last.start, end: next.end } : null;
}

/** Which texts can stand beside each other over years: those compared, and all else of their places. */
export function yearChoices(
  compared: readonly ReportSummary[],
  library: readonly ReportSummary[],
): ReportSummary[] {
  const further = library.filter(
    (other) =>
      other.kind !== 'article' &&
      !compared.some(({ id }) => id === other.id) &&
      compared.some((one) => samePlace(one, other)),
  );
  return [...compared, ...further];
}

/**
 * The two reports to begin with, the earlier first: the first two of one place, those given first
 * preferred. Null where no two are of one place.
 */
export function pairOfYears(
  choices: readonly ReportSummary[],
): [ReportSummary, ReportSummary] | null {
  for (const [index, one] of choices.entries()) {
    const other = choices.slice(index + 1).find((each) => samePlace(one, each));
    if (other) return isLater(one, other) ? [other, one] : [one, other];
  }
  return null;
}

export function samePlace(one: ReportSummary, other: ReportSummary): boolean {
  const [county, otherCounty] = [one.metadata.county, other.metadata.county];
  return (
    one.town !== null &&
    one.town === other.town &&
    (county === null || otherCounty === null || county === otherCounty)
  );
}

export function isLater(one: ReportSummary, other: ReportSummary): boolean {
  const [year, otherYear] = [reportYear(one.metadata), reportYear(other.metadata)];
  if (year !== null && otherYear !== null && year !== otherYear) return year > otherYear;
  // Of one year, the draft comes before what became of it, and an earlier version before the newest.
  if (one.kind !== other.kind) return other.kind === 'draft';
  if (one.newestVersion === other.id) return false;
  if (other.newestVersion === one.id) return true;
  return one.importedAt > other.importedAt;
}
