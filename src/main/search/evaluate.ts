import type { SearchQuery } from '../../shared/search/query.ts';
import { type Matches, matchLiteral, type Sources } from './exact.ts';
import type { LibraryCache } from './library.ts';
import { lastNotAbove, withoutRepeats } from './sorted.ts';
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
  return {
    get count() {
      return library.clausesOfSections().partStarts.length;
    },
    of: (clauses) => ordinals(clauses, library.clausesOfSections().partStarts),
  };
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
function ordinals(clauses: Int32Array, starts: Int32Array): Int32Array {
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

/** Matches of all terms of a query, and the units that hold all of them and nothing excluded. */
export interface Found {
  terms: readonly Matches[];
  /** 1 for a unit that is wanted; undefined where a single term is asked for, and every unit is. */
  wanted: Uint8Array | undefined;
  units: Units;
}

/** The units that hold every term and nothing excluded. */
function findUnits(
  terms: readonly Matches[],
  excluded: readonly Matches[],
  units: Units,
): Uint8Array {
  // How many of the terms, in order, a unit was found to hold.
  const held = new Uint8Array(units.count);
  terms.forEach(({ clauses }, term) => {
    const unitsOfTerm = units.of(clauses);
    for (let i = 0; i < unitsOfTerm.length; i++) {
      const unit = unitsOfTerm[i] as number;
      if (held[unit] === term) held[unit] = term + 1;
    }
  });
  for (const { clauses } of excluded) for (const unit of units.of(clauses)) held[unit] = EXCLUDED;
  for (let unit = 0; unit < held.length; unit++) held[unit] = Number(held[unit] === terms.length);
  return held;
}

/** Keeps the matches of every term that lie in wanted units. */
export function matchesWithin({ terms, wanted, units }: Found): readonly Matches[] {
  if (wanted === undefined) return terms;
  return terms.map((matches) => {
    const unitsOfTerm = units.of(matches.clauses);
    const clauses = matches.clauses.slice();
    let kept = 0;
    for (let i = 0; i < clauses.length; i++) {
      if (wanted[unitsOfTerm[i] as number] === 1) clauses[kept++] = clauses[i] as number;
    }
    return { ...matches, clauses: clauses.subarray(0, kept) };
  });
}

/** The units themselves, ascending. */
export function unitsWithin({ terms, wanted, units }: Found): Int32Array {
  const [first] = terms;
  if (first === undefined) return new Int32Array(0);
  if (wanted === undefined) return withoutRepeats(units.of(first.clauses));
  const found = new Int32Array(wanted.length);
  let count = 0;
  for (let unit = 0; unit < wanted.length; unit++) if (wanted[unit] === 1) found[count++] = unit;
  return found.subarray(0, count);
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
): Found {
  const units = within === 'section' ? sectionUnits(library) : documentUnits(sources);
  const terms: Matches[] = [];
  for (const term of query.terms) {
    const further = term.kind === 'literal' ? (wordings.get(term.text) ?? []) : [];
    const matches = narrow(matchTerm(sources, term, further));
    if (matches.clauses.length === 0) return { terms: [], wanted: undefined, units };
    terms.push(matches);
  }
  if (terms.length === 1 && query.excluded.length === 0) return { terms, wanted: undefined, units };
  const excluded = query.excluded.map((text) => matchLiteral(sources, text));
  return { terms, wanted: findUnits(terms, excluded, units), units };
}

/** How often the terms occur in each entry, by the index of the entry. */
export function countByEntry(terms: readonly Matches[], { entries }: Sources): Int32Array {
  const counts = new Int32Array(entries.count);
  const add = (entry: number, count: number) => {
    counts[entry] = (counts[entry] as number) + count;
  };
  for (const matches of terms) {
    const { clauses } = matches;
    const entryOf = ordinals(clauses, entries.firstClause);
    for (let i = 0; i < entryOf.length; i++) add(entryOf[i] as number, 1);
    for (const [clause, count] of matches.repetitions()) {
      const at = lastNotAbove(clauses, clause);
      if (clauses[at] === clause) add(entryOf[at] as number, count - 1);
    }
  }
  return counts;
}
