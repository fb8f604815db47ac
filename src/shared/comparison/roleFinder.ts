import type { SectionRole, Span } from '../report/report.ts';
import type { ComparedDocument } from './document.ts';
import { sectionBodies } from './sectionBodies.ts';

/** Answers which part of the report an offset stands in; asked in any order. */
export function roleFinder(document: ComparedDocument): (offset: number) => SectionRole | null {
  const stretches: readonly (Span & { role: SectionRole | null })[] =
    document.analysis.roles ?? sectionBodies(document, { items: true });
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
