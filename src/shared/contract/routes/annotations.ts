import { z } from 'zod';
import { categoryNameSchema } from '../../note/categorySchema.ts';
import { route } from '../route.ts';
import { annotationSchema, notePlaceSchema } from '../schemas/annotation.ts';
import { reportIdSchema } from '../schemas/report.ts';

const MAX_NOTE_CHARACTERS = 200_000;
const noteText = z.string().max(MAX_NOTE_CHARACTERS);
const tags = z.array(z.string().min(1).max(40)).max(40);
const MOST_EXPORTED = 100_000;
/** A note ties passages of at most four reports, as many as are compared. */
export const MOST_TIED_REPORTS = 4;
const MOST_TARGETS = 16;

const passage = z.strictObject({
  documentId: reportIdSchema,
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
});
/** Which of the passages of a note, by its place in `targets`. */
const target = z
  .number()
  .int()
  .nonnegative()
  .max(MOST_TARGETS - 1)
  .default(0);

export const annotationRoutes = {
  /**
   * A note on a passage, and on those of `further`, which may be of other reports: up to four in all.
   * Answers only after the commit: 已保存 may be shown then.
   */
  'annotations.create': route(
    passage.extend({
      further: z
        .array(passage)
        .max(MOST_TARGETS - 1)
        .default([]),
      note: noteText,
      /** One of the settings' categories, by name. */
      category: categoryNameSchema.nullable().default(null),
      tags: tags.default([]),
    }),
    z.strictObject({ annotation: annotationSchema }),
  ),
  'annotations.update': route(
    z.strictObject({
      id: z.string().max(64),
      note: noteText.optional(),
      category: categoryNameSchema.nullable().optional(),
      tags: tags.optional(),
    }),
    z.strictObject({ annotation: annotationSchema }),
  ),
  'annotations.remove': route(z.strictObject({ id: z.string().max(64) }), z.strictObject({})),
  'annotations.restore': route(
    z.strictObject({ id: z.string().max(64) }),
    z.strictObject({ annotation: annotationSchema }),
  ),
  /** Ties further passages to a note, up to four reports in all. */
  'annotations.tie': route(
    z.strictObject({
      id: z.string().max(64),
      passages: z
        .array(passage)
        .min(1)
        .max(MOST_TARGETS - 1),
    }),
    z.strictObject({ annotation: annotationSchema }),
  ),
  /** Lets one passage of a note go; the last one stays. */
  'annotations.untie': route(
    z.strictObject({ id: z.string().max(64), target }),
    z.strictObject({ annotation: annotationSchema }),
  ),
  /** Of one report, or all; in document order. A note on several reports stands in each of them. */
  'annotations.list': route(
    z.strictObject({ documentId: reportIdSchema.optional() }),
    z.strictObject({ annotations: z.array(annotationSchema) }),
  ),
  /**
   * Where the passage of a note stood, and the places of the corrected text that may be it, the
   * likeliest first; none where nothing is like it.
   */
  'annotations.candidates': route(
    z.strictObject({ id: z.string().max(64), target }),
    z.strictObject({ former: notePlaceSchema, candidates: z.array(notePlaceSchema) }),
  ),
  /** Puts a note on the passage that the person said it belongs to, in the report it was in. */
  'annotations.settle': route(
    z.strictObject({
      id: z.string().max(64),
      target,
      start: z.number().int().nonnegative(),
      end: z.number().int().positive(),
    }),
    z.strictObject({ annotation: annotationSchema }),
  ),
  /** Takes back whatever made `revision` of a note; refused where the note was changed since. */
  'annotations.undo': route(
    z.strictObject({ id: z.string().max(64), revision: z.string().max(64) }),
    z.strictObject({ annotation: annotationSchema }),
  ),
  /** Writes these notes to a file, in this order. Null when the person cancelled. */
  'annotations.export': route(
    z.strictObject({
      ids: z.array(z.string().max(64)).min(1).max(MOST_EXPORTED),
      /** Plain text, Markdown, or a list of W3C Web Annotations. */
      format: z.enum(['txt', 'md', 'json']),
    }),
    z.strictObject({ fileName: z.string().nullable(), notes: z.number().int() }),
  ),
};
