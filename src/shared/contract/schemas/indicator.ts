import { z } from 'zod';
import type { IndicatorReading } from '../../indicator/reading.ts';
import { reportIdSchema, spanSchema } from './report.ts';

const offset = z.number().int().nonnegative();

export const readingSchema = z.strictObject({
  start: offset,
  end: offset,
  key: z.string().nullable(),
  name: z.string(),
  valueText: z.string(),
  value: z.number().nullable(),
  upperValue: z.number().optional(),
  unit: z.string().nullable(),
  normalizedValue: z.number().nullable(),
  normalizedUnit: z.string().nullable(),
  precision: z.string().nullable(),
  growthPercent: z.number().nullable(),
  changeKind: z.enum(['year-on-year', 'completion', 'annual-average', 'points']).nullable(),
  rank: z
    .strictObject({
      position: z.number(),
      of: z.number().nullable(),
      within: z.string().nullable(),
    })
    .nullable(),
  period: z.string().nullable(),
  nature: z.enum(['actual', 'target', 'project', 'base']).nullable(),
  scope: z
    .enum(['town', 'village', 'firm', 'project', 'county', 'city', 'province', 'nation'])
    .nullable(),
  clause: spanSchema,
  certain: z.boolean(),
  doubt: z.string().nullable(),
}) satisfies z.ZodType<IndicatorReading>;

export const unsureFigureSchema = z.strictObject({
  start: offset,
  end: offset,
  valueText: z.string(),
  reason: z.string(),
  clause: spanSchema,
});

/** One row of the figures table: one definition, one unit, result and target apart. */
export const indicatorRowSchema = z.strictObject({
  key: z.string().nullable(),
  name: z.string(),
  definition: z.string().nullable(),
  unit: z.string().nullable(),
  topic: z.string().nullable(),
  nature: z.enum(['actual', 'target']),
  /** False: side by side, but neither ranked nor subtracted; `note` says why. */
  comparable: z.boolean(),
  note: z.string().nullable(),
  cells: z.array(z.strictObject({ documentId: reportIdSchema, readings: z.array(readingSchema) })),
});
export type IndicatorRow = z.infer<typeof indicatorRowSchema>;
