import { z } from 'zod';
import { route } from '../route.ts';
import { annotationSchema } from '../schemas/annotation.ts';
import { reportIdSchema } from '../schemas/report.ts';

const none = z.strictObject({});
const count = z.number().int().nonnegative();

const countsSchema = {
  reports: z.strictObject({ fresh: count, here: count, 'in-trash': count, 'other-text': count }),
  notes: z.strictObject({ fresh: count, same: count, updated: count, conflicting: count }),
};

/** What was decided otherwise here than in a package; what stands here stays. */
const keptSchema = z.strictObject({
  reportTitle: z.string(),
  /** A field of a decision, or `figure`. */
  field: z.string(),
  /** Empty where nothing is decided any more. */
  mine: z.string(),
  theirs: z.string(),
});

/** Who made a package of what. */
const aboutSchema = {
  title: z.string(),
  author: z.string(),
  /** SHA-256 of the file, in hex: both sides see the same one. */
  digest: z.string(),
};

const packagePreviewSchema = z.strictObject({
  ...aboutSchema,
  ...countsSchema,
  packageId: z.string(),
  createdAt: z.string(),
  /** False where the library has all of it already. */
  changes: z.boolean(),
  standings: z.array(
    z.strictObject({
      /** Of the report in the package. */
      id: reportIdSchema,
      title: z.string(),
      standing: z.enum(['fresh', 'here', 'in-trash', 'other-text']),
    }),
  ),
  kept: z.array(keptSchema),
});
export type PackagePreview = z.infer<typeof packagePreviewSchema>;

const mergedSchema = z.strictObject({
  ...aboutSchema,
  ...countsSchema,
  mergedAt: z.string(),
  kept: z.array(keptSchema),
  /** Notes of which both libraries have a version of their own, as they stand now; null once removed. */
  conflicts: z.array(
    z.strictObject({ mine: annotationSchema.nullable(), theirs: annotationSchema.nullable() }),
  ),
});
export type Merged = z.infer<typeof mergedSchema>;

/** Library packages (交换包): a part of a library with its notes in one file. */
export const exchangeRoutes = {
  /** Asks where to, and writes the reports named with all that belongs to them. */
  'exchange.export': route(
    z.strictObject({
      ids: z.array(reportIdSchema).min(1).max(9_999),
      title: z.string().trim().max(60),
    }),
    z.strictObject({
      /** Null when the person thought better of it. */
      fileName: z.string().nullable(),
      digest: z.string(),
      reportCount: count,
      noteCount: count,
      /** Notes that also speak of reports that were not chosen. */
      leftOut: count,
    }),
  ),
  /** Asks for a package and tells what merging it would do; null when the person thought better of it. */
  'exchange.choose': route(none, z.strictObject({ preview: packagePreviewSchema.nullable() })),
  /** The package that was opened by a double click, until it is answered; or why it cannot be used. */
  'exchange.offered': route(
    none,
    z.strictObject({
      offer: z
        .strictObject({
          fileName: z.string(),
          preview: packagePreviewSchema.nullable(),
          problem: z.string().nullable(),
        })
        .nullable(),
    }),
  ),
  'exchange.decline': route(none, none),
  /** Takes a package in that was looked at, whole or not at all. */
  'exchange.merge': route(
    z.strictObject({ packageId: z.string().max(64) }),
    z.strictObject({
      merged: mergedSchema,
      /** Taken before the merge, the way back; null where nothing was changed. */
      snapshotId: z.string().nullable(),
    }),
  ),
  /** What was merged so far, newest first. */
  'exchange.merges': route(none, z.strictObject({ merges: z.array(mergedSchema) })),
};
