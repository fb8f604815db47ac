/** Every bit up to and with the one at `at`. */
function upTo(at: number): number {
  return -1 >>> (31 - at);
}

function countBits(word: number): number {
  let bits = word - ((word >>> 1) & 0x5555_5555);
  bits = (bits & 0x3333_3333) + ((bits >>> 2) & 0x3333_3333);
  bits = (bits + (bits >>> 4)) & 0x0f0f_0f0f;
  return Math.imul(bits, 0x0101_0101) >>> 24;
}

/**
 * Tells the section of a clause without looking for it: a bit for each clause that begins a section, and
 * how many sections began before each word of bits. Eight bytes for 32 clauses. The loops below run over
 * all hits of a common word and are written without branches that a processor would guess wrong.
 */
export class SectionRanks {
  readonly #bits: Int32Array;
  readonly #before: Int32Array;
  readonly #count: number;

  /**
   * @param starts first clauses of all sections, ascending, none twice.
   * @param endClause behind the last clause that may be asked for.
   */
  constructor(starts: Int32Array, endClause: number) {
    const words = (endClause >>> 5) + 1;
    this.#bits = new Int32Array(words);
    this.#before = new Int32Array(words);
    this.#count = starts.length;
    for (const start of starts) {
      this.#bits[start >>> 5] = (this.#bits[start >>> 5] as number) | (1 << (start & 31));
    }
    let before = 0;
    for (let word = 0; word < words; word++) {
      this.#before[word] = before;
      before += countBits(this.#bits[word] as number);
    }
  }

  /** The ordinal of the section a clause lies in, counted from 0. */
  of(clause: number): number {
    const word = clause >>> 5;
    const bits = (this.#bits[word] as number) & upTo(clause & 31);
    return (this.#before[word] as number) + countBits(bits) - 1;
  }

  /** The sections in which some of the ascending clauses lies, ascending. */
  list(clauses: Int32Array): Int32Array {
    const found = new Int32Array(clauses.length);
    let count = 0;
    let last = -1;
    for (let i = 0; i < clauses.length; i++) {
      const section = this.of(clauses[i] as number);
      if (count < found.length) found[count] = section;
      count += (last - section) >>> 31;
      last = section;
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
