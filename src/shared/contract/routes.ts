import type { z } from 'zod';
import { annotationRoutes } from './routes/annotations.ts';
import { briefRoutes } from './routes/briefs.ts';
import { comparisonRoutes } from './routes/comparison.ts';
import { draftRoutes } from './routes/drafts.ts';
import { exchangeRoutes } from './routes/exchange.ts';
import { importRoutes } from './routes/imports.ts';
import { indicatorRoutes } from './routes/indicators.ts';
import { libraryRoutes } from './routes/library.ts';
import { replacementRoutes } from './routes/replacement.ts';
import { reportRoutes } from './routes/reports.ts';
import { reviewRoutes } from './routes/review.ts';
import { safetyRoutes } from './routes/safety.ts';
import { searchRoutes } from './routes/search.ts';
import { settingsRoutes } from './routes/settings.ts';
import { trashRoutes } from './routes/trash.ts';
import { wordingRoutes } from './routes/wordings.ts';

/** Every request the window or the command line can make. The one list. */
export const routes = {
  ...libraryRoutes,
  ...safetyRoutes,
  ...importRoutes,
  ...reportRoutes,
  ...replacementRoutes,
  ...searchRoutes,
  ...comparisonRoutes,
  ...indicatorRoutes,
  ...annotationRoutes,
  ...briefRoutes,
  ...draftRoutes,
  ...reviewRoutes,
  ...settingsRoutes,
  ...trashRoutes,
  ...exchangeRoutes,
  ...wordingRoutes,
};

export type RouteName = keyof typeof routes;

/** What a caller sends: defaults may be left out. */
export type Input<N extends RouteName> = z.input<(typeof routes)[N]['input']>;
/** What a handler receives: after parsing. */
export type Parsed<N extends RouteName> = z.output<(typeof routes)[N]['input']>;
export type Output<N extends RouteName> = z.output<(typeof routes)[N]['output']>;

/** Exactly one handler a route; `C` is what handlers work with. */
export type Handlers<C, N extends RouteName = RouteName> = {
  [K in N]: (context: C, input: Parsed<K>) => Promise<Output<K>>;
};
