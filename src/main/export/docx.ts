import {
  AlignmentType,
  Document,
  DocumentGridType,
  Header,
  type ISectionOptions,
  Packer,
  PageOrientation,
  Paragraph,
  Tab,
  TableOfContents,
  TabStopType,
  TextRun,
} from 'docx';
import { type Brief, formatDay, listAnnotations } from '../../shared/brief/brief.ts';
import { listHeadings } from '../../shared/brief/headings.ts';
import { commentsOf } from './docxNotes.ts';
import { mm, numberFooters } from './docxPage.ts';
import { type Block, partBlocks } from './docxParts.ts';
import { documentStyles, fontOf, lineTwips, styleIds } from './docxStyles.ts';

const programme = '镇鉴';

/**
 * The brief for going on in WPS or Word: real heading styles, exact line spacing of 22 lines a page, the
 * notes both below their quotations and as comments on the marked words. Faces are named as the office
 * has them. A table of contents fills when the file is opened.
 */
export async function exportBriefDocx(brief: Brief): Promise<Uint8Array> {
  const annotations = listAnnotations(brief);
  const notes = new Map(annotations.map(({ id }, index) => [id, index]));
  const headings = listHeadings(brief);
  const width = mm(brief.layout === 'comparison' ? 257 : 156);
  const parts = brief.parts.flatMap((part, index) => {
    const id = `part-${index + 1}`;
    const own = headings.filter((heading) => heading.id === id || heading.id.startsWith(`${id}-`));
    return partBlocks(part, own, notes, width);
  });
  const document = new Document({
    title: brief.title,
    subject: `${brief.markings.kind} ${brief.markings.access}`,
    creator: brief.unit,
    lastModifiedBy: programme,
    evenAndOddHeaderAndFooters: true,
    styles: documentStyles,
    comments: { children: commentsOf(annotations, notes) },
    features: { updateFields: brief.contents },
    sections: [
      {
        properties: pageOf(brief),
        ...(brief.watermark !== null && {
          headers: { default: paleHeader(brief.watermark), even: paleHeader(brief.watermark) },
        }),
        footers: numberFooters(),
        children: [...opening(brief, width), ...parts],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** GB/T 9704: 22 lines of the type area; the comparison lies on its side. */
function pageOf(brief: Brief): ISectionOptions['properties'] {
  const isWide = brief.layout === 'comparison';
  const [top, right, bottom, left] = isWide ? [22, 20, 24, 20] : [37, 26, 35, 28];
  return {
    page: {
      size: {
        width: mm(210),
        height: mm(297),
        orientation: isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
      },
      margin: {
        top: mm(top),
        right: mm(right),
        bottom: mm(bottom),
        left: mm(left),
        footer: mm(bottom - 12),
      },
    },
    grid: { type: DocumentGridType.LINES, linePitch: lineTwips },
  };
}

/** `width` is the type area's, in twips. */
function opening(brief: Brief, width: number): Block[] {
  return [
    new Paragraph({
      style: styleIds.markings,
      tabStops: [{ type: TabStopType.RIGHT, position: width }],
      children: [
        new TextRun({ children: [brief.markings.kind, new Tab(), brief.markings.access] }),
      ],
    }),
    new Paragraph({ style: styleIds.title, text: brief.title }),
    new Paragraph({
      style: styleIds.unit,
      text: [brief.unit, formatDay(brief.date)].filter(Boolean).join('　'),
    }),
    ...(brief.contents
      ? [new TableOfContents('目录', { hyperlink: true, headingStyleRange: '1-2' })]
      : []),
  ];
}

/** 内部资料 above every page: a watermark across it is drawn by each program in its own way. */
function paleHeader(words: string): Header {
  return new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [
          new TextRun({ text: words, font: fontOf('heading'), size: 28, color: '888888' }),
        ],
      }),
    ],
  });
}
