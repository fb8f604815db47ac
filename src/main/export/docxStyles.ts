import {
  AlignmentType,
  BorderStyle,
  type IParagraphStyleOptions,
  type IRunStylePropertiesOptions,
  LineRuleType,
  Paragraph,
} from 'docx';
import { type FontRole, roleFaces } from '../../shared/brief/fonts.ts';

/** 225 mm / 22 lines, in twentieths of a point. */
export const lineTwips = 579;
/** One character of 三号 with what 28 of them give up to fit 156 mm, in twentieths of a point. */
export const cellTwips = 316;
const smallLineTwips = 386;
/** 三号, in half points, and what each character gives up so that 28 of them fit 156 mm, in twentieths. */
const bodySize = 32;
const tightened = -5;

/** Ids of the paragraph styles: each named in Chinese, so that the office finds them in WPS's list. */
export const styleIds = {
  title: 'BriefTitle',
  unit: 'BriefUnit',
  markings: 'BriefMarkings',
  body: 'BriefBody',
  quotation: 'BriefQuotation',
  citation: 'BriefCitation',
  note: 'BriefNote',
  small: 'BriefSmall',
  cell: 'BriefCell',
} as const;

/** Chinese characters take the role's own face; WPS and Word replace it by themselves where it is missing. */
export function fontOf(role: FontRole): NonNullable<IRunStylePropertiesOptions['font']> {
  const eastAsia = roleFaces[role].office[0] ?? roleFaces[role].name;
  return { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia };
}

const exactly = (line: number) => ({ line, lineRule: LineRuleType.EXACT, before: 0, after: 0 });
const indented = { firstLine: 2 * cellTwips };

function style(
  id: string,
  name: string,
  role: FontRole,
  size: number,
  paragraph: IParagraphStyleOptions['paragraph'],
): IParagraphStyleOptions {
  const spacing = size === bodySize ? { characterSpacing: tightened } : {};
  return { id, name, basedOn: 'Normal', run: { font: fontOf(role), size, ...spacing }, paragraph };
}

/** Heading 1 and 2 are the brief's 一、 and （一）, so that WPS's outline and contents find them. */
export const documentStyles = {
  default: {
    document: {
      run: { font: fontOf('body'), size: 32, language: { value: 'zh-CN', eastAsia: 'zh-CN' } },
      paragraph: { spacing: exactly(lineTwips) },
    },
    heading1: {
      run: { font: fontOf('heading'), size: 32, bold: false, color: '000000' },
      paragraph: {
        spacing: exactly(lineTwips),
        indent: indented,
        keepNext: true,
        outlineLevel: 0,
      },
    },
    heading2: {
      run: { font: fontOf('kai'), size: 32, bold: false, color: '000000' },
      paragraph: {
        spacing: exactly(lineTwips),
        indent: indented,
        keepNext: true,
        outlineLevel: 1,
      },
    },
  },
  paragraphStyles: [
    style(styleIds.title, '参阅材料题名', 'title', 44, {
      alignment: AlignmentType.CENTER,
      spacing: { ...exactly(lineTwips * 1.5), before: lineTwips / 2, after: lineTwips / 2 },
    }),
    style(styleIds.unit, '编者与日期', 'kai', 32, {
      alignment: AlignmentType.CENTER,
      spacing: { ...exactly(lineTwips), after: lineTwips },
    }),
    style(styleIds.markings, '标识', 'heading', 28, {
      spacing: exactly(lineTwips),
      border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    }),
    style(styleIds.body, '参阅材料正文', 'body', 32, {
      alignment: AlignmentType.JUSTIFIED,
      spacing: exactly(lineTwips),
      indent: indented,
    }),
    style(styleIds.quotation, '摘编原文', 'body', 32, {
      alignment: AlignmentType.JUSTIFIED,
      spacing: exactly(lineTwips),
      indent: { left: cellTwips },
      border: { left: { style: BorderStyle.SINGLE, size: 12, space: 8, color: '555555' } },
    }),
    style(styleIds.citation, '出处', 'song', 24, {
      alignment: AlignmentType.RIGHT,
      spacing: exactly(smallLineTwips),
    }),
    style(styleIds.note, '批注文字', 'kai', 24, {
      spacing: exactly(smallLineTwips),
      indent: { left: 4 * cellTwips },
    }),
    style(styleIds.small, '说明文字', 'kai', 24, { spacing: exactly(smallLineTwips) }),
    style(styleIds.cell, '表格文字', 'song', 24, { spacing: exactly(smallLineTwips) }),
  ],
};

export function paragraph(style: string, text: string): Paragraph {
  return new Paragraph({ style, text });
}
