import type { ComparedDocument } from '../../comparison/document.ts';
import type { IndicatorReading } from '../../indicator/reading.ts';
import type { Span } from '../../report/report.ts';

/** A report with its text, structure and figures. */
export interface ReportWithReadings extends ComparedDocument {
  readings: readonly IndicatorReading[];
}

const shortest = 5;

/** True for what is no more than a heading, or too short to say anything. */
export function isHeading({ analysis }: ReportWithReadings, { start, end }: Span): boolean {
  if (end - start < shortest) return true;
  return analysis.sections.some(
    (section) => section.nodeKind === 'heading' && section.start <= start && end <= section.end + 1,
  );
}
