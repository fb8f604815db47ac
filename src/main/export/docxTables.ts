import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  TableRow as Row,
  Table,
  TableCell,
  type TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { IndicatorCell, PartOf } from '../../shared/brief/brief.ts';
import { tallyWords } from '../../shared/brief/render.ts';
import { type DocxNotes, excerptParagraphs } from './docxNotes.ts';
import { fontOf, paragraph, styleIds } from './docxStyles.ts';

const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const tableBorders = { top: line, bottom: line, insideHorizontal: line, left: none, right: none };
const figureNameWidth = 2700;

/** Widths in twips that fill the type area: WPS and LibreOffice go by them, not by the percentage. */
export function tableOf(widths: number[], rows: TableRow[]): Table {
  const size = widths.reduce((sum, width) => sum + width, 0);
  return new Table({
    width: { size, type: WidthType.DXA },
    columnWidths: widths,
    borders: tableBorders,
    rows,
  });
}

/** The rest of `width` shared out evenly among `count` columns. */
function evenly(width: number, count: number): number[] {
  return new Array<number>(count).fill(Math.floor(width / count));
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

/** The head of a table, repeated on every page. */
export function headRow(texts: readonly string[]): TableRow {
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

/** Figures down, towns across, with the head repeated; remarks below. */
export function indicatorBlocks(part: PartOf<'indicators'>, width: number): (Paragraph | Table)[] {
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
            ...cells.map((figure) => cell(figureWords(figure), figure.details, true)),
          ],
        }),
    ),
  ]);
  const head = headRow(['指标', ...part.columns.map(({ town }) => town)]);
  return [
    tableOf(
      [figureNameWidth, ...evenly(width - figureNameWidth, part.columns.length)],
      [head, ...rows],
    ),
    ...part.remarks.map((remark) => paragraph(styleIds.small, remark)),
  ];
}

function figureWords({ state, text, doubtful }: IndicatorCell): string {
  return `${state === 'derived' ? '推算 ' : ''}${text}${doubtful ? '（待核）' : ''}`;
}

/** The reports side by side, a row a topic, with the towns' names repeated. */
export function comparisonTable(
  part: PartOf<'comparison'>,
  topics: Paragraph[],
  notes: DocxNotes,
  width: number,
): Table {
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
  return tableOf(evenly(width, part.columns.length), [head, ...rows]);
}
