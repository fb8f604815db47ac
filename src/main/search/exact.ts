import type { ClauseIndex } from './clauseIndex.ts';
import { keepLive } from './entries.ts';
import {
  type Literal,
  type Occurrence,
  readLiteral,
  readOccurrences,
  type TextSources,
} from './occurrences.ts';
import type { PieceReader } from './pieces.ts';
import { keepCommon } from './sorted.ts';

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
  /** The term begins or ends with a digit, so it may be part of a longer number. */
  cutsNumbers: boolean;
  /** The occurrences in one of the clauses, reading its text if need be. */
  locate(clause: number): readonly Occurrence[];
}

/** So few candidates are read at once: cheaper than the lists that would spare some of them. */
const FEW_CANDIDATES = 8;

/** Above this many candidates the other runs of a literal are looked up too before texts are read. */
const MANY_CANDIDATES = 64;

/**
 * Finds the clauses that hold a normalised literal. Why no text need be read for most of them: the
 * pairs of ABC can stand apart in a clause only if the clause has B twice (“AB…BC”), and ABC can stand in
 * it twice only if it has all three twice. The index knows for every character the clauses that repeat
 * it, so the rest is certain.
 */
export function matchLiteral(sources: Sources, text: string): Matches {
  const { index, reader, entries } = sources;
  const literal = readLiteral(text);
  const { clauses, narrowed } = findCandidates(index, reader, literal);
  const candidates = keepLive(clauses, entries);
  const certain = literal.withinClause && narrowed && candidates.length > FEW_CANDIDATES;
  const doubtful = certain ? findDoubtful(index, literal.text, candidates) : candidates;
  const read = readOccurrences(sources, literal, doubtful);
  const locate = (clause: number) =>
    read.get(clause) ?? readOccurrences(sources, literal, Int32Array.of(clause)).get(clause) ?? [];
  return {
    clauses: certain ? withoutRefuted(candidates, doubtful, read) : Int32Array.from(read.keys()),
    read,
    cutsNumbers: /^\d|\d$/.test(text),
    locate,
  };
}

/** Numbers of the clauses in which the first run of a literal may stand, ascending. */
function findCandidates(
  index: ClauseIndex,
  reader: PieceReader,
  literal: Literal,
): { clauses: Int32Array; narrowed: boolean } {
  // The longest run has the rarest pairs, near enough.
  const [first, ...others] = literal.runs
    .map((run, position) => ({ run, position }))
    .sort((left, right) => right.run.length - left.run.length);
  if (first === undefined) return { clauses: reader.firstClauses(), narrowed: false };
  const found = index.search(first.run);
  let clauses = shift(found.clauses, first.position);
  for (const { run, position } of others) {
    if (clauses.length <= MANY_CANDIDATES || run.length < 2) break;
    clauses = keepCommon(clauses, shift(index.search(run).clauses, position));
  }
  return { clauses, narrowed: found.narrowed };
}

function shift(clauses: Int32Array, position: number): Int32Array {
  if (position > 0) {
    for (let i = 0; i < clauses.length; i++) clauses[i] = (clauses[i] as number) - position;
  }
  return clauses;
}

/** Candidates whose pairs may stand apart, or that may hold the literal more than once. */
function findDoubtful(index: ClauseIndex, text: string, candidates: Int32Array): Int32Array {
  const units = new Set<number>();
  const inner = text.length > 2 ? text.slice(1, -1) : text;
  for (let i = 0; i < inner.length; i++) units.add(inner.charCodeAt(i));
  const lists = [...units].map((unit) =>
    keepCommon(candidates.slice(), index.clausesRepeating(unit)),
  );
  const [first = candidates, ...others] = lists;
  if (text.length <= 2) return others.reduce(keepCommon, first);
  if (others.length === 0) return first;
  const all = new Set<number>();
  for (const list of lists) for (const clause of list) all.add(clause);
  return Int32Array.from(all).sort();
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
