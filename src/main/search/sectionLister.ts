import { bytes, eachStretch, FOLLOWED, fours } from './longLists.ts';

/** So many clauses are looked up at a time, for the reason given in longLists.ts. */
const CLAUSES_AT_ONCE = 4096;

/** One memory for all lists: new memory would be cleared first, or fetched from the system. */
let sections = new Int32Array(1 << 16);

/** As in `SectionRanks`. */
function sectionOf(before: Int32Array, pairs: Uint8Array, clause: number): number {
  const pair = pairs[clause >>> 1] as number;
  return ((before[clause >>> 7] as number) + (pair >>> 1) + (pair & clause & 1)) | 0;
}

/**
 * Writes down the sections of ascending clauses, each once. All hits of a common word pass through here:
 * the loops are written without branches that a processor would guess wrong. What is no new section is
 * written too, and overwritten.
 */
export class SectionLister {
  readonly #before: Int32Array;
  readonly #pairs: Uint8Array;
  #count = 0;
  #last = -1;
  /** The last clause looked up, where gaps are counted from. */
  #clause = 0;

  /** @param before and pairs: see `SectionRanks`. */
  constructor(before: Int32Array, pairs: Uint8Array) {
    this.#before = before;
    this.#pairs = pairs;
  }

  /** Begins a list of the sections of so many clauses at most. */
  begin(most: number): void {
    if (sections.length <= most) sections = new Int32Array(2 ** Math.ceil(Math.log2(most + 1)));
    this.#count = 0;
    this.#last = -1;
  }

  add(clauses: Int32Array): void {
    for (let from = 0; from < clauses.length; from += CLAUSES_AT_ONCE) {
      this.#addSome(clauses, from, Math.min(from + CLAUSES_AT_ONCE, clauses.length));
    }
  }

  /** Gaps are read and sections looked up in one go: the clauses between are never written down. */
  addShortGaps(blocks: readonly Uint8Array[], base: number): void {
    this.#clause = base;
    eachStretch(blocks, (length) => this.#addStretch(length));
  }

  /** Valid until the next list is begun. */
  found(): Int32Array {
    return sections.subarray(0, this.#count);
  }

  #addSome(clauses: Int32Array, from: number, to: number): void {
    const before = this.#before;
    const pairs = this.#pairs;
    const found = sections;
    let count = this.#count;
    let last = this.#last;
    let i = from;
    // Two at once, so that one need not wait for where the other is written.
    for (; i + 1 < to; i += 2) {
      const one = clauses[i] as number;
      const two = clauses[i + 1] as number;
      const first = sectionOf(before, pairs, one);
      const second = sectionOf(before, pairs, two);
      found[count] = first;
      count = (count + ((last - first) >>> 31)) | 0;
      found[count] = second;
      count = (count + ((first - second) >>> 31)) | 0;
      last = second;
    }
    if (i < to) {
      const clause = clauses[i] as number;
      const section = sectionOf(before, pairs, clause);
      found[count] = section;
      count = (count + ((last - section) >>> 31)) | 0;
      last = section;
    }
    this.#count = count;
    this.#last = last;
  }

  #addStretch(length: number): void {
    const before = this.#before;
    const pairs = this.#pairs;
    const found = sections;
    let count = this.#count;
    let last = this.#last;
    let clause = this.#clause;
    const whole = length >>> 2;
    for (let i = 0; i < length; ) {
      if ((i & 3) === 0) {
        let word = i >>> 2;
        for (; word < whole; word++) {
          const four = fours[word] as number;
          if ((four & FOLLOWED) !== 0) break;
          const one = (clause + (four & 0xff)) | 0;
          const two = (one + ((four >>> 8) & 0xff)) | 0;
          const three = (two + ((four >>> 16) & 0xff)) | 0;
          clause = (three + (four >>> 24)) | 0;
          const first = sectionOf(before, pairs, one);
          const second = sectionOf(before, pairs, two);
          const third = sectionOf(before, pairs, three);
          const fourth = sectionOf(before, pairs, clause);
          found[count] = first;
          count = (count + ((last - first) >>> 31)) | 0;
          found[count] = second;
          count = (count + ((first - second) >>> 31)) | 0;
          found[count] = third;
          count = (count + ((second - third) >>> 31)) | 0;
          found[count] = fourth;
          count = (count + ((third - fourth) >>> 31)) | 0;
          last = fourth;
        }
        i = word << 2;
        if (i >= length) break;
      }
      let gap = 0;
      let shift = 0;
      let byte = 0x80;
      for (; byte > 0x7f; shift += 7) {
        byte = bytes[i++] as number;
        gap |= (byte & 0x7f) << shift;
      }
      clause = (clause + gap) | 0;
      const section = sectionOf(before, pairs, clause);
      found[count] = section;
      count = (count + ((last - section) >>> 31)) | 0;
      last = section;
    }
    this.#count = count;
    this.#last = last;
    this.#clause = clause;
  }
}
