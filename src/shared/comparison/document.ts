import type { ReportAnalysis } from '../report/report.ts';

/** A report as the comparison sees it: its untouched text and what was found in it. */
export interface ComparedDocument {
  documentId: string;
  text: string;
  analysis: ReportAnalysis;
}
