import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  type ICommentOptions,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import type { BriefAnnotation, Excerpt, Slice } from '../../shared/brief/brief.ts';
import { formatCitation } from '../../shared/brief/cite.ts';
import { lengthOf, longestUnbroken } from '../../shared/brief/htmlExcerpt.ts';
import { printedWords } from '../../shared/brief/passage.ts';
import { PLAIN_CATEGORY_NAME } from '../../shared/brief/render.ts';
import { fontOf, styleIds } from './docxStyles.ts';

/** The number of every note in the file: Word knows comments by number. */
export type DocxNotes = ReadonlyMap<string, number>;

/** The notes as Word's comments, with author and day. */
export function commentsOf(annotations: BriefAnnotation[], notes: DocxNotes): ICommentOptions[] {
  return annotations.map((annotation) => ({
    id: notes.get(annotation.id) ?? 0,
    author: annotation.author,
    initials: annotation.author.slice(0, 1),
    ...(annotation.createdAt && { date: new Date(annotation.createdAt) }),
    children: wordsOf(annotation).map((text) => new Paragraph({ text })),
  }));
}

function wordsOf({ category, note }: BriefAnnotation): string[] {
  return `${category ?? PLAIN_CATEGORY_NAME}：${note}`.split(/\r?\n/);
}

/** The quotation, its source, and its notes below in their own face; the marked words carry comments. */
export function excerptParagraphs(excerpt: Excerpt, notes: DocxNotes): Paragraph[] {
  return [
    new Paragraph({
      style: styleIds.quotation,
      // A longer one would be pushed to the next page whole and leave this one empty.
      keepNext: lengthOf(excerpt) <= longestUnbroken,
      children: quotationRuns(excerpt, notes),
    }),
    new Paragraph({ style: styleIds.citation, text: formatCitation(excerpt.citation) }),
    ...excerpt.annotations.flatMap((annotation) =>
      wordsOf(annotation).map(
        (text, index) =>
          new Paragraph({
            style: styleIds.note,
            children:
              index === 0
                ? [
                    new TextRun({
                      text: text.slice(0, text.indexOf('：') + 1),
                      font: fontOf('heading'),
                    }),
                    new TextRun(text.slice(text.indexOf('：') + 1)),
                  ]
                : [new TextRun(text)],
          }),
      ),
    ),
  ];
}

function quotationRuns(excerpt: Excerpt, notes: DocxNotes): ParagraphChild[] {
  const runs: ParagraphChild[] = excerpt.cutBefore ? [new TextRun('……')] : [];
  for (const [index, slice] of excerpt.slices.entries()) {
    if (index > 0) runs.push(new TextRun('……'));
    runs.push(...sliceRuns(slice, index, excerpt, notes));
  }
  if (excerpt.cutAfter) runs.push(new TextRun('……'));
  return runs;
}

/** Word's ranges may overlap freely: each opens and closes where its note does. */
function sliceRuns(
  slice: Slice,
  place: number,
  excerpt: Excerpt,
  notes: DocxNotes,
): ParagraphChild[] {
  const { text } = slice;
  const spans = excerpt.annotations.flatMap((annotation) =>
    annotation.spans
      .filter((span) => span.slice === place)
      .map((span) => ({ ...span, number: notes.get(annotation.id) ?? 0 })),
  );
  const edges = new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])]);
  const cuts = [...edges].sort((a, b) => a - b);
  return cuts.flatMap((at, index) => [
    ...spans
      .filter(({ end }) => end === at)
      .flatMap(({ number }) => [
        new CommentRangeEnd(number),
        new TextRun({ children: [new CommentReference(number)] }),
      ]),
    ...spans.filter(({ start }) => start === at).map(({ number }) => new CommentRangeStart(number)),
    ...(at < text.length ? lineRuns(printedWords(slice, at, cuts[index + 1])) : []),
  ]);
}

/** A line break between paragraphs of the source stays one. */
function lineRuns(text: string): TextRun[] {
  return text
    .split('\n')
    .map((line, index) => new TextRun({ text: line, ...(index > 0 && { break: 1 }) }));
}
