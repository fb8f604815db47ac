import type { Span } from '../../shared/report/report.ts';
import type { SearchScope } from '../../shared/search/query.ts';
import { ENTRY_KINDS, type EntryKind, type EntryTable } from './entries.ts';
import type { Occurrence } from './occurrences.ts';
import type { EntrySections } from './sections.ts';
import { lastNotAbove } from './sorted.ts';

export interface SearchFilters {
  /** Only these documents (a subtree of places, years, kinds: the caller knows). */
  documentKeys?: ArrayLike<number>;
  /** Only hits in sections of one of these roles. */
  roles?: readonly string[];
  /** Only hits in sections that have one of these topics. */
  topics?: readonly string[];
  /** Only hits in these kinds of text. */
  kinds?: readonly EntryKind[];
}

/** Which entries are searched at all. */
export function entryFilter(
  entries: EntryTable,
  scope: SearchScope,
  filters: SearchFilters,
): (entry: number) => boolean {
  const { documentKeys, kinds } = filters;
  const documents = documentKeys === undefined ? undefined : new Set(Array.from(documentKeys));
  const ofSections = filters.roles !== undefined || filters.topics !== undefined;
  return (entry) => {
    const kind = ENTRY_KINDS[entries.kind[entry] as number] as EntryKind;
    if (scope === 'note' && kind !== 'note') return false;
    if (scope === 'heading' && kind === 'note') return false;
    if (ofSections && kind !== 'body') return false;
    if (kinds !== undefined && !kinds.includes(kind)) return false;
    return documents === undefined || documents.has(entries.documentKey[entry] as number);
  };
}

/** Whether a hit of a body lies in one of its headings. */
export function liesInHeading(headings: readonly Span[], occurrence: Occurrence): boolean {
  const starts = headings.map((heading) => heading.start);
  const heading = headings[lastNotAbove(starts, occurrence.start)];
  return heading !== undefined && occurrence.start < heading.end;
}

/** Whether a hit lies in a section of the wanted roles and topics. */
export function liesInSection(
  sections: EntrySections,
  occurrence: Occurrence,
  filters: SearchFilters,
): boolean {
  const { roles, topics } = filters;
  if (roles === undefined && topics === undefined) return true;
  const starts = sections.parts.map((part) => part.start);
  const part = sections.parts[lastNotAbove(starts, occurrence.start)];
  if (part === undefined) return false;
  if (roles !== undefined && (part.role === null || !roles.includes(part.role))) return false;
  return topics === undefined || part.topics.some((topic) => topics.includes(topic));
}
