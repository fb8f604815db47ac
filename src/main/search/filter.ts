import type { Span } from '../../shared/report/report.ts';
import type { SearchScope } from '../../shared/search/query.ts';
import { ENTRY_KINDS, type EntryKind, type EntryTable, keepInEntries } from './entries.ts';
import { type Matches, repetitionsOf } from './exact.ts';
import type { LibraryCache } from './library.ts';
import type { Occurrence } from './occurrences.ts';
import type { EntrySections, Part } from './sections.ts';
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

/** Everything that narrows where hits may lie. */
export interface Narrowing {
  scope: SearchScope;
  filters: SearchFilters;
  wholeNumbers: boolean;
}

/** Which entries are searched at all. */
export function entryFilter(
  entries: EntryTable,
  { scope, filters }: Narrowing,
): (entry: number) => boolean {
  const { documentKeys, kinds } = filters;
  const documents = documentKeys === undefined ? undefined : new Set(Array.from(documentKeys));
  const ofSections = filters.roles !== undefined || filters.topics !== undefined;
  const accepted = ENTRY_KINDS.map((kind) => {
    if (scope === 'note' && kind !== 'note') return false;
    if (scope === 'heading' && kind === 'note') return false;
    if (ofSections && kind !== 'body') return false;
    return kinds?.includes(kind) ?? true;
  });
  return (entry) =>
    accepted[entries.kind[entry] as number] === true &&
    (documents === undefined || documents.has(entries.documentKey[entry] as number));
}

function liesInHeading(headings: readonly Span[], { start }: Span): boolean {
  return headings.some((heading) => start >= heading.start && start < heading.end);
}

function isWanted(part: Part | undefined, { roles, topics }: SearchFilters): boolean {
  if (part === undefined) return false;
  if (roles !== undefined && (part.role === null || !roles.includes(part.role))) return false;
  return topics === undefined || part.topics.some((topic) => topics.includes(topic));
}

/** Whether an occurrence of a body is wanted, by its place in the report. */
function placeFilter(
  sections: EntrySections,
  { scope, filters }: Narrowing,
): (occurrence: Occurrence) => boolean {
  const starts = sections.parts.map((part) => part.start);
  return (occurrence) => {
    if (scope === 'heading' && !liesInHeading(sections.headings, occurrence)) return false;
    return isWanted(sections.parts[lastNotAbove(starts, occurrence.start)], filters);
  };
}

/**
 * Keeps the matches that lie where the person wants to look. Texts are read only where the place of a
 * hit within its clause decides: headings, the edges of sections, parts of numbers.
 */
export function narrow(
  matches: Matches,
  library: LibraryCache,
  entries: EntryTable,
  narrowing: Narrowing,
): Matches {
  const { scope, filters, wholeNumbers } = narrowing;
  const byPlace =
    scope === 'heading' || filters.roles !== undefined || filters.topics !== undefined;
  const byEntry = byPlace || scope === 'note' || Boolean(filters.kinds ?? filters.documentKeys);
  if (!byEntry && !wholeNumbers) return matches;
  const accepts = entryFilter(entries, narrowing);
  if (!byPlace && !wholeNumbers) {
    return { ...matches, clauses: keepInEntries(matches.clauses, entries, accepts) };
  }
  const kept: number[] = [];
  const read = new Map<number, readonly Occurrence[]>();
  let entry = -1;
  let accepted = false;
  let keeps: (occurrence: Occurrence) => boolean = () => true;
  for (const clause of matches.clauses) {
    if (entry < 0 || clause >= (entries.endClause[entry] as number)) {
      entry = lastNotAbove(entries.firstClause, clause);
      accepted = accepts(entry);
      const isBody = ENTRY_KINDS[entries.kind[entry] as number] === 'body';
      keeps =
        accepted && byPlace && isBody
          ? placeFilter(library.sectionsOf(entries.firstClause[entry] as number), narrowing)
          : () => true;
    }
    if (!accepted) continue;
    const wanted = matches
      .locate(clause)
      .filter((occurrence) => keeps(occurrence) && !(wholeNumbers && occurrence.partial));
    if (wanted.length === 0) continue;
    read.set(clause, wanted);
    kept.push(clause);
  }
  return {
    clauses: Int32Array.from(kept),
    repetitions: () => repetitionsOf(read),
    locate: (clause) => read.get(clause) ?? [],
  };
}
