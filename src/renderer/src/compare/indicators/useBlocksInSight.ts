import { type RefObject, useCallback, useEffect, useLayoutEffect, useState } from 'react';
import { blocksBetween } from './blocksBetween.ts';
import { usePlaceState } from './usePlaceState.ts';

/** What is drawn before the area was measured. */
const FIRST_SCREEN = { top: 0, bottom: 1200 };

/**
 * Which blocks of a long table are near the screen. Blocks once drawn are remembered with their true
 * height, so that going back finds the same rows at the same scroll position.
 *
 * `table` has the blocks as its `tbody` elements, in order; what it stands in scrolls.
 */
export function useBlocksInSight(
  table: RefObject<HTMLTableElement | null>,
  ids: readonly string[],
  estimate: (at: number) => number,
): { first: number; end: number; heightOf: (at: number) => number } {
  const [{ known }, keep] = usePlaceState('figure heights', { known: new Map<string, number>() });
  useEffect(() => keep({ known }), [keep, known]);
  const heightOf = useCallback(
    (at: number) => known.get(ids[at] ?? '') ?? estimate(at),
    [known, ids, estimate],
  );
  const [sight, setSight] = useState(() =>
    blocksBetween(FIRST_SCREEN, { count: ids.length, heightOf }),
  );

  useLayoutEffect(() => {
    const drawn = table.current;
    const scroller = drawn?.parentElement;
    if (!scroller || !drawn) return;
    // While scrolling the layout is settled, so that measuring costs nothing.
    const measure = () => {
      for (const [at, body] of [...drawn.tBodies].entries()) {
        const id = ids[at];
        if (id !== undefined && body.dataset.drawn !== undefined) known.set(id, body.offsetHeight);
      }
    };
    const update = () => {
      measure();
      const top = scroller.getBoundingClientRect().top - drawn.getBoundingClientRect().top;
      const screen = { top, bottom: top + scroller.clientHeight };
      const next = blocksBetween(screen, { count: ids.length, heightOf });
      setSight((before) =>
        before.first === next.first && before.end === next.end ? before : next,
      );
    };
    update();
    scroller.addEventListener('scroll', update, { passive: true });
    const observer = new ResizeObserver(update);
    observer.observe(scroller);
    return () => {
      scroller.removeEventListener('scroll', update);
      observer.disconnect();
    };
  }, [table, ids, known, heightOf]);

  return { ...sight, heightOf };
}
