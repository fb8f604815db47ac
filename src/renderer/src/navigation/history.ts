import type { Route } from './route.ts';

/** One place visited. `scroll` holds the scroll position of each named area, in pixels. */
export interface HistoryEntry {
  key: number;
  route: Route;
  scroll: Map<string, number>;
}

export interface History {
  entries: HistoryEntry[];
  index: number;
  nextKey: number;
}

const KEPT = 100;

function enter(key: number, route: Route): HistoryEntry {
  return { key, route, scroll: new Map() };
}

export function beginHistory(route: Route): History {
  return { entries: [enter(0, route)], index: 0, nextKey: 1 };
}

export function currentEntry(history: History): HistoryEntry {
  const entry = history.entries[history.index];
  if (!entry) throw new RangeError('a history has a current entry');
  return entry;
}

/** A new place: what lay ahead is forgotten, as in a browser. The oldest places drop off. */
export function goTo(history: History, route: Route): History {
  const entries = [
    ...history.entries.slice(0, history.index + 1),
    enter(history.nextKey, route),
  ].slice(-KEPT);
  return { entries, index: entries.length - 1, nextKey: history.nextKey + 1 };
}

/** The same place with other parameters, such as a query being typed: no step of its own. */
export function replaceRoute(history: History, route: Route): History {
  const entries = history.entries.map((entry, index) =>
    index === history.index ? { ...entry, route } : entry,
  );
  return { ...history, entries };
}

/** Moves by one; stays where there is nothing. */
export function step(history: History, by: 1 | -1): History {
  const index = history.index + by;
  return index < 0 || index >= history.entries.length ? history : { ...history, index };
}
