import { z } from 'zod';
import { route } from '../route.ts';
import { reportIdSchema } from '../schemas/report.ts';

const choice = z.strictObject({
  reports: z.array(reportIdSchema).max(10_000),
  notes: z.array(z.string().max(64)).max(10_000),
});

const copySchema = z.strictObject({
  id: z.string(),
  place: z.enum(['snapshots', 'set-aside', 'second-folder']),
  /** Null for a file that a restore set aside. */
  takenAt: z.string().nullable(),
  /** Why it was written, in Chinese. */
  reason: z.string(),
  /** False for a damaged file: nobody can tell what is in it, and cleaning it means deleting it. */
  readable: z.boolean(),
});

export const trashRoutes = {
  /** What was removed and can be brought back (回收站), newest first. */
  'trash.list': route(
    z.strictObject({}),
    z.strictObject({
      reports: z.array(
        z.strictObject({
          id: z.string(),
          title: z.string(),
          removedAt: z.string(),
          annotationCount: z.number().int(),
        }),
      ),
      notes: z.array(
        z.strictObject({
          id: z.string(),
          note: z.string(),
          reportTitle: z.string(),
          removedAt: z.string(),
        }),
      ),
    }),
  ),
  /** The snapshots and files set aside that hold these reports and notes as well, or may hold them. */
  'trash.copies': route(choice, z.strictObject({ copies: z.array(copySchema) })),
  /**
   * Deletes for good what is chosen and in the trash, from the library and from the copies named by
   * `trash.copies`; copies not named stay as they are. There is no way back.
   */
  'trash.deleteForGood': route(
    choice.extend({ copies: z.array(z.string().max(200)).max(1000) }),
    z.strictObject({
      reports: z.number().int(),
      notes: z.number().int(),
      rewritten: z.number().int(),
      deleted: z.number().int(),
    }),
  ),
};
