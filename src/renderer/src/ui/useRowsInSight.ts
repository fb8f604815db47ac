import { type RefObject, useEffect, useState } from 'react';

/** Rows drawn beyond either edge, so that fast scrolling and the arrow keys find them. */
const MARGIN_ROWS = 20;
/** Below this all rows are drawn. */
const FEW_ROWS = 120;

/** The nearest ancestor that scrolls. */
function scrollerOf(element: HTMLElement): HTMLElement | null {
  for (let each = element.parentElement; each; each = each.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(each).overflowY)) return each;
  }
  return null;
}

/** Rounded to whole margins, so that scrolling a few rows draws nothing new. */
export function rowsBetween(top: number, bottom: number, count: number, rowHeight: number) {
  const firstSeen = Math.floor(Math.max(0, top) / rowHeight / MARGIN_ROWS) * MARGIN_ROWS;
  const endSeen = Math.ceil(Math.max(0, bottom) / rowHeight / MARGIN_ROWS) * MARGIN_ROWS;
  return {
    first: Math.max(0, Math.min(firstSeen - MARGIN_ROWS, count)),
    end: Math.min(count, endSeen + MARGIN_ROWS),
  };
}

/**
 * Which of `count` rows of equal height are worth drawing inside `body`, whose ancestor scrolls:
 * from `first` up to but without `end`. The caller fills the rest with empty space.
 */
export function useRowsInSight(
  body: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
): { first: number; end: number } {
  const few = count <= FEW_ROWS;
  const [rows, setRows] = useState({ first: 0, end: FEW_ROWS });
  useEffect(() => {
    const element = body.current;
    const scroller = element && scrollerOf(element);
    if (few || !scroller) return;
    const update = () => {
      const top = scroller.getBoundingClientRect().top - element.getBoundingClientRect().top;
      const next = rowsBetween(top, top + scroller.clientHeight, count, rowHeight);
      setRows((before) => (before.first === next.first && before.end === next.end ? before : next));
    };
    update();
    scroller.addEventListener('scroll', update, { passive: true });
    const observer = new ResizeObserver(update);
    observer.observe(scroller);
    return () => {
      scroller.removeEventListener('scroll', update);
      observer.disconnect();
    };
  }, [body, few, count, rowHeight]);
  return few
    ? { first: 0, end: count }
    : { first: Math.min(rows.first, count), end: Math.min(rows.end, count) };
}
