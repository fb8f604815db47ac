import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  Paragraph,
  TableRow as Row,
  Table,
  TableCell,
  type TableOfContents,
  type TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { BriefPart, IndicatorCell, PartOf } from '../../shared/brief/brief.ts';
import { formatCitation } from '../../shared/brief/cite.ts';
import { headOf, longestPointedNote, longestPointedQuote } from '../../shared/brief/excerpt.ts';
import type { BriefHeading } from '../../shared/brief/headings.ts';
import { tallyWords } from '../../shared/brief/render.ts';
import type { DocxNotes } from './docxNotes.ts';
import { excerptParagraphs } from './docxNotes.ts';
import { fontOf, styleIds } from './docxStyles.ts';

export type Block = Paragraph | Table | TableOfContents;

const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const tableBorders = { top: line, bottom: line, insideHorizontal: line, left: none, right: none };
const fullWidth = { size: 100, type: WidthType.PERCENTAGE };

function paragraph(style: string, text: string): Paragraph {
  return new Paragraph({ style, text });
}

export function headingParagraph({ level, text }: BriefHeading): Paragraph {
  const heading = level === 2 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2;
  return new Paragraph({ heading, text });
}

/** The blocks of one part, headings included, in printed order. */
export function partBlocks(part: BriefPart, headings: BriefHeading[], notes: DocxNotes): Block[] {
  const [own, ...topics] = headings.map(headingParagraph);
  return [...(own ? [own] : []), ...contentBlocks(part, topics, notes)];
}

function contentBlocks(part: BriefPart, topics: Paragraph[], notes: DocxNotes): Block[] {
  switch (part.part) {
    case 'editor-note':
      return part.paragraphs.map((text) => paragraph(styleIds.body, text));
    case 'indicators':
      return indicatorBlocks(part);
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
        comparisonTable(part, topics, notes),
        ...part.remarks.map((remark) => paragraph(styleIds.small, remark)),
      ];
    case 'points':
      return part.items.flatMap(({ category, note, author, quote, citation }) => [
        new Paragraph({
          style: styleIds.body,
          keepNext: true,
          children: [
            new TextRun({ text: `${category}：`, font: fontOf('heading') }),
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
            new TextRun(explanation.text),
          ],
        }),
        paragraph(styleIds.citation, formatCitation(citation)),
      ]);
  }
}

function cell(text: string, details: string[], isFigure: boolean): TableCell {
  const alignment = isFigure ? AlignmentType.RIGHT : AlignmentType.LEFT;
  return new TableCell({
    children: [
      new Paragraph({ style: styleIds.cell, alignment, text }),
      ...details.map(
        (detail) =>
          new Paragraph({
            style: styleIds.cell,
            alignment,
            children: [new TextRun({ text: detail, size: 18 })],
          }),
      ),
    ],
  });
}

function headRow(texts: string[]): TableRow {
  return new Row({
    tableHeader: true,
    cantSplit: true,
    children: texts.map(
      (text) =>
        new TableCell({
          children: [
            new Paragraph({
              style: styleIds.cell,
              alignment: AlignmentType.CENTER,
              children: [new TextRun({ text, font: fontOf('heading') })],
            }),
          ],
        }),
    ),
  });
}

function indicatorBlocks(part: PartOf<'indicators'>): Block[] {
  if (part.groups.length === 0) return [paragraph(styleIds.small, '所选报告未见可列的指标。')];
  const rows = part.groups.flatMap(({ label, rows: own }) => [
    new Row({
      cantSplit: true,
      children: [
        new TableCell({
          columnSpan: part.columns.length + 1,
          children: [paragraph(styleIds.cell, label)],
        }),
      ],
    }),
    ...own.map(
      ({ name, unit, cells }) =>
        new Row({
          cantSplit: true,
          children: [
            cell(unit === null ? name : `${name}（${unit}）`, [], false),
            ...cells.map((figure) =>
              cell(figureWords(figure), figure.detail === null ? [] : [figure.detail], true),
            ),
          ],
        }),
    ),
  ]);
  const head = headRow(['指标', ...part.columns.map(({ town }) => town)]);
  return [
    new Table({ width: fullWidth, borders: tableBorders, rows: [head, ...rows] }),
    ...part.remarks.map((remark) => paragraph(styleIds.small, remark)),
  ];
}

function figureWords({ state, text, doubtful }: IndicatorCell): string {
  return `${state === 'derived' ? '推算 ' : ''}${text}${doubtful ? '（待核）' : ''}`;
}

function comparisonTable(part: PartOf<'comparison'>, topics: Paragraph[], notes: DocxNotes): Table {
  const rows = part.rows.flatMap((row, index) => [
    new Row({
      cantSplit: true,
      children: [
        new TableCell({
          columnSpan: part.columns.length,
          children: topics.slice(index, index + 1),
        }),
      ],
    }),
    new Row({
      children: row.cells.map(
        ({ tally, excerpts }) =>
          new TableCell({
            children: [
              paragraph(styleIds.small, tallyWords(tally)),
              ...excerpts.flatMap((excerpt) => excerptParagraphs(excerpt, notes)),
            ],
          }),
      ),
    }),
  ]);
  const head = headRow(part.columns.map(({ town, yearLabel }) => `${town}${yearLabel}`));
  return new Table({ width: fullWidth, borders: tableBorders, rows: [head, ...rows] });
}
