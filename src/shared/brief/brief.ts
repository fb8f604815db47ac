import { z } from 'zod';
import { noteCategorySchema } from '../note/categorySchema.ts';

/**
 * The brief (参阅材料) as data: what is printed, in the order it is printed, before any page is laid out.
 *
 * Quotations are slices of a document's immutable text. They can be cut (several slices, printed with
 * …… between them) but never altered: `findAlteredQuotations` compares every slice with its source.
 * Plain JSON throughout, so that the same value crosses the bridge, is stored, and is printed.
 */

/** One uncut piece of a quotation; `text` equals the source's `text.slice(start, end)`. */
export const sliceSchema = z.strictObject({
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  text: z.string().min(1),
  /** Line ends inside sentences, of a source whose pages were full; not printed. Offsets into `text`. */
  wraps: z
    .array(z.strictObject({ start: z.int().nonnegative(), end: z.int().nonnegative() }))
    .optional(),
});

/** 出处: where a quotation stands, down to its section. */
export const citationSchema = z.strictObject({
  documentId: z.string(),
  town: z.string(),
  reportTitle: z.string(),
  /** “2019年报告”: the plan year, as offices call a report; “年份未明” where no year is known. */
  yearLabel: z.string(),
  /** Label and heading of every section above the passage, outermost first; empty before the first heading. */
  sectionPath: z.array(z.string()),
});

/** A person's note on a quotation. Its words are never mixed into the quotation's. */
export const briefAnnotationSchema = z.strictObject({
  id: z.string(),
  /** Its name; shape and ink are those of `categories`. Null for a mark without one. */
  category: z.string().nullable(),
  note: z.string(),
  author: z.string(),
  /** ISO instant, or null where it is not known. */
  createdAt: z.string().nullable(),
  /** The marked characters, as offsets into the slice with index `slice`. */
  spans: z.array(
    z.strictObject({
      slice: z.int().nonnegative(),
      start: z.int().nonnegative(),
      end: z.int().nonnegative(),
    }),
  ),
});

export const excerptSchema = z.strictObject({
  /** Unique in the brief: the target of links from the lists of points. */
  id: z.string(),
  slices: z.array(sliceSchema).min(1),
  /** The passage before anything was cut from it, where it was chosen by `composeBrief`. */
  whole: z.strictObject({ start: z.int(), end: z.int() }).optional(),
  /** Whether words of the same sentence were left out before the first slice, or after the last one. */
  cutBefore: z.boolean(),
  cutAfter: z.boolean(),
  citation: citationSchema,
  annotations: z.array(briefAnnotationSchema),
});

/** How many passages of one town there are on a topic, and how many of them are printed. */
export const tallySchema = z.strictObject({
  town: z.string(),
  documentId: z.string(),
  total: z.int().nonnegative(),
  listed: z.int().nonnegative(),
});

export const columnSchema = z.strictObject({
  documentId: z.string(),
  town: z.string(),
  yearLabel: z.string(),
});

/**
 * One cell of the table of figures.
 * `state`: 'stated' the text says so; 'change-only' the text gives a change but no value; 'derived' worked
 * out by us (推算), `details` then hold the working; 'unstated' printed as 未提及.
 */
export const indicatorCellSchema = z.strictObject({
  state: z.enum(['stated', 'change-only', 'derived', 'unstated']),
  text: z.string(),
  /** The text's own name and wording where they differ, the change, or the working of 推算. */
  details: z.array(z.string()),
  /** Printed as 待核. */
  doubtful: z.boolean(),
  /** Where the figure stands, null for 未提及. */
  source: z.strictObject({ start: z.int(), end: z.int() }).nullable(),
});

export const indicatorRowSchema = z.strictObject({
  name: z.string(),
  unit: z.string().nullable(),
  /** One cell a column, in the columns' order. */
  cells: z.array(indicatorCellSchema),
});

export const indicatorGroupSchema = z.strictObject({
  /** “2018年实绩”, “2019年目标” */
  label: z.string(),
  rows: z.array(indicatorRowSchema),
});

/** What every part begins with: its heading, and the paragraphs the person wrote below it. */
const opening = { heading: z.string(), lead: z.array(z.string()) };

export const briefPartSchema = z.discriminatedUnion('part', [
  z.strictObject({
    part: z.literal('editor-note'),
    ...opening,
  }),
  z.strictObject({
    part: z.literal('indicators'),
    ...opening,
    columns: z.array(columnSchema),
    groups: z.array(indicatorGroupSchema),
    remarks: z.array(z.string()),
  }),
  z.strictObject({
    part: z.literal('excerpts'),
    ...opening,
    topics: z.array(
      z.strictObject({
        /** Of the topic, as T11; absent where it is none. */
        id: z.string().optional(),
        name: z.string(),
        tallies: z.array(tallySchema),
        excerpts: z.array(excerptSchema),
      }),
    ),
    remarks: z.array(z.string()),
  }),
  z.strictObject({
    part: z.literal('comparison'),
    ...opening,
    columns: z.array(columnSchema).min(2).max(4),
    rows: z.array(
      z.strictObject({
        id: z.string().optional(),
        name: z.string(),
        cells: z.array(z.strictObject({ tally: tallySchema, excerpts: z.array(excerptSchema) })),
      }),
    ),
    remarks: z.array(z.string()),
  }),
  z.strictObject({
    part: z.literal('points'),
    /** 可借鉴的提法与做法, or 数据核对单 */
    kind: z.enum(['borrow', 'check']),
    ...opening,
    items: z.array(
      z.strictObject({
        category: z.string().nullable(),
        note: z.string(),
        author: z.string(),
        /** The marked words, whole. */
        quote: z.string(),
        excerptId: z.string(),
        citation: citationSchema,
      }),
    ),
  }),
  z.strictObject({
    part: z.literal('sources'),
    ...opening,
    items: z.array(
      z.strictObject({
        documentId: z.string(),
        town: z.string(),
        reportTitle: z.string(),
        yearLabel: z.string(),
        /** Meeting, day, where the text came from: as far as known. */
        details: z.array(z.string()),
      }),
    ),
  }),
  z.strictObject({
    part: z.literal('glossary'),
    ...opening,
    items: z.array(
      z.strictObject({
        term: z.string(),
        explanation: sliceSchema,
        citation: citationSchema,
      }),
    ),
  }),
]);

export const briefSchema = z.strictObject({
  title: z.string().min(1),
  unit: z.string(),
  /** ISO day or the words given; printed as 2026年11月22日 when ISO. */
  date: z.string(),
  layout: z.enum(['brief', 'comparison']),
  /** The words left and right above the title: 参阅材料, 仅供内部参考. No red head, no document number. */
  markings: z.strictObject({ kind: z.string(), access: z.string() }),
  /** How the categories of its notes look. */
  categories: z.array(noteCategorySchema),
  /** Print a table of contents below the title. */
  contents: z.boolean(),
  /** Pale words across every page (内部资料), null for none; drawn by the PDF step and the preview. */
  watermark: z.string().nullable(),
  parts: z.array(briefPartSchema),
});

export type Slice = z.infer<typeof sliceSchema>;
export type Citation = z.infer<typeof citationSchema>;
export type BriefAnnotation = z.infer<typeof briefAnnotationSchema>;
export type Excerpt = z.infer<typeof excerptSchema>;
export type Tally = z.infer<typeof tallySchema>;
export type BriefColumn = z.infer<typeof columnSchema>;
export type IndicatorCell = z.infer<typeof indicatorCellSchema>;
export type IndicatorRow = z.infer<typeof indicatorRowSchema>;
export type IndicatorGroup = z.infer<typeof indicatorGroupSchema>;
export type BriefPart = z.infer<typeof briefPartSchema>;
export type PartOf<N extends BriefPart['part']> = Extract<BriefPart, { part: N }>;
export type Brief = z.infer<typeof briefSchema>;

/** Every excerpt of the brief, in printed order. */
export function listExcerpts(brief: Pick<Brief, 'parts'>): Excerpt[] {
  return brief.parts.flatMap((part) => {
    if (part.part === 'excerpts') return part.topics.flatMap((topic) => topic.excerpts);
    if (part.part === 'comparison') {
      return part.rows.flatMap((row) => row.cells.flatMap((cell) => cell.excerpts));
    }
    return [];
  });
}

/** Every note of the brief, in printed order; each stands in exactly one excerpt. */
export function listAnnotations(brief: Brief): BriefAnnotation[] {
  return listExcerpts(brief).flatMap((excerpt) => excerpt.annotations);
}

/** The excerpts and explanations that are not, character for character, what their document says. */
export function findAlteredQuotations(
  brief: Brief,
  textOf: (documentId: string) => string | undefined,
): Citation[] {
  const quotations = [
    ...listExcerpts(brief),
    ...brief.parts.flatMap((part) =>
      part.part === 'glossary'
        ? part.items.map((item) => ({ slices: [item.explanation], citation: item.citation }))
        : [],
    ),
  ];
  return quotations
    .filter(({ slices, citation }) => {
      const text = textOf(citation.documentId);
      return slices.some((slice) => text?.slice(slice.start, slice.end) !== slice.text);
    })
    .map(({ citation }) => citation);
}

/** “2026-11-22” as 2026年11月22日, “2019-04” as 2019年4月; anything else as it was given. */
export function formatDay(day: string): string {
  const iso = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(day);
  if (!iso) return day;
  return `${iso[1]}年${Number(iso[2])}月${iso[3] ? `${Number(iso[3])}日` : ''}`;
}
