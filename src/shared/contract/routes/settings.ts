import { z } from 'zod';
import { noteCategorySchema } from '../../note/categorySchema.ts';
import { route } from '../route.ts';

export const settingsSchema = z.strictObject({
  author: z.string().max(40),
  /** Show standard full-width punctuation; the stored text never changes. */
  standardPunctuation: z.boolean(),
  theme: z.enum(['system', 'light', 'dark']),
  homeLocality: z.string().max(80),
  /** Characters a minute at which a report is read out. */
  readingPace: z.number().int().min(100).max(600),
  /** Pixels, of side panels drawn wider or narrower than they came. */
  panelWidths: z.record(z.string().max(60), z.number().int().min(0).max(4000)),
  /** In the order they are offered; those taken off the list stay for the notes that have them. */
  categories: z.array(noteCategorySchema).min(1).max(200),
});
export type Settings = z.infer<typeof settingsSchema>;

export const settingsRoutes = {
  'settings.get': route(z.strictObject({}), settingsSchema),
  'settings.set': route(settingsSchema.partial(), settingsSchema),
};
