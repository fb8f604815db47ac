import { lazy } from 'react';

/*
 * The views behind the library are fetched once the library stands: the first screen waits for none
 * of them, and a click on any of them finds it ready.
 */

const sources = {
  reader: () => import('./reader/ReaderView.tsx'),
  search: () => import('./search/SearchView.tsx'),
  compare: () => import('./compare/CompareView.tsx'),
  annotate: () => import('./annotate/AnnotateView.tsx'),
  brief: () => import('./brief/BriefView.tsx'),
  settings: () => import('./settings/SettingsView.tsx'),
};

export const ReaderView = lazy(async () => ({ default: (await sources.reader()).ReaderView }));
export const SearchView = lazy(async () => ({ default: (await sources.search()).SearchView }));
export const CompareView = lazy(async () => ({ default: (await sources.compare()).CompareView }));
export const AnnotateView = lazy(async () => ({
  default: (await sources.annotate()).AnnotateView,
}));
export const BriefView = lazy(async () => ({ default: (await sources.brief()).BriefView }));
export const SettingsView = lazy(async () => ({
  default: (await sources.settings()).SettingsView,
}));

/** Fetches every view while nothing else is to be done. */
export function fetchViews(): void {
  requestIdleCallback(() => {
    for (const source of Object.values(sources)) void source();
  });
}
