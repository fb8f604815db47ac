import { z } from 'zod';
import { route } from '../route.ts';
import { annotationSchema, categorySchema } from '../schemas/annotation.ts';
import { reportIdSchema } from '../schemas/report.ts';

const MAX_NOTE_CHARACTERS = 200_000;
const noteText = z.string().max(MAX_NOTE_CHARACTERS);
const tags = z.array(z.string().min(1).max(40)).max(40);

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
};
