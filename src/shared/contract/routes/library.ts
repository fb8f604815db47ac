import { z } from 'zod';
import { route } from '../route.ts';
import { importOutcomeSchema } from './imports.ts';

export const libraryRoutes = {
  /** What the window needs before anything else. */
  'library.status': route(
    z.strictObject({}),
    z.strictObject({
      reportCount: z.number().int(),
      characterCount: z.number().int(),
      annotationCount: z.number().int(),
      /** True until the person opened the sample, imported a file, or declined the sample. */
      firstStart: z.boolean(),
      sampleOpened: z.boolean(),
    }),
  ),
  'library.openSample': route(
    z.strictObject({}),
    z.strictObject({ outcomes: z.array(importOutcomeSchema) }),
  ),
  /** Takes the sample's reports and the notes on them out of the library; undone by `openSample`. */
  'library.removeSample': route(z.strictObject({}), z.strictObject({ removed: z.number().int() })),
  'library.declineSample': route(z.strictObject({}), z.strictObject({})),
};
