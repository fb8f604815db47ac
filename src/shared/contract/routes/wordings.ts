import { z } from 'zod';
import type { ListedWording } from '../../draft/listedWording.ts';
import { route } from '../route.ts';

const validity = z.union([z.literal(''), z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/u)]);
const note = z.string().trim().max(200);

const listedWordingSchema = z.strictObject({
  id: z.string().min(1).max(64),
  wording: z.string().trim().min(2).max(60),
  instead: note,
  remark: note,
  since: validity,
  until: validity,
  source: note,
}) satisfies z.ZodType<ListedWording>;

const list = z.strictObject({ wordings: z.array(listedWordingSchema) });

/** The person's own list of wording, which checks of drafts and reports point at. */
export const wordingRoutes = {
  'wordings.list': route(z.strictObject({}), list),
  /** Adds an entry, or writes over the one with its id. */
  'wordings.put': route(listedWordingSchema, list),
  'wordings.remove': route(listedWordingSchema.pick({ id: true }), list),
};
