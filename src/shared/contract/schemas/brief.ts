import { z } from 'zod';
import { reportIdSchema } from './report.ts';

/** What a brief (参阅材料) is to be made of. The brief itself is composed from it and the library. */
export const briefSpecSchema = z.strictObject({
  title: z.string().min(1).max(200),
  unit: z.string().max(100).default(''),
  date: z.string().max(40).default(''),
  documents: z.array(reportIdSchema).min(1).max(8),
  parts: z
    .array(z.enum(['indicators', 'topics', 'annotations', 'sources']))
    .default(['indicators', 'topics', 'annotations', 'sources']),
  topics: z.array(z.string()).nullable().default(null),
  layout: z.enum(['brief', 'comparison']).default('brief'),
  /** Chosen passages; where empty the annotated ones stand. */
  excerpts: z
    .array(
      z.strictObject({
        documentId: reportIdSchema,
        start: z.number().int().nonnegative(),
        end: z.number().int().positive(),
        topic: z.string().nullable().default(null),
      }),
    )
    .default([]),
  editorNote: z.string().max(20_000).default(''),
});
export type BriefSpec = z.infer<typeof briefSpecSchema>;

/** A piece of the composed brief as elements of a document: what preview and print both draw. */
export interface BriefElement {
  tag: string;
  className?: string;
  attributes?: Record<string, string>;
  children: (BriefElement | string)[];
}

export const briefElementSchema: z.ZodType<BriefElement> = z.lazy(() =>
  z.strictObject({
    tag: z.string(),
    className: z.string().optional(),
    attributes: z.record(z.string(), z.string()).optional(),
    children: z.array(z.union([briefElementSchema, z.string()])),
  }),
);
