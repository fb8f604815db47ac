import type { Handlers } from '../../../shared/contract/routes.ts';
import type { HandlerContext } from '../context.ts';

export const searchHandlers: Handlers<HandlerContext, 'search.run'> = {
  'search.run': async ({ search }, request) => search.run(request),
};
