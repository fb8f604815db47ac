import { type RefObject, useEffect, useState } from 'react';
import type { ReportTextHandle } from '../reportText/ReportText.tsx';

/** How far below the top edge a heading counts as arrived at: just below where a jump puts it. */
const READING_LINE = 84;

/** The offset of the block at the reading line, followed while the area is scrolled. */
export function useOffsetInSight(
  scroller: RefObject<HTMLElement | null>,
  text: RefObject<ReportTextHandle | null>,
): number {
  const [offset, setOffset] = useState(0);
  useEffect(() => {
    const area = scroller.current;
    const handle = text.current;
    if (!area || !handle) return;
    let tops = handle.blockTops();
    const follow = () => {
      const line = area.scrollTop + READING_LINE;
      setOffset(tops.findLast(({ top }) => top <= line)?.start ?? 0);
    };
    const measure = () => {
      tops = handle.blockTops();
      follow();
    };
    const resized = new ResizeObserver(measure);
    resized.observe(handle.element);
    area.addEventListener('scroll', follow, { passive: true });
    return () => {
      resized.disconnect();
      area.removeEventListener('scroll', follow);
    };
  }, [scroller, text]);
  return offset;
}
