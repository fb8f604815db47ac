import {
  AlignmentType,
  Document,
  DocumentGridType,
  HeadingLevel,
  LineRuleType,
  Packer,
  Paragraph,
} from 'docx';
import type { FontRole } from '../../shared/brief/fonts.ts';
import { annexesOf, type DraftPaper } from '../../shared/draft/paper.ts';
import { mm, numberFooters } from './docxPage.ts';
import { cellTwips, documentStyles, fontOf, lineTwips } from './docxStyles.ts';

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
];
/** Sizes in half points, the rest in twentieths of a point. */
interface Look {
  size: number;
  title: number;
  line: number;
  /** Of a paragraph's first line: two characters. */
  indent: number;
  /** What each character gives up so that 28 of them fit 156 mm. */
  tightened: number;
}
const PLAIN: Look = {
  size: 32,
  title: 44,
  line: lineTwips,
  indent: 2 * cellTwips,
  tightened: -5,
};
/** 小一: 14 lines of 18 characters a page. */
const READING: Look = { size: 48, title: 60, line: 911, indent: 982, tightened: 0 };

const exactly = (line: number) => ({ line, lineRule: LineRuleType.EXACT, before: 0, after: 0 });
const TITLE = 'ReportTitle';
const UNDER_TITLE = 'ReportCongress';
const BODY = 'ReportBody';

/** 小标宋 title, 仿宋 body, headings 黑体, 楷体, 仿宋 as reports of government offices have them. */
function stylesOf({ size, title, line, indent, tightened }: Look) {
  const heading = (role: FontRole, level: number) => ({
    run: { font: fontOf(role), size, bold: level > 2, color: '000000' },
    paragraph: {
      spacing: exactly(line),
      indent: { firstLine: indent },
      keepNext: true,
      outlineLevel: level - 1,
    },
  });
  const centred = (id: string, name: string, role: FontRole, points: number, height: number) => ({
    id,
    name,
    basedOn: 'Normal',
    run: { font: fontOf(role), size: points },
    paragraph: { alignment: AlignmentType.CENTER, spacing: exactly(height) },
  });
  return {
    default: {
      document: documentStyles.default.document,
      heading1: heading('heading', 1),
      heading2: heading('kai', 2),
      heading3: heading('body', 3),
      heading4: heading('body', 4),
    },
    paragraphStyles: [
      centred(TITLE, '报告题名', 'title', title, line * 1.5),
      centred(UNDER_TITLE, '会议与报告人', 'kai', size, line),
      {
        id: BODY,
        name: '报告正文',
        basedOn: 'Normal',
        run: { font: fontOf('body'), size, characterSpacing: tightened },
        paragraph: {
          alignment: AlignmentType.JUSTIFIED,
          spacing: exactly(line),
          indent: { firstLine: indent },
        },
      },
    ],
  };
}

/** A draft as a report is typed in the office: GB/T 9704 page, heading styles of levels 一、（一）1.（1）. */
export async function exportDraftDocx(paper: DraftPaper): Promise<Uint8Array> {
  const { title, congress, speaker, blocks, reading } = paper;
  const look = reading ? READING : PLAIN;
  const styled = (style: string) => (text: string) => new Paragraph({ style, text });
  const body = styled(BODY);
  const heading = (text: string, level: number) =>
    new Paragraph({ heading: HEADINGS[level - 1] ?? HeadingLevel.HEADING_4, text });
  const underTitle = [congress, speaker].filter((words) => words !== '');
  const document = new Document({
    title,
    creator: '',
    lastModifiedBy: '',
    evenAndOddHeaderAndFooters: true,
    styles: stylesOf(look),
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { top: mm(37), right: mm(26), bottom: mm(35), left: mm(28), footer: mm(23) },
          },
          grid: { type: DocumentGridType.LINES, linePitch: look.line },
        },
        footers: numberFooters(),
        children: [
          styled(TITLE)(title),
          ...underTitle.map(styled(UNDER_TITLE)),
          body(''),
          ...blocks.map(({ kind, level, text }) =>
            kind === 'heading' ? heading(text, level) : body(text),
          ),
          ...annexesOf(paper).flatMap(({ name, lines }) => [heading(name, 1), ...lines.map(body)]),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
