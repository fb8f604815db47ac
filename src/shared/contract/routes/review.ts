import { z } from 'zod';
import { route } from '../route.ts';
import { reportIdSchema, spanSchema } from '../schemas/report.ts';

/** One place an attentive reader would stop at; `spans` are offsets in the checked text. */
export const findingSchema = z.strictObject({
  rule: z.string(),
  severity: z.enum(['error', 'suspect', 'hint']),
  message: z.string(),
  spans: z.array(spanSchema),
  /** The same as long as the words found are the same: what was dismissed is known by it. */
  key: z.string(),
});

export const reviewRoutes = {
  /** 校核: what an attentive reader would stop at. Points only, changes nothing. */
  'review.check': route(
    z.strictObject({
      id: reportIdSchema,
      /** The town the text is to speak for; absent: the one the text itself says. */
      home: z.string().max(80).optional(),
    }),
    z.strictObject({
      findings: z.array(findingSchema),
    }),
  ),
  /** 承诺—交代: each commitment of one report with what the next one's review says about it. */
  'review.commitments': route(
    z.strictObject({ planId: reportIdSchema, reviewId: reportIdSchema }),
    z.strictObject({
      commitments: z.array(
        spanSchema.extend({
          outcome: z.enum(['kept', 'partly', 'unmentioned', 'unclear']),
          answer: spanSchema.nullable(),
          candidates: z.array(spanSchema),
        }),
      ),
    }),
  ),
};
