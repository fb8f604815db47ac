/** A clause begins at most one section, so that what begins behind the first of so many fits a byte. */
const STRETCH = 256;

/**
 * Tells the section of a clause without looking for it: the section of the first clause of each 256,
 * and for each clause how many sections have begun since. A byte a clause. The loops below run over
 * all hits of a common word and are written without branches that a processor would guess wrong.
 */
export class SectionRanks {
  readonly #before: Int32Array;
  readonly #since: Uint8Array;
  readonly #count: number;

  /**
   * @param starts first clauses of all sections, ascending, none twice.
   * @param endClause behind the last clause that may be asked for.
   */
  constructor(starts: Int32Array, endClause: number) {
    this.#before = new Int32Array(Math.ceil((endClause + 1) / STRETCH));
    this.#since = new Uint8Array(endClause + 1);
    this.#count = starts.length;
    let section = -1;
    for (let clause = 0; clause <= endClause; ) {
      if (starts[section + 1] === clause) section++;
      const stretch = Math.floor(clause / STRETCH);
      if (clause === stretch * STRETCH) this.#before[stretch] = section;
      const next = Math.min(
        starts[section + 1] ?? Infinity,
        (stretch + 1) * STRETCH,
        endClause + 1,
      );
      this.#since.fill(section - (this.#before[stretch] as number), clause, next);
      clause = next;
    }
  }

  /** The ordinal of the section a clause lies in, counted from 0. */
  of(clause: number): number {
    return (this.#before[clause >>> 8] as number) + (this.#since[clause] as number);
  }

  /** The sections in which some of the ascending clauses lies, ascending. */
  list(clauses: Int32Array): Int32Array {
    const before = this.#before;
    const since = this.#since;
    const length = clauses.length;
    // One more than can be found: what is no new section is written too, and overwritten.
    const found = new Int32Array(length + 1);
    let count = 0;
    let last = -1;
    let i = 0;
    // Two at once, so that one need not wait for where the other is written.
    for (; i + 1 < length; i += 2) {
      const one = clauses[i] as number;
      const two = clauses[i + 1] as number;
      const first = (before[one >>> 8] as number) + (since[one] as number);
      const second = (before[two >>> 8] as number) + (since[two] as number);
      found[count] = first;
      count += (last - first) >>> 31;
      found[count] = second;
      count += (first - second) >>> 31;
      last = second;
    }
    if (i < length) {
      const section = this.of(clauses[i] as number);
      found[count] = section;
      count += (last - section) >>> 31;
    }
    return found.subarray(0, count);
  }

  /** Keeps the ascending sections that are among `others`, or are not. */
  keep(sections: Int32Array, others: Int32Array, among: boolean): Int32Array {
    const marks = this.#mark(others);
    const wanted = among ? 0 : 1;
    const kept = new Int32Array(sections.length);
    let count = 0;
    for (let i = 0; i < sections.length; i++) {
      const section = sections[i] as number;
      if (count < kept.length) kept[count] = section;
      count += (((marks[section >>> 5] as number) >>> (section & 31)) & 1) ^ wanted;
    }
    return kept.subarray(0, count);
  }

  /** Keeps the clauses that lie in one of the sections. */
  keepClauses(clauses: Int32Array, sections: Int32Array): Int32Array {
    const marks = this.#mark(sections);
    const kept = new Int32Array(clauses.length);
    let count = 0;
    for (let i = 0; i < clauses.length; i++) {
      const clause = clauses[i] as number;
      const section = this.of(clause);
      if (count < kept.length) kept[count] = clause;
      count += ((marks[section >>> 5] as number) >>> (section & 31)) & 1;
    }
    return kept.subarray(0, count);
  }

  #mark(sections: Int32Array): Int32Array {
    const marks = new Int32Array((this.#count >>> 5) + 1);
    for (let i = 0; i < sections.length; i++) {
      const section = sections[i] as number;
      marks[section >>> 5] = (marks[section >>> 5] as number) | (1 << (section & 31));
    }
    return marks;
  }
}
