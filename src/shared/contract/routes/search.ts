import { z } from 'zod';
import { route } from '../route.ts';
import {
  reportIdSchema,
  reportKindSchema,
  sectionRoleSchema,
  spanSchema,
} from '../schemas/report.ts';

export const searchHitSchema = z.strictObject({
  documentId: reportIdSchema,
  /** Set when the hit stands in a note; start and end then count into the note. */
  annotationId: z.string().nullable(),
  where: z.enum(['body', 'title', 'note']),
  start: z.number().int(),
  end: z.number().int(),
  sectionPath: z.array(z.string()),
  role: sectionRoleSchema.nullable(),
  /** The sentence around the hit, cut from the original. */
  excerpt: z.string(),
  excerptStart: z.number().int(),
  /** Every highlight inside the excerpt, in offsets of the excerpt. */
  ranges: z.array(spanSchema),
});
export type SearchHit = z.infer<typeof searchHitSchema>;

export const searchRoutes = {
  'search.run': route(
    z.strictObject({
      query: z.string().max(4000),
      kinds: z.array(reportKindSchema).optional(),
      localities: z.array(z.string().max(80)).optional(),
      years: z.array(z.number().int()).optional(),
      roles: z.array(sectionRoleSchema).optional(),
      limit: z.number().int().positive().max(100_000).default(50),
      /** List every occurrence by itself instead of one hit a sentence. */
      allOffsets: z.boolean().default(false),
    }),
    z.strictObject({
      /** Counts occurrences. */
      total: z.number().int(),
      exact: z.boolean(),
      elapsedMs: z.number(),
      /** Set when the query cannot be run as typed, in Chinese. */
      hint: z.string().nullable(),
      groups: z.array(z.strictObject({ documentId: reportIdSchema, count: z.number().int() })),
      hits: z.array(searchHitSchema),
    }),
  ),
};
