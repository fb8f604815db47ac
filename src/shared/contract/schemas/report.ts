import { z } from 'zod';
import {
  type CoinedTerm,
  type DiscardedText,
  type Evidence,
  type Notice,
  type ReportMetadata,
  SECTION_ROLES,
  type Section,
  type TopicPassage,
} from '../../report/report.ts';

const offset = z.number().int().nonnegative();

export const reportIdSchema = z.string().min(1).max(64);

export const spanSchema = z.strictObject({ start: offset, end: offset });

export const reportKindSchema = z.enum([
  'annual-report',
  'half-year-report',
  'term-report',
  'higher-level-report',
  'article',
  'draft',
  'other',
]);

export const sectionRoleSchema = z.enum(SECTION_ROLES);

export const metadataSchema = z.strictObject({
  statedLocality: z.string().nullable(),
  actualLocality: z.string().nullable(),
  county: z.string().nullable(),
  prefecture: z.string().nullable(),
  province: z.string().nullable(),
  reviewYear: z.number().int().nullable(),
  planYear: z.number().int().nullable(),
  meeting: z.string().nullable(),
  congressTerm: z.number().int().nullable(),
  sessionNumber: z.number().int().nullable(),
  deliveredOn: z.string().nullable(),
  speaker: z.string().nullable(),
  speakerTitle: z.string().nullable(),
  signedBy: z.string().nullable(),
  retrievedOn: z.string().nullable(),
  sourceLabel: z.string().nullable(),
}) satisfies z.ZodType<ReportMetadata>;

export const evidenceSchema = z.strictObject({
  field: z.union([metadataSchema.keyof(), z.literal('kind')]),
  value: z.string(),
  clue: z.string(),
  where: z.enum(['title', 'text']),
  quote: z.string(),
  start: offset,
  end: offset,
  confidence: z.number(),
}) satisfies z.ZodType<Evidence>;

export const noticeSchema = z.strictObject({
  code: z.string(),
  message: z.string(),
  start: offset.optional(),
  end: offset.optional(),
}) satisfies z.ZodType<Notice>;

export const sectionSchema = z.strictObject({
  nodeKind: z.enum(['heading', 'item']),
  level: z.number().int().positive(),
  label: z.string().nullable(),
  heading: z.string(),
  start: offset,
  end: offset,
  endCertain: z.boolean(),
  role: sectionRoleSchema.nullable(),
  topics: z.array(z.string()),
}) satisfies z.ZodType<Section>;

export const passageSchema = z.strictObject({
  start: offset,
  end: offset,
  topics: z.array(z.string()),
}) satisfies z.ZodType<TopicPassage>;

export const coinedTermSchema = z.strictObject({
  term: z.string(),
  start: offset,
  end: offset,
  explanation: spanSchema.nullable(),
}) satisfies z.ZodType<CoinedTerm>;

export const discardedSchema = z.strictObject({
  text: z.string(),
  reason: z.string(),
  beside: z.strictObject({ document: offset, edge: z.enum(['before', 'after']) }).optional(),
}) satisfies z.ZodType<DiscardedText>;

/** A leftover of an import, with the report it stood beside. */
export const leftoverSchema = z.strictObject({
  id: z.string(),
  text: z.string(),
  reason: z.string(),
  edge: z.enum(['before', 'after']),
  sourceName: z.string(),
  importedAt: z.string(),
  reportId: reportIdSchema,
  reportTitle: z.string(),
  /** Its words stand in the report now. */
  restored: z.boolean(),
});
export type Leftover = z.infer<typeof leftoverSchema>;

/** Where the title and the body name different places. Shown to the person, decided by the person. */
export const localityConflictSchema = z.strictObject({
  stated: z.string(),
  actual: z.string(),
  /** 题名为辛兴镇,正文 8 处为皇华镇 */
  message: z.string(),
  evidence: z.array(evidenceSchema),
});
export type LocalityConflict = z.infer<typeof localityConflictSchema>;

/**
 * What can be decided about a report, by field. `locality` names the place it belongs to; `role` and
 * `topics` speak of a stretch of the text, which stays where it is whatever a later reading finds.
 */
const choiceShapes = {
  text: {
    field: metadataSchema
      .pick({
        county: true,
        prefecture: true,
        province: true,
        meeting: true,
        speaker: true,
        speakerTitle: true,
        signedBy: true,
        sourceLabel: true,
      })
      .keyof(),
    value: z.string().trim().min(1).max(100).nullable(),
  },
  year: {
    field: metadataSchema.pick({ reviewYear: true, planYear: true }).keyof(),
    value: z.number().int().min(1949).max(2100).nullable(),
  },
  count: {
    field: metadataSchema.pick({ congressTerm: true, sessionNumber: true }).keyof(),
    value: z.number().int().min(1).max(99).nullable(),
  },
  date: {
    field: metadataSchema.pick({ deliveredOn: true, retrievedOn: true }).keyof(),
    value: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/)
      .nullable(),
  },
  kind: { field: z.literal('kind'), value: reportKindSchema },
  locality: { field: z.literal('locality'), value: z.string().trim().min(1).max(40) },
  role: { field: z.literal('role'), value: spanSchema.extend({ role: sectionRoleSchema }) },
  topics: {
    field: z.literal('topics'),
    value: spanSchema.extend({ topics: z.array(z.string().max(16)).max(3) }),
  },
  /** The report that this one is a newer version of. */
  follows: { field: z.literal('follows'), value: reportIdSchema },
};

function choiceWith<K extends z.ZodRawShape>(keys: K) {
  return z.discriminatedUnion('field', [
    z.strictObject({ ...keys, ...choiceShapes.text }),
    z.strictObject({ ...keys, ...choiceShapes.year }),
    z.strictObject({ ...keys, ...choiceShapes.count }),
    z.strictObject({ ...keys, ...choiceShapes.date }),
    z.strictObject({ ...keys, ...choiceShapes.kind }),
    z.strictObject({ ...keys, ...choiceShapes.locality }),
    z.strictObject({ ...keys, ...choiceShapes.role }),
    z.strictObject({ ...keys, ...choiceShapes.topics }),
    z.strictObject({ ...keys, ...choiceShapes.follows }),
  ]);
}

const choiceSchema = choiceWith({});
export type DecisionChoice = z.infer<typeof choiceSchema>;

/** A choice for one report, as the window asks for it. */
export const reportChoiceSchema = choiceWith({ id: reportIdSchema });

/** What the person decided about a field of a report; inference never overwrites it. */
export const decisionSchema = choiceWith({ id: z.string(), decidedAt: z.string() });
export type Decision = z.infer<typeof decisionSchema>;

/** One line of the library view. */
export const reportSummarySchema = z.strictObject({
  id: reportIdSchema,
  title: z.string(),
  kind: reportKindSchema,
  /** After the person's decisions. */
  metadata: metadataSchema,
  /** 潍坊市 → 诸城市 → 昌城镇; the last is null-free but may be 待认定 when a conflict is open. */
  place: z.array(z.string()),
  /** The name to show for the place: 昌城镇. Null when nothing names one. */
  town: z.string().nullable(),
  characterCount: z.number().int(),
  annotationCount: z.number().int(),
  notices: z.array(noticeSchema),
  /** Present while the conflict is undecided. */
  conflict: localityConflictSchema.nullable(),
  decisions: z.array(decisionSchema),
  /** The newest version of the report, where this is not it: lists show that one. */
  newestVersion: reportIdSchema.nullable(),
  fromSample: z.boolean(),
  importedAt: z.string(),
});
export type ReportSummary = z.infer<typeof reportSummarySchema>;

/** A whole report: the untouched text and all that was found in it. */
export const reportDetailSchema = z.strictObject({
  summary: reportSummarySchema,
  text: z.string(),
  titleLine: z.string().nullable(),
  sections: z.array(sectionSchema),
  passages: z.array(passageSchema),
  roles: z.array(spanSchema.extend({ role: sectionRoleSchema.nullable() })),
  terms: z.array(coinedTermSchema),
  evidence: z.array(evidenceSchema),
  /** What the same import left out; in no text unless restored. */
  leftovers: z.array(leftoverSchema),
  /** All versions of the report, itself among them, oldest first. */
  versions: z.array(
    z.strictObject({ id: reportIdSchema, title: z.string(), importedAt: z.string() }),
  ),
});
export type ReportDetail = z.infer<typeof reportDetailSchema>;
