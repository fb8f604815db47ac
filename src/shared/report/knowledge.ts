import { z } from 'zod';
import { decodeBytes } from './base64.ts';
import { weightBuckets } from './cutFeatures.ts';
import { runInBuckets } from './runInFeatures.ts';
import { siblingFeatureCount } from './siblings.ts';
import { topicBuckets } from './topicModel.ts';

/**
 * The facts and statistics the analysis is given. They are shipped as JSON under resources/; this
 * part of the program knows their shape and never reads a disk.
 */

const topicSchema = z.object({
  id: z.string().regex(/^T\d{2}$/),
  name: z.string(),
  strong: z.array(z.string()),
  weak: z.array(z.string()),
});

const topicsSchema = z.array(topicSchema).min(1);

const divisionsSchema = z.object({
  source: z.string(),
  provinces: z.array(
    z.object({
      name: z.string(),
      prefectures: z.array(
        z.object({ name: z.string().nullable(), counties: z.array(z.string()) }),
      ),
    }),
  ),
});

/** A table of small integers; its size is a power of two, because entries are found by hash. */
const tableSchema = z
  .base64()
  .transform(decodeBytes)
  .refine((table) => table.length > 0 && (table.length & (table.length - 1)) === 0);

const headingEndsSchema = z
  .object({
    source: z.string(),
    statistics: z.object({ opens: tableSchema, closes: tableSchema, pairs: tableSchema }),
    weights: tableSchema.refine((table) => table.length === weightBuckets),
    weightUnit: z.number().positive(),
    siblingWeights: z.array(z.number()).length(siblingFeatureCount),
    certainFrom: z.number().min(0).max(1),
    runInWeights: tableSchema.refine((table) => table.length === runInBuckets),
    runInUnit: z.number().positive(),
  })
  .readonly();

const topicSentencesSchema = z
  .object({
    source: z.string(),
    weightUnit: z.number().positive(),
    weights: z.base64().transform(decodeBytes),
  })
  .refine(({ weights }) => weights.length > 0 && weights.length % topicBuckets === 0)
  .readonly();

/** resources/vocabulary/topics.json */
export type TopicVocabulary = z.infer<typeof topicsSchema>;
/** resources/knowledge/divisions.json: provinces, prefectures and counties of China. */
export type Divisions = z.infer<typeof divisionsSchema>;
/** resources/knowledge/heading-ends.json: where a heading that is glued to its body ends. */
export type HeadingEndModel = z.infer<typeof headingEndsSchema>;
/** resources/knowledge/topic-sentences.json: what sentences without a word of the lists are about. */
export type TopicSentences = z.infer<typeof topicSentencesSchema>;

export interface ReportKnowledge {
  topics: TopicVocabulary;
  divisions: Divisions;
  headingEnds: HeadingEndModel;
  topicSentences: TopicSentences;
}

/** Checks the parsed JSON of the four resource files; throws a ZodError that names the bad field. */
export function parseReportKnowledge(parts: {
  topics: unknown;
  divisions: unknown;
  headingEnds: unknown;
  topicSentences: unknown;
}): ReportKnowledge {
  return {
    topics: topicsSchema.parse(parts.topics),
    divisions: divisionsSchema.parse(parts.divisions),
    headingEnds: headingEndsSchema.parse(parts.headingEnds),
    topicSentences: topicSentencesSchema.parse(parts.topicSentences),
  };
}
