import { type RefObject, useLayoutEffect, useState } from 'react';
import type { BriefElement } from '../../../shared/contract/schemas/brief.ts';

/** What stands on pages of one direction: upright, or on their side. */
export interface Run {
  name: string;
  wide: boolean;
  elements: (BriefElement | string)[];
}

/** The brief in runs: a table too wide for an upright page has pages of its own. */
export function runsOf(body: readonly BriefElement[]): Run[] {
  const blocks = body.flatMap(({ children }) =>
    children.flatMap((child) =>
      typeof child === 'object' && child.tag === 'main' ? child.children : [],
    ),
  );
  const runs: Run[] = [];
  for (const block of blocks) {
    if (typeof block === 'string') continue;
    const wide = (block.attributes.class ?? '').split(' ').includes('wide');
    const last = runs.at(-1);
    if (last?.wide === wide) last.elements.push(block);
    else runs.push({ name: `run-${runs.length + 1}`, wide, elements: [block] });
  }
  return runs;
}

const MILLIMETRE = 96 / 25.4;
/** Between two pages, in pixels; see brief.css. */
const GAP = 16;

interface PagedRun {
  flow: HTMLElement;
  /** From the top of one page to that of the next, on the screen. */
  pitch: number;
  count: number;
  first: number;
}

/** How many pages each run has, counted again whenever it changes; fills the contents' page numbers in. */
export function usePages(sheet: RefObject<HTMLElement | null>, runs: readonly Run[]): number[] {
  const [counts, setCounts] = useState<number[]>([]);
  useLayoutEffect(() => {
    const element = sheet.current;
    if (!element || runs.length === 0) return;
    const count = () => {
      const paged = measure(element);
      setCounts((before) => {
        const now = paged.map((run) => run.count);
        return String(before) === String(now) ? before : now;
      });
      numberContents(element, paged);
    };
    count();
    const observer = new ResizeObserver(count);
    for (const flow of element.querySelectorAll('.brief-flow')) observer.observe(flow);
    return () => observer.disconnect();
  }, [sheet, runs]);
  return counts;
}

function measure(sheet: HTMLElement): PagedRun[] {
  let first = 1;
  return [...sheet.querySelectorAll<HTMLElement>('.brief-flow')].map((flow) => {
    const { width, height } = flow.getBoundingClientRect();
    const isLying = flow.parentElement?.classList.contains('lying') ?? false;
    const [across, down] = isLying ? [297, 210] : [210, 297];
    const scale = width / (across * MILLIMETRE) || 1;
    const pitch = (down * MILLIMETRE + GAP) * scale;
    const count = Math.max(1, Math.round((height + GAP * scale) / pitch));
    const run = { flow, pitch, count, first };
    first += count;
    return run;
  });
}

function numberContents(sheet: HTMLElement, runs: readonly PagedRun[]): void {
  for (const row of sheet.querySelectorAll('.contents li')) {
    const number = row.querySelector('.page');
    const id = row.querySelector('a')?.getAttribute('href')?.slice(1);
    const heading = id && document.getElementById(id);
    const run = heading && runs.find(({ flow }) => flow.contains(heading));
    if (!number || !heading || !run) continue;
    const below = heading.getBoundingClientRect().top - run.flow.getBoundingClientRect().top;
    number.textContent = String(run.first + Math.floor(below / run.pitch));
  }
}
