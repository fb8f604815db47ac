/**
 * The terms under which FlexSearch indexes a clause, and those it looks up for a run of a query. All of
 * them are two UTF-16 units; a term of the index that begins with a control character is a mark that
 * says something about the clause as a whole. Normalised text holds no control characters.
 */

/** Ends every clause, so that its last character begins a pair too. */
const END = '\0';

/** MARK_REPEATED + A: some pair that begins with A stands in the clause more than once. */
const MARK_REPEATED = 1;

/** MARK_APART + bucket: of some three characters ABC, AB and BC stand in the clause, but not ABC. */
const MARK_APART = 2;
const APART_BUCKETS = 1024;

const UNITS = 0x1_0000;

/** Two units as one number. */
export function pairOf(term: string): number {
  return term.charCodeAt(0) * UNITS + term.charCodeAt(1);
}

/** The pair under which clauses that repeat a pair beginning with a unit are listed. */
export function repeatedMark(unit: number): number {
  return MARK_REPEATED * UNITS + unit;
}

/** The pair under which clauses are listed that hold AB and BC apart, and a few others. */
export function apartMark(first: number, middle: number, last: number): number {
  return MARK_APART * UNITS + bucketOf(first, middle, last);
}

function bucketOf(first: number, middle: number, last: number): number {
  const mixed = Math.imul(Math.imul(first ^ 0x5bd1e995, 31) + middle, 0x9e3779b1) + last;
  return (Math.imul(mixed, 0x85ebca6b) >>> 16) % APART_BUCKETS;
}

/** Strings of pairs, made once each: FlexSearch uses them as keys, and a known key is found faster. */
const known = new Map<number, string>();

function termOf(pair: number): string {
  let term = known.get(pair);
  if (term === undefined) {
    term = String.fromCharCode(Math.floor(pair / UNITS), pair % UNITS);
    known.set(pair, term);
  }
  return term;
}

/** The pairs of a run of a query; a run of one unit stands for every pair that begins with it. */
export function queryTerms(run: string): string[] {
  if (run.length < 2) return [run];
  const terms: string[] = [];
  for (let i = 0; i + 1 < run.length; i++) terms.push(run.slice(i, i + 2));
  return terms;
}

/** All terms of a clause: its pairs, the one with its end among them, and its marks. */
export function clauseTerms(clause: string): string[] {
  const terms: string[] = [];
  const length = clause.length;
  let unit = clause.charCodeAt(0);
  let repeats = false;
  for (let i = 0; i < length; i++) {
    const next = i + 1 < length ? clause.charCodeAt(i + 1) : 0;
    terms.push(termOf(unit * UNITS + next));
    repeats ||= clause.indexOf(clause[i] as string, i + 1) > 0;
    unit = next;
  }
  if (repeats) markRepetitions(clause, terms);
  return terms;
}

function markRepetitions(clause: string, terms: string[]): void {
  const last = clause.length - 1;
  for (let i = 0; i <= last; i++) {
    const unit = clause.charCodeAt(i);
    for (let j = clause.indexOf(clause[i] as string, i + 1); j > 0; ) {
      const followers = [clause.charCodeAt(i + 1) || 0, clause.charCodeAt(j + 1) || 0] as const;
      if (followers[0] === followers[1]) terms.push(termOf(repeatedMark(unit)));
      else {
        if (i > 0 && j < last) markApart(clause, i, j, terms);
        if (i < last) markApart(clause, j, i, terms);
      }
      j = clause.indexOf(clause[i] as string, j + 1);
    }
  }
}

/** Marks the three units made of what stands before one place and of what stands at another. */
function markApart(clause: string, before: number, at: number, terms: string[]): void {
  const triple = clause[before - 1] + clause.slice(at, at + 2);
  if (clause.includes(triple)) return;
  const [first, middle, last] = [0, 1, 2].map((i) => triple.charCodeAt(i)) as [
    number,
    number,
    number,
  ];
  terms.push(termOf(apartMark(first, middle, last)));
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
  const terms = run.endsWith(END) ? clauseTerms(run.slice(0, -1)) : queryTerms(run);
  const [only] = terms;
  return terms.length === 1 && only !== undefined ? [only, only] : terms;
}
