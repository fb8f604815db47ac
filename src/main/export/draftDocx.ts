import {
  AlignmentType,
  Document,
  DocumentGridType,
  HeadingLevel,
  LineRuleType,
  Packer,
  Paragraph,
  TextRun,
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
/** 小一 in half points, and its line in twentieths of a point: some 14 lines a page. */
const READING_SIZE = 48;
const READING_LINE = 911;

const exactly = (line: number) => ({ line, lineRule: LineRuleType.EXACT, before: 0, after: 0 });
const TITLE = 'ReportTitle';
const UNDER_TITLE = 'ReportCongress';
const BODY = 'ReportBody';

/** 小标宋 title, 仿宋 body, headings 黑体, 楷体, 仿宋 as reports of government offices have them. */
const styles = {
  default: {
    ...documentStyles.default,
    heading3: deepHeading(),
    heading4: deepHeading(),
  },
  paragraphStyles: [
    centred(TITLE, '报告题名', 'title', 44, { ...exactly(lineTwips * 1.5) }),
    centred(UNDER_TITLE, '会议与报告人', 'kai', 32, exactly(lineTwips)),
    {
      id: BODY,
      name: '报告正文',
      basedOn: 'Normal',
      run: { font: fontOf('body'), size: 32 },
      paragraph: {
        alignment: AlignmentType.JUSTIFIED,
        spacing: exactly(lineTwips),
        indent: { firstLine: 2 * cellTwips },
      },
    },
  ],
};

function centred(
  id: string,
  name: string,
  role: FontRole,
  size: number,
  spacing: ReturnType<typeof exactly>,
) {
  return {
    id,
    name,
    basedOn: 'Normal',
    run: { font: fontOf(role), size },
    paragraph: { alignment: AlignmentType.CENTER, spacing },
  };
}

function deepHeading() {
  return {
    run: { font: fontOf('body'), size: 32, bold: true, color: '000000' },
    paragraph: {
      spacing: exactly(lineTwips),
      indent: { firstLine: 2 * cellTwips },
      keepNext: true,
    },
  };
}

/** A draft as a report is typed in the office: GB/T 9704 page, heading styles of levels 一、（一）1.（1）. */
export async function exportDraftDocx(paper: DraftPaper): Promise<Uint8Array> {
  const { title, congress, speaker, blocks, reading } = paper;
  const line = reading ? READING_LINE : lineTwips;
  const typed = (text: string, look: { heading: (typeof HEADINGS)[number] } | { style: string }) =>
    new Paragraph({
      ...look,
      ...(reading ? { spacing: exactly(line) } : {}),
      children: [new TextRun({ text, ...(reading ? { size: READING_SIZE } : {}) })],
    });
  const heading = (text: string, level: number) =>
    typed(text, { heading: HEADINGS[level - 1] ?? HeadingLevel.HEADING_4 });
  const body = (text: string) => typed(text, { style: BODY });
  const underTitle = [congress, speaker].filter((words) => words !== '');
  const document = new Document({
    title,
    creator: '',
    lastModifiedBy: '',
    evenAndOddHeaderAndFooters: true,
    styles,
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { top: mm(37), right: mm(26), bottom: mm(35), left: mm(28), footer: mm(23) },
          },
          grid: { type: DocumentGridType.LINES, linePitch: line },
        },
        footers: numberFooters(),
        children: [
          new Paragraph({ style: TITLE, text: title }),
          ...underTitle.map((words) => typed(words, { style: UNDER_TITLE })),
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
