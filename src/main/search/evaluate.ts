import type { SearchQuery } from '../../shared/search/query.ts';
import { type EntryTable, keepInEntries } from './entries.ts';
import { type Matches, matchLiteral, type Sources } from './exact.ts';
import type { LibraryCache } from './library.ts';
import type { SectionRanks } from './sectionRanks.ts';
import { firstNotBelow, lastNotAbove } from './sorted.ts';
import { matchTerm } from './terms.ts';

/** Several words must meet within one section (or paragraph, where there are none), or one document. */
export type Togetherness = 'section' | 'document';

/** Matches of all terms of a query, and where all of them meet and nothing excluded stands. */
export interface Found {
  terms: readonly Matches[];
  within: Togetherness;
  /** Ordinals of sections or entries, ascending; undefined where a single term is asked for, and all are wanted. */
  wanted: Int32Array | undefined;
}

const NOTHING = new Int32Array(0);

/** The entries in which some of the clauses lies. */
function entriesOf(clauses: Int32Array, firstClause: Int32Array): Int32Array {
  const found = new Int32Array(Math.min(clauses.length, firstClause.length));
  let count = 0;
  let next = 0;
  for (let at = 0; at < clauses.length; ) {
    next = firstNotBelow(firstClause, (clauses[at] as number) + 1, next);
    found[count++] = next - 1;
    at =
      next < firstClause.length
        ? firstNotBelow(clauses, firstClause[next] as number, at)
        : clauses.length;
  }
  return found.subarray(0, count);
}

/** The sections that hold every term and nothing excluded, the rarest term first. */
function sectionsHolding(
  terms: readonly Matches[],
  excluded: readonly Matches[],
  sections: SectionRanks,
): Int32Array {
  const [rarest, ...others] = [...terms].sort(
    (left, right) => left.clauses.length - right.clauses.length,
  );
  let wanted = sections.list(rarest?.clauses ?? NOTHING);
  for (const { clauses } of others) wanted = sections.keepHolding(wanted, clauses, true);
  for (const { clauses } of excluded) wanted = sections.keepHolding(wanted, clauses, false);
  return wanted;
}

/** The entries of the documents that hold every term and nothing excluded. */
function entriesHolding(
  terms: readonly Matches[],
  excluded: readonly Matches[],
  { firstClause, documentKey }: EntryTable,
): Int32Array {
  const documentsOf = ({ clauses }: Matches) =>
    new Set(Array.from(entriesOf(clauses, firstClause), (entry) => documentKey[entry] as number));
  const holding = terms.map(documentsOf);
  const barred = excluded.map(documentsOf);
  const wanted: number[] = [];
  documentKey.forEach((key, entry) => {
    if (holding.every((keys) => keys.has(key)) && !barred.some((keys) => keys.has(key))) {
      wanted.push(entry);
    }
  });
  return Int32Array.from(wanted);
}

/**
 * Finds what a query asks for: the clauses that hold each of its terms, and where all of them meet.
 *
 * @param wordings further wordings of literals, all normalised.
 * @param narrow keeps the matches that lie where the person wants to look.
 */
export function evaluate(
  sources: Sources,
  library: LibraryCache,
  query: SearchQuery,
  wordings: ReadonlyMap<string, readonly string[]>,
  within: Togetherness,
  narrow: (matches: Matches) => Matches,
): Found {
  const terms: Matches[] = [];
  for (const term of query.terms) {
    const further = term.kind === 'literal' ? (wordings.get(term.text) ?? []) : [];
    const matches = narrow(matchTerm(sources, term, further));
    if (matches.clauses.length === 0) return { terms: [], within, wanted: undefined };
    terms.push(matches);
  }
  if (terms.length === 1 && query.excluded.length === 0) {
    return { terms, within, wanted: undefined };
  }
  const excluded = query.excluded.map((text) => matchLiteral(sources, text));
  const wanted =
    within === 'section'
      ? sectionsHolding(terms, excluded, library.sections().ranks())
      : entriesHolding(terms, excluded, sources.entries);
  return { terms, within, wanted };
}

function isAmong(wanted: Int32Array): (entry: number) => boolean {
  const among = new Set(wanted);
  return (entry) => among.has(entry);
}

/** The matches of every term that lie where all terms meet. */
export function matchesWithin(
  { terms, within, wanted }: Found,
  library: LibraryCache,
  entries: EntryTable,
): readonly Matches[] {
  if (wanted === undefined) return terms;
  return terms.map((matches) => ({
    ...matches,
    clauses:
      within === 'section'
        ? library.sections().ranks().keepClauses(matches.clauses, wanted)
        : keepInEntries(matches.clauses, entries, isAmong(wanted)),
  }));
}

/** The sections in which all terms meet, as ascending ordinals; of a search within sections. */
export function sectionsWithin({ terms, wanted }: Found, library: LibraryCache): Int32Array {
  const [first] = terms;
  if (first === undefined) return NOTHING;
  return wanted ?? library.sections().ranks().list(first.clauses);
}

/**
 * How often the terms occur in each entry, by the index of the entry.
 *
 * @param repetitions false counts the clauses only, which is enough to know where hits are.
 */
export function countByEntry(
  terms: readonly Matches[],
  { entries }: Sources,
  repetitions = true,
): Int32Array {
  const counts = new Int32Array(entries.count);
  const { firstClause, endClause } = entries;
  for (const matches of terms) {
    const { clauses } = matches;
    let entry = 0;
    for (let at = 0; at < clauses.length; ) {
      entry = firstNotBelow(endClause, (clauses[at] as number) + 1, entry);
      const next = firstNotBelow(clauses, endClause[entry] as number, at);
      counts[entry] = (counts[entry] as number) + next - at;
      at = next;
    }
    if (!repetitions) continue;
    for (const [clause, count] of matches.repetitions()) {
      if (clauses[lastNotAbove(clauses, clause)] !== clause) continue;
      entry = lastNotAbove(firstClause, clause);
      counts[entry] = (counts[entry] as number) + count - 1;
    }
  }
  return counts;
}
