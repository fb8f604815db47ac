import type { Connection } from '../store/connection.ts';
import type { LibraryCache } from './library.ts';
import { chooseMerge } from './merge.ts';
import { SegmentMerger } from './segmentMerger.ts';
import type { SegmentStore } from './segments.ts';

/** Merging as it is called for: in idle moments a step at a time, and at once where it cannot wait. */
export interface Maintenance {
  /** One short step, in a transaction of its own; answers whether there may be more to do. */
  step(): boolean;
  /** Everything that is due, inside the caller's transaction, which may yet be rolled back. */
  mergeAtOnce(): void;
}

/** A request may come at any time, and waits for the step in hand. */
const STEP_MILLISECONDS = 20;

/** @param markChanged tells every connection that its list of segments is out of date. */
export function createMaintenance(
  connection: Connection,
  segments: SegmentStore,
  library: LibraryCache,
  markChanged: () => void,
): Maintenance {
  const merger = new SegmentMerger(connection, segments);
  let merge: ReturnType<typeof merger.begin> | undefined;

  function takeStep(): boolean {
    const entries = library.refresh(true);
    const end = performance.now() + STEP_MILLISECONDS;
    const isTimeUp = () => performance.now() > end;
    if (merge === undefined) {
      if (merger.deleteUnowned(isTimeUp)) return true;
      const chosen = chooseMerge(segments.extents(), entries);
      if (chosen.length === 0) return false;
      merge = merger.begin(chosen);
    }
    const state = merger.goOn(merge, entries, isTimeUp);
    if (state === 'goes on') return true;
    merge = undefined;
    if (state === 'done') markChanged();
    return true;
  }

  const stepAtOnce = connection.transaction(takeStep);

  return {
    step: () => {
      try {
        return stepAtOnce.immediate();
      } catch (error) {
        // What was begun may have been undone.
        merge = undefined;
        throw error;
      }
    },
    mergeAtOnce: () => {
      merge = undefined;
      const entries = library.refresh(false);
      const chosen = chooseMerge(segments.extents(), entries);
      if (chosen.length === 0) return;
      const never = () => false;
      merger.goOn(merger.begin(chosen), entries, never);
      merger.deleteUnowned(never);
      markChanged();
    },
  };
}
