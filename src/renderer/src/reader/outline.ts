import type { Section } from '../../../shared/report/report.ts';

export interface OutlineRow {
  /** Index into the report's sections. */
  index: number;
  section: Section;
  /** Items of a list such as 民生实事 are counted on the heading above them, not listed. */
  itemCount: number;
}

/** Headings down to here are listed; deeper ones are found in the text. */
const DEEPEST = 3;

/** The headings of a report in document order, each with the number of list items right below it. */
export function outlineRows(sections: readonly Section[]): OutlineRow[] {
  const rows: OutlineRow[] = [];
  sections.forEach((section, index) => {
    const last = rows.at(-1);
    if (section.nodeKind === 'item') {
      if (last) last.itemCount += 1;
    } else if (section.level <= DEEPEST) {
      rows.push({ index, section, itemCount: 0 });
    }
  });
  return rows;
}

/** The row whose section the offset stands in; -1 before the first. */
export function rowAt(rows: readonly OutlineRow[], offset: number): number {
  return rows.findLastIndex(({ section }) => section.start <= offset);
}
