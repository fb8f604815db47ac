import type { ComparedDocument } from '../../comparison/document.ts';
import { sectionBodies } from '../../comparison/sectionBodies.ts';
import type { IndicatorReading } from '../../indicator/reading.ts';
import type { SectionRole, Span } from '../../report/report.ts';

/** A report with its text, structure and figures. */
export interface ReportWithReadings extends ComparedDocument {
  readings: readonly IndicatorReading[];
}

/** Answers which part of the report an offset stands in; asked in any order. */
export function roleFinder(report: ReportWithReadings): (offset: number) => SectionRole | null {
  const stretches: readonly (Span & { role: SectionRole | null })[] =
    report.analysis.roles ?? sectionBodies(report, { items: true });
  return (offset) => {
    let low = 0;
    let high = stretches.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((stretches[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return stretches[low]?.role ?? null;
  };
}

const shortest = 5;

/** True for what is no more than a heading, or too short to say anything. */
export function isHeading({ analysis }: ReportWithReadings, { start, end }: Span): boolean {
  if (end - start < shortest) return true;
  return analysis.sections.some(
    (section) => section.nodeKind === 'heading' && section.start <= start && end <= section.end + 1,
  );
}
