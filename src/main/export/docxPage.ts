import { AlignmentType, Footer, PageNumber, Paragraph, TextRun } from 'docx';
import { cellTwips, fontOf } from './docxStyles.ts';

/** Millimetres in twentieths of a point. */
export const mm = (millimetres: number) => Math.round((millimetres * 1440) / 25.4);

/** “— 1 —”, one character in from the edge: odd pages right, even pages left. */
export function numberFooters(): { default: Footer; even: Footer } {
  return { default: numberFooter(AlignmentType.RIGHT), even: numberFooter(AlignmentType.LEFT) };
}

function numberFooter(alignment: typeof AlignmentType.LEFT | typeof AlignmentType.RIGHT): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment,
        indent: { left: cellTwips, right: cellTwips },
        children: [
          new TextRun({
            font: fontOf('song'),
            size: 28,
            children: ['— ', PageNumber.CURRENT, ' —'],
          }),
        ],
      }),
    ],
  });
}
