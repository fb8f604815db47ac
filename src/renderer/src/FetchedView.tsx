import { type ComponentType, useEffect, useSyncExternalStore } from 'react';
import type { LibraryRoute, Route } from './navigation/route.ts';

/*
 * The views behind the library are fetched once the library stands: the first screen waits for none
 * of them, and a click on any of them finds it ready. React's own `lazy` is not used because it
 * holds a view back for 300 ms at its first showing, fetched or not.
 */

export type FetchedRoute = Exclude<Route, LibraryRoute>;

type Views = {
  [N in FetchedRoute['view']]: ComponentType<{ route: Extract<FetchedRoute, { view: N }> }>;
};

const sources: { [N in keyof Views]: () => Promise<Views[N]> } = {
  reader: async () => (await import('./reader/ReaderView.tsx')).ReaderView,
  search: async () => (await import('./search/SearchView.tsx')).SearchView,
  compare: async () => (await import('./compare/CompareView.tsx')).CompareView,
  annotate: async () => (await import('./annotate/AnnotateView.tsx')).AnnotateView,
  brief: async () => (await import('./brief/BriefView.tsx')).BriefView,
  draft: async () => (await import('./draft/DraftView.tsx')).DraftView,
  settings: async () => (await import('./settings/SettingsView.tsx')).SettingsView,
};

const fetched: Partial<Views> = {};
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

async function fetchView<N extends keyof Views>(name: N): Promise<void> {
  if (fetched[name]) return;
  fetched[name] = await sources[name]();
  for (const listener of listeners) listener();
}

/** Until then the first screen is being painted and read. */
const AFTER_FIRST_PAINT_MS = 500;

/** Fetches every view once the first screen stands and nothing else is to be done. */
export function fetchViews(): void {
  setTimeout(() => {
    requestIdleCallback(() => {
      for (const name of Object.keys(sources) as (keyof Views)[]) void fetchView(name);
    });
  }, AFTER_FIRST_PAINT_MS);
}

/** The view of a route, as soon as it is fetched. */
export function FetchedView({ route }: { route: FetchedRoute }) {
  const name = route.view;
  // The view was stored under the name of the route it takes.
  const View = useSyncExternalStore(subscribe, () => fetched[name]) as
    | ComponentType<{ route: FetchedRoute }>
    | undefined;
  useEffect(() => {
    void fetchView(name);
  }, [name]);
  return View ? <View route={route} /> : <main aria-busy="true" className="split" />;
}
