import { useEffect, useState } from 'react';
import type { SearchHit } from '../../../shared/contract/routes/search.ts';

/** More than fit a window of 1080 pixels. */
const FIRST = 16;
const STEP = 34;

/**
 * The hits to draw now: at first as many as can be seen, the others a step a frame. Fifty sentences laid
 * out at once would hold up the next keystroke for more than fifty milliseconds. A list that begins as the
 * last one did keeps as many, so that nobody loses their place in it.
 */
export function useInSteps(hits: SearchHit[]): SearchHit[] {
  const [drawn, setDrawn] = useState({ hits, count: FIRST });
  const goesOn = drawn.hits === hits || startsAlike(drawn.hits, hits);
  const count = goesOn ? drawn.count : FIRST;
  useEffect(() => {
    if (count >= hits.length) return undefined;
    const frame = requestAnimationFrame(() => setDrawn({ hits, count: count + STEP }));
    return () => cancelAnimationFrame(frame);
  }, [hits, count]);
  return count < hits.length ? hits.slice(0, count) : hits;
}

/** The same words were asked for again, perhaps for more of their hits. */
function startsAlike([before]: readonly SearchHit[], [now]: readonly SearchHit[]): boolean {
  return (
    before?.documentId === now?.documentId &&
    before?.start === now?.start &&
    before?.end === now?.end
  );
}
