import { z } from 'zod';
import { route } from '../route.ts';
import { annotationSchema, categorySchema, notePlaceSchema } from '../schemas/annotation.ts';
import { reportIdSchema } from '../schemas/report.ts';

const MAX_NOTE_CHARACTERS = 200_000;
const noteText = z.string().max(MAX_NOTE_CHARACTERS);
const tags = z.array(z.string().min(1).max(40)).max(40);
const MOST_EXPORTED = 100_000;

export const annotationRoutes = {
  /** Answers only after the commit: 已保存 may be shown then. */
  'annotations.create': route(
    z.strictObject({
      documentId: reportIdSchema,
      start: z.number().int().nonnegative(),
      end: z.number().int().positive(),
      note: noteText,
      category: categorySchema.nullable().default(null),
      tags: tags.default([]),
    }),
    z.strictObject({ annotation: annotationSchema }),
  ),
  'annotations.update': route(
    z.strictObject({
      id: z.string().max(64),
      note: noteText.optional(),
      category: categorySchema.nullable().optional(),
      tags: tags.optional(),
    }),
    z.strictObject({ annotation: annotationSchema }),
  ),
  'annotations.remove': route(z.strictObject({ id: z.string().max(64) }), z.strictObject({})),
  'annotations.restore': route(
    z.strictObject({ id: z.string().max(64) }),
    z.strictObject({ annotation: annotationSchema }),
  ),
  /** Of one report, or all; in document order. */
  'annotations.list': route(
    z.strictObject({ documentId: reportIdSchema.optional() }),
    z.strictObject({ annotations: z.array(annotationSchema) }),
  ),
  /**
   * Where the passage of a note stood, and the places of the corrected text that may be it, the
   * likeliest first; none where nothing is like it.
   */
  'annotations.candidates': route(
    z.strictObject({ id: z.string().max(64) }),
    z.strictObject({ former: notePlaceSchema, candidates: z.array(notePlaceSchema) }),
  ),
  /** Puts a note on the passage that the person said it belongs to. */
  'annotations.settle': route(
    z.strictObject({
      id: z.string().max(64),
      start: z.number().int().nonnegative(),
      end: z.number().int().positive(),
    }),
    z.strictObject({ annotation: annotationSchema }),
  ),
  /** Takes back the settling that made `revision`; refused where the note was changed since. */
  'annotations.unsettle': route(
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
