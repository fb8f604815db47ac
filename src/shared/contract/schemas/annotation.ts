import { z } from 'zod';
import { categoryNameSchema } from '../../note/categorySchema.ts';
import { reportIdSchema } from './report.ts';

/** A passage that a note is on. While its place is not sure, `quote` is what stood there. */
const noteTargetSchema = z.strictObject({
  documentId: reportIdSchema,
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  quote: z.string(),
  state: z.enum(['anchored', 'review', 'orphaned']),
});
export type NoteTarget = z.infer<typeof noteTargetSchema>;

/** A note. Where it stands is one of its `targets`: that of the report asked for, else the first. */
export const annotationSchema = noteTargetSchema.extend({
  id: z.string(),
  note: z.string(),
  /** The name of its category, as it is called now. */
  category: categoryNameSchema.nullable(),
  tags: z.array(z.string()),
  /** Every passage the note ties, in the order the person gave them. */
  targets: z.array(noteTargetSchema).min(1),
  author: z.string(),
  /** The revision shown; a change names the one it builds on. */
  revision: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type Annotation = z.infer<typeof annotationSchema>;

/** A passage with the words around it. */
export const notePlaceSchema = z.strictObject({
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  before: z.string(),
  quote: z.string(),
  after: z.string(),
});
export type NotePlace = z.infer<typeof notePlaceSchema>;
