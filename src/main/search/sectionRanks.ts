import { FOLLOWED, hasShortGaps, layOut } from './gaps.ts';
import { decodePostings, type PostingBytes } from './postings.ts';

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

  /** The sections of `list`, straight from postings of segments that follow each other. */
  listPosted(parts: readonly PostingBytes[]): Int32Array {
    const listed = parts.map((part) =>
      hasShortGaps(part.bytes) ? this.#listShortGaps(part) : this.list(decodePostings([part])),
    );
    const [only] = listed;
    if (listed.length === 1 && only !== undefined) return only;
    const united = new Int32Array(listed.reduce((sum, { length }) => sum + length, 0));
    let count = 0;
    for (const sections of listed) {
      // A section of which half was added later has postings in two segments.
      const isKnown = count > 0 && united[count - 1] === sections[0];
      united.set(isKnown ? sections.subarray(1) : sections, count);
      count += isKnown ? sections.length - 1 : sections.length;
    }
    return united.subarray(0, count);
  }

  /** Gaps are read and sections looked up in one go: the clauses between are never written down. */
  #listShortGaps({ base, bytes: list }: PostingBytes): Int32Array {
    const before = this.#before;
    const since = this.#since;
    const { bytes, fours, length } = layOut(list);
    const found = scratchFor(length + 1);
    let count = 0;
    let last = -1;
    let clause = base;
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
          const first = ((before[one >>> 8] as number) + (since[one] as number)) | 0;
          const second = ((before[two >>> 8] as number) + (since[two] as number)) | 0;
          const third = ((before[three >>> 8] as number) + (since[three] as number)) | 0;
          const fourth = ((before[clause >>> 8] as number) + (since[clause] as number)) | 0;
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
      const section = this.of(clause);
      found[count] = section;
      count = (count + ((last - section) >>> 31)) | 0;
      last = section;
    }
    return found.slice(0, count);
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

let scratch = new Int32Array(1 << 16);

/** Memory for so many numbers at least, valid until the next call: new memory would be cleared first. */
function scratchFor(count: number): Int32Array {
  if (scratch.length < count) scratch = new Int32Array(2 ** Math.ceil(Math.log2(count)));
  return scratch;
}
