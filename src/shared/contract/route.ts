import type { z } from 'zod';

/** One request: what it takes and what it gives. Values are JSON only. */
export interface Route<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  input: I;
  output: O;
}

/** The input schema is strict: the bridge refuses unknown keys. Outputs are checked in tests. */
export function route<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Route<I, O> {
  return { input, output };
}
