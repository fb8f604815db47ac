import { z } from 'zod';
import type { DraftBlock } from '../../draft/blocks.ts';
import { route } from '../route.ts';
import { reportIdSchema, sectionRoleSchema, spanSchema } from '../schemas/report.ts';

const draftIdSchema = z.string().min(1).max(64);
const titleSchema = z.string().max(200);

const blockSchema = z.strictObject({
  kind: z.enum(['heading', 'paragraph']),
  level: z.number().int().min(0).max(4),
  text: z
    .string()
    .max(100_000)
    .regex(/^[^\n]*$/u),
  source: spanSchema
    .extend({
      documentId: reportIdSchema,
      label: z.string().max(300),
      quote: z.string().max(100_000),
    })
    .nullable(),
}) satisfies z.ZodType<DraftBlock>;

const blocksSchema = z.array(blockSchema).max(5000);

const headSchema = z.strictObject({
  id: draftIdSchema,
  title: titleSchema,
  town: z.string(),
  planYear: z.number().int(),
  basisId: z.string().nullable(),
  begunAt: z.string(),
  savedAt: z.string(),
  versionCount: z.number().int(),
});

const draftSchema = headSchema.extend({ blocks: blocksSchema });

const versionSchema = z.strictObject({
  id: z.string(),
  sequence: z.number().int(),
  keptAt: z.string(),
  name: z.string(),
  characterCount: z.number().int(),
});

/** A passage that may be taken over, with where it stands. */
const besideSchema = spanSchema.extend({
  documentId: reportIdSchema,
  text: z.string(),
  label: z.string(),
  role: sectionRoleSchema.nullable(),
});

const editSchema = z.strictObject({ before: spanSchema.nullable(), after: spanSchema.nullable() });

export const draftRoutes = {
  'drafts.list': route(z.strictObject({}), z.strictObject({ drafts: z.array(headSchema) })),
  /** Begins a draft, with the outline of a report or empty. */
  'drafts.begin': route(
    z.strictObject({
      town: z.string().trim().min(1).max(40),
      planYear: z.number().int().min(1980).max(2200),
      basisId: reportIdSchema.nullable(),
    }),
    z.strictObject({ draft: draftSchema }),
  ),
  'drafts.get': route(
    z.strictObject({ id: draftIdSchema }),
    z.strictObject({
      draft: draftSchema,
      /** The town's report of the year before, whose commitments are to be answered; null where there is none. */
      lastReportId: reportIdSchema.nullable(),
    }),
  ),
  /** Answered once it is on the disk. */
  'drafts.save': route(
    z.strictObject({ id: draftIdSchema, title: titleSchema, blocks: blocksSchema }),
    z.strictObject({ savedAt: z.string() }),
  ),
  'drafts.remove': route(z.strictObject({ id: draftIdSchema }), z.strictObject({})),
  'drafts.restore': route(z.strictObject({ id: draftIdSchema }), z.strictObject({})),
  'drafts.keepVersion': route(
    z.strictObject({ id: draftIdSchema, name: z.string().max(60) }),
    z.strictObject({ version: versionSchema }),
  ),
  'drafts.versions': route(
    z.strictObject({ id: draftIdSchema }),
    z.strictObject({ versions: z.array(versionSchema) }),
  ),
  /** Puts a version back as the working text, which is kept as a version of its own before. */
  'drafts.returnTo': route(
    z.strictObject({ id: draftIdSchema, versionId: z.string().max(64) }),
    z.strictObject({ draft: draftSchema }),
  ),
  /** A version beside the working text, sentence by sentence, as two years are compared. */
  'drafts.compare': route(
    z.strictObject({ id: draftIdSchema, versionId: z.string().max(64) }),
    z.strictObject({
      before: z.string(),
      after: z.string(),
      sentences: z.array(editSchema.extend({ moved: z.boolean(), changed: z.boolean() })),
      numbers: z.array(z.strictObject({ beforeText: z.string(), afterText: z.string() })),
    }),
  ),
  /** 校核 of the draft as it is saved. Points only, changes nothing. */
  'drafts.check': route(
    z.strictObject({ id: draftIdSchema }),
    z.strictObject({
      findings: z.array(
        z.strictObject({
          rule: z.string(),
          severity: z.enum(['error', 'suspect', 'hint']),
          message: z.string(),
          /** Offsets in the draft's text, a block a line. */
          spans: z.array(spanSchema),
          key: z.string(),
          dismissed: z.boolean(),
        }),
      ),
    }),
  ),
  /** Never shown again in this draft while the words stay the same; or shown again. */
  'drafts.dismiss': route(
    z.strictObject({ id: draftIdSchema, key: z.string().max(2000), dismissed: z.boolean() }),
    z.strictObject({}),
  ),
  /** 承诺—交代: the commitments of last year's report with what this draft says about them. */
  'drafts.promises': route(
    z.strictObject({ id: draftIdSchema, planId: reportIdSchema }),
    z.strictObject({
      promises: z.array(
        spanSchema.extend({
          text: z.string(),
          outcome: z.enum(['kept', 'partly', 'unmentioned', 'unclear']),
          answer: spanSchema.nullable(),
          candidates: z.array(spanSchema),
          /** What the person decided; null while they have not. */
          settled: z
            .strictObject({
              outcome: z.enum(['kept', 'partly', 'unmentioned']),
              reason: z.string(),
            })
            .nullable(),
          /** What a department answered in the table that was sent to it. */
          reported: z.string().nullable(),
        }),
      ),
    }),
  ),
  'drafts.settle': route(
    spanSchema.extend({
      id: draftIdSchema,
      planId: reportIdSchema,
      decision: z
        .strictObject({
          outcome: z.enum(['kept', 'partly', 'unmentioned']),
          reason: z.string().max(500),
        })
        .nullable(),
    }),
    z.strictObject({}),
  ),
  /** What stands in the library about what is being written: own last year first, then other towns. */
  'drafts.beside': route(
    z.strictObject({ id: draftIdSchema, words: z.string().max(20_000) }),
    z.strictObject({
      topics: z.array(z.strictObject({ id: z.string(), name: z.string() })),
      own: z.array(besideSchema),
      peers: z.array(besideSchema),
    }),
  ),
  /** 名词解释: coined terms of the draft with their explanation in it, or in the library. */
  'drafts.terms': route(
    z.strictObject({ id: draftIdSchema }),
    z.strictObject({
      terms: z.array(
        z.strictObject({
          term: z.string(),
          explanation: z.string().nullable(),
          /** Where the explanation stands, where it is not the draft itself. */
          label: z.string().nullable(),
        }),
      ),
    }),
  ),
  /** DOCX for WPS in report style, or the bare text; null when the person cancelled. */
  'drafts.export': route(
    z.strictObject({
      id: draftIdSchema,
      format: z.enum(['docx', 'reading-docx', 'txt']),
      sources: z.boolean().default(false),
      terms: z.boolean().default(false),
    }),
    z.strictObject({ fileName: z.string().nullable() }),
  ),
  /** The table of commitments to send to the departments, as a spreadsheet. */
  'drafts.exportPromises': route(
    z.strictObject({ id: draftIdSchema, planId: reportIdSchema }),
    z.strictObject({ fileName: z.string().nullable() }),
  ),
  /** Takes the departments' answers out of the table that came back; null when the person cancelled. */
  'drafts.takeReported': route(
    z.strictObject({ id: draftIdSchema, planId: reportIdSchema }),
    z.strictObject({
      taken: z
        .strictObject({ fileName: z.string(), filled: z.number().int(), unknown: z.number().int() })
        .nullable(),
    }),
  ),
};
