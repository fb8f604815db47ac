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

/**
 * A mark and a bucket: of some three units ABC, AB and BC stand in the clause, but not ABC; or of four,
 * ABC and BCD, but not ABCD. With the next higher mark: some other three or four of the same bucket do
 * stand in the clause, so that it may not be refuted.
 */
const MARK_THREE_APART = 2;
const MARK_FOUR_APART = 4;
const APART_BUCKETS = 1024;

/** A clause of so many units is looked at otherwise. */
const LONG_CLAUSE = 200;

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

/** Number of the term that lists clauses that hold the parts of three or four units, but not together. */
export function apart(units: string): number {
  let mixed = 0x5bd1e995;
  for (let i = 0; i < units.length; i++) {
    mixed = Math.imul(mixed ^ units.charCodeAt(i), 0x9e3779b1);
    mixed ^= mixed >>> 15;
  }
  const mark = units.length === 3 ? MARK_THREE_APART : MARK_FOUR_APART;
  return pairOf(mark, (mixed >>> 0) % APART_BUCKETS);
}

/** Number of the term that lists, of the clauses listed by `apart`, those that it says too much of. */
export function apartInDoubt(units: string): number {
  return apart(units) + UNITS;
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
  /** A bit for every thirty-second unit: mostly it tells that a unit is new, without looking for it. */
  let seen = 0;
  let unit = clause.charCodeAt(0);
  for (let i = 0; i < clause.length; i++) {
    const next = i + 1 < clause.length ? clause.charCodeAt(i + 1) : 0;
    visit(pairOf(unit, next));
    const bit = 1 << (unit & 31);
    repeats ||= (seen & bit) !== 0 && clause.indexOf(clause[i] as string) < i;
    seen |= bit;
    unit = next;
  }
  if (repeats) visitRepetitions(clause, visit);
}

/** Of the clause in hand: 1 for a unit that stands in it once, 2 for one that stands in it again; else 0. */
const stands = new Uint8Array(UNITS);

function visitRepetitions(clause: string, visit: (term: number) => void): void {
  const last = clause.length - 1;
  for (let at = 0; at <= last; at++) {
    const unit = clause.charCodeAt(at);
    stands[unit] = stands[unit] === 0 ? 1 : 2;
  }
  const times = new Map<number, number>();
  let isAnyTwice = false;
  for (let at = 0; at <= last; at++) {
    const unit = clause.charCodeAt(at);
    if (stands[unit] === 1) continue;
    const pair = pairOf(unit, at < last ? clause.charCodeAt(at + 1) : 0);
    const before = times.get(pair) ?? 0;
    times.set(pair, before + 1);
    if (before === 0) continue;
    isAnyTwice = true;
    if (before <= MOST_REPETITIONS) visit(repeated(pair, before));
  }
  visitApart(clause, 1, visit);
  if (isAnyTwice) visitApart(clause, 2, visit);
  for (let at = 0; at <= last; at++) stands[clause.charCodeAt(at)] = 0;
}

/**
 * Where `shared` units stand in several places, visits what the unit before one place makes with the
 * units at another, unless that stands in the clause too.
 */
function visitApart(clause: string, shared: number, visit: (term: number) => void): void {
  const marks =
    clause.length < LONG_CLAUSE ? marksOfShort(clause, shared) : marksOfLong(clause, shared);
  if (marks.size === 0) return;
  for (const mark of marks) visit(mark);
  for (let at = 0; at + shared + 2 <= clause.length; at++) {
    const units = clause.slice(at, at + shared + 2);
    if (marks.has(apart(units))) visit(apartInDoubt(units));
  }
}

/** Place by place: fastest in a sentence of a report, and of the square of the length at least. */
function marksOfShort(clause: string, shared: number): Set<number> {
  const marks = new Set<number>();
  for (let at = 0; at + shared < clause.length; at++) {
    if (stands[clause.charCodeAt(at)] === 1) continue;
    const units = clause.slice(at, at + shared);
    for (let i = clause.indexOf(units); i >= 0; i = clause.indexOf(units, i + 1)) {
      if (i === at || i === 0) continue;
      const together = clause[i - 1] + clause.slice(at, at + shared + 1);
      if (!clause.includes(together)) marks.add(apart(together));
    }
  }
  return marks;
}

/** The same by what stands there, each once: a page without a full stop must not stop the program. */
function marksOfLong(clause: string, shared: number): Set<number> {
  const before = new Map<string, Set<string>>();
  const onwards = new Map<string, Set<string>>();
  const there = new Set<string>();
  const note = (map: Map<string, Set<string>>, units: string, what: string) => {
    const known = map.get(units);
    if (known === undefined) map.set(units, new Set([what]));
    else known.add(what);
  };
  for (let at = 0; at + shared <= clause.length; at++) {
    const units = clause.slice(at, at + shared);
    if (at > 0) note(before, units, clause[at - 1] as string);
    if (at + shared < clause.length) note(onwards, units, clause.slice(at, at + shared + 1));
    if (at + shared + 2 <= clause.length) there.add(clause.slice(at, at + shared + 2));
  }
  const marks = new Set<number>();
  for (const [units, starts] of onwards) {
    for (const first of before.get(units) ?? []) {
      for (const start of starts) {
        if (!there.has(first + start)) marks.add(apart(first + start));
      }
      if (marks.size === APART_BUCKETS) return marks;
    }
  }
  return marks;
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
