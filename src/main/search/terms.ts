import type { QueryTerm } from '../../shared/search/query.ts';
import { type Matches, matchLiteral, repetitionsOf, type Sources } from './exact.ts';
import type { Occurrence } from './occurrences.ts';
import { keepCommon, lastNotAbove, sortedAndUnique } from './sorted.ts';

/**
 * Finds the clauses that hold a term of a query.
 *
 * @param wordings further wordings of a literal that count as well, normalised.
 */
export function matchTerm(sources: Sources, term: QueryTerm, wordings: readonly string[]): Matches {
  if (term.kind === 'near') {
    const left = matchLiteral(sources, term.left);
    const right = matchLiteral(sources, term.right);
    return matchNear(sources, left, right, term.distance);
  }
  const typed = matchLiteral(sources, term.text);
  if (wordings.length === 0) return typed;
  return matchAny([typed, ...wordings.map((wording) => matchLiteral(sources, wording))]);
}

/** Matches from occurrences whose text was read. */
function matchesOf(occurrences: readonly Occurrence[]): Matches {
  const read = new Map<number, Occurrence[]>();
  for (const occurrence of occurrences) {
    const list = read.get(occurrence.clause);
    if (list === undefined) read.set(occurrence.clause, [occurrence]);
    else list.push(occurrence);
  }
  return {
    clauses: sortedAndUnique(Int32Array.from(read.keys())),
    repetitions: () => repetitionsOf(read),
    locate: (clause) => read.get(clause) ?? [],
  };
}

/** Of occurrences that overlap, the first and longest: 双招双引 counts once when 招双 is searched too. */
function withoutOverlap(occurrences: readonly Occurrence[]): Occurrence[] {
  const kept: Occurrence[] = [];
  let end = 0;
  for (const occurrence of inOrder(occurrences)) {
    if (occurrence.start < end) continue;
    kept.push(occurrence);
    end = occurrence.end;
  }
  return kept;
}

export function inOrder(occurrences: readonly Occurrence[]): Occurrence[] {
  return [...occurrences].sort((left, right) => left.start - right.start || right.end - left.end);
}

function matchAny(all: readonly Matches[]): Matches {
  const holders = new Map<number, number>();
  for (const { clauses } of all) {
    for (const clause of clauses) holders.set(clause, (holders.get(clause) ?? 0) + 1);
  }
  const locate = (clause: number) => withoutOverlap(all.flatMap((one) => one.locate(clause)));
  return {
    clauses: sortedAndUnique(Int32Array.from(holders.keys())),
    repetitions: () => {
      const counts = new Map<number, number>();
      for (const one of all)
        for (const [clause, count] of one.repetitions()) counts.set(clause, count);
      // Two wordings in one clause may overlap: only the text tells.
      for (const [clause, count] of holders)
        if (count > 1) counts.set(clause, locate(clause).length);
      return counts;
    },
    locate,
  };
}

/** The occurrences that have a partner in the same text with at most `distance` characters between. */
function matchNear(sources: Sources, left: Matches, right: Matches, distance: number): Matches {
  const { firstClause } = sources.entries;
  const entriesOf = ({ clauses }: Matches) =>
    sortedAndUnique(clauses.map((clause) => lastNotAbove(firstClause, clause)));
  const found: Occurrence[] = [];
  for (const entry of keepCommon(entriesOf(left), entriesOf(right))) {
    const [ones, others] = [left, right].map((matches) => occurrencesOf(sources, matches, entry));
    found.push(...pairUp(ones ?? [], others ?? [], distance));
  }
  return matchesOf(found);
}

/** All occurrences in one entry. */
function occurrencesOf(sources: Sources, matches: Matches, entry: number): Occurrence[] {
  const { firstClause, endClause } = sources.entries;
  const from = lastNotAbove(matches.clauses, (firstClause[entry] as number) - 1) + 1;
  const to = lastNotAbove(matches.clauses, (endClause[entry] as number) - 1) + 1;
  const occurrences: Occurrence[] = [];
  for (let i = from; i < to; i++) {
    occurrences.push(...matches.locate(matches.clauses[i] as number));
  }
  return occurrences;
}

function pairUp(left: Occurrence[], right: Occurrence[], distance: number): Occurrence[] {
  const kept = new Set<Occurrence>();
  let from = 0;
  for (const one of left) {
    while (from < right.length && (right[from]?.end ?? 0) + distance < one.start) from++;
    for (let i = from; i < right.length; i++) {
      const other = right[i] as Occurrence;
      if (other.start - one.end > distance) break;
      if (other.start < one.end && one.start < other.end) continue;
      kept.add(one);
      kept.add(other);
    }
  }
  return withoutOverlap([...kept]);
}
