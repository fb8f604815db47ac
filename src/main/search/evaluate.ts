import type { SearchQuery } from '../../shared/search/query.ts';
import type { EntryTable } from './entries.ts';
import { type Matches, matchLiteral, type Sources } from './exact.ts';
import type { LibraryCache } from './library.ts';
import { firstNotBelow, lastNotAbove } from './sorted.ts';
import { matchTerm } from './terms.ts';

/** Several words must meet within one section (or paragraph, where there are none), or one document. */
export type Togetherness = 'section' | 'document';

/** Matches of all terms of a query, and the stretches of text that hold all of them and nothing excluded. */
export interface Found {
  terms: readonly Matches[];
  /** The clauses with which stretches begin: sections, or whole entries. */
  starts: Int32Array;
  /** Indexes into `starts`, ascending; undefined where a single term is asked for, and all are wanted. */
  wanted: Int32Array | undefined;
}

/** The stretches in which some of the clauses lies. */
function stretchesOf(clauses: Int32Array, starts: Int32Array): Int32Array {
  const found = new Int32Array(Math.min(clauses.length, starts.length));
  let count = 0;
  let next = 0;
  for (let at = 0; at < clauses.length; ) {
    next = firstNotBelow(starts, (clauses[at] as number) + 1, next);
    found[count++] = next - 1;
    const end = starts[next] ?? Infinity;
    while (at < clauses.length && (clauses[at] as number) < end) at++;
  }
  return found.subarray(0, count);
}

/** Keeps the stretches in which some of the clauses lies, or none of them. */
function keepStretches(
  stretches: Int32Array,
  starts: Int32Array,
  clauses: Int32Array,
  holding: boolean,
): Int32Array {
  const kept = new Int32Array(stretches.length);
  let count = 0;
  let at = 0;
  for (let i = 0; i < stretches.length; i++) {
    const stretch = stretches[i] as number;
    at = firstNotBelow(clauses, starts[stretch] as number, at);
    const clause = clauses[at];
    const holds = clause !== undefined && clause < (starts[stretch + 1] ?? Infinity);
    if (holds === holding) kept[count++] = stretch;
  }
  return kept.subarray(0, count);
}

/** Keeps the clauses that lie in one of the stretches. */
function keepClauses(clauses: Int32Array, starts: Int32Array, stretches: Int32Array): Int32Array {
  const kept = new Int32Array(clauses.length);
  let count = 0;
  let at = 0;
  for (let i = 0; i < stretches.length; i++) {
    const stretch = stretches[i] as number;
    const end = starts[stretch + 1] ?? Infinity;
    at = firstNotBelow(clauses, starts[stretch] as number, at);
    for (; at < clauses.length && (clauses[at] as number) < end; at++) {
      kept[count++] = clauses[at] as number;
    }
  }
  return kept.subarray(0, count);
}

/** The sections that hold every term and nothing excluded, the rarest term first. */
function sectionsHolding(
  terms: readonly Matches[],
  excluded: readonly Matches[],
  starts: Int32Array,
): Int32Array {
  const [rarest, ...others] = [...terms].sort(
    (left, right) => left.clauses.length - right.clauses.length,
  );
  let wanted = stretchesOf(rarest?.clauses ?? new Int32Array(0), starts);
  for (const { clauses } of others) wanted = keepStretches(wanted, starts, clauses, true);
  for (const { clauses } of excluded) wanted = keepStretches(wanted, starts, clauses, false);
  return wanted;
}

/** The entries of the documents that hold every term and nothing excluded. */
function entriesHolding(
  terms: readonly Matches[],
  excluded: readonly Matches[],
  { firstClause, documentKey }: EntryTable,
): Int32Array {
  const documentsOf = ({ clauses }: Matches) =>
    new Set(Array.from(stretchesOf(clauses, firstClause), (entry) => documentKey[entry] as number));
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
  const { entries } = sources;
  const { partStarts } = library.clausesOfSections();
  const starts = within === 'section' ? partStarts : entries.firstClause;
  const terms: Matches[] = [];
  for (const term of query.terms) {
    const further = term.kind === 'literal' ? (wordings.get(term.text) ?? []) : [];
    const matches = narrow(matchTerm(sources, term, further));
    if (matches.clauses.length === 0) return { terms: [], starts, wanted: undefined };
    terms.push(matches);
  }
  if (terms.length === 1 && query.excluded.length === 0) {
    return { terms, starts, wanted: undefined };
  }
  const excluded = query.excluded.map((text) => matchLiteral(sources, text));
  const wanted =
    within === 'section'
      ? sectionsHolding(terms, excluded, starts)
      : entriesHolding(terms, excluded, entries);
  return { terms, starts, wanted };
}

/** The matches of every term that lie where all terms meet. */
export function matchesWithin({ terms, starts, wanted }: Found): readonly Matches[] {
  if (wanted === undefined) return terms;
  return terms.map((matches) => ({
    ...matches,
    clauses: keepClauses(matches.clauses, starts, wanted),
  }));
}

/** The stretches in which all terms meet, as ascending indexes into `starts`. */
export function stretchesWithin({ terms, starts, wanted }: Found): Int32Array {
  const [first] = terms;
  if (first === undefined) return new Int32Array(0);
  return wanted ?? stretchesOf(first.clauses, starts);
}

/** How often the terms occur in each entry, by the index of the entry. */
export function countByEntry(terms: readonly Matches[], { entries }: Sources): Int32Array {
  const counts = new Int32Array(entries.count);
  const { firstClause, endClause } = entries;
  for (const matches of terms) {
    const { clauses } = matches;
    for (let at = 0; at < clauses.length; ) {
      const entry = lastNotAbove(firstClause, clauses[at] as number);
      const next = firstNotBelow(clauses, endClause[entry] as number, at);
      counts[entry] = (counts[entry] as number) + next - at;
      at = next;
    }
    for (const [clause, count] of matches.repetitions()) {
      if (clauses[lastNotAbove(clauses, clause)] !== clause) continue;
      const entry = lastNotAbove(firstClause, clause);
      counts[entry] = (counts[entry] as number) + count - 1;
    }
  }
  return counts;
}
