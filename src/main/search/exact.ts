import type { Candidates, ClauseIndex } from './clauseIndex.ts';
import { apartMark, repeatedMark } from './clauseTerms.ts';
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

/**
 * The clauses that hold a term: exactly those. Of most of them only the postings were read, which prove
 * that the term stands there once; `read` has the occurrences of those whose text had to be looked at.
 */
export interface Matches {
  /** Ascending. */
  clauses: Int32Array;
  read: ReadonlyMap<number, readonly Occurrence[]>;
  /** How often clauses that were not read hold the term, where not once. */
  several: ReadonlyMap<number, number>;
  /** The occurrences in one of the clauses, reading its text if need be. */
  locate(clause: number): readonly Occurrence[];
}

/** So few candidates are read at once: cheaper than the lists that would spare some of them. */
const FEW_CANDIDATES = 8;

/** Above this many candidates the other runs of a literal are looked up too before texts are read. */
const MANY_CANDIDATES = 64;

/**
 * Finds the clauses that hold a normalised literal. Why no text need be read for most of them: if AB and
 * BC stand in a clause, but not ABC, the index has marked the clause so; if ABC and BCD stand in it, but
 * not ABCD, it has BC twice, and if it has the literal twice, it has each of its pairs twice, and the
 * index has marked that too. All other candidates are certain. One character stands in a clause as often
 * as there are pairs that begin with it.
 */
export function matchLiteral(sources: Sources, text: string): Matches {
  const { index, reader, entries } = sources;
  const literal = readLiteral(text);
  const found = findCandidates(index, reader, literal);
  const candidates = keepLive(found.clauses, entries);
  const certain = literal.withinClause && found.narrowed && candidates.length > FEW_CANDIDATES;
  const doubtful = certain ? findDoubtful(index, text, candidates) : candidates;
  const read = readOccurrences(sources, literal, doubtful);
  return {
    clauses: certain ? withoutRefuted(candidates, doubtful, read) : Int32Array.from(read.keys()),
    read,
    several: found.several,
    locate: (clause) =>
      read.get(clause) ??
      readOccurrences(sources, literal, Int32Array.of(clause)).get(clause) ??
      [],
  };
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
  const listed = (mark: number) => keepCommon(candidates.slice(), index.marked(mark));
  // What the pairs between the first and the last begin with. Where there are none, three characters
  // or fewer, only a second occurrence is in doubt, and that repeats every pair.
  const inner = units.slice(1, -2).map((unit) => listed(repeatedMark(unit)));
  const outer = units.slice(0, Math.max(1, units.length - 1));
  const repeated =
    inner.length > 0 ? inner : [outer.map((unit) => listed(repeatedMark(unit))).reduce(keepCommon)];
  const apart = units
    .slice(2)
    .map((last, i) => listed(apartMark(units[i] as number, units[i + 1] as number, last)));
  return sortedAndUnique(Int32Array.from([...repeated, ...apart].flatMap((list) => [...list])));
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
