import { z } from 'zod';
import { route } from '../route.ts';
import { reportIdSchema } from '../schemas/report.ts';

/** What became of a report's notes in its new text. */
export const movedNotesSchema = z.strictObject({
  anchored: z.number().int(),
  review: z.number().int(),
  orphaned: z.number().int(),
});

export const replacementRoutes = {
  /**
   * Puts the corrected text of a chosen file (`imports.chooseFiles`) in a report's place and finds its
   * notes in it. The old text is kept as an earlier version. Answers how many notes stand, how many
   * the person should look at, and how many lost their passage.
   */
  'reports.replaceText': route(
    z.strictObject({ id: reportIdSchema, fileId: z.string().max(64) }),
    movedNotesSchema,
  ),
};
