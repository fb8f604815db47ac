import { z } from 'zod';
import type { IndicatorReading } from '../indicator/reading.ts';
import type { ReportAnalysis } from '../report/report.ts';
import type { AnnotationCategory } from './brief.ts';

/** What a person asks for: the SPEC.json of the command line, and what the brief view sends. */
export const briefSpecSchema = z.strictObject({
  title: z.string().min(1),
  unit: z.string(),
  date: z.string(),
  /** In the order the towns are to stand in. */
  documents: z.array(z.string()).min(1),
  parts: z.array(z.enum(['indicators', 'topics', 'annotations', 'sources', 'glossary'])),
  /** Topic ids in printed order; null lets the selection follow the notes and excerpts, else the texts. */
  topics: z.array(z.string()).nullable(),
  layout: z.enum(['brief', 'comparison']),
  /** Passages chosen by hand; they are printed whole. */
  excerpts: z
    .array(
      z.strictObject({
        documentId: z.string(),
        start: z.int().nonnegative(),
        end: z.int().nonnegative(),
        topic: z.string().optional(),
      }),
    )
    .optional(),
  /** 编者按, paragraphs separated by line breaks. */
  editorNote: z.string().optional(),
  markings: z.strictObject({ kind: z.string(), access: z.string() }).optional(),
  contents: z.boolean().optional(),
  watermark: z.string().nullable().optional(),
});

export type BriefSpec = z.infer<typeof briefSpecSchema>;

/** A note of the library, anchored in the source's text. */
export interface SourceAnnotation {
  id: string;
  start: number;
  end: number;
  quote: string;
  note: string;
  category: AnnotationCategory;
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
}
