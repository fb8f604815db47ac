import { z } from 'zod';
import { route } from '../route.ts';
import { reportIdSchema, sectionRoleSchema, sectionSchema, spanSchema } from '../schemas/report.ts';

const chosenReports = z.strictObject({ ids: z.array(reportIdSchema).min(2).max(4) });

export const comparisonRoutes = {
  /** Pairs the sections of two to four reports, for reading side by side and linked scrolling. */
  'comparison.align': route(
    chosenReports,
    z.strictObject({
      groups: z.array(
        z.strictObject({
          id: z.string(),
          label: z.string(),
          /** For each report in the order asked: an index into its sections, null where it has none. */
          members: z.array(z.number().int().nullable()),
        }),
      ),
      /** Set when the reports are of different level or kind, in Chinese. */
      caution: z.string().nullable(),
    }),
  ),
  /** Topics × reports. A cell with nothing has an empty list: 未提及. */
  'comparison.topics': route(
    chosenReports,
    z.strictObject({
      topics: z.array(
        z.strictObject({
          id: z.string(),
          name: z.string(),
          cells: z.array(
            z.strictObject({
              documentId: reportIdSchema,
              passages: z.array(spanSchema.extend({ role: sectionRoleSchema.nullable() })),
              /** 散见: passages, but no section of its own. */
              scattered: z.boolean(),
            }),
          ),
        }),
      ),
      /** Share of each report's characters that stand in some topic, 0…1, in the order asked. */
      coverage: z.array(z.number()),
    }),
  ),
  'comparison.outlines': route(
    chosenReports,
    z.strictObject({
      outlines: z.array(
        z.strictObject({ documentId: reportIdSchema, sections: z.array(sectionSchema) }),
      ),
    }),
  ),
};
