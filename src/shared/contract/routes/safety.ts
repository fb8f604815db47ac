import { z } from 'zod';
import { route } from '../route.ts';
import { failureSchema } from '../schemas/failure.ts';

const countsSchema = z.strictObject({
  reportCount: z.number().int(),
  annotationCount: z.number().int(),
});

const snapshotSchema = countsSchema.extend({
  id: z.string(),
  sequence: z.number().int(),
  takenAt: z.string(),
  /** Why it was taken, in Chinese. */
  reason: z.string(),
  size: z.number().int(),
});

const secondFolderSchema = z
  .strictObject({ name: z.string(), problem: z.string().nullable() })
  .nullable();

const count = z.number().int().nonnegative();

/** What came back from the damaged file that another library took the place of. */
const broughtBackSchema = z.strictObject({
  reports: count,
  notes: count,
  briefs: count,
  drafts: count,
  /** Kept versions of drafts. */
  versions: count,
  settings: count,
  /** Names assigned to indicators. */
  names: count,
  /** False where a part of the file could not be read. */
  whole: z.boolean(),
});
export type BroughtBack = z.infer<typeof broughtBackSchema>;

/** Null where the library that was replaced was not damaged. */
const broughtBack = broughtBackSchema.nullable();

export const safetyRoutes = {
  /**
   * Why the library is not open, and the snapshots to choose from; null while all is well. With
   * `canReplace` false the file itself is sound and has only to be let go of or made writable.
   */
  'library.trouble': route(
    z.strictObject({}),
    z.strictObject({
      trouble: failureSchema
        .extend({ canReplace: z.boolean(), snapshots: z.array(snapshotSchema) })
        .nullable(),
    }),
  ),
  /** Asks where and writes the whole library to one file, read through before it takes its name. */
  'library.backup': route(
    z.strictObject({}),
    countsSchema.extend({ /** Null when the person cancelled. */ fileName: z.string().nullable() }),
  ),
  /** Asks which backup and puts it in the library's place; what was there is kept aside. */
  'library.restore': route(
    z.strictObject({}),
    z.strictObject({
      /** Null when the person cancelled. */
      restored: countsSchema.nullable(),
      broughtBack,
    }),
  ),
  'library.listSnapshots': route(
    z.strictObject({}),
    z.strictObject({ snapshots: z.array(snapshotSchema), secondFolder: secondFolderSchema }),
  ),
  'library.restoreSnapshot': route(
    z.strictObject({ id: z.string().max(120) }),
    z.strictObject({ restored: countsSchema, broughtBack }),
  ),
  /** Reads the whole library through. */
  'library.verify': route(
    z.strictObject({}),
    countsSchema.extend({
      sound: z.boolean(),
      problems: z.number().int(),
      changedTexts: z.array(z.string()),
      indexedReports: z.number().int(),
    }),
  ),
  /** Opens the file again after the person has put things right. */
  'library.reopen': route(z.strictObject({}), z.strictObject({})),
  /** Goes on with a file whose last operations are lost, for a person who was told of it. */
  'library.openAsIs': route(z.strictObject({}), z.strictObject({})),
  /** The backup that the person opened by a double click and has not answered for; read through first. */
  'library.offeredBackup': route(
    z.strictObject({}),
    z.strictObject({
      offer: z
        .strictObject({
          fileName: z.string(),
          /** Null for a backup that cannot be used; `problem` says why. */
          counts: countsSchema.nullable(),
          problem: z.string().nullable(),
        })
        .nullable(),
    }),
  ),
  /** Puts the offered backup in the library's place, or answers that it is not wanted. */
  'library.answerOffer': route(
    z.strictObject({ restore: z.boolean() }),
    z.strictObject({ restored: countsSchema.nullable(), broughtBack }),
  ),
  /** Begins an empty library; the file that could not be used is kept aside. Refused while one is open. */
  'library.startAnew': route(z.strictObject({}), z.strictObject({ broughtBack })),
  /** Asks for a folder that gets a copy of every snapshot from now on. Unchanged when cancelled. */
  'library.chooseSecondFolder': route(
    z.strictObject({}),
    z.strictObject({ secondFolder: secondFolderSchema }),
  ),
  /** What to give to somebody who is asked for help, to be read first: no text, title or file name in it. */
  'library.diagnosis': route(z.strictObject({}), z.strictObject({ text: z.string() })),
  /** Asks where and writes the same to a text file. Null when the person cancelled. */
  'library.saveDiagnosis': route(
    z.strictObject({}),
    z.strictObject({ fileName: z.string().nullable() }),
  ),
  'library.dropSecondFolder': route(z.strictObject({}), z.strictObject({})),
};
