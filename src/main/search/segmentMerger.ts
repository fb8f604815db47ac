import type { Connection } from '../store/connection.ts';
import { TERM_NUMBERS } from './clauseTerms.ts';
import type { EntryTable } from './entries.ts';
import { liveClauses, type SegmentExtent } from './merge.ts';
import { BLOCKS, LEFT_OUT, type SegmentStore, SLOT_STEP } from './segments.ts';

/** A segment that is being written, and is not yet one. */
interface StartedMerge {
  readonly merged: readonly SegmentExtent[];
  readonly slot: number;
  /** What comes before this term is written. */
  nextTerm: number;
}

/** A merge reads the terms of 256 first characters at a time. */
const TERMS_AT_ONCE = 0x100_0000;

/**
 * Replaces neighbouring segments by one that holds only the clauses of entries, in short stretches inside
 * the caller's transactions. What is written is nobody's until the last one.
 */
export class SegmentMerger {
  readonly #segments: SegmentStore;
  readonly #selectSlots;
  readonly #selectKeyFrom;
  readonly #insertSegment;
  readonly #deleteSegment;
  readonly #deleteBlocks;
  readonly #setState;
  readonly #deleteState;

  constructor(connection: Connection, segments: SegmentStore) {
    this.#segments = segments;
    this.#selectSlots = connection
      .prepare<[], number>('SELECT slot FROM search_segment WHERE slot IS NOT NULL')
      .pluck();
    this.#selectKeyFrom = connection
      .prepare<[number], number>(
        'SELECT key FROM search_posting WHERE key >= ? ORDER BY key LIMIT 1',
      )
      .pluck();
    this.#insertSegment = connection.prepare<[number, number, number]>(
      'INSERT INTO search_segment (first_clause, end_clause, slot, small) VALUES (?, ?, ?, NULL)',
    );
    this.#deleteSegment = connection.prepare<[number]>(
      'DELETE FROM search_segment WHERE segment = ?',
    );
    this.#deleteBlocks = connection.prepare<[number, number]>(
      'DELETE FROM search_posting WHERE key >= ? AND key < ?',
    );
    this.#setState = connection.prepare<[string, number]>(
      'INSERT INTO search_state (name, value) VALUES (?, ?)',
    );
    this.#deleteState = connection.prepare<[string]>('DELETE FROM search_state WHERE name = ?');
  }

  begin(merged: readonly SegmentExtent[]): StartedMerge {
    return { merged, slot: this.#segments.freeSlot(), nextTerm: 0 };
  }

  /**
   * @param isTimeUp asked between short stretches of work.
   * @returns `given up` where its segments were merged or removed by someone else meanwhile.
   */
  goOn(
    merge: StartedMerge,
    entries: EntryTable,
    isTimeUp: () => boolean,
  ): 'goes on' | 'done' | 'given up' {
    const { merged, slot } = merge;
    const chosen = new Set(merged.map(({ segment }) => segment));
    const there = this.#segments.extents().filter(({ segment }) => chosen.has(segment));
    if (there.length !== merged.length || this.#selectSlots.all().includes(slot)) return 'given up';
    const firstClause = merged[0]?.firstClause ?? 0;
    const endClause = merged.at(-1)?.endClause ?? 0;
    while (merge.nextTerm < TERM_NUMBERS) {
      const from = merge.nextTerm;
      merge.nextTerm += TERMS_AT_ONCE;
      const postings = this.#segments.readMerged(chosen, entries, from, merge.nextTerm);
      this.#segments.insertLists(slot, postings, firstClause);
      if (isTimeUp()) return 'goes on';
    }
    const { lastInsertRowid } = this.#insertSegment.run(firstClause, endClause, slot);
    const leftOut = endClause - firstClause - liveClauses(entries, firstClause, endClause);
    this.#setState.run(`${LEFT_OUT}${lastInsertRowid}`, leftOut);
    for (const segment of chosen) {
      this.#deleteSegment.run(segment);
      this.#deleteState.run(`${LEFT_OUT}${segment}`);
    }
    return 'done';
  }

  /**
   * Deletes postings that no segment owns: those of merged segments, and of merges that were given up.
   *
   * @returns whether there may be more of them.
   */
  deleteUnowned(isTimeUp: () => boolean): boolean {
    const owned = new Set(this.#selectSlots.all());
    for (let from = 0; ; ) {
      const key = this.#selectKeyFrom.get(from);
      if (key === undefined) return false;
      const slot = Math.floor(key / SLOT_STEP);
      const end = (slot + 1) * SLOT_STEP;
      from = end;
      if (owned.has(slot)) continue;
      from = Math.min(key + TERMS_AT_ONCE * BLOCKS, end);
      this.#deleteBlocks.run(key, from);
      if (isTimeUp()) return true;
    }
  }
}
