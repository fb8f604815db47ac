import type { EntryTable } from './entries.ts';
import type { Matches } from './exact.ts';
import type { LibraryCache } from './library.ts';
import type { SectionSort } from './sectionDirectory.ts';
import { lastNotAbove } from './sorted.ts';

/** How often a search hits sections of one role and the same topics. */
export interface PartCount extends SectionSort {
  count: number;
}

/**
 * Counts occurrences by the sections they stand in. Texts are read only where a section begins inside a
 * clause that has a hit: only the text tells on which side the hit lies.
 */
export function countParts(
  terms: readonly Matches[],
  library: LibraryCache,
  entries: EntryTable,
): PartCount[] {
  const directory = library.sections();
  const ranks = directory.ranks();
  const { sorts } = directory;
  const counts = new Float64Array(sorts.length);
  const add = (sort: number, count: number) => {
    counts[sort] = (counts[sort] as number) + count;
  };
  const further: PartCount[] = [];
  for (const matches of terms) {
    const repetitions = matches.repetitions();
    for (const clause of matches.clauses) {
      const section = ranks.of(clause);
      if (!directory.beginsInside(section, clause)) add(directory.sortOf(section), 1);
      else further.push(...readParts(matches, clause, library, entries));
    }
    for (const [clause, times] of repetitions) {
      const section = ranks.of(clause);
      const isHit = matches.clauses[lastNotAbove(matches.clauses, clause)] === clause;
      if (isHit && !directory.beginsInside(section, clause)) {
        add(directory.sortOf(section), times - 1);
      }
    }
  }
  const whole = sorts.map((sort, number) => ({ ...sort, count: counts[number] as number }));
  return [...whole.filter(({ count }) => count > 0), ...further];
}

function readParts(
  matches: Matches,
  clause: number,
  library: LibraryCache,
  entries: EntryTable,
): PartCount[] {
  const first = entries.firstClause[lastNotAbove(entries.firstClause, clause)] as number;
  const { parts } = library.sectionsOf(first);
  const starts = parts.map(({ start }) => start);
  return matches.locate(clause).flatMap(({ start }) => {
    const part = parts[lastNotAbove(starts, start)];
    return part === undefined ? [] : [{ role: part.role, topics: part.topics, count: 1 }];
  });
}
