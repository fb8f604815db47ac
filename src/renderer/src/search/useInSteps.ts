import { useEffect, useState } from 'react';
import type { SearchHit } from '../../../shared/contract/routes/search.ts';
import { whenIdleNextFrame } from './whenIdle.ts';

/** About as many as a window of 768 pixels shows. */
const FIRST = 8;
/** Drawn more in one frame, when their layout can wait and when it cannot. */
const STEP = { ahead: 40, whole: 34 };
/** Laid out at a time when there is nothing else to do, some five milliseconds' work. */
const SETTLED_AT_A_TIME = 8;
/** Where there is always something else to do. */
const IDLE_WITHIN_MS = 1000;

export interface Steps {
  /** Hits that are there. */
  drawn: number;
  /** Those that are laid out wherever they stand; the others only once they come near what is seen. */
  settled: number;
}

interface State extends Steps {
  hits: readonly SearchHit[];
  /** Nothing is left for later. */
  whole: boolean;
}

/**
 * How many of the hits to draw now: at first as many as can be seen, the others a frame later, these
 * without being laid out before they are looked at or there is time. Fifty sentences laid out at once would
 * hold up the next keystroke for some thirty milliseconds. A list that begins as the last one did keeps as
 * many, so that nobody loses their place in it.
 *
 * @param returning the list comes back to where it was scrolled to: heights have to be true from the start.
 */
export function useInSteps(hits: readonly SearchHit[], returning: boolean): Steps {
  const [last, setLast] = useState<State>(() => begin(hits, returning));
  const goesOn = last.hits === hits || startsAlike(last.hits, hits);
  const { drawn, settled, whole } = goesOn ? last : begin(hits, false);
  useEffect(() => {
    if (drawn < hits.length) {
      const more = drawn + (whole ? STEP.whole : STEP.ahead);
      const next = { hits, drawn: more, settled: whole ? more : settled, whole };
      const frame = requestAnimationFrame(() => setLast(next));
      return () => cancelAnimationFrame(frame);
    }
    if (settled >= hits.length) return undefined;
    const next = { hits, drawn, settled: settled + SETTLED_AT_A_TIME, whole };
    return whenIdleNextFrame(() => setLast(next), IDLE_WITHIN_MS);
  }, [hits, drawn, settled, whole]);
  return { drawn, settled };
}

function begin(hits: readonly SearchHit[], whole: boolean): State {
  return { hits, drawn: FIRST, settled: FIRST, whole };
}

/** The same words were asked for again, perhaps for more of their hits. */
function startsAlike([before]: readonly SearchHit[], [now]: readonly SearchHit[]): boolean {
  return (
    before?.documentId === now?.documentId &&
    before?.start === now?.start &&
    before?.end === now?.end
  );
}
