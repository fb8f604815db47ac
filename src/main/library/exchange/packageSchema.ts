import { z } from 'zod';
import { readingSchema } from '../../../shared/contract/schemas/indicator.ts';
import { decisionSchema, reportIdSchema } from '../../../shared/contract/schemas/report.ts';
import type { PartReport } from '../../store/exchange/part.ts';

/*
 * What stands in a package (交换包). Strict: a key that is not known is refused, so that nothing travels
 * unseen. Lengths are those of a person's words, not of what a file may hold.
 */

const id = z.string().min(1).max(64);
const author = z.string().max(100);
const line = z.string().max(2000);
const words = z.string().max(5_000_000);
const time = z.string().max(40);
const offset = z.number().int().nonnegative();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);

const anchor = z.strictObject({
  start: offset,
  end: offset,
  quote: words,
  prefix: line,
  suffix: line,
  twins: z.strictObject({ count: offset, index: offset, closest: z.number() }),
});

const target = z
  .strictObject({
    reportId: reportIdSchema,
    start: offset,
    end: offset,
    anchor,
    state: z.enum(['anchored', 'review', 'orphaned']),
  })
  .refine(({ start, end }) => start <= end);

const revision = z.strictObject({
  id,
  author,
  device: z.string().max(100),
  writtenAt: time,
  removed: z.boolean(),
  note: words,
  category: z.string().max(100).nullable(),
  tags: z.array(line).max(1000),
  targets: z.array(target).min(1).max(100),
});

const span = z.strictObject({ start: offset, end: offset });

export const packedReportSchema = z.strictObject({
  id: reportIdSchema,
  title: line.min(1),
  titleLine: line.nullable(),
  text: words.min(1),
  retrievedOn: time.nullable(),
  sourceName: line,
  format: z.string().max(40),
  encoding: z.string().max(40).nullable(),
  earlierTexts: z
    .array(
      z.strictObject({ id, titleLine: line.nullable(), text: words, author, replacedAt: time }),
    )
    .max(1000),
  leftovers: z
    .array(z.strictObject({ text: words, reason: line, edge: z.enum(['before', 'after']) }))
    .max(1000),
  decisions: z
    .array(z.strictObject({ decision: decisionSchema, author, undoes: id.nullable() }))
    .max(10_000),
  corrections: z
    .array(
      span.extend({
        id,
        wording: words,
        name: line,
        reading: readingSchema.nullable(),
        author,
        device: z.string().max(100),
        writtenAt: time,
        undoes: id.nullable(),
      }),
    )
    .max(100_000),
  notes: z
    .array(z.strictObject({ id, revisions: z.array(revision).min(1).max(10_000) }))
    .max(100_000),
}) satisfies z.ZodType<PartReport>;

export const PACKAGE_FORMAT = 'zhenjian-package';
export const PACKAGE_VERSION = 1;

/** Who made the package of what, and the hash of every other entry. */
export const manifestSchema = z.strictObject({
  format: z.literal(PACKAGE_FORMAT),
  version: z.literal(PACKAGE_VERSION),
  title: z.string().max(100),
  author,
  createdAt: time,
  reportCount: offset,
  noteCount: offset,
  entries: z.array(z.strictObject({ name: z.string().max(40), sha256 })).max(9_999),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** What tells the package of a later 镇鉴, whatever else is in its manifest. */
export const anyManifestSchema = z.object({
  format: z.literal(PACKAGE_FORMAT),
  version: z.number().int(),
});
