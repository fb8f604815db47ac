import { z } from 'zod';
import { densities, parts } from '../../comparison/topicsView.ts';
import { route } from '../route.ts';
import { reportIdSchema, sectionRoleSchema, sectionSchema, spanSchema } from '../schemas/report.ts';

const topicId = z.string().max(16);
const formulaWords = z.string().trim().min(4).max(200);
const formulaList = z.strictObject({
  formulas: z.array(z.strictObject({ words: z.string(), own: z.boolean() })),
  /** Shipped ones the person took out. */
  removed: z.array(z.string()),
});

/** Reports under a name, to be compared again. */
export const comparisonSetSchema = z.strictObject({
  id: z.string().max(64),
  name: z.string().trim().min(1).max(40),
  ids: z.array(reportIdSchema).min(2).max(8),
});
export type ComparisonSet = z.infer<typeof comparisonSetSchema>;
const setList = z.strictObject({ sets: z.array(comparisonSetSchema) });

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
  /**
   * What is in sight, as it is filtered and folded, written to a file: topics as a paper, a Word file or
   * a workbook, headings as a Word file or a workbook, whole texts side by side as a paper. Null where
   * the person chose no file.
   */
  'comparison.export': route(
    z.strictObject({
      ids: chosenReports.shape.ids,
      shown: z.discriminatedUnion('view', [
        z.strictObject({
          view: z.literal('topics'),
          part: z.enum(parts),
          words: z.string().max(400),
          topics: z.array(topicId).max(60),
          density: z.enum(densities),
          /** Topics whose rows are opened. */
          open: z.array(topicId).max(60),
        }),
        z.strictObject({ view: z.literal('outline') }),
        z.strictObject({ view: z.literal('reading') }),
      ]),
      format: z.enum(['pdf', 'docx', 'xlsx']),
    }),
    z.strictObject({
      fileName: z.string().nullable(),
      /** What to look at before handing it on, in Chinese. */
      warnings: z.array(z.string()),
    }),
  ),
  /**
   * 规定提法: the shipped list with what the person added and took out. …… in one stands for up to 24
   * characters of the same sentence.
   */
  'comparison.formulas': route(z.strictObject({}), formulaList),
  'comparison.addFormula': route(z.strictObject({ words: formulaWords }), formulaList),
  'comparison.removeFormula': route(z.strictObject({ words: formulaWords }), formulaList),
  /** Sets of reports the person compares again and again, the newest first. */
  'comparison.sets': route(z.strictObject({}), setList),
  /** A name that is taken gets the new reports. */
  'comparison.saveSet': route(comparisonSetSchema.omit({ id: true }), setList),
  'comparison.forgetSet': route(z.strictObject({ id: z.string().max(64) }), setList),
  /** Reports to lay beside one of the person's own, the likest first, each with why. */
  'comparison.peers': route(
    z.strictObject({ id: reportIdSchema }),
    z.strictObject({
      peers: z.array(z.strictObject({ id: reportIdSchema, reasons: z.array(z.string()) })),
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
  /** 独有: coined terms, named projects and named measures one of the reports has alone, in document order. */
  'comparison.onlyIn': route(
    chosenReports,
    z.strictObject({
      reports: z.array(
        z.strictObject({
          documentId: reportIdSchema,
          terms: z.array(
            spanSchema.extend({ term: z.string(), kind: z.enum(['term', 'project', 'measure']) }),
          ),
        }),
      ),
    }),
  ),
};
