import { z } from 'zod';
import type { DerivedFigure } from '../../indicator/derive.ts';
import { readingSchema, unsureFigureSchema } from './indicator.ts';
import { reportIdSchema, spanSchema } from './report.ts';

const offset = z.number().int().nonnegative();

export const figureScopeSchema = z.enum(['town', 'village', 'firm', 'project']);
export type FigureScope = z.infer<typeof figureScopeSchema>;

/** One definition, one unit, one scope; in each report results and targets apart. */
const figureRowSchema = z.strictObject({
  /** The same from day to day, so that a person's own rows find it: “town|I01|万元”. */
  id: z.string(),
  key: z.string().nullable(),
  name: z.string(),
  definition: z.string().nullable(),
  unit: z.string().nullable(),
  topic: z.string().nullable(),
  scope: figureScopeSchema,
  /** False: side by side, but neither ranked nor drawn as a chart. */
  comparable: z.boolean(),
  /** 口径不同 and with what; null where nothing is to be said. */
  note: z.string().nullable(),
  /** In the order asked. Empty lists where the report says nothing: 未提及. */
  cells: z.array(
    z.strictObject({
      documentId: reportIdSchema,
      actual: z.array(readingSchema),
      target: z.array(readingSchema),
    }),
  ),
});
export type FigureRow = z.infer<typeof figureRowSchema>;

/** Worked out, not stated (推算): stands under the row its figures stand in. */
const derivedRowSchema = z.strictObject({
  id: z.string(),
  /** `id` of that row. */
  under: z.string(),
  kind: z.enum(['last-year', 'unit-cost', 'completion', 'share', 'difference']) satisfies z.ZodType<
    DerivedFigure['kind']
  >,
  name: z.string(),
  unit: z.string(),
  cells: z.array(
    z.strictObject({
      documentId: reportIdSchema,
      figures: z.array(
        z.strictObject({
          nature: z.enum(['actual', 'target']),
          value: z.number(),
          formula: z.string(),
          /** Where the inputs stand; of a completion the second is in the report of the year before. */
          inputs: z.array(spanSchema),
        }),
      ),
    }),
  ),
});
export type DerivedRow = z.infer<typeof derivedRowSchema>;

const appliedCorrectionSchema = z.strictObject({
  id: z.string(),
  documentId: reportIdSchema,
  start: offset,
  end: offset,
  wording: z.string(),
  /** As it is read now, or was before it was dismissed. */
  name: z.string(),
  /** False: 不是指标. */
  kept: z.boolean(),
});

export const figureComparisonSchema = z.strictObject({
  /** Those that occur in the rows, in the order of the shared list. */
  topics: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  rows: z.array(figureRowSchema),
  derived: z.array(derivedRowSchema),
  /** 待人工: read, but marked 待核; of every scope and nature, also where no row shows them. */
  doubtful: z.array(readingSchema.extend({ documentId: reportIdSchema })),
  /** 待人工: seen but not sure, and nowhere in the rows. */
  unsure: z.array(unsureFigureSchema.extend({ documentId: reportIdSchema })),
  corrections: z.array(appliedCorrectionSchema),
  /** Names assigned by hand that these reports use: “签约项目” stands under `indicator`. */
  assigned: z.array(z.strictObject({ name: z.string(), indicator: z.string() })),
  /** Ids of the rows the person pinned. */
  pinned: z.array(z.string()),
  /** Set when the reports are of different level or kind, in Chinese. */
  caution: z.string().nullable(),
});
export type FigureComparison = z.infer<typeof figureComparisonSchema>;

const decimalSchema = z.string().regex(/^-?\d{1,15}(\.\d{1,8})?$/);

/** What the person says about one figure. */
export const correctionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('not-figure') }),
  /** As it was read, so it is. Only of a reading that was marked 待核. */
  z.strictObject({ kind: z.literal('confirm') }),
  z.strictObject({
    kind: z.literal('change'),
    /** Of the shared list, or null with a name of its own. */
    key: z.string().max(40).nullable(),
    name: z.string().trim().min(1).max(60),
    /** A plain decimal in `unit`; null where only a change is stated. */
    value: decimalSchema.nullable(),
    unit: z.string().trim().max(12).nullable(),
    nature: z.enum(['actual', 'target', 'project', 'base']),
    scope: readingSchema.shape.scope.unwrap(),
    /** “2018”, “2018-” (以来), “2019-2021”. Left out: as it was read. */
    period: z
      .string()
      .regex(/^\d{4}(-(\d{4})?)?$/)
      .nullable()
      .optional(),
    /** Null: none is stated. Left out: as it was read. */
    growth: z
      .strictObject({
        percent: decimalSchema,
        kind: readingSchema.shape.changeKind.unwrap(),
      })
      .nullable()
      .optional(),
  }),
]);
export type FigureCorrectionInput = z.infer<typeof correctionSchema>;
