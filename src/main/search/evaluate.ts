import type { SearchQuery } from '../../shared/search/query.ts';
import { type Matches, matchLiteral, type Sources } from './exact.ts';
import type { LibraryCache } from './library.ts';
import { lastNotAbove } from './sorted.ts';
import { matchTerm } from './terms.ts';

/** Several words must meet within one section (or paragraph, where there are none), or one document. */
export type Togetherness = 'section' | 'document';

/** Numbers for the stretches of text in which several words must meet. */
interface Units {
  count: number;
  /** The number of the unit of each clause; clauses ascending. */
  of(clauses: Int32Array): Int32Array;
}

const EXCLUDED = 255;

function sectionUnits(library: LibraryCache): Units {
  const { partStarts } = library.clausesOfSections();
  return { count: partStarts.length, of: (clauses) => ordinals(clauses, partStarts) };
}

function documentUnits({ entries }: Sources): Units {
  const numbers = new Map<number, number>();
  const unitOfEntry = entries.documentKey.map((key) => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  });
  return {
    count: numbers.size,
    of: (clauses) =>
      ordinals(clauses, entries.firstClause).map((entry) => unitOfEntry[entry] as number),
  };
}

/** For each clause the index of the last start that is not above it. Both ascend. */
export function ordinals(clauses: Int32Array, starts: Int32Array): Int32Array {
  const found = new Int32Array(clauses.length);
  const sparse = clauses.length * 16 < starts.length;
  let at = -1;
  for (let i = 0; i < clauses.length; i++) {
    const clause = clauses[i] as number;
    if (sparse) at = lastNotAbove(starts, clause);
    else while (at + 1 < starts.length && (starts[at + 1] as number) <= clause) at++;
    found[i] = at;
  }
  return found;
}

function keepWhere(matches: Matches, keeps: (index: number) => boolean): Matches {
  return { ...matches, clauses: matches.clauses.filter((_, index) => keeps(index)) };
}

/** Keeps the matches in units that hold every term and nothing excluded. */
function keepTogether(
  terms: readonly Matches[],
  excluded: readonly Matches[],
  units: Units,
): Matches[] {
  // How many of the terms, in order, a unit was found to hold.
  const held = new Uint8Array(units.count);
  const unitsOfTerms = terms.map(({ clauses }) => units.of(clauses));
  unitsOfTerms.forEach((unitsOfTerm, term) => {
    for (const unit of unitsOfTerm) if (held[unit] === term) held[unit] = term + 1;
  });
  for (const { clauses } of excluded) for (const unit of units.of(clauses)) held[unit] = EXCLUDED;
  return terms.map((matches, term) => {
    const unitsOfTerm = unitsOfTerms[term] as Int32Array;
    return keepWhere(matches, (index) => held[unitsOfTerm[index] as number] === terms.length);
  });
}

/**
 * Finds what a query asks for: for each of its terms the clauses that hold it and lie where all the
 * other terms are, and nothing excluded is.
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
): Matches[] {
  const terms: Matches[] = [];
  for (const term of query.terms) {
    const further = term.kind === 'literal' ? (wordings.get(term.text) ?? []) : [];
    const matches = narrow(matchTerm(sources, term, further));
    if (matches.clauses.length === 0) return [];
    terms.push(matches);
  }
  if (terms.length === 1 && query.excluded.length === 0) return terms;
  const excluded = query.excluded.map((text) => matchLiteral(sources, text));
  const units = within === 'section' ? sectionUnits(library) : documentUnits(sources);
  return keepTogether(terms, excluded, units);
}

/** How often the terms occur in each entry, by the index of the entry. */
export function countByEntry(terms: readonly Matches[], { entries }: Sources): Int32Array {
  const counts = new Int32Array(entries.count);
  for (const { clauses, read, several } of terms) {
    for (const entry of ordinals(clauses, entries.firstClause)) {
      counts[entry] = (counts[entry] as number) + 1;
    }
    const addMore = (clause: number, count: number) => {
      if (count < 2 || clauses[lastNotAbove(clauses, clause)] !== clause) return;
      const entry = lastNotAbove(entries.firstClause, clause);
      counts[entry] = (counts[entry] as number) + count - 1;
    };
    for (const [clause, occurrences] of read) addMore(clause, occurrences.length);
    for (const [clause, count] of several) if (!read.has(clause)) addMore(clause, count);
  }
  return counts;
}
