import type { Decision, ReportDetail } from '../../../shared/contract/schemas/report.ts';
import { sectionExtents } from '../../../shared/report/extents.ts';
import type { Span } from '../../../shared/report/report.ts';

/** A section as corrections speak of it: heading and body. */
export function wholeSection({ sections, text }: ReportDetail, index: number): Span {
  const { start, end } = sectionExtents(sections, text.length)[index] as Span;
  return { start, end };
}

/** The decision in force about exactly this stretch, if there is one. */
export function decisionOn<F extends 'role' | 'topics'>(
  decisions: readonly Decision[],
  field: F,
  { start, end }: Span,
): Extract<Decision, { field: F }> | undefined {
  return decisions.findLast(
    (one): one is Extract<Decision, { field: F }> =>
      one.field === field &&
      (one.field === 'role' || one.field === 'topics') &&
      one.value.start === start &&
      one.value.end === end,
  );
}

/** The sentences a selection touches: topics are said of whole sentences. */
export function sentencesOf({ passages }: ReportDetail, span: Span): Span | null {
  const touched = passages.filter(({ start, end }) => start < span.end && span.start < end);
  const [first] = touched;
  const last = touched.at(-1);
  return first && last ? { start: first.start, end: last.end } : null;
}

/** Topics of the sentences in a stretch, each once, in the order they come up. */
export function topicsIn({ passages }: ReportDetail, span: Span): string[] {
  const within = passages.filter(({ start, end }) => span.start <= start && end <= span.end);
  return [...new Set(within.flatMap(({ topics }) => topics))];
}
