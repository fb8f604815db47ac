import { z } from 'zod';
import type { DraftBlock } from '../../draft/blocks.ts';
import { route } from '../route.ts';
import { reportIdSchema, sectionRoleSchema, spanSchema } from '../schemas/report.ts';
import { findingSchema } from './review.ts';

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
  role: sectionRoleSchema.optional(),
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

/** The lines under the title. */
const headLinesSchema = z.strictObject({
  congress: z.string().max(200),
  speaker: z.string().max(100),
});

const draftSchema = headSchema.extend({ ...headLinesSchema.shape, blocks: blocksSchema });

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
  /** What it is listed for, a line each: 改造旱厕 4774户（完成）, 借鉴：算细账; null where the words say it themselves. */
  lead: z.string().nullable(),
});

/** What may be looked at beside a draft. */
const shelfSchema = z.enum(['last-year', 'peers', 'search', 'figures', 'notes']);

/** A stretch of the draft with its words. */
const quotedSpanSchema = spanSchema.extend({ text: z.string() });

const fileNameSchema = z.string().nullable();

/** What a department answered about a commitment; empty: nothing. */
const reportedSchema = spanSchema.extend({ reported: z.string().max(20_000) });

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
  /** Answered once it is on the disk. Lines under the title that are left out stay as they are. */
  'drafts.save': route(
    headLinesSchema
      .partial()
      .extend({ id: draftIdSchema, title: titleSchema, blocks: blocksSchema }),
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
  /** A version beside another, or beside the working text, sentence by sentence, as two years are compared. */
  'drafts.compare': route(
    z.strictObject({
      id: draftIdSchema,
      versionId: z.string().max(64),
      /** The later version; null: the working text. */
      withId: z.string().max(64).nullable().default(null),
    }),
    z.strictObject({
      before: z.string(),
      after: z.string(),
      sentences: z.array(
        editSchema.extend({
          moved: z.boolean(),
          /** What was changed inside, in offsets of the two texts. */
          edits: z.array(z.strictObject({ before: spanSchema, after: spanSchema })),
        }),
      ),
      numbers: z.array(z.strictObject({ beforeText: z.string(), afterText: z.string() })),
    }),
  ),
  /** 校核 of the draft as it is saved. Points only, changes nothing. */
  'drafts.check': route(
    z.strictObject({ id: draftIdSchema }),
    z.strictObject({
      // The text that is checked has a line a block.
      findings: z.array(findingSchema.extend({ dismissed: z.boolean() })),
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
          /** Where it stands in the plan: 实事第7件, 任务（二）3; may be empty. */
          place: z.string(),
          outcome: z.enum(['kept', 'partly', 'unmentioned', 'unclear']),
          answer: quotedSpanSchema.nullable(),
          candidates: z.array(quotedSpanSchema),
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
      /** 民生实事 of the plan, item by item; empty where it lists none. */
      actions: z.array(quotedSpanSchema.extend({ place: z.string() })),
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
  /** One shelf of the library, as far as it is about what is being written. */
  'drafts.beside': route(
    z.strictObject({
      id: draftIdSchema,
      shelf: shelfSchema,
      /** The section being written, heading and text, a block a line. */
      words: z.string().max(20_000),
      /** The headings over it, the outermost first. */
      headings: z.array(z.string().max(2000)).max(4),
      /** What the person looks for instead; empty: what the section is about. */
      wanted: z.string().max(500),
    }),
    z.strictObject({
      /** What the shelf was searched for, in a few words; null where nothing could be made of the section. */
      about: z.string().nullable(),
      groups: z.array(z.strictObject({ name: z.string(), passages: z.array(besideSchema) })),
    }),
  ),
  /** 名词解释: coined terms of the draft with their explanation, the person's own or one that was found. */
  'drafts.terms': route(
    z.strictObject({ id: draftIdSchema }),
    z.strictObject({
      terms: z.array(
        z.strictObject({
          term: z.string(),
          /** Null: nothing explains it. */
          explanation: z.string().nullable(),
          /** The report whose explanation it is; null where it is the draft's or the person's own. */
          label: z.string().nullable(),
          settled: z.enum(['own', 'left-out']).nullable(),
        }),
      ),
    }),
  ),
  /** An explanation in the person's words, null to leave the term out; no decision gives it back to what is found. */
  'drafts.setTerm': route(
    z.strictObject({
      id: draftIdSchema,
      term: z.string().trim().min(1).max(60),
      decision: z.strictObject({ explanation: z.string().trim().max(2000).nullable() }).nullable(),
    }),
    z.strictObject({}),
  ),
  /** In report style for WPS or on paper, each also in large type, or the bare text; null when the person cancelled. */
  'drafts.export': route(
    z.strictObject({
      id: draftIdSchema,
      format: z.enum(['docx', 'reading-docx', 'pdf', 'reading-pdf', 'txt']),
      sources: z.boolean().default(false),
      terms: z.boolean().default(false),
    }),
    z.strictObject({ fileName: fileNameSchema, warnings: z.array(z.string()) }),
  ),
  /** The table of commitments to send to the departments. */
  'drafts.exportPromises': route(
    z.strictObject({
      id: draftIdSchema,
      planId: reportIdSchema,
      format: z.enum(['xlsx', 'docx', 'pdf']).default('xlsx'),
    }),
    z.strictObject({ fileName: fileNameSchema, warnings: z.array(z.string()) }),
  ),
  /** Takes the departments' answers out of the table that came back; null when the person cancelled. */
  'drafts.takeReported': route(
    z.strictObject({ id: draftIdSchema, planId: reportIdSchema }),
    z.strictObject({
      taken: z
        .strictObject({
          fileName: z.string(),
          filled: z.number().int(),
          unknown: z.number().int(),
          /** What stood where the table was filled in. */
          before: z.array(reportedSchema),
        })
        .nullable(),
    }),
  ),
  /** Puts answers of departments as they were: taking a table back can be undone. */
  'drafts.setReported': route(
    z.strictObject({
      id: draftIdSchema,
      planId: reportIdSchema,
      answers: z.array(reportedSchema).max(5000),
    }),
    z.strictObject({}),
  ),
};
