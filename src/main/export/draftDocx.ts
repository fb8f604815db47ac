import {
  AlignmentType,
  Document,
  DocumentGridType,
  Footer,
  HeadingLevel,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import type { DraftBlock } from '../../shared/draft/blocks.ts';
import { cellTwips, documentStyles, fontOf, lineTwips } from './docxStyles.ts';

/** What is printed of a draft. Nothing in it tells with which program it was written. */
export interface DraftPaper {
  title: string;
  blocks: readonly DraftBlock[];
  /** 名词解释, as an annex; empty: none. */
  terms: readonly { term: string; explanation: string }[];
  /** Where excerpts come from, as an annex; empty: none. */
  sources: readonly string[];
  /** Larger type and wider lines, to be read out from. */
  reading: boolean;
}

const mm = (millimetres: number) => Math.round((millimetres * 1440) / 25.4);
const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
];
/** 小一 in half points, and its line in twentieths of a point: some 14 lines a page. */
const READING_SIZE = 48;
const READING_LINE = 880;

const exactly = (line: number) => ({ line, lineRule: LineRuleType.EXACT, before: 0, after: 0 });
const TITLE = 'ReportTitle';
const BODY = 'ReportBody';

/** 小标宋 title, 仿宋 body, headings 黑体, 楷体, 仿宋 as reports of government offices have them. */
const styles = {
  default: {
    ...documentStyles.default,
    heading3: deepHeading(),
    heading4: deepHeading(),
  },
  paragraphStyles: [
    {
      id: TITLE,
      name: '报告题名',
      basedOn: 'Normal',
      run: { font: fontOf('title'), size: 44 },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { ...exactly(lineTwips * 1.5), after: lineTwips },
      },
    },
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
  const { title, blocks, terms, sources, reading } = paper;
  const line = reading ? READING_LINE : lineTwips;
  const size = reading ? READING_SIZE : undefined;
  const typed = (text: string, heading?: (typeof HEADINGS)[number]) =>
    new Paragraph({
      ...(heading ? { heading } : { style: BODY }),
      ...(reading ? { spacing: exactly(line) } : {}),
      children: [new TextRun({ text, ...(size ? { size } : {}) })],
    });
  const annex = (name: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [typed(name, HEADINGS[0]), ...lines.map((text) => typed(text))];
  const document = new Document({
    title,
    creator: '',
    lastModifiedBy: '',
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
        footers: { default: pageNumber() },
        children: [
          new Paragraph({ style: TITLE, text: title }),
          ...blocks.map(({ kind, level, text }) =>
            kind === 'heading' ? typed(text, HEADINGS[level - 1]) : typed(text),
          ),
          ...annex(
            '名词解释',
            terms.map(({ term, explanation }, index) => `${index + 1}．${term}：${explanation}`),
          ),
          ...annex(
            '引文来源',
            sources.map((source, index) => `${index + 1}．${source}`),
          ),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** “— 1 —” in the middle. */
function pageNumber(): Footer {
  const run = { font: fontOf('song'), size: 28, children: ['— ', PageNumber.CURRENT, ' —'] };
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        indent: { left: cellTwips, right: cellTwips },
        children: [new TextRun(run)],
      }),
    ],
  });
}
