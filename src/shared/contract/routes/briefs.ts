import { z } from 'zod';
import { fontRoles } from '../../brief/fonts.ts';
import { listedTopicSchema } from '../../brief/listed.ts';
import { route } from '../route.ts';
import { briefElementSchema, briefSpecSchema } from '../schemas/brief.ts';
import { reportIdSchema } from '../schemas/report.ts';

const savedBriefSchema = z.strictObject({
  id: z.string(),
  spec: briefSpecSchema,
  updatedAt: z.string(),
});

export const briefExportSchema = z.strictObject({
  /** Name of the written file; null when the person cancelled. */
  fileName: z.string().nullable(),
  pages: z.number().int(),
  annotations: z.number().int(),
  fonts: z.array(z.strictObject({ role: z.string(), family: z.string(), bundled: z.boolean() })),
  warnings: z.array(z.string()),
});

/** With `task`, progress is told by events under that name, and the export can be stopped. */
const exportInput = z.strictObject({
  spec: briefSpecSchema,
  task: z.string().max(64).optional(),
});

export const briefRoutes = {
  'briefs.list': route(z.strictObject({}), z.strictObject({ briefs: z.array(savedBriefSchema) })),
  'briefs.save': route(
    z.strictObject({ id: z.string().max(64).nullable(), spec: briefSpecSchema }),
    z.strictObject({ brief: savedBriefSchema }),
  ),
  /**
   * Puts passages into a brief, after those that are chosen for it, and their reports with them; null
   * begins a new brief. Passages that are in it already are not put in twice.
   */
  'briefs.addPassages': route(
    z.strictObject({
      briefId: z.string().max(64).nullable(),
      passages: z
        .array(
          z.strictObject({
            documentId: reportIdSchema,
            start: z.number().int().nonnegative(),
            end: z.number().int().positive(),
            /** The topic to print it under, as T11; without it the text's own topics decide. */
            topic: z.string().max(20).optional(),
          }),
        )
        .min(1)
        .max(200),
    }),
    z.strictObject({ brief: savedBriefSchema, added: z.number().int() }),
  ),
  'briefs.remove': route(z.strictObject({ id: z.string().max(64) }), z.strictObject({})),
  /** The composed brief as elements, drawn by the window exactly as it prints. */
  'briefs.preview': route(
    z.strictObject({ spec: briefSpecSchema }),
    z.strictObject({
      body: z.array(briefElementSchema),
      /** Its passages under their topics, for taking out, moving and cutting. */
      topics: z.array(listedTopicSchema),
      /** The rows the table of figures can have. */
      figures: z.array(z.string()),
      /** What each role of a face is printed with. */
      fonts: z.array(
        z.strictObject({
          role: z.enum(fontRoles),
          asks: z.string(),
          office: z.string().nullable(),
          bundled: z.string(),
          standsIn: z.boolean(),
          usesOffice: z.boolean(),
        }),
      ),
      /** Characters that none of the chosen faces can draw. */
      missing: z.array(z.string()),
      warnings: z.array(z.string()),
    }),
  ),
  /** Asks where to save (main's dialog), prints through the app's print path, writes beside and renames. */
  'briefs.exportPdf': route(exportInput, briefExportSchema),
  /** The same brief as a Word file, to go on with in WPS. Null when the person cancelled. */
  'briefs.exportDocx': route(exportInput, z.strictObject({ fileName: z.string().nullable() })),
  /** Stops an export; nothing is written, and a file that was there before stays as it was. */
  'briefs.cancelExport': route(z.strictObject({ task: z.string().max(64) }), z.strictObject({})),
};
