import { hasShortGaps } from './longLists.ts';
import { decodeScratch, mostPostings, type PostingBytes } from './postings.ts';
import { SectionLister } from './sectionLister.ts';
import { firstNotBelow } from './sorted.ts';

/** A clause begins at most one section, so that what begins behind the first of so many fits seven bits. */
const STRETCH = 128;

/** So many times fewer sections than clauses are gone through one by one, not all the clauses. */
const MUCH_FEWER = 8;

/**
 * Tells the section of a clause without looking for it: the section of the first clause of each 128, and
 * a byte for every two clauses, seven bits of which say how many sections have begun since, and the lowest
 * whether the second of the two begins another. What is read of it for a rare word comes from far memory,
 * so it is kept small.
 */
export class SectionRanks {
  readonly #starts: Int32Array;
  readonly #before: Int32Array;
  readonly #pairs: Uint8Array;
  readonly #lister: SectionLister;

  /**
   * @param starts first clauses of all sections, ascending, none twice.
   * @param endClause behind the last clause that may be asked for.
   */
  constructor(starts: Int32Array, endClause: number) {
    this.#starts = starts;
    this.#before = new Int32Array(Math.ceil((endClause + 1) / STRETCH));
    this.#pairs = new Uint8Array((endClause >>> 1) + 1);
    let section = -1;
    for (let clause = 0; clause <= endClause; ) {
      if (starts[section + 1] === clause) {
        section++;
        if (clause % 2 === 1) this.#pairs[clause >>> 1] = (this.#pairs[clause >>> 1] as number) | 1;
      }
      const stretch = Math.floor(clause / STRETCH);
      if (clause === stretch * STRETCH) this.#before[stretch] = section;
      const next = Math.min(
        starts[section + 1] ?? Infinity,
        (stretch + 1) * STRETCH,
        endClause + 1,
      );
      const since = section - (this.#before[stretch] as number);
      this.#pairs.fill(since << 1, (clause + 1) >>> 1, (next + 1) >>> 1);
      clause = next;
    }
    this.#lister = new SectionLister(this.#before, this.#pairs);
  }

  /** The ordinal of the section a clause lies in, counted from 0. */
  of(clause: number): number {
    const pair = this.#pairs[clause >>> 1] as number;
    return (this.#before[clause >>> 7] as number) + (pair >>> 1) + (pair & clause & 1);
  }

  /** The sections in which some of the ascending clauses lies, ascending. */
  list(clauses: Int32Array): Int32Array {
    this.#lister.begin(clauses.length);
    this.#lister.add(clauses);
    return this.#lister.found().slice();
  }

  /** The sections of `list`, straight from postings of segments that follow each other; valid until the next call. */
  listPosted(parts: readonly PostingBytes[]): Int32Array {
    this.#lister.begin(mostPostings(parts));
    for (const part of parts) {
      if (hasShortGaps(part.blocks)) this.#lister.addShortGaps(part.blocks, part.base);
      else this.#lister.add(decodeScratch([part]));
    }
    return this.#lister.found();
  }

  /** Keeps the ascending sections in which some of the ascending clauses lies, or none. */
  keepHolding(sections: Int32Array, clauses: Int32Array, holding: boolean): Int32Array {
    if (sections.length * MUCH_FEWER < clauses.length) {
      let at = 0;
      return sections.filter((section) => {
        at = firstNotBelow(clauses, this.#starts[section] as number, at);
        return at < this.#behind(section, clauses, at) === holding;
      });
    }
    const marks = this.#mark(this.list(clauses));
    const wanted = holding ? 0 : 1;
    const kept = new Int32Array(sections.length);
    let count = 0;
    for (let i = 0; i < sections.length; i++) {
      const section = sections[i] as number;
      if (count < kept.length) kept[count] = section;
      count += (((marks[section >>> 5] as number) >>> (section & 31)) & 1) ^ wanted;
    }
    return kept.subarray(0, count);
  }

  /** Keeps the clauses that lie in one of the sections; both ascending. */
  keepClauses(clauses: Int32Array, sections: Int32Array): Int32Array {
    const kept = new Int32Array(clauses.length);
    let count = 0;
    if (sections.length * MUCH_FEWER < clauses.length) {
      let at = 0;
      for (const section of sections) {
        at = firstNotBelow(clauses, this.#starts[section] as number, at);
        const behind = this.#behind(section, clauses, at);
        for (; at < behind; at++) kept[count++] = clauses[at] as number;
      }
      return kept.subarray(0, count);
    }
    const marks = this.#mark(sections);
    for (let i = 0; i < clauses.length; i++) {
      const clause = clauses[i] as number;
      const section = this.of(clause);
      if (count < kept.length) kept[count] = clause;
      count += ((marks[section >>> 5] as number) >>> (section & 31)) & 1;
    }
    return kept.subarray(0, count);
  }

  /** Index of the first of the clauses behind a section, looked for near `at` first. */
  #behind(section: number, clauses: Int32Array, at: number): number {
    const end = this.#starts[section + 1];
    return end === undefined ? clauses.length : firstNotBelow(clauses, end, at);
  }

  #mark(sections: Int32Array): Int32Array {
    const marks = new Int32Array((this.#starts.length >>> 5) + 1);
    for (let i = 0; i < sections.length; i++) {
      const section = sections[i] as number;
      marks[section >>> 5] = (marks[section >>> 5] as number) | (1 << (section & 31));
    }
    return marks;
  }
}
