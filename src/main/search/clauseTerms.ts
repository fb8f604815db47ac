/**
 * The terms under which FlexSearch indexes a clause, and those it looks up for a run of a query. Besides
 * the overlapping pairs of a clause, whose last one is made with its end mark, the index has two kinds of
 * terms that spare the reading of texts: what pairs a clause repeats, and what pairs stand in it apart.
 *
 * In storage a term is a number: a pair of UTF-16 units is first × 65536 + second, and each repetition
 * adds 2^32.
 */

const UNITS = 0x1_0000;
const PAIRS = UNITS * UNITS;

/** Ends every clause, so that its last character begins a pair too. */
const END = '\0';

/** MARK_APART + bucket: of some three characters ABC, AB and BC stand in the clause, but not ABC. */
const MARK_APART = 2;
const APART_BUCKETS = 1024;

/** A pair is told to stand in a clause once to four times; what stands there four times may do so more. */
export const MOST_REPETITIONS = 3;

/** Behind the numbers of all terms. */
export const TERM_NUMBERS = (MOST_REPETITIONS + 1) * PAIRS;

export function pairOf(first: number, second: number): number {
  return first * UNITS + second;
}

/** Number of the term that lists clauses in which a pair stands again, 1 to 3 times more. */
export function repeated(pair: number, times: number): number {
  return pair + times * PAIRS;
}

/** Number of the term that lists clauses that hold AB and BC apart, and a few other clauses. */
export function apart(first: number, middle: number, last: number): number {
  const mixed = Math.imul(Math.imul(first ^ 0x5bd1e995, 31) + middle, 0x9e3779b1) + last;
  return pairOf(MARK_APART, (Math.imul(mixed, 0x85ebca6b) >>> 16) % APART_BUCKETS);
}

/** The number of a term as FlexSearch has it: two units, and a third for a repetition. */
export function numberOf(term: string): number {
  const pair = pairOf(term.charCodeAt(0), term.charCodeAt(1));
  return term.length === 2 ? pair : repeated(pair, term.charCodeAt(2));
}

/** Strings of terms, made once each: FlexSearch uses them as keys, and finds a known string faster. */
const known = new Map<number, string>();

function termOf(number: number): string {
  let term = known.get(number);
  if (term === undefined) {
    const pair = number % PAIRS;
    const units = [Math.floor(pair / UNITS), pair % UNITS];
    if (number >= PAIRS) units.push(Math.floor(number / PAIRS));
    term = String.fromCharCode(...units);
    known.set(number, term);
  }
  return term;
}

/** The pairs of a run of a query; a run of one unit stands for every pair that begins with it. */
function queryTerms(run: string): string[] {
  if (run.length < 2) return [run];
  const terms: string[] = [];
  for (let i = 0; i + 1 < run.length; i++) terms.push(run.slice(i, i + 2));
  return terms;
}

/**
 * Visits the numbers of all terms of a clause: its pairs in order, the last one made with the end mark,
 * then what it repeats and what stands in it apart. A number may come more than once.
 */
export function visitClauseTerms(clause: string, visit: (term: number) => void): void {
  let repeats = false;
  let unit = clause.charCodeAt(0);
  for (let i = 0; i < clause.length; i++) {
    const next = i + 1 < clause.length ? clause.charCodeAt(i + 1) : 0;
    visit(pairOf(unit, next));
    repeats ||= clause.indexOf(clause[i] as string, i + 1) > 0;
    unit = next;
  }
  if (repeats) visitRepetitions(clause, visit);
}

function visitRepetitions(clause: string, visit: (term: number) => void): void {
  const times = new Map<number, number>();
  const last = clause.length - 1;
  for (let at = 0; at <= last; at++) {
    const unit = clause[at] as string;
    let i = clause.indexOf(unit);
    if (i === at && clause.indexOf(unit, at + 1) < 0) continue;
    const pair = pairOf(clause.charCodeAt(at), at < last ? clause.charCodeAt(at + 1) : 0);
    const before = times.get(pair) ?? 0;
    times.set(pair, before + 1);
    if (before > 0 && before <= MOST_REPETITIONS) visit(repeated(pair, before));
    for (; i >= 0; i = clause.indexOf(unit, i + 1)) {
      if (i !== at && i > 0 && at < last) visitApart(clause, i, at, visit);
    }
  }
}

/** Visits the three units made of the one before a place and those at another, unless they do stand there. */
function visitApart(
  clause: string,
  before: number,
  at: number,
  visit: (term: number) => void,
): void {
  const triple = (clause[before - 1] as string) + clause.slice(at, at + 2);
  if (clause.includes(triple)) return;
  visit(apart(triple.charCodeAt(0), triple.charCodeAt(1), triple.charCodeAt(2)));
}

/** How FlexSearch is told a whole clause from a run of a query. */
export function asClause(clause: string): string {
  return clause + END;
}

/**
 * FlexSearch's encoder. FlexSearch asks its storage for a lone term through a promise, and for several at
 * once directly, so a lone term is given twice; in a clause it counts once all the same.
 */
export function encode(run: string): string[] {
  const terms = run.endsWith(END) ? [] : queryTerms(run);
  if (run.endsWith(END)) {
    visitClauseTerms(run.slice(0, -1), (term) => {
      terms.push(termOf(term));
    });
  }
  const [only] = terms;
  return terms.length === 1 && only !== undefined ? [only, only] : terms;
}
