import {
  AlignmentType,
  Document,
  TableRow as DocxRow,
  HeightRule,
  Packer,
  PageOrientation,
  Paragraph,
  TableCell,
} from 'docx';
import type { PaperTable } from '../../shared/draft/table.ts';
import { mm, numberFooters } from './docxPage.ts';
import { documentStyles, styleIds } from './docxStyles.ts';
import { headRow, tableOf } from './docxTables.ts';

/** Of A4 on its side, between its margins. */
const WIDTH = mm(257);

/** A table on its side for WPS, its head repeated on every page, every row high enough to write in. */
export async function exportTableDocx(table: PaperTable): Promise<Uint8Array> {
  const whole = table.heads.reduce((sum, { width }) => sum + width, 0);
  const widths = table.heads.map(({ width }) => Math.floor((WIDTH * width) / whole));
  const rows = table.rows.map(
    (row) =>
      new DocxRow({
        cantSplit: true,
        height: { value: mm(14), rule: HeightRule.ATLEAST },
        children: row.map(
          (text) => new TableCell({ children: [new Paragraph({ style: styleIds.cell, text })] }),
        ),
      }),
  );
  const document = new Document({
    title: table.title,
    creator: '',
    lastModifiedBy: '',
    evenAndOddHeaderAndFooters: true,
    styles: documentStyles,
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297), orientation: PageOrientation.LANDSCAPE },
            margin: { top: mm(22), right: mm(20), bottom: mm(24), left: mm(20), footer: mm(12) },
          },
        },
        footers: numberFooters(),
        children: [
          new Paragraph({
            style: styleIds.title,
            alignment: AlignmentType.CENTER,
            text: table.title,
          }),
          new Paragraph({ style: styleIds.small, text: table.note }),
          tableOf(widths, [headRow(table.heads.map(({ name }) => name)), ...rows]),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
