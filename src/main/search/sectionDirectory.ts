import { SectionRanks } from './sectionRanks.ts';
import { headingClauses } from './sections.ts';
import { ByteReader } from './varint.ts';

/** What a section is of; many sections share one. */
export interface SectionSort {
  role: string | null;
  topics: readonly string[];
}

const FIRST_CAPACITY = 1024;

/**
 * The sections of the whole library in columns, by ordinal. Numbers of clauses are given once, so texts
 * are only ever added at the end; sections of removed texts stay, and no hit lies in them.
 */
export class SectionDirectory {
  #starts = new Int32Array(FIRST_CAPACITY);
  #sorts = new Uint16Array(FIRST_CAPACITY);
  /** 1 where the section begins inside its first clause: 工作回顾|2018年. */
  #beginsInside = new Uint8Array(FIRST_CAPACITY);
  /** A bit for each clause that a heading stands in. */
  #inHeading = new Int32Array(FIRST_CAPACITY);
  #count = 0;
  #endClause = 0;
  #ranks: SectionRanks | undefined;
  readonly sorts: SectionSort[] = [];
  readonly #numberOfSort = new Map<string, number>();

  /** Behind the last clause whose sections are known. */
  get endClause(): number {
    return this.#endClause;
  }

  /**
   * Adds the sections of an entry behind all others.
   *
   * @param packed as `packSections` wrote them; undefined where the entry is one section.
   */
  add(
    packed: Uint8Array | undefined,
    firstClause: number,
    endClause: number,
    nameOf: (label: number) => string,
  ): void {
    this.#ranks = undefined;
    this.#endClause = endClause;
    if (packed === undefined) {
      this.#push(firstClause, 0, [], false, nameOf);
      return;
    }
    const reader = new ByteReader(packed);
    let clause = firstClause;
    const topics: number[] = [];
    for (let count = reader.readVarint(); count > 0; count--) {
      clause += reader.readVarint();
      reader.readVarint();
      const inside = reader.readVarint() > 0;
      const role = reader.readVarint();
      topics.length = 0;
      for (let more = reader.readVarint(); more > 0; more--) topics.push(reader.readVarint());
      this.#push(clause, role, topics, inside, nameOf);
    }
    this.#markHeadings(headingClauses(packed, firstClause), endClause);
  }

  #markHeadings(headings: readonly number[], endClause: number): void {
    if (endClause >>> 5 >= this.#inHeading.length) {
      const grown = new Int32Array((endClause >>> 4) + 1);
      grown.set(this.#inHeading);
      this.#inHeading = grown;
    }
    for (let i = 0; i < headings.length; i += 2) {
      for (let clause = headings[i] as number; clause < (headings[i + 1] as number); clause++) {
        const word = clause >>> 5;
        this.#inHeading[word] = (this.#inHeading[word] as number) | (1 << (clause & 31));
      }
    }
  }

  /** Those of the clauses that a heading stands in. */
  inHeadings(clauses: Int32Array): number[] {
    const bits = this.#inHeading;
    const found: number[] = [];
    for (let i = 0; i < clauses.length; i++) {
      const clause = clauses[i] as number;
      if (((bits[clause >>> 5] as number) >>> (clause & 31)) & 1) found.push(clause);
    }
    return found;
  }

  ranks(): SectionRanks {
    this.#ranks ??= new SectionRanks(this.#starts.subarray(0, this.#count), this.#endClause);
    return this.#ranks;
  }

  /** The number in `sorts` of a section. */
  sortOf(section: number): number {
    return this.#sorts[section] as number;
  }

  /** Whether a section begins inside a clause, so that only the text tells on which side of its start. */
  beginsInside(section: number, clause: number): boolean {
    return this.#starts[section] === clause && this.#beginsInside[section] === 1;
  }

  #push(
    clause: number,
    role: number,
    topics: readonly number[],
    inside: boolean,
    nameOf: (label: number) => string,
  ): void {
    // Of sections that begin in one clause the last one has it.
    const isSame = this.#count > 0 && this.#starts[this.#count - 1] === clause;
    const at = isSame ? this.#count - 1 : this.#count++;
    if (this.#count > this.#starts.length) this.#grow();
    this.#starts[at] = clause;
    this.#sorts[at] = this.#sortNumber(role, topics, nameOf);
    this.#beginsInside[at] = inside || (isSame && this.#beginsInside[at] === 1) ? 1 : 0;
  }

  #sortNumber(role: number, topics: readonly number[], nameOf: (label: number) => string): number {
    const key = topics.length === 0 ? String(role) : `${role} ${topics.join()}`;
    let number = this.#numberOfSort.get(key);
    if (number === undefined) {
      number = this.sorts.length;
      this.#numberOfSort.set(key, number);
      this.sorts.push({ role: role === 0 ? null : nameOf(role), topics: topics.map(nameOf) });
    }
    return number;
  }

  #grow(): void {
    const capacity = this.#starts.length * 2;
    const grown = { starts: new Int32Array(capacity), sorts: new Uint16Array(capacity) };
    grown.starts.set(this.#starts);
    grown.sorts.set(this.#sorts);
    this.#starts = grown.starts;
    this.#sorts = grown.sorts;
    const inside = new Uint8Array(capacity);
    inside.set(this.#beginsInside);
    this.#beginsInside = inside;
  }
}
