import type { QueryTerm } from '../../shared/search/query.ts';
import type { ClauseIndex } from './clauseIndex.ts';
import type { EntryTable } from './entries.ts';
import {
  candidateClauses,
  type Literal,
  type Occurrence,
  type PieceReader,
  readLiteral,
  verify,
} from './occurrences.ts';
import type { Part } from './sections.ts';
import { keepCommon, lastNotAbove, sortedAndUnique } from './sorted.ts';

/** Several words must meet within one section (or paragraph, where there are none), or within one text. */
export type Togetherness = 'section' | 'document';

/** A literal with the wordings that may stand for it, the typed one first. */
export interface Wanted {
  kind: 'literal';
  wordings: readonly string[];
}

export interface WantedNear {
  kind: 'near';
  left: string;
  right: string;
  distance: number;
}

export type WantedTerm = Wanted | WantedNear;

export interface Plan {
  terms: readonly WantedTerm[];
  excluded: readonly string[];
  within: Togetherness;
}

/** Candidates of one literal with the stretch of them that lies in each entry. */
interface Candidates {
  literal: Literal;
  clauses: Int32Array;
  /** Entry indexes, ascending, and for each where its candidates begin in `clauses`. */
  entries: number[];
  begins: number[];
}

/** What an entry holds of a query. */
export interface EntryMatch {
  entry: number;
  /** All occurrences of all terms, ascending by start. */
  occurrences: Occurrence[];
}

export interface Sources {
  index: ClauseIndex;
  reader: PieceReader;
  entries: EntryTable;
  partsOf: (entry: number) => readonly Part[];
}

export function planOf(
  terms: readonly QueryTerm[],
  excluded: readonly string[],
  alternatives: ReadonlyMap<string, readonly string[]>,
  within: Togetherness,
): Plan {
  return {
    terms: terms.map((term) =>
      term.kind === 'near'
        ? term
        : { kind: 'literal', wordings: [term.text, ...(alternatives.get(term.text) ?? [])] },
    ),
    excluded,
    within,
  };
}

function locate(sources: Sources, text: string): Candidates {
  const literal = readLiteral(text);
  const clauses = candidateClauses(sources.index, literal) ?? sources.reader.firstClauses();
  const { firstClause, endClause } = sources.entries;
  const entries: number[] = [];
  const begins: number[] = [];
  let end = -1;
  for (let i = 0; i < clauses.length; i++) {
    const clause = clauses[i] as number;
    if (clause < end) continue;
    const entry = lastNotAbove(firstClause, clause);
    if (entry < 0) continue;
    end = endClause[entry] as number;
    // A number beyond the entry's last one belongs to a text that was removed.
    if (clause >= end) continue;
    entries.push(entry);
    begins.push(i);
  }
  return { literal, clauses, entries, begins };
}

/** The candidates of one entry. */
function within(candidates: Candidates, entry: number, endClause: number): Int32Array {
  const at = lastNotAbove(candidates.entries, entry);
  if (candidates.entries[at] !== entry) return candidates.clauses.subarray(0, 0);
  const begin = candidates.begins[at] as number;
  const upTo = candidates.begins[at + 1] ?? candidates.clauses.length;
  const end = begin + lastNotAbove(candidates.clauses.subarray(begin, upTo), endClause - 1) + 1;
  return candidates.clauses.subarray(begin, end);
}

interface LocatedTerm {
  term: WantedTerm;
  wordings: Candidates[];
  entries: Int32Array;
}

/**
 * A query with its candidates found and nothing verified yet: the entries that may match, and the text
 * of each read only when it is asked for.
 */
export class Evaluation {
  readonly #sources: Sources;
  readonly #plan: Plan;
  readonly #terms: LocatedTerm[];
  readonly #excluded: Candidates[];
  /** Entries that may match, ascending. */
  readonly entries: Int32Array;

  constructor(sources: Sources, plan: Plan) {
    this.#sources = sources;
    this.#plan = plan;
    this.#terms = plan.terms.map((term) => locateTerm(sources, term));
    this.#excluded = plan.excluded.map((text) => locate(sources, text));
    this.entries = this.#terms
      .map((term) => term.entries)
      .reduce((left, right) => keepCommon(left, right));
  }

  /** How many clauses may hold an occurrence: what verifying everything would cost. */
  get candidateCount(): number {
    let count = 0;
    for (const { wordings } of this.#terms)
      for (const { clauses } of wordings) count += clauses.length;
    return count;
  }

  /** Reads the text of one entry and answers with what it really holds; undefined where nothing. */
  match(entry: number): EntryMatch | undefined {
    const found: Occurrence[][] = [];
    for (const term of this.#terms) {
      const occurrences = this.#occurrences(term, entry);
      if (occurrences.length === 0) return undefined;
      found.push(occurrences);
    }
    const occurrences = this.#keepTogether(entry, found);
    if (occurrences.length === 0) return undefined;
    return { entry, occurrences };
  }

  #occurrences(term: LocatedTerm, entry: number): Occurrence[] {
    const lists = term.wordings.map((wording) => this.#verify(wording, entry));
    if (term.term.kind === 'near') {
      const [left = [], right = []] = lists;
      return near(left, right, term.term.distance);
    }
    return lists.length === 1 ? (lists[0] ?? []) : withoutOverlap(lists.flat());
  }

  #verify(candidates: Candidates, entry: number): Occurrence[] {
    const { reader, entries } = this.#sources;
    const end = entries.endClause[entry] as number;
    return verify(reader, candidates.literal, within(candidates, entry, end), end);
  }

  #keepTogether(entry: number, found: Occurrence[][]): Occurrence[] {
    if (found.length === 1 && this.#excluded.length === 0) return found[0] ?? [];
    const unwanted = this.#excluded.flatMap((candidates) => this.#verify(candidates, entry));
    if (this.#plan.within === 'document') {
      return unwanted.length > 0 ? [] : inOrder(found.flat());
    }
    const starts = this.#sources.partsOf(entry).map((part) => part.clauseStart);
    const partOf = (occurrence: Occurrence) => lastNotAbove(starts, occurrence.start);
    const held = found.map((occurrences) => new Set(occurrences.map(partOf)));
    const barred = new Set(unwanted.map(partOf));
    const wanted = (occurrence: Occurrence) => {
      const part = partOf(occurrence);
      return !barred.has(part) && held.every((parts) => parts.has(part));
    };
    return inOrder(found.flat().filter(wanted));
  }
}

function locateTerm(sources: Sources, term: WantedTerm): LocatedTerm {
  const texts = term.kind === 'near' ? [term.left, term.right] : term.wordings;
  const wordings = texts.map((text) => locate(sources, text));
  const entries = wordings.map((wording) => Int32Array.from(wording.entries));
  const [left, right] = entries;
  if (term.kind === 'near' && left !== undefined && right !== undefined) {
    return { term, wordings, entries: keepCommon(left, right) };
  }
  const all = wordings.flatMap((wording) => wording.entries);
  return { term, wordings, entries: sortedAndUnique(Int32Array.from(all)) };
}

/** Sorted by start, the longer first; what two terms found alike is listed once. */
function inOrder(occurrences: Occurrence[]): Occurrence[] {
  return occurrences
    .sort((left, right) => left.start - right.start || right.end - left.end)
    .filter(({ start, end }, i) => {
      const before = occurrences[i - 1];
      return before?.start !== start || before.end !== end;
    });
}

/** Of occurrences that overlap, the first and longest: 双招双引 counts once when 招双 is searched too. */
function withoutOverlap(occurrences: Occurrence[]): Occurrence[] {
  const kept: Occurrence[] = [];
  let end = 0;
  for (const occurrence of inOrder(occurrences)) {
    if (occurrence.start < end) continue;
    kept.push(occurrence);
    end = occurrence.end;
  }
  return kept;
}

/** The occurrences that have a partner with at most `distance` characters between, on either side. */
function near(left: Occurrence[], right: Occurrence[], distance: number): Occurrence[] {
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
