import {
  createContext,
  type ReactNode,
  type RefObject,
  use,
  useEffect,
  useLayoutEffect,
  useMemo,
  useState,
} from 'react';
import {
  beginHistory,
  currentEntry,
  goTo,
  type HistoryEntry,
  replaceRoute,
  step,
} from './history.ts';
import type { Route } from './route.ts';

export interface Navigation {
  current: Route;
  /** A new place, a step of its own. */
  go: (route: Route) => void;
  /** The same place with other parameters: back leads past it. */
  replace: (route: Route) => void;
  back: () => void;
  forward: () => void;
  canGoBack: boolean;
  canGoForward: boolean;
}

interface NavigationState extends Navigation {
  entry: HistoryEntry;
}

const NavigationContext = createContext<NavigationState | null>(null);

const MOUSE_BACK = 3;
const MOUSE_FORWARD = 4;

/** Holds the history of places; Alt with the arrow keys and the mouse's side buttons move in it. */
export function NavigationProvider({ start, children }: { start: Route; children: ReactNode }) {
  const [history, setHistory] = useState(() => beginHistory(start));
  const moves = useMemo(
    () => ({
      go: (route: Route) => setHistory((before) => goTo(before, route)),
      replace: (route: Route) => setHistory((before) => replaceRoute(before, route)),
      back: () => setHistory((before) => step(before, -1)),
      forward: () => setHistory((before) => step(before, 1)),
    }),
    [],
  );

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.shiftKey || event.metaKey) return;
      if (event.key === 'ArrowLeft') moves.back();
      else if (event.key === 'ArrowRight') moves.forward();
      else return;
      event.preventDefault();
    };
    const onMouseUp = (event: MouseEvent) => {
      if (event.button === MOUSE_BACK) moves.back();
      if (event.button === MOUSE_FORWARD) moves.forward();
    };
    window.addEventListener('keydown', onKeyDown);
    window.addEventListener('mouseup', onMouseUp);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('mouseup', onMouseUp);
    };
  }, [moves]);

  const entry = currentEntry(history);
  const state = useMemo(
    () => ({
      ...moves,
      entry,
      current: entry.route,
      canGoBack: history.index > 0,
      canGoForward: history.index < history.entries.length - 1,
    }),
    [moves, entry, history],
  );
  return <NavigationContext value={state}>{children}</NavigationContext>;
}

function useNavigationState(): NavigationState {
  const state = use(NavigationContext);
  if (!state) throw new Error('useNavigation stands outside NavigationProvider');
  return state;
}

export function useNavigation(): Navigation {
  return useNavigationState();
}

/** Different for every place visited; as a React key it gives each its own view state. */
export function usePlaceKey(): number {
  return useNavigationState().entry.key;
}

/** How long a view may take to grow to the height its old scroll position needs. */
const SETTLE_MS = 3000;

/**
 * Remembers how far `area` is scrolled at this place in the history and restores it on coming back,
 * also where the content grows only later, until the person scrolls. `name` tells several areas of
 * one view apart.
 *
 * Returns whether a position was remembered: a view that would scroll by itself (to a passage in
 * focus) does so only where none was.
 */
export function useScrollMemory(
  area: RefObject<HTMLElement | null>,
  name: string,
): { hadPosition: boolean } {
  const { entry } = useNavigationState();
  const { scroll } = entry;
  const [hadPosition] = useState(() => scroll.has(name));

  useLayoutEffect(() => {
    const element = area.current;
    if (!element) return;
    const wanted = scroll.get(name);
    let restoring = wanted !== undefined;
    const restore = () => {
      if (!restoring || wanted === undefined) return;
      element.scrollTop = wanted;
      if (Math.abs(element.scrollTop - wanted) < 1) restoring = false;
    };
    const giveUp = () => {
      restoring = false;
    };
    const onScroll = () => {
      if (!restoring) scroll.set(name, element.scrollTop);
    };
    restore();
    const grown = new MutationObserver(restore);
    grown.observe(element, { childList: true, subtree: true });
    const timer = setTimeout(giveUp, SETTLE_MS);
    element.addEventListener('scroll', onScroll, { passive: true });
    element.addEventListener('wheel', giveUp, { passive: true });
    element.addEventListener('keydown', giveUp);
    element.addEventListener('pointerdown', giveUp);
    return () => {
      clearTimeout(timer);
      grown.disconnect();
      element.removeEventListener('scroll', onScroll);
      element.removeEventListener('wheel', giveUp);
      element.removeEventListener('keydown', giveUp);
      element.removeEventListener('pointerdown', giveUp);
    };
  }, [area, name, scroll]);

  return { hadPosition };
}
