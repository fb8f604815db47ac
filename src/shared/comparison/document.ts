import type { ReportAnalysis, Span } from '../report/report.ts';

/** A report as the comparison sees it: its untouched text and what was found in it. */
export interface ComparedDocument {
  documentId: string;
  text: string;
  analysis: ReportAnalysis;
  /** Stretches whose topics the person decided: they stand under those and no others. */
  topicsDecided?: readonly Span[];
}
