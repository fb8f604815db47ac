import { z } from 'zod';
import { route } from '../route.ts';
import {
  decisionSchema,
  leftoverSchema,
  reportChoiceSchema,
  reportDetailSchema,
  reportIdSchema,
  reportKindSchema,
  reportSummarySchema,
} from '../schemas/report.ts';
import { movedNotesSchema } from './replacement.ts';

const leftoverIdSchema = z.strictObject({ leftoverId: z.string().max(64) });

export const reportRoutes = {
  /** Every report of the library, those that need the person first. */
  'reports.list': route(
    z.strictObject({}),
    z.strictObject({ reports: z.array(reportSummarySchema) }),
  ),
  'reports.get': route(z.strictObject({ id: reportIdSchema }), reportDetailSchema),
  /** 以正文为准 / 以题名为准: the person decides which place a report belongs to. Undone by `undoDecision`. */
  'reports.decideLocality': route(
    z.strictObject({ id: reportIdSchema, choice: z.enum(['stated', 'actual']) }),
    z.strictObject({ decision: decisionSchema }),
  ),
  'reports.decideKind': route(
    z.strictObject({ id: reportIdSchema, kind: reportKindSchema }),
    z.strictObject({ decision: decisionSchema }),
  ),
  /** Any field, a section's role or the topics of a passage. Undone by `undoDecision`. */
  'reports.decide': route(reportChoiceSchema, z.strictObject({ decision: decisionSchema })),
  /** The topics a passage can be given, in the vocabulary's order. */
  'reports.topics': route(
    z.strictObject({}),
    z.strictObject({ topics: z.array(z.strictObject({ id: z.string(), name: z.string() })) }),
  ),
  /** The file a report came from, and its text as first read where that was put in order since. */
  'reports.origin': route(
    z.strictObject({ id: reportIdSchema }),
    z.strictObject({
      sourceName: z.string(),
      format: z.string(),
      encoding: z.string().nullable(),
      importedAt: z.string(),
      extracted: z.string().nullable(),
    }),
  ),
  'reports.undoDecision': route(
    z.strictObject({ id: reportIdSchema, decisionId: z.string().max(64) }),
    z.strictObject({}),
  ),
  /** Moves a report out of sight; its notes go with it and come back with `restore`. */
  'reports.remove': route(z.strictObject({ id: reportIdSchema }), z.strictObject({})),
  'reports.restore': route(z.strictObject({ id: reportIdSchema }), z.strictObject({})),
  /** Page leftovers of all imports (网站残留), each with the file it came with. */
  'reports.listLeftovers': route(
    z.strictObject({}),
    z.strictObject({ leftovers: z.array(leftoverSchema) }),
  ),
  /** Puts a leftover back at the end of the text it stood at, as a line of its own. */
  'reports.restoreLeftover': route(leftoverIdSchema, movedNotesSchema),
  /** Takes a restored leftover out of the text again; refused once its line was changed. */
  'reports.takeOutLeftover': route(leftoverIdSchema, movedNotesSchema),
};
