import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBundledFonts } from '../../src/main/export/bundledFonts.ts';
import { exportBriefPdf, type PdfExport } from '../../src/main/export/pdf.ts';
import { type Brief, listAnnotations, listExcerpts } from '../../src/shared/brief/brief.ts';
import { composeBrief } from '../../src/shared/brief/compose.ts';
import { chooseFonts } from '../../src/shared/brief/fonts.ts';
import { listHeadings } from '../../src/shared/brief/headings.ts';
import { renderBriefHtml } from '../../src/shared/brief/html.ts';
import type { BriefSpec } from '../../src/shared/brief/spec.ts';
import { type ChromiumPort, fontBaseUrl, openChromiumPort } from './chromiumPort.ts';
import { type ReadPdf, readPdf, wordsOf } from './readPdf.ts';
import { names, sources } from './sampleSources.ts';

const bundled = readBundledFonts('node_modules', 'resources/fonts');
const now = new Date('2026-11-22T02:00:00.000Z');

const spec: BriefSpec = {
  title: '三镇农村旱厕改造与美丽乡村建设情况',
  unit: '皇华镇党政办公室',
  date: '2026-11-22',
  documents: ['changcheng', 'huanghua', 'jinggou'],
  parts: ['indicators', 'topics', 'annotations', 'sources'],
  topics: ['T01', 'T07', 'T11', 'T17', 'T18'],
  layout: 'brief',
  editorNote: '昌城、皇华2019年均安排旱厕改造；井沟未提及。皇华户数前后两处写法不一，用前请核。',
  contents: true,
};

let port: ChromiumPort;

beforeAll(async () => {
  port = await openChromiumPort(bundled);
});

afterAll(async () => {
  await port.close();
});

function print(brief: Brief): Promise<PdfExport> {
  return exportBriefPdf(brief, { print: port, fonts: chooseFonts([]), bundled, fontBaseUrl, now });
}

describe.each(['brief', 'comparison'] as const)('a printed %s of three towns', (layout) => {
  const brief = composeBrief({ ...spec, layout }, sources, names);
  let result: PdfExport;
  let pdf: ReadPdf;

  beforeAll(async () => {
    result = await print(brief);
    pdf = await readPdf(result.pdf);
  });

  it('has four to twelve pages and says how many', () => {
    expect(result.pages).toBe(pdf.pages);
    expect(pdf.pages).toBeGreaterThanOrEqual(4);
    expect(pdf.pages).toBeLessThanOrEqual(12);
  });

  it('lets the page load nothing it may not and miss nothing it needs', () => {
    expect(port.complaints).toEqual([]);
  });

  it('embeds every font as TrueType with a way back to characters', () => {
    expect(pdf.fonts.length).toBeGreaterThan(0);
    expect(pdf.fonts.filter((font) => font.type !== 'CID TrueType')).toEqual([]);
    expect(pdf.fonts.filter((font) => !font.embedded || !font.unicode)).toEqual([]);
  });

  it('gives every quotation back, character for character, in both extractors', () => {
    const excerpts = listExcerpts(brief);
    expect(excerpts.length).toBeGreaterThan(12);
    for (const extracted of [pdf.pdfjs, pdf.poppler]) {
      const words = extracted.map(wordsOf).join('');
      const lost = excerpts
        .flatMap(({ slices }) => slices.map(({ text }) => text.replace(/\s/g, '')))
        .filter((text) => !words.includes(text));
      expect(lost).toEqual([]);
    }
  });

  it('puts every heading into the outline', () => {
    expect(pdf.outline).toEqual([brief.title, ...listHeadings(brief).map(({ text }) => text)]);
  });

  it('numbers the table of contents with the pages the headings stand on', () => {
    const front = pdf.lines
      .filter(({ page }) => page <= 2)
      .map(({ text }) => text.replace(/\s/g, ''));
    for (const { id, text } of listHeadings(brief)) {
      const page = pdf.destinations.get(id);
      expect(page, text).toBeGreaterThan(0);
      expect(front).toContain(`${text}${page}`);
      expect(wordsOf(pdf.pdfjs[(page ?? 0) - 1] ?? '')).toContain(text);
    }
    expect(result.warnings.join('')).not.toContain('目录页码');
  });

  it('leads every link to a place that exists, and no link out of the paper', () => {
    const links = pdf.annotations.flat().filter(({ subtype }) => subtype === 'Link');
    expect(links.length).toBeGreaterThan(listExcerpts(brief).length);
    expect(links.filter(({ url }) => url !== undefined)).toEqual([]);
    const lost = links
      .map(({ dest }) => String(dest))
      .filter((dest) => !pdf.destinations.has(dest));
    expect(lost).toEqual([]);
  });

  it('carries every note as one comment on its words', () => {
    const notes = listAnnotations(brief);
    const comments = pdf.annotations
      .flat()
      .filter(({ subtype, contentsObj }) => subtype === 'Highlight' && contentsObj?.str);
    expect(notes).toHaveLength(4);
    expect(result.annotations).toBe(4);
    expect(comments.map(({ contentsObj }) => contentsObj?.str).sort()).toEqual(
      notes.map(({ category, note }) => `${category}：${note}`).sort(),
    );
    expect(comments.every(({ titleObj }) => titleObj?.str === '王磊')).toBe(true);
  });

  it('says what it is and nothing of the machine', async () => {
    expect(pdf.info).toMatchObject({
      Title: brief.title,
      Author: '皇华镇党政办公室',
      Creator: '镇鉴',
      Producer: '镇鉴',
      Subject: '参阅材料 仅供内部参考 2026年11月22日',
      Language: 'zh-CN',
    });
    const unpacked = await PDFDocument.load(result.pdf, { updateMetadata: false });
    const plain = await unpacked.save({ useObjectStreams: false, updateFieldAppearances: false });
    const raw = Buffer.from(plain).toString('latin1');
    expect(raw).not.toMatch(/Linux|Windows|Chromium|Skia|note\.invalid|127\.0\.0\.1/);
  });

  it('prints no English and no programmer’s words', () => {
    const words = pdf.pdfjs.map(wordsOf).join('');
    expect(words).not.toMatch(/undefined|null|NaN|\[object|T\d\d|I\d\d/);
    expect(words.match(/[A-Za-z]{4,}/g)).toBeNull();
  });

  it('names the faces that stand in for the office’s own', () => {
    expect(result.warnings.join('')).toContain('方正小标宋以思源宋体代替');
    expect(result.fonts).toContainEqual({ role: 'body', family: 'Noto Serif SC', bundled: true });
  });
});

it('prints the same text in the same order as the page shows it', async () => {
  const brief = composeBrief({ ...spec, contents: false }, sources, names);
  const pdf = await readPdf((await print(brief)).pdf);
  const screen = renderBriefHtml(brief, { marks: 'print' })
    .replace(/^[\s\S]*<body[^>]*>/, '')
    .replace(/<[^>]*>/g, '')
    .replace(/\s/g, '');
  // Source numbers are drawn by the stylesheet.
  const withoutNumbers = (text: string) =>
    text.replace(/[1-3]\.(?=[昌皇井][城华沟]镇2019年报告：)/g, '');
  expect(withoutNumbers(pdf.pdfjs.map(wordsOf).join(''))).toBe(screen);
  expect(withoutNumbers(pdf.poppler.map(wordsOf).join(''))).toBe(screen);
});
