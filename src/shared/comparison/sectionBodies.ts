import type { SectionRole, Span } from '../report/report.ts';
import type { ComparedDocument } from './document.ts';

/** A heading with the text under it, up to the next heading; the text of its subsections is theirs. */
export interface SectionBody extends Span {
  /** Index into the document's sections; null for what stands before the first heading. */
  sectionIndex: number | null;
  level: number;
  heading: string;
  /** Its own role, or that of the nearest heading above it that has one. */
  role: SectionRole | null;
  /** Topics of its heading, then those of the headings above it. */
  topics: string[];
}

/**
 * Cuts a document into the bodies of its headings: no gaps, no overlaps, in document order. List
 * items belong to the heading they stand under unless `items` asks for them as bodies of their own.
 */
export function sectionBodies(
  { text, analysis }: ComparedDocument,
  { items }: { items: boolean } = { items: false },
): SectionBody[] {
  const bodies: SectionBody[] = [
    { sectionIndex: null, level: 0, heading: '', role: null, topics: [], start: 0, end: 0 },
  ];
  const above: SectionBody[] = [];
  for (const [sectionIndex, section] of analysis.sections.entries()) {
    if (section.nodeKind === 'item' && !items) continue;
    while (above.length > 0 && (above.at(-1) as SectionBody).level >= section.level) above.pop();
    const parent = above.at(-1);
    const body: SectionBody = {
      sectionIndex,
      level: section.level,
      heading: section.heading,
      role: section.role ?? parent?.role ?? null,
      topics: [...new Set([...section.topics, ...(parent?.topics ?? [])])],
      start: section.start,
      end: text.length,
    };
    (bodies.at(-1) as SectionBody).end = section.start;
    bodies.push(body);
    above.push(body);
  }
  if (bodies.length === 1) (bodies[0] as SectionBody).end = text.length;
  return bodies;
}

/** The body that holds `offset`; the last one for an offset at the end of the text. */
export function bodyAt(bodies: readonly SectionBody[], offset: number): SectionBody | undefined {
  let low = 0;
  let high = bodies.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((bodies[middle] as SectionBody).start <= offset) low = middle;
    else high = middle - 1;
  }
  return bodies[low];
}
