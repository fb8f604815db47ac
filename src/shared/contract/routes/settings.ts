import { z } from 'zod';
import { route } from '../route.ts';

export const settingsSchema = z.strictObject({
  author: z.string().max(40),
  /** Show standard full-width punctuation; the stored text never changes. */
  standardPunctuation: z.boolean(),
  theme: z.enum(['system', 'light', 'dark']),
  homeLocality: z.string().max(80),
});
export type Settings = z.infer<typeof settingsSchema>;

export const settingsRoutes = {
  'settings.get': route(z.strictObject({}), settingsSchema),
  'settings.set': route(settingsSchema.partial(), settingsSchema),
};
