import { z } from 'zod';
import { route } from '../route.ts';
import { correctionSchema, figureComparisonSchema, figureScopeSchema } from '../schemas/figures.ts';
import { indicatorRowSchema, readingSchema, unsureFigureSchema } from '../schemas/indicator.ts';
import { reportIdSchema, spanSchema } from '../schemas/report.ts';

const comparedReports = z.strictObject({
  ids: z.array(reportIdSchema).min(1).max(8),
  /** Whose figures. Those of a village, a firm or a project stand in rows of their own. */
  scopes: z.array(figureScopeSchema).min(1).default(['town']),
});

export const indicatorRoutes = {
  /** The figures of one report, in document order, and those seen but not sure (待人工). */
  'indicators.ofReport': route(
    z.strictObject({ id: reportIdSchema }),
    z.strictObject({ readings: z.array(readingSchema), unsure: z.array(unsureFigureSchema) }),
  ),
  /** The figures table of two to eight reports. A cell with nothing has an empty list: 未提及. */
  'indicators.table': route(
    z.strictObject({ ids: z.array(reportIdSchema).min(1).max(8) }),
    z.strictObject({ rows: z.array(indicatorRowSchema) }),
  ),
  /** The same figures as people compare them: results beside targets, with what follows from them. */
  'indicators.compare': route(comparedReports, figureComparisonSchema),
  /** The shared list, for naming a figure by hand. */
  'indicators.list': route(
    z.strictObject({}),
    z.strictObject({
      indicators: z.array(
        z.strictObject({ key: z.string(), name: z.string(), unit: z.string().nullable() }),
      ),
    }),
  ),
  /** Corrects, confirms or dismisses the figure at a place. Kept with the report; can be undone. */
  'indicators.correct': route(
    z.strictObject({
      id: reportIdSchema,
      start: z.number().int().nonnegative(),
      end: z.number().int().nonnegative(),
      /** As it is read now; tells two readings of one wording apart. Empty for one that is not sure. */
      name: z.string().max(200),
      correction: correctionSchema,
    }),
    z.strictObject({ correctionId: z.string() }),
  ),
  'indicators.undoCorrection': route(
    z.strictObject({ id: reportIdSchema, correctionId: z.string().max(64) }),
    z.strictObject({}),
  ),
  /**
   * Puts a stated name that the shared list does not know under one of its indicators, in every report of
   * the library and those to come; null takes it back. Answers what it was under before, for undoing.
   */
  'indicators.assign': route(
    z.strictObject({
      name: z.string().trim().min(1).max(200),
      key: z.string().max(40).nullable(),
    }),
    z.strictObject({ previous: z.string().nullable() }),
  ),
  /** Figures whose corrected or assigned name has `query` in it; their texts need not. */
  'indicators.find': route(
    z.strictObject({ query: z.string().max(200) }),
    z.strictObject({
      figures: z.array(spanSchema.extend({ documentId: reportIdSchema, name: z.string() })),
    }),
  ),
  /** The rows the person keeps at the top, by their ids. */
  'indicators.pin': route(
    z.strictObject({ row: z.string().min(1).max(200), pinned: z.boolean() }),
    z.strictObject({ pinned: z.array(z.string()) }),
  ),
  /** Asks where to save and writes the table. Null when the person cancelled. */
  'indicators.export': route(
    comparedReports.extend({
      format: z.enum(['xlsx', 'csv']),
      /** Rows that fewer reports state are left out. */
      atLeast: z.number().int().min(1).max(8).default(1),
      /** The rows shown, worked out ones among them, in their order; absent: all. */
      rows: z.array(z.string().max(300)).max(20_000).optional(),
      natures: z
        .array(z.enum(['actual', 'target']))
        .min(1)
        .default(['actual', 'target']),
      /** Values as the texts write them, not as numbers in the row's unit. */
      asWritten: z.boolean().default(false),
    }),
    z.strictObject({ fileName: z.string().nullable() }),
  ),
  /** Asks where to save and writes a chart as the window drew it. Null when the person cancelled. */
  'indicators.savePicture': route(
    z.strictObject({ name: z.string().min(1).max(80), png: z.base64().max(4_000_000) }),
    z.strictObject({ fileName: z.string().nullable() }),
  ),
};
