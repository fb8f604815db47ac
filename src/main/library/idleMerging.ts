/** So long after the last request merging begins: somebody who writes on is not kept waiting. */
export const IDLE_MILLISECONDS = 4000;

/** Between two steps requests come to their turn. */
const PAUSE_MILLISECONDS = 20;

export interface IdleMerging {
  /** A request has come; nothing is begun before it is answered. */
  pause(): void;
  /** A request is answered. */
  resume(): void;
  stop(): void;
}

/**
 * Merges the segments of the search index while nobody asks for anything.
 *
 * @param step goes on merging for a moment; answers whether there may be more to do. What it throws ends
 *   merging until the next request.
 */
export function mergeWhenIdle(step: () => boolean): IdleMerging {
  let pending = 0;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  function wait(milliseconds: number): void {
    clearTimeout(timer);
    if (!isStopped && pending === 0) timer = setTimeout(goOn, milliseconds);
  }

  function goOn(): void {
    try {
      if (step()) wait(PAUSE_MILLISECONDS);
    } catch {
      // The library is closed or cannot be written; whoever asks for something next is told so.
    }
  }

  wait(IDLE_MILLISECONDS);
  return {
    pause: () => {
      pending += 1;
      clearTimeout(timer);
    },
    resume: () => {
      pending -= 1;
      wait(IDLE_MILLISECONDS);
    },
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
