import type { Output } from '../../../shared/contract/routes.ts';

export type AlignedGroup = Output<'comparison.align'>['groups'][number];

/** Where a section begins in its column, in pixels from the top of the text. */
export interface SectionPlace {
  /** Index into the report's sections; -1 for what stands before the first. */
  sectionIndex: number;
  top: number;
}

/** The sections of one column, ascending, and where its text ends. */
export interface ColumnPlaces {
  sections: readonly SectionPlace[];
  bottom: number;
}

/**
 * The place in one column that goes with a place in another: as far into the paired section as the
 * reader is into his. Null where the other report has nothing of the kind, so that it stays put.
 */
export function pairedPlace(
  groups: readonly AlignedGroup[],
  columns: readonly ColumnPlaces[],
  from: number,
  to: number,
  top: number,
): number | null {
  const own = columns[from];
  const other = columns[to];
  if (own === undefined || other === undefined) return null;
  const at = Math.max(
    0,
    own.sections.findLastIndex((section) => section.top <= top),
  );
  const section = own.sections[at];
  if (section === undefined) return null;
  const member = memberOf(groups, from, to, section.sectionIndex);
  const otherAt = other.sections.findIndex(({ sectionIndex }) => sectionIndex === member);
  const counterpart = other.sections[otherAt];
  if (counterpart === undefined) return null;
  const length = endOf(own, at) - section.top;
  const otherLength = endOf(other, otherAt) - counterpart.top;
  const share = length <= 0 ? 0 : Math.min(1, Math.max(0, (top - section.top) / length));
  return counterpart.top + share * otherLength;
}

/** The group a section belongs to; -1 where it has none. */
export function groupIndexOf(
  groups: readonly AlignedGroup[],
  column: number,
  sectionIndex: number,
): number {
  return groups.findIndex(({ members }) => members[column] === sectionIndex);
}

function memberOf(
  groups: readonly AlignedGroup[],
  from: number,
  to: number,
  sectionIndex: number,
): number | null {
  // What stands before the first section goes with what stands before the other's first.
  if (sectionIndex === -1) return -1;
  return groups[groupIndexOf(groups, from, sectionIndex)]?.members[to] ?? null;
}

function endOf({ sections, bottom }: ColumnPlaces, at: number): number {
  return sections[at + 1]?.top ?? bottom;
}
