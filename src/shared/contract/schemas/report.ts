import { z } from 'zod';
import type {
  CoinedTerm,
  DiscardedText,
  Evidence,
  Notice,
  ReportMetadata,
  Section,
  TopicPassage,
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

export const sectionRoleSchema = z.enum([
  'opening',
  'review',
  'shortcomings',
  'requirements',
  'targets',
  'tasks',
  'livelihood',
  'self-government',
  'closing',
]);

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
}) satisfies z.ZodType<DiscardedText>;

/** Where the title and the body name different places. Shown to the person, decided by the person. */
export const localityConflictSchema = z.strictObject({
  stated: z.string(),
  actual: z.string(),
  /** 题名为辛兴镇,正文 8 处为皇华镇 */
  message: z.string(),
  evidence: z.array(evidenceSchema),
});
export type LocalityConflict = z.infer<typeof localityConflictSchema>;

/** What the person decided about a field of a report; inference never overwrites it. */
export const decisionSchema = z.strictObject({
  id: z.string(),
  field: z.union([metadataSchema.keyof(), z.literal('kind'), z.literal('locality')]),
  value: z.union([z.string(), z.number(), z.null()]),
  decidedAt: z.string(),
});
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
  /** Page leftovers that came with the same import; in no text. */
  discarded: z.array(discardedSchema),
});
export type ReportDetail = z.infer<typeof reportDetailSchema>;
