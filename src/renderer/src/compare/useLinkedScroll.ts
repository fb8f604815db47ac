import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { type AlignedGroup, type ColumnPlaces, pairedPlace } from './linkedPlaces.ts';

export interface LinkedColumn {
  scroller: HTMLElement;
  places: () => ColumnPlaces;
  /** How far the column is scrolled to have the line of an offset at its head. */
  topOf: (offset: number) => number;
}

/**
 * Lets the columns follow the one the person scrolls. Switched on, it goes on from where each column
 * stands: the distance each has to its paired place is kept until a jump brings all back in line.
 */
export function useLinkedScroll(
  columns: RefObject<(LinkedColumn | null)[]>,
  groups: readonly AlignedGroup[],
  linked: boolean,
  onMove: (column: number) => void,
) {
  const driver = useRef(0);
  const apart = useRef<number[]>([]);
  const frame = useRef(0);

  const align = useCallback(
    (from: number, move: (column: number, place: number | null) => void) => {
      const present = columns.current.filter((column) => column !== null);
      const all = present.map(({ places }) => places());
      const scroller = present[from]?.scroller;
      if (!scroller) return;
      const top = scroller.scrollTop - (apart.current[from] ?? 0);
      present.forEach((_, to) => {
        if (to !== from) move(to, pairedPlace(groups, all, from, to, top));
      });
    },
    [columns, groups],
  );

  /** Keeps from here on the distances the columns have to what is paired with `from`. */
  const keepDistances = useCallback(
    (from: number) => {
      apart.current = [];
      const distances: number[] = [];
      align(from, (to, place) => {
        const scroller = columns.current[to]?.scroller;
        distances[to] = place === null || !scroller ? 0 : scroller.scrollTop - place;
      });
      apart.current = distances;
    },
    [align, columns],
  );

  useEffect(() => {
    if (linked) keepDistances(driver.current);
  }, [linked, keepDistances]);

  const takeOver = useCallback((column: number) => {
    driver.current = column;
  }, []);

  const onScroll = useCallback(
    (column: number) => {
      onMove(column);
      if (!linked || column !== driver.current || frame.current !== 0) return;
      frame.current = requestAnimationFrame(() => {
        frame.current = 0;
        align(column, (to, place) => {
          const scroller = columns.current[to]?.scroller;
          if (scroller && place !== null) scroller.scrollTop = place + (apart.current[to] ?? 0);
        });
      });
    },
    [linked, align, columns, onMove],
  );

  /** Brings every column that has a part in the group to the head of it. */
  const jumpTo = useCallback(
    (group: AlignedGroup) => {
      apart.current = [];
      // Nobody drives while all are being placed, else the first to move would pull the others.
      driver.current = -1;
      columns.current.forEach((column, index) => {
        const member = group.members[index];
        const place = column
          ?.places()
          .sections.find(({ sectionIndex }) => sectionIndex === (member ?? null));
        if (column && place) column.scroller.scrollTop = place.top;
      });
    },
    [columns],
  );

  /** Brings the columns to offsets of their own; linked scrolling goes on from there. */
  const placeAt = useCallback(
    (offsets: readonly (number | null)[]) => {
      driver.current = -1;
      columns.current.forEach((column, index) => {
        const offset = offsets[index] ?? null;
        if (column && offset !== null) column.scroller.scrollTop = column.topOf(offset);
      });
      keepDistances(0);
    },
    [columns, keepDistances],
  );

  return { takeOver, onScroll, jumpTo, placeAt };
}
