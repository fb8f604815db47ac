import { z } from 'zod';
import { route } from '../route.ts';
import { failureSchema } from '../schemas/failure.ts';
import {
  discardedSchema,
  metadataSchema,
  noticeSchema,
  reportKindSchema,
} from '../schemas/report.ts';

/** Largest file the window hands over itself (dropped or pasted); bigger ones come by dialog. */
export const MAX_PASTED_CHARACTERS = 5_000_000;
export const MAX_DROPPED_BASE64 = 28_000_000;

export const importOutcomeSchema = z.strictObject({
  /** The file's name; never a path. */
  name: z.string(),
  status: z.enum(['imported', 'duplicate', 'needs-review', 'rejected']),
  documentIds: z.array(z.string()),
  code: z.string().nullable(),
  message: z.string(),
});
export type ImportOutcome = z.infer<typeof importOutcomeSchema>;

export const previewedDocumentSchema = z.strictObject({
  index: z.number().int(),
  title: z.string(),
  kind: reportKindSchema,
  metadata: metadataSchema,
  characterCount: z.number().int(),
  /** The first headings, to see at a glance whether the structure was understood. */
  outline: z.array(z.strictObject({ level: z.number().int(), text: z.string() })),
  sectionCount: z.number().int(),
  opening: z.string(),
  notices: z.array(noticeSchema),
  duplicateOf: z.strictObject({ id: z.string(), title: z.string() }).nullable(),
  /** A report of the same place and year that reads much the same, perhaps another version of it. */
  similarTo: z
    .strictObject({
      id: z.string(),
      title: z.string(),
      /** Share of wording in common, 0…1. */
      similarity: z.number(),
      /** One of the two calls itself a draft: 归入版本链 unless the person says otherwise. */
      draft: z.boolean(),
    })
    .nullable(),
});
export type PreviewedDocument = z.infer<typeof previewedDocumentSchema>;

export const importPreviewSchema = z.strictObject({
  previewId: z.string(),
  name: z.string(),
  format: z.string(),
  encoding: z.string().nullable(),
  documents: z.array(previewedDocumentSchema),
  discarded: z.array(discardedSchema),
  notices: z.array(noticeSchema),
  /** Set when the file could not be read; then there are no documents. */
  failure: failureSchema.nullable(),
});
export type ImportPreview = z.infer<typeof importPreviewSchema>;

/** What became of one file of a batch: one outcome a document, or why there is none. */
export const batchedFileSchema = z.strictObject({
  /** Relative to the chosen folder. */
  name: z.string(),
  outcomes: z.array(importOutcomeSchema),
});
export type BatchedFile = z.infer<typeof batchedFileSchema>;

const batchIdSchema = z.string().max(64);

const importSourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('chosen'), fileId: z.string().max(64) }),
  z.strictObject({
    kind: z.literal('pasted'),
    text: z.string().max(MAX_PASTED_CHARACTERS),
  }),
  z.strictObject({
    kind: z.literal('dropped'),
    name: z.string().max(255),
    base64: z.string().max(MAX_DROPPED_BASE64),
  }),
]);

export const importRoutes = {
  /** Opens the file dialog in main; the window gets opaque ids, never paths. Empty when cancelled. */
  'imports.chooseFiles': route(
    z.strictObject({}),
    z.strictObject({
      files: z.array(
        z.strictObject({ fileId: z.string(), name: z.string(), size: z.number().int() }),
      ),
    }),
  ),
  /** What import would make of a file; nothing is stored. */
  'imports.preview': route(z.strictObject({ source: importSourceSchema }), importPreviewSchema),
  /** Stores the chosen documents of a preview, all in one transaction. */
  'imports.commit': route(
    z.strictObject({
      previewId: z.string().max(64),
      include: z.array(z.number().int()),
      /** Those of `include` that join the versions of the report they are similar to. */
      join: z.array(z.number().int()).default([]),
    }),
    z.strictObject({ outcomes: z.array(importOutcomeSchema) }),
  ),
  /** Opens the folder dialog in main and counts what is in and below the folder. Null when cancelled. */
  'imports.chooseFolder': route(
    z.strictObject({}),
    z.strictObject({
      batch: z
        .strictObject({ batchId: z.string(), name: z.string(), fileCount: z.number().int() })
        .nullable(),
    }),
  ),
  /** Imports the files of a batch one by one, telling `progress` of a task named as the batch. */
  'imports.runBatch': route(
    z.strictObject({ batchId: batchIdSchema }),
    z.strictObject({ files: z.array(batchedFileSchema), stopped: z.boolean() }),
  ),
  /** Stops a running batch after the file in hand; what is stored stays. */
  'imports.cancel': route(z.strictObject({ task: batchIdSchema }), z.strictObject({})),
};
