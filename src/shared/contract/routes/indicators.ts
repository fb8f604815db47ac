import { z } from 'zod';
import { route } from '../route.ts';
import { indicatorRowSchema, readingSchema, unsureFigureSchema } from '../schemas/indicator.ts';
import { reportIdSchema } from '../schemas/report.ts';

export const indicatorRoutes = {
  /** The figures of one report, in document order, and those seen but not sure (待人工). */
  'indicators.ofReport': route(
    z.strictObject({ id: reportIdSchema }),
    z.strictObject({ readings: z.array(readingSchema), unsure: z.array(unsureFigureSchema) }),
  ),
  /** The figures table of two to eight reports. A cell with nothing has an empty list: 未提及. */
  'indicators.table': route(
    z.strictObject({ ids: z.array(reportIdSchema).min(1).max(8) }),
    z.strictObject({ rows: z.array(indicatorRowSchema) }),
  ),
};
