import type { ReportDetail } from '../../../../shared/contract/schemas/report.ts';
import type { IndicatorReading } from '../../../../shared/indicator/reading.ts';
import type { Span } from '../../../../shared/report/report.ts';
import type { findChosen } from './figuresView.ts';
import type { FigureToCorrect } from './useCorrections.ts';

export type Chosen = NonNullable<ReturnType<typeof findChosen>>;

/** Longer ones are cut to the clause: the figure must stay in sight. */
const LONGEST_SENTENCE = 160;

/** The sentence a figure stands in, its clause where the sentence is long. */
export function sentenceOf({ passages }: ReportDetail, clause: Span): Span {
  const sentence = passages.find(({ start, end }) => start <= clause.start && end >= clause.end);
  if (sentence === undefined || sentence.end - sentence.start > LONGEST_SENTENCE) return clause;
  return { start: sentence.start, end: sentence.end };
}

export function nameOf({ summary }: ReportDetail): string {
  return summary.town ?? summary.title;
}

export function toCorrect(
  report: ReportDetail,
  { start, end, clause }: Span & { clause: Span },
  reading: IndicatorReading | null,
): FigureToCorrect {
  const sentence = sentenceOf(report, clause);
  return {
    documentId: report.summary.id,
    reportName: nameOf(report),
    start,
    end,
    wording: report.text.slice(start, end).trim(),
    sentence: report.text.slice(sentence.start, sentence.end).trim(),
    reading,
  };
}
