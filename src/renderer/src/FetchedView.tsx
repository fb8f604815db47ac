import type { ComponentType } from 'react';
import type { LibraryRoute, Route } from './navigation/route.ts';
import { fetched } from './ui/fetched.tsx';

export type FetchedRoute = Exclude<Route, LibraryRoute>;

type Views = {
  [N in FetchedRoute['view']]: ComponentType<{ route: Extract<FetchedRoute, { view: N }> }>;
};

const meanwhile = () => <main aria-busy="true" className="split" />;

const VIEWS: Views = {
  reader: fetched(async () => (await import('./reader/ReaderView.tsx')).ReaderView, { meanwhile }),
  search: fetched(async () => (await import('./search/SearchView.tsx')).SearchView, { meanwhile }),
  compare: fetched(async () => (await import('./compare/CompareView.tsx')).CompareView, {
    meanwhile,
  }),
  annotate: fetched(async () => (await import('./annotate/AnnotateView.tsx')).AnnotateView, {
    meanwhile,
  }),
  brief: fetched(async () => (await import('./brief/BriefView.tsx')).BriefView, { meanwhile }),
  draft: fetched(async () => (await import('./draft/DraftView.tsx')).DraftView, { meanwhile }),
  settings: fetched(async () => (await import('./settings/SettingsView.tsx')).SettingsView, {
    meanwhile,
  }),
};

/** The view of a route, as soon as its code is fetched. */
export function FetchedView({ route }: { route: FetchedRoute }) {
  // Each view stands under the name of the route it takes.
  const View = VIEWS[route.view] as ComponentType<{ route: FetchedRoute }>;
  return <View route={route} />;
}
