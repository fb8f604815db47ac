import { z } from 'zod';
import { briefSpecSchema as printedSpecSchema } from '../../brief/spec.ts';
import { reportIdSchema } from './report.ts';

export const MOST_BRIEF_REPORTS = 8;
/** A brief of more passages is a book. */
export const MOST_EXCERPTS = 2000;
/** More rows than any table of figures of eight reports. */
const MOST_FIGURE_ROWS = 20_000;

/** What a brief (参阅材料) is to be made of; what is left out gets the usual. */
export const briefSpecSchema = printedSpecSchema.extend({
  title: z.string().min(1).max(200),
  unit: z.string().max(100).default(''),
  date: z.string().max(40).default(''),
  documents: z.array(reportIdSchema).min(1).max(MOST_BRIEF_REPORTS),
  parts: printedSpecSchema.shape.parts.default(['indicators', 'topics', 'annotations', 'sources']),
  topics: z.array(z.string().max(20)).nullable().default(null),
  layout: printedSpecSchema.shape.layout.default('brief'),
  editorNote: z.string().max(20_000).optional(),
  excerpts: printedSpecSchema.shape.excerpts.unwrap().max(MOST_EXCERPTS).optional(),
  figureTable: z
    .strictObject({
      rows: z.array(z.string().max(400)).max(MOST_FIGURE_ROWS),
      natures: z.array(z.enum(['actual', 'target'])).max(2),
    })
    .optional(),
});
export type BriefSpec = z.infer<typeof briefSpecSchema>;

/** A piece of the composed brief as elements of a document: what preview and print both draw. */
export interface BriefElement {
  tag: string;
  attributes: Record<string, string>;
  children: (BriefElement | string)[];
}

export const briefElementSchema: z.ZodType<BriefElement> = z.lazy(() =>
  z.strictObject({
    tag: z.string(),
    attributes: z.record(z.string(), z.string()),
    children: z.array(z.union([briefElementSchema, z.string()])),
  }),
);
