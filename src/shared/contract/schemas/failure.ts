import { z } from 'zod';
import type { Failure } from '../failure.ts';

export const failureSchema = z.strictObject({
  code: z.string(),
  message: z.string(),
}) satisfies z.ZodType<Failure>;
