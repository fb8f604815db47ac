import { type Candidates, type ClauseIndex, LonePair } from './clauseIndex.ts';
import { apart, apartInDoubt, MOST_REPETITIONS, pairOf, repeated } from './clauseTerms.ts';
import { keepLive } from './entries.ts';
import {
  type Literal,
  locateAmong,
  type Occurrence,
  readLiteral,
  readOccurrences,
  type TextSources,
} from './occurrences.ts';
import type { PieceReader } from './pieces.ts';
import type { PostingBytes } from './postings.ts';
import { keepCommon, sortedAndUnique, without } from './sorted.ts';

/** What a search reads from. */
export interface Sources extends TextSources {
  index: ClauseIndex;
  /**
   * Takes the clauses that have all pairs of a literal for those that hold it, near enough to order them;
   * what is located is read from the text all the same.
   */
  unsifted?: boolean;
}

/** The clauses that hold a term: exactly those. */
export interface Matches {
  /** Ascending. */
  clauses: Int32Array;
  /** How often a clause holds the term, for those that hold it more than once. */
  repetitions(): ReadonlyMap<number, number>;
  /** The occurrences in one of the clauses, reading its text if need be. */
  locate(clause: number): readonly Occurrence[];
  /** False where some of the clauses may not hold the term after all. */
  isSifted?: boolean;
}

const NO_REPETITIONS: ReadonlyMap<number, number> = new Map();

/** So few candidates are read at once: cheaper than the lists that would spare some of them. */
const FEW_CANDIDATES = 8;

/** Above this many candidates the other runs of a literal are looked up too before texts are read. */
const MANY_CANDIDATES = 64;

/**
 * Finds the clauses that hold a normalised literal. Why hardly any text need be read: if AB and BC stand
 * in a clause, but not ABC, the index lists the clause as such, and likewise for ABC and BCD. Five units
 * can stand apart only where the three between stand twice, and the index lists what pairs a clause
 * repeats. One character stands in a clause as often as pairs begin with it, and a pair as often as the
 * index says.
 */
export function matchLiteral(sources: Sources, text: string): Matches {
  const matches = findMatches(sources, text);
  return { ...matches, locate: rememberLast(matches.locate) };
}

const REMEMBERED = 16;

/** What was ranked is shown next, and with it what stands around it. */
function rememberLast(locate: Matches['locate']): Matches['locate'] {
  const known = new Map<number, readonly Occurrence[]>();
  return (clause) => {
    let found = known.get(clause);
    if (found === undefined) {
      if (known.size === REMEMBERED) known.clear();
      found = locate(clause);
      known.set(clause, found);
    }
    return found;
  };
}

function findMatches(sources: Sources, text: string): Matches {
  const { index, reader, entries } = sources;
  const literal = readLiteral(text);
  const found = findCandidates(index, reader, literal, sources.unsifted);
  const candidates = keepLive(found.clauses, entries);
  if (sources.unsifted && literal.withinClause && candidates.length > MANY_CANDIDATES) {
    // Of one character and of two the index is certain; of more the text has to say.
    const locate = (clause: number) =>
      locateAmong(sources, literal, candidates, clause, text.length < 3);
    return { clauses: candidates, repetitions: () => NO_REPETITIONS, locate, isSifted: false };
  }
  if (literal.withinClause && text.length < 3) {
    return matchShort(sources, literal, candidates, found.several);
  }
  const certain = literal.withinClause && found.narrowed && candidates.length > FEW_CANDIDATES;
  const { likely, doubtful } = certain
    ? sift(index, text, candidates)
    : { likely: candidates, doubtful: candidates };
  const read = readOccurrences(sources, literal, doubtful);
  return {
    clauses: certain ? withoutRefuted(likely, doubtful, read) : Int32Array.from(read.keys()),
    repetitions: () => repetitionsOf(read),
    locate: (clause) => read.get(clause) ?? locateAmong(sources, literal, likely, clause, certain),
  };
}

/** One character or two: every candidate is a match, and the index knows how often it is one. */
function matchShort(
  sources: Sources,
  literal: Literal,
  clauses: Int32Array,
  several: () => ReadonlyMap<number, number>,
): Matches {
  let repetitions: Map<number, number> | undefined;
  return {
    clauses,
    repetitions: () => {
      repetitions ??=
        clauses.length > FEW_CANDIDATES
          ? countRepetitions(sources, literal, several())
          : repetitionsOf(readOccurrences(sources, literal, clauses));
      return repetitions;
    },
    locate: (clause) => locateAmong(sources, literal, clauses, clause, true),
  };
}

export function repetitionsOf(
  read: ReadonlyMap<number, readonly Occurrence[]>,
): Map<number, number> {
  const repetitions = new Map<number, number>();
  for (const [clause, { length }] of read) if (length > 1) repetitions.set(clause, length);
  return repetitions;
}

/** Numbers of the clauses in which the first run of a literal may stand, ascending. */
function findCandidates(
  index: ClauseIndex,
  reader: PieceReader,
  literal: Literal,
  forPage = false,
): Candidates {
  // The longest run has the rarest pairs, near enough.
  const [first, ...others] = literal.runs
    .map((run, position) => ({ run, position }))
    .sort((left, right) => right.run.length - left.run.length);
  if (first === undefined) {
    return { clauses: reader.firstClauses(), narrowed: false, several: () => new Map() };
  }
  const found = index.search(first.run, forPage && literal.withinClause);
  let clauses = shift(found.clauses, first.position);
  for (const { run, position } of others) {
    if (clauses.length <= MANY_CANDIDATES || run.length < 2) break;
    clauses = keepCommon(clauses, shift(index.search(run).clauses, position));
  }
  return { clauses, narrowed: found.narrowed, several: found.several };
}

function shift(clauses: Int32Array, position: number): Int32Array {
  if (position > 0) {
    for (let i = 0; i < clauses.length; i++) clauses[i] = (clauses[i] as number) - position;
  }
  return clauses;
}

/**
 * Leaves out the candidates of a literal of three units or more that the index refutes, and tells which
 * of the others need reading: their marks contradict each other, or they may hold the literal apart or
 * more than once. Both ascending, the doubtful among the likely.
 */
function sift(
  index: ClauseIndex,
  text: string,
  candidates: Int32Array,
): { likely: Int32Array; doubtful: Int32Array } {
  let likely = candidates;
  const doubtful: number[] = [];
  for (const size of [3, 4]) {
    for (let i = 0; i + size <= text.length; i++) {
      const units = text.slice(i, i + size);
      const marked = index.keepListed(likely.slice(), apart(units));
      if (marked.length === 0) continue;
      const inDoubt = index.keepListed(marked.slice(), apartInDoubt(units));
      doubtful.push(...inDoubt);
      likely = without(likely, without(marked, inDoubt));
    }
  }
  // Four units are certain now. Five stand apart only where the three between stand twice, and then two
  // neighbouring pairs do; and what stands twice repeats all its pairs.
  const twice = Array.from({ length: text.length - 1 }, (_, i) =>
    repeated(pairOf(text.charCodeAt(i), text.charCodeAt(i + 1)), 1),
  );
  const repeating = (pairs: readonly number[]) =>
    pairs.reduce<Int32Array>((kept, pair) => index.keepListed(kept, pair), likely.slice());
  if (twice.length < 4) doubtful.push(...repeating(twice));
  for (let i = 1; i + 2 < twice.length; i++) doubtful.push(...repeating(twice.slice(i, i + 2)));
  return { likely, doubtful: keepCommon(sortedAndUnique(Int32Array.from(doubtful)), likely) };
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

/**
 * The postings of two characters, whose clauses hold them without exception; undefined of any other
 * literal, and where some of the clauses were removed.
 */
export function postingsOfPair(
  { index, entries }: Sources,
  text: string,
): readonly PostingBytes[] | undefined {
  if (text.length !== 2 || entries.hasGaps || !readLiteral(text).withinClause) return undefined;
  const found = index.search(text);
  return found instanceof LonePair ? found.postings : undefined;
}
