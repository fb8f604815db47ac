import type { Handlers } from '../../../shared/contract/routes.ts';
import type { HandlerContext } from '../context.ts';
import { annotationHandlers } from './annotations.ts';
import { briefHandlers } from './briefs.ts';
import { comparisonHandlers } from './comparison.ts';
import { draftHandlers } from './drafts.ts';
import { exchangeHandlers } from './exchange.ts';
import { firstHandlers } from './first.ts';
import { importHandlers } from './imports.ts';
import { indicatorHandlers } from './indicators.ts';
import { leftoverHandlers } from './leftovers.ts';
import { libraryHandlers } from './library.ts';
import { replacementHandlers } from './replacement.ts';
import { reportHandlers } from './reports.ts';
import { reviewHandlers } from './review.ts';
import { safetyHandlers } from './safety.ts';
import { searchHandlers } from './search.ts';
import { settingsHandlers } from './settings.ts';
import { trashHandlers } from './trash.ts';
import { wordingHandlers } from './wordings.ts';

/** One handler a route: a missing or superfluous one does not compile. */
export const handlers: Handlers<HandlerContext> = {
  ...firstHandlers,
  ...libraryHandlers,
  ...safetyHandlers,
  ...importHandlers,
  ...reportHandlers,
  ...leftoverHandlers,
  ...replacementHandlers,
  ...searchHandlers,
  ...comparisonHandlers,
  ...indicatorHandlers,
  ...annotationHandlers,
  ...briefHandlers,
  ...draftHandlers,
  ...reviewHandlers,
  ...settingsHandlers,
  ...trashHandlers,
  ...exchangeHandlers,
  ...wordingHandlers,
};
