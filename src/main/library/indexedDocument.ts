import { sectionExtents } from '../../shared/report/extents.ts';
import type { ReportAnalysis, Section } from '../../shared/report/report.ts';
import type { DocumentInput, SectionExtent } from '../search/index.ts';

/** A report as the index takes it. */
export function toDocument(
  documentKey: number,
  { title, text, analysis }: { title: string; text: string; analysis: ReportAnalysis },
): DocumentInput {
  return {
    documentKey,
    title,
    text,
    headings: analysis.sections.filter(({ nodeKind }) => nodeKind === 'heading'),
    sections: extentsOf(analysis, text.length),
  };
}

/** Sections with their bodies, and the stretches of a role that have no heading of their own. */
export function extentsOf(
  analysis: Pick<ReportAnalysis, 'sections' | 'roles'>,
  textLength: number,
): SectionExtent[] {
  const sections = sectionExtents(analysis.sections, textLength).map((extent, at) => {
    const section = analysis.sections[at] as Section;
    return { ...extent, role: section.role, topics: section.topics };
  });
  return [...(analysis.roles ?? []), ...sections];
}

/** The section that a place in the text belongs to, as the index sees it: the one that began last. */
export function innermostAt(
  extents: readonly SectionExtent[],
  offset: number,
): SectionExtent | undefined {
  let innermost: SectionExtent | undefined;
  for (const extent of extents) {
    if (extent.start > offset || extent.end <= offset) continue;
    if (innermost === undefined || extent.start >= innermost.start) innermost = extent;
  }
  return innermost;
}
