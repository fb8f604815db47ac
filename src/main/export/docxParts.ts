import { HeadingLevel, Paragraph, type Table, type TableOfContents, TextRun } from 'docx';
import type { BriefPart } from '../../shared/brief/brief.ts';
import { formatCitation } from '../../shared/brief/cite.ts';
import { headOf, longestPointedNote, longestPointedQuote } from '../../shared/brief/excerpt.ts';
import type { BriefHeading } from '../../shared/brief/headings.ts';
import { printedWords } from '../../shared/brief/passage.ts';
import { PLAIN_CATEGORY_NAME, tallyWords } from '../../shared/brief/render.ts';
import { type DocxNotes, excerptParagraphs } from './docxNotes.ts';
import { fontOf, paragraph, styleIds } from './docxStyles.ts';
import { comparisonTable, indicatorBlocks } from './docxTables.ts';

export type Block = Paragraph | Table | TableOfContents;

function headingParagraph({ level, text }: BriefHeading): Paragraph {
  const heading = level === 2 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2;
  return new Paragraph({ heading, text });
}

/** The blocks of one part, headings included, in printed order; `width` is the type area's, in twips. */
export function partBlocks(
  part: BriefPart,
  headings: BriefHeading[],
  notes: DocxNotes,
  width: number,
): Block[] {
  const [own, ...topics] = headings.map(headingParagraph);
  const lead = part.lead.map((text) => paragraph(styleIds.body, text));
  return [...(own ? [own] : []), ...lead, ...contentBlocks(part, topics, notes, width)];
}

function contentBlocks(
  part: BriefPart,
  topics: Paragraph[],
  notes: DocxNotes,
  width: number,
): Block[] {
  switch (part.part) {
    case 'editor-note':
      return [];
    case 'indicators':
      return indicatorBlocks(part, width);
    case 'excerpts':
      return [
        ...part.topics.flatMap((topic, index) => [
          ...topics.slice(index, index + 1),
          ...(topic.tallies.length > 0
            ? [paragraph(styleIds.small, `${topic.tallies.map(tallyWords).join('；')}。`)]
            : []),
          ...topic.excerpts.flatMap((excerpt) => excerptParagraphs(excerpt, notes)),
        ]),
        ...part.remarks.map((remark) => paragraph(styleIds.small, remark)),
      ];
    case 'comparison':
      return [
        comparisonTable(part, topics, notes, width),
        ...part.remarks.map((remark) => paragraph(styleIds.small, remark)),
      ];
    case 'points':
      return part.items.flatMap(({ category, note, author, quote, citation }) => [
        new Paragraph({
          style: styleIds.body,
          keepNext: true,
          children: [
            new TextRun({ text: `${category ?? PLAIN_CATEGORY_NAME}：`, font: fontOf('heading') }),
            new TextRun(headOf(note, longestPointedNote) + (author && `（${author}）`)),
          ],
        }),
        paragraph(
          styleIds.small,
          `“${headOf(quote, longestPointedQuote)}”　${formatCitation(citation)}`,
        ),
      ]);
    case 'sources':
      return part.items.flatMap(({ town, yearLabel, reportTitle, details }, index) => [
        paragraph(styleIds.body, `${index + 1}. ${town}${yearLabel}：${reportTitle}`),
        paragraph(styleIds.small, `${details.join('；')}。`),
      ]);
    case 'glossary':
      return part.items.flatMap(({ term, explanation, citation }) => [
        new Paragraph({
          style: styleIds.body,
          children: [
            new TextRun({ text: `${term}　`, font: fontOf('heading') }),
            new TextRun(printedWords(explanation)),
          ],
        }),
        paragraph(styleIds.citation, formatCitation(citation)),
      ]);
  }
}
