import type { Candidates, ClauseIndex } from './clauseIndex.ts';
import { apart, MOST_REPETITIONS, pairOf, repeated } from './clauseTerms.ts';
import { keepLive } from './entries.ts';
import {
  type Literal,
  type Occurrence,
  readLiteral,
  readOccurrences,
  type TextSources,
} from './occurrences.ts';
import type { PieceReader } from './pieces.ts';
import { keepCommon, sortedAndUnique } from './sorted.ts';

/** What a search reads from. */
export interface Sources extends TextSources {
  index: ClauseIndex;
}

/** The clauses that hold a term: exactly those. */
export interface Matches {
  /** Ascending. */
  clauses: Int32Array;
  /** How often a clause holds the term, for those that hold it more than once. */
  repetitions(): ReadonlyMap<number, number>;
  /** The occurrences in one of the clauses, reading its text if need be. */
  locate(clause: number): readonly Occurrence[];
}

/** So few candidates are read at once: cheaper than the lists that would spare some of them. */
const FEW_CANDIDATES = 8;

/** Above this many candidates the other runs of a literal are looked up too before texts are read. */
const MANY_CANDIDATES = 64;

/**
 * Finds the clauses that hold a normalised literal. Why no text need be read for most of them: if AB and
 * BC stand in a clause, but not ABC, the index lists the clause as such; if ABC and BCD stand in it, but
 * not ABCD, it has BC twice, and the index lists that too. One character stands in a clause as often as
 * pairs begin with it, and a pair as often as the index says.
 */
export function matchLiteral(sources: Sources, text: string): Matches {
  const { index, reader, entries } = sources;
  const literal = readLiteral(text);
  const found = findCandidates(index, reader, literal);
  const candidates = keepLive(found.clauses, entries);
  const certain = literal.withinClause && found.narrowed && candidates.length > FEW_CANDIDATES;
  if (certain && text.length < 3) return matchShort(sources, literal, candidates, found.several);
  const doubtful = certain ? findDoubtful(index, text, candidates) : candidates;
  const read = readOccurrences(sources, literal, doubtful);
  return {
    clauses: certain ? withoutRefuted(candidates, doubtful, read) : Int32Array.from(read.keys()),
    repetitions: () => repetitionsOf(read),
    locate: (clause) => read.get(clause) ?? readClause(sources, literal, clause),
  };
}

/** One character or two: every candidate is a match, and the index knows how often it is one. */
function matchShort(
  sources: Sources,
  literal: Literal,
  clauses: Int32Array,
  several: ReadonlyMap<number, number>,
): Matches {
  let repetitions: Map<number, number> | undefined;
  return {
    clauses,
    repetitions: () => {
      repetitions ??= countRepetitions(sources, literal, several);
      return repetitions;
    },
    locate: (clause) => readClause(sources, literal, clause),
  };
}

function readClause(sources: Sources, literal: Literal, clause: number): readonly Occurrence[] {
  return readOccurrences(sources, literal, Int32Array.of(clause)).get(clause) ?? [];
}

export function repetitionsOf(
  read: ReadonlyMap<number, readonly Occurrence[]>,
): Map<number, number> {
  const repetitions = new Map<number, number>();
  for (const [clause, { length }] of read) if (length > 1) repetitions.set(clause, length);
  return repetitions;
}

/** Numbers of the clauses in which the first run of a literal may stand, ascending. */
function findCandidates(index: ClauseIndex, reader: PieceReader, literal: Literal): Candidates {
  // The longest run has the rarest pairs, near enough.
  const [first, ...others] = literal.runs
    .map((run, position) => ({ run, position }))
    .sort((left, right) => right.run.length - left.run.length);
  if (first === undefined) {
    return { clauses: reader.firstClauses(), narrowed: false, several: new Map() };
  }
  const found = index.search(first.run);
  let clauses = shift(found.clauses, first.position);
  for (const { run, position } of others) {
    if (clauses.length <= MANY_CANDIDATES || run.length < 2) break;
    clauses = keepCommon(clauses, shift(index.search(run).clauses, position));
  }
  return { ...found, clauses };
}

function shift(clauses: Int32Array, position: number): Int32Array {
  if (position > 0) {
    for (let i = 0; i < clauses.length; i++) clauses[i] = (clauses[i] as number) - position;
  }
  return clauses;
}

/** Candidates whose pairs may stand apart, or that may hold the literal more than once; ascending. */
function findDoubtful(index: ClauseIndex, text: string, candidates: Int32Array): Int32Array {
  const units = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  const among = (term: number) => keepCommon(candidates.slice(), index.listed(term));
  const twice = units.slice(1).map((unit, i) => repeated(pairOf(units[i] as number, unit), 1));
  // Of three characters a second occurrence repeats both pairs; of more, every pair between.
  const repetitions =
    units.length === 3 ? [twice.map(among).reduce(keepCommon)] : twice.slice(1, -1).map(among);
  const standApart = units
    .slice(2)
    .map((last, i) => among(apart(units[i] as number, units[i + 1] as number, last)));
  const doubtful = [...repetitions, ...standApart].flatMap((list) => [...list]);
  return sortedAndUnique(Int32Array.from(doubtful));
}

function countRepetitions(
  sources: Sources,
  literal: Literal,
  several: ReadonlyMap<number, number>,
): Map<number, number> {
  const first = literal.text.charCodeAt(0);
  const second = literal.text.length > 1 ? literal.text.charCodeAt(1) : undefined;
  const counts = new Map(several);
  const untold: number[] = [];
  for (const [times, clauses] of sources.index.repetitions(first, second)) {
    // The index counts no further, and 天天天 holds 天天 once, not twice.
    if (times === MOST_REPETITIONS || first === second) untold.push(...clauses);
    for (const clause of clauses) counts.set(clause, (counts.get(clause) ?? 1) + 1);
  }
  const read = readOccurrences(sources, literal, sortedAndUnique(Int32Array.from(untold)));
  for (const [clause, { length }] of read) counts.set(clause, length);
  return counts;
}

function withoutRefuted(
  candidates: Int32Array,
  doubtful: Int32Array,
  read: ReadonlyMap<number, unknown>,
): Int32Array {
  if (read.size === doubtful.length) return candidates;
  let kept = 0;
  let at = 0;
  for (const clause of candidates) {
    if (clause === doubtful[at]) {
      at++;
      if (!read.has(clause)) continue;
    }
    candidates[kept++] = clause;
  }
  return candidates.subarray(0, kept);
}
