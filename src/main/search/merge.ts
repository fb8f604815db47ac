import type { EntryTable } from './entries.ts';
import { lastNotAbove } from './sorted.ts';

/** A stretch of clause numbers with its index segment. */
export interface SegmentExtent {
  segment: number;
  firstClause: number;
  endClause: number;
  small: boolean;
  /** Clauses of the stretch that the segment has no postings of: they were dead when it was merged. */
  leftOut: number;
}

/** So many small segments are read for each term before they are worth merging. */
const MANY_SMALL = 16;

/** Of the clauses of one segment, about 16 million characters: a merge stays short and its memory bounded. */
const MOST_CLAUSES = 2_000_000;

/** A segment with a larger share of removed texts is written anew. */
const LARGEST_DEAD_SHARE = 0.3;

/** How many clause numbers of a stretch still belong to an entry. */
export function liveClauses(entries: EntryTable, firstClause: number, endClause: number): number {
  let live = 0;
  for (
    let i = Math.max(0, lastNotAbove(entries.firstClause, firstClause));
    i < entries.count && (entries.firstClause[i] as number) < endClause;
    i++
  ) {
    const from = Math.max(firstClause, entries.firstClause[i] as number);
    const to = Math.min(endClause, entries.endClause[i] as number);
    live += Math.max(0, to - from);
  }
  return live;
}

/**
 * Chooses neighbouring segments to merge into one; empty where nothing is worth it. Segments double in
 * size from new to old, as the digits of a binary counter do, so that every posting is written again at
 * most about log2(library) times and a query reads about as many lists a term.
 *
 * @param segments in the order of their clauses.
 */
export function chooseMerge(
  segments: readonly SegmentExtent[],
  entries: EntryTable,
): readonly SegmentExtent[] {
  const smallFrom = segments.findLastIndex((segment) => !segment.small) + 1;
  if (segments.length - smallFrom >= MANY_SMALL) {
    let size = 0;
    let from = segments.length;
    for (; from > 0; from--) {
      const segment = segments[from - 1] as SegmentExtent;
      const length = segment.endClause - segment.firstClause;
      if (!segment.small && (length > size * 2 || length + size > MOST_CLAUSES)) break;
      size += length;
    }
    return segments.slice(from);
  }
  const wasteful = segments.find(({ firstClause, endClause, small, leftOut }) => {
    const held = endClause - firstClause - leftOut;
    const dead = held - liveClauses(entries, firstClause, endClause);
    return !small && dead > held * LARGEST_DEAD_SHARE;
  });
  return wasteful === undefined ? [] : [wasteful];
}
