import { inflateSync } from 'node:zlib';
import { PDFDocument, PDFRawStream } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBundledFonts } from '../../src/main/export/bundledFonts.ts';
import { exportDraftPdf, exportTablePdf } from '../../src/main/export/draftPdf.ts';
import type { PaperPrinter } from '../../src/main/export/printPaper.ts';
import { chooseFonts } from '../../src/shared/brief/fonts.ts';
import type { DraftBlock } from '../../src/shared/draft/blocks.ts';
import { type DraftPaper, paperLines } from '../../src/shared/draft/paper.ts';
import type { PaperTable } from '../../src/shared/draft/table.ts';
import { displayPunctuation } from '../../src/shared/text/display.ts';
import { type ChromiumPort, fontBaseUrl, openChromiumPort } from './chromiumPort.ts';
import { type ReadPdf, readPdf } from './readPdf.ts';
import { sources } from './sampleSources.ts';

const bundled = readBundledFonts('node_modules', 'resources/fonts');
let port: ChromiumPort;
let printer: PaperPrinter;

beforeAll(async () => {
  port = await openChromiumPort(bundled);
  printer = {
    print: port,
    fonts: chooseFonts([]),
    installed: [],
    bundled,
    fontBaseUrl,
    now: new Date('2026-11-22T02:00:00.000Z'),
  };
});
afterAll(() => port.close());

const heading = (level: number, text: string): DraftBlock => ({
  kind: 'heading',
  level,
  text,
  source: null,
});
/** A whole report of the sample as paragraphs under made-up headings, with what is hard to print. */
const report = displayPunctuation(sources[0]?.text ?? '');
const paper: DraftPaper = {
  title: '2020年昌城镇政府工作报告',
  congress: '——2020年1月10日在昌城镇第十九届人民代表大会第六次会议上',
  speaker: '昌城镇人民政府镇长　张三',
  blocks: [
    heading(1, '一、2019年工作回顾'),
    heading(2, '（一）工业经济'),
    heading(3, '1.工业项目'),
    heading(4, '（1）在建项目'),
    ...(report.match(/[^。]+。?/gu) ?? []).map(
      (text): DraftBlock => ({ kind: 'paragraph', level: 0, text: text.trim(), source: null }),
    ),
    { kind: 'paragraph', level: 0, text: '达到Ⅲ类水质，收入10,544.4万元 & “<8%”。', source: null },
  ],
  terms: [{ term: '三清一增', explanation: '清资产、清资源、清债权，增收入' }],
  sources: ['皇华镇2019年报告·任务（四）'],
  reading: false,
};

const bare = (text: string) => text.replace(/\s/gu, '');

/** The words of the pages without their numbers, which stand in order. */
function wordsOf(pages: readonly string[]): string {
  return pages
    .map((page, at) => {
      const words = bare(page);
      const number = `—${at + 1}—`;
      expect(words.endsWith(number) || words.startsWith(number)).toBe(true);
      return words.replace(number, '');
    })
    .join('');
}

/** What in the file, its streams opened, names a program or where it was made. */
async function tracesIn(pdf: Uint8Array): Promise<string[]> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const written = document.context
    .enumerateIndirectObjects()
    .map(([, object]) => {
      if (!(object instanceof PDFRawStream)) return object.toString();
      const bytes = Buffer.from(object.getContents());
      const isPacked = String(object.dict.get(document.context.obj('Filter') as never) ?? '');
      return `${object.dict}${(isPacked.includes('Flate') ? inflateSync(bytes) : bytes).toString('latin1')}`;
    })
    .join('\n')
    .replaceAll('\0', '');
  return [...written.matchAll(/.{0,20}(?:zhenjian|chromium|skia|brief\.invalid).{0,20}/giu)].map(
    String,
  );
}

describe.each([
  { name: 'report', reading: false },
  { name: 'reading copy', reading: true },
])('a draft printed as a $name', ({ reading }) => {
  let pdf: ReadPdf;
  let bytes: Uint8Array;
  let warnings: string[];

  beforeAll(async () => {
    const printed = await exportDraftPdf({ ...paper, reading }, printer);
    ({ warnings, pdf: bytes } = printed);
    pdf = await readPdf(bytes);
  });

  it('gives every word back, and none besides, in both extractors', () => {
    const written = bare(paperLines(paper).join(''));
    expect(wordsOf(pdf.pdfjs)).toBe(written);
    expect(wordsOf(pdf.poppler)).toBe(written);
  });

  it('has its four levels of headings and its annexes in the outline', () => {
    expect(pdf.outline).toEqual([
      paper.title,
      '一、2019年工作回顾',
      '（一）工业经济',
      '1.工业项目',
      '（1）在建项目',
      '名词解释',
      '引文来源',
    ]);
  });

  it('holds no trace of the program that made it', async () => {
    expect(Object.keys(pdf.info).filter((key) => /Creator|Producer|Author/u.test(key))).toEqual([]);
    expect(await tracesIn(bytes)).toEqual([]);
  });

  it('loads nothing it may not, and says only which faces stand in', () => {
    expect(port.complaints).toEqual([]);
    expect(warnings).toEqual([expect.stringMatching(/^未用公文字体/u)]);
  });

  it('has some 22 lines of 28 characters a page, or 14 of 18 to be read out', () => {
    const lines = pdf.lines.filter(({ page }) => page === 2).length;
    const longest = Math.max(...pdf.lines.map(({ text }) => bare(text).length));
    // The page number is a line of its own.
    expect(lines).toBe(reading ? 15 : 23);
    expect(longest).toBeGreaterThanOrEqual(reading ? 18 : 28);
    expect(longest).toBeLessThan(reading ? 26 : 40);
  });
});

describe('a table of commitments, printed', () => {
  const table: PaperTable = {
    title: '2019年承诺事项清单（昌城镇）',
    note: '请填写。',
    heads: [
      { name: '序号', width: 8 },
      { name: '上年报告原句', width: 60 },
      { name: '完成情况（部门填写）', width: 32 },
    ],
    rows: Array.from({ length: 40 }, (_, at) => [`${at + 1}`, `改造旱厕${4000 + at}户。`, '']),
  };

  it('repeats its head on every page and loses no row', async () => {
    const { pdf: bytes, pages } = await exportTablePdf(table, printer);
    const pdf = await readPdf(bytes);
    expect(pages).toBeGreaterThan(1);
    for (const page of pdf.poppler) expect(bare(page)).toContain('上年报告原句');
    const words = bare(pdf.poppler.join(''));
    for (const [, sentence = ''] of table.rows) expect(words).toContain(sentence);
    expect(await tracesIn(bytes)).toEqual([]);
  });
});
