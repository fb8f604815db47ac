import type { Span } from '../report/report.ts';
import type { BriefAnnotation, Excerpt } from './brief.ts';
import { citePassage } from './cite.ts';
import { keptSpans, overlaps, printedWords, sentencesAround, sliceOf } from './passage.ts';
import type { BriefSource, SourceAnnotation } from './spec.ts';

/** A passage that is going to be printed, with the notes that stand on it. */
export interface Block extends Span {
  source: BriefSource;
  /** Named by the person for this passage, otherwise null: the text's own topics decide. */
  topic: string | null;
  /** Where the person put it among the chosen ones, from 0; null for one that was not chosen. */
  rank: number | null;
  /** Words the person left out. */
  cuts: Span[];
  annotations: SourceAnnotation[];
}

/**
 * Joins the blocks of one source that touch the same words, so that no sentence is quoted twice and
 * every note stands in exactly one block. Sorted by position.
 */
export function joinBlocks(blocks: Block[]): Block[] {
  const joined: Block[] = [];
  for (const block of blocks.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const previous = joined.at(-1);
    if (previous && overlaps(previous, block)) {
      previous.end = Math.max(previous.end, block.end);
      previous.topic ??= block.topic;
      previous.rank ??= block.rank;
      previous.cuts.push(...block.cuts);
      previous.annotations.push(...block.annotations);
    } else {
      joined.push({ ...block, cuts: [...block.cuts], annotations: [...block.annotations] });
    }
  }
  return joined;
}

/**
 * The whole sentences around a span. A chapter heading that runs into the sentence without a stop
 * (“2018年工作回顾2018年,镇政府…”) is not part of it, unless the span begins in the heading.
 */
export function sentenceOf(source: BriefSource, span: Span): Span {
  const { start, end } = sentencesAround(source.text, span);
  const heading = source.analysis.sections.findLast(
    (section) =>
      section.nodeKind === 'heading' &&
      start < section.end &&
      section.end <= span.start &&
      !/[，,、；;：:]/.test(source.text.charAt(section.end)),
  );
  if (!heading) return { start, end };
  let from = heading.end;
  while (from < span.start && /[\s。]/.test(source.text.charAt(from))) from += 1;
  return { start: from, end };
}

/** The excerpt of a block. `ordinal` is the source's place in the brief and makes the id unique. */
export function excerptOf(block: Block, ordinal: number): Excerpt {
  const { text } = block.source;
  const kept = keptSpans(block, block.cuts, block.annotations);
  const whole = { start: kept[0]?.start ?? block.start, end: kept.at(-1)?.end ?? block.end };
  const sentence = sentenceOf(block.source, whole);
  return {
    id: `q-${ordinal + 1}-${block.start}`,
    slices: kept.map((span) => sliceOf(text, span)),
    whole: { start: block.start, end: block.end },
    cutBefore: sentence.start < whole.start,
    cutAfter: sentence.end > whole.end,
    citation: citePassage(block.source, block.start),
    annotations: block.annotations
      .toSorted((a, b) => a.start - b.start || a.end - b.end)
      .map((annotation) => briefAnnotationOf(annotation, kept)),
  };
}

/** No cut goes into the words of a note: they lie in one slice. */
function briefAnnotationOf(annotation: SourceAnnotation, kept: Span[]): BriefAnnotation {
  const { id, category, note, author, createdAt } = annotation;
  const slice = kept.findIndex(
    (span) => span.start <= annotation.start && annotation.end <= span.end,
  );
  const start = annotation.start - (kept[slice]?.start ?? 0);
  return {
    id,
    category,
    note,
    author,
    createdAt,
    spans: [{ slice, start, end: start + annotation.end - annotation.start }],
  };
}

/** The words a note stands on, whole. */
export function markedWords(excerpt: Excerpt, annotation: BriefAnnotation): string {
  return annotation.spans
    .map((span) => {
      const slice = excerpt.slices[span.slice];
      return slice ? printedWords(slice, span.start, span.end) : '';
    })
    .join('……');
}

/** How much of a quotation and of its note the lists of points repeat. */
export const longestPointedQuote = 40;
export const longestPointedNote = 200;

/** The beginning of longer words, for places that only point at the quotation. */
export function headOf(words: string, longest: number): string {
  return words.length > longest ? `${words.slice(0, longest)}……` : words;
}
