import { z } from 'zod';
import { route } from '../route.ts';
import { reportIdSchema, sectionRoleSchema, sectionSchema, spanSchema } from '../schemas/report.ts';

const chosenReports = z.strictObject({ ids: z.array(reportIdSchema).min(2).max(4) });

/** What stands in the earlier text and what stands in its place; either can be empty. */
const editSchema = z.strictObject({ before: spanSchema, after: spanSchema });

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
  /** The table of topics as a spreadsheet; null where the person chose no file. */
  'comparison.exportTopics': route(
    chosenReports,
    z.strictObject({ fileName: z.string().nullable() }),
  ),
  'comparison.outlines': route(
    chosenReports,
    z.strictObject({
      outlines: z.array(
        z.strictObject({ documentId: reportIdSchema, sections: z.array(sectionSchema) }),
      ),
    }),
  ),
  /** A report beside that of the year before, or a draft beside its final version. */
  'comparison.years': route(
    z.strictObject({ before: reportIdSchema, after: reportIdSchema }),
    z.strictObject({
      /** In the order of the later text; what is gone stands where it was. Null: not in that text. */
      sentences: z.array(
        z.strictObject({
          before: spanSchema.nullable(),
          after: spanSchema.nullable(),
          moved: z.boolean(),
          edits: z.array(editSchema),
        }),
      ),
      movedBlocks: z.array(editSchema),
      numbers: z.array(editSchema.extend({ beforeText: z.string(), afterText: z.string() })),
      deletedCharacters: z.number().int(),
      insertedCharacters: z.number().int(),
    }),
  ),
  /** 共有: passages of at least 13 characters that stand in two of the reports. */
  'comparison.shared': route(
    chosenReports,
    z.strictObject({
      passages: z.array(
        z.strictObject({
          /** Two places, in two different reports. */
          places: z.array(spanSchema.extend({ documentId: reportIdSchema })).length(2),
          /** 规定提法: what is left beside fixed formulas is too short to count as shared. */
          formula: z.boolean(),
        }),
      ),
    }),
  ),
  /** 独有: coined terms and quoted names that one of the reports has alone, in document order. */
  'comparison.onlyIn': route(
    chosenReports,
    z.strictObject({
      reports: z.array(
        z.strictObject({
          documentId: reportIdSchema,
          terms: z.array(spanSchema.extend({ term: z.string() })),
        }),
      ),
    }),
  ),
};
