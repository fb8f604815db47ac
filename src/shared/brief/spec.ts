import { z } from 'zod';
import type { IndicatorReading } from '../indicator/reading.ts';
import type { NoteCategory } from '../note/category.ts';
import type { ReportAnalysis } from '../report/report.ts';
import { fontRoles } from './fonts.ts';
import { briefPartNames } from './partNames.ts';

const spanShape = { start: z.int().nonnegative(), end: z.int().nonnegative() };

/** What a person asks for: the SPEC.json of the command line, and what the brief view sends. */
export const briefSpecSchema = z.strictObject({
  title: z.string().min(1),
  unit: z.string(),
  date: z.string(),
  /** In the order the towns are to stand in. */
  documents: z.array(z.string()).min(1),
  /**
   * What is printed, in this order. 'notes' prints the notes beside their passages and has no place of
   * its own; 'annotations' is 'notes' with 'borrow' and 'check', unless one of them is named.
   */
  parts: z.array(z.enum([...briefPartNames, 'notes', 'annotations'])),
  /** Topic ids in printed order; null lets the selection follow the notes and excerpts, else the texts. */
  topics: z.array(z.string()).nullable(),
  layout: z.enum(['brief', 'comparison']),
  /** Passages chosen by hand, in the order they are to stand in under their topic. */
  excerpts: z
    .array(
      z.strictObject({
        documentId: z.string(),
        ...spanShape,
        topic: z.string().optional(),
        /** Words left out of it and printed as ……; words with a note on them stay. */
        cuts: z.array(z.strictObject(spanShape)).optional(),
      }),
    )
    .optional(),
  /** Print only what was chosen by hand and what notes stand on: nothing is filled up. */
  chosenOnly: z.boolean().optional(),
  /** Notes the person kept out, by id. */
  omittedNotes: z.array(z.string()).optional(),
  /** Rows the person took out of the table of figures, by name. */
  omittedFigures: z.array(z.string()).optional(),
  /**
   * The table of figures as the person saw it: its rows by id (“town|I01|万元”), in their order, and which of
   * results and targets. Without it the table chooses what most of the reports state.
   */
  figureTable: z
    .strictObject({
      rows: z.array(z.string()),
      natures: z.array(z.enum(['actual', 'target'])),
    })
    .optional(),
  /** 编者按, paragraphs separated by line breaks. */
  editorNote: z.string().optional(),
  /** Other headings than the usual ones. */
  headings: z.partialRecord(z.enum(briefPartNames), z.string()).optional(),
  /** What the person writes below a part's heading, paragraphs separated by line breaks. */
  leads: z.partialRecord(z.enum(briefPartNames), z.string()).optional(),
  markings: z.strictObject({ kind: z.string(), access: z.string() }).optional(),
  contents: z.boolean().optional(),
  watermark: z.string().nullable().optional(),
  /** The notes as comments of the PDF too. On unless switched off. */
  comments: z.boolean().optional(),
  /** Roles that take the bundled face though the office's own is installed. */
  bundledFonts: z.array(z.enum(fontRoles)).optional(),
});

export type BriefSpec = z.infer<typeof briefSpecSchema>;

/** A note of the library, anchored in the source's text. */
export interface SourceAnnotation {
  id: string;
  start: number;
  end: number;
  quote: string;
  note: string;
  category: string | null;
  author: string;
  createdAt: string | null;
}

/** One report the brief draws on, with everything found in it. */
export interface BriefSource {
  documentId: string;
  title: string;
  town: string;
  planYear: number | null;
  reviewYear: number | null;
  text: string;
  analysis: ReportAnalysis;
  readings: IndicatorReading[];
  annotations: SourceAnnotation[];
}

/** Names of the shared vocabularies, which only the caller can read from disk. */
export interface BriefNames {
  /** Topic id to name: T11 → 美丽乡村与人居环境 */
  topics: ReadonlyMap<string, string>;
  /** Indicator id to name and what its definition must not be mixed with. */
  indicators: ReadonlyMap<string, { name: string; caution: string | null }>;
  /** The categories of notes, those taken off the list among them. */
  categories: readonly NoteCategory[];
}
