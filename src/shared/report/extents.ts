import type { Section, Span } from './report.ts';

/**
 * The whole of each section, from its label to the next section that is not below it; in the order of
 * `sections`. Nested like the sections themselves.
 */
export function sectionExtents(sections: readonly Section[], textLength: number): Span[] {
  const extents = sections.map(({ start }) => ({ start, end: textLength }));
  const open: number[] = [];
  sections.forEach((section, index) => {
    while (open.length > 0) {
      const last = open.at(-1) as number;
      if ((sections[last] as Section).level < section.level) break;
      (extents[last] as Span).end = section.start;
      open.pop();
    }
    open.push(index);
  });
  return extents;
}

/** The headings a place stands under, outermost first: its path in the report. */
export function sectionPathAt<S extends Pick<Section, 'start' | 'level'>>(
  sections: readonly S[],
  offset: number,
): S[] {
  const path: S[] = [];
  for (const section of sections) {
    if (section.start > offset) break;
    while ((path.at(-1)?.level ?? 0) >= section.level) path.pop();
    path.push(section);
  }
  return path;
}
