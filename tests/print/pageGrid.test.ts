import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBundledFonts } from '../../src/main/export/bundledFonts.ts';
import { exportBriefPdf } from '../../src/main/export/pdf.ts';
import type { Brief } from '../../src/shared/brief/brief.ts';
import { composeBrief } from '../../src/shared/brief/compose.ts';
import { chooseFonts } from '../../src/shared/brief/fonts.ts';
import type { BriefSource, BriefSpec, SourceAnnotation } from '../../src/shared/brief/spec.ts';
import { type ChromiumPort, fontBaseUrl, openChromiumPort } from './chromiumPort.ts';
import { type PdfLine, type ReadPdf, readPdf } from './readPdf.ts';
import { names, sources } from './sampleSources.ts';

const bundled = readBundledFonts('node_modules', 'resources/fonts');
let port: ChromiumPort;

beforeAll(async () => {
  port = await openChromiumPort(bundled);
});

afterAll(async () => {
  await port.close();
});

async function print(brief: Brief): Promise<ReadPdf> {
  const fonts = chooseFonts([]);
  const now = new Date('2026-11-22T02:00:00.000Z');
  const { pdf } = await exportBriefPdf(brief, { print: port, fonts, bundled, fontBaseUrl, now });
  return readPdf(pdf);
}

const spec: BriefSpec = {
  title: '版心试排',
  unit: '党政办公室',
  date: '2026-11-22',
  documents: [],
  parts: [],
  topics: null,
  layout: 'brief',
};

function bodyLines(pdf: ReadPdf, page: number): PdfLine[] {
  return pdf.lines.filter(
    (line) => line.page === page && !/^\s*(—\s*\d+\s*—|（续）)\s*$/.test(line.text),
  );
}

it('sets full pages of 22 lines with 28 characters each, 44 of 44', async () => {
  const paragraph = '镇政府紧紧围绕年初确定的目标任务攻坚克难狠抓落实'.repeat(80);
  const pdf = await print(composeBrief({ ...spec, editorNote: paragraph }, [], names));
  const lines = [...bodyLines(pdf, 2), ...bodyLines(pdf, 3)];
  expect(lines).toHaveLength(44);
  expect(lines.filter(({ text }) => [...text].length === 28)).toHaveLength(44);
  const steps = bodyLines(pdf, 2).map(({ y }, index, all) => (all[index - 1]?.y ?? y) - y);
  // 225 mm / 22 in points, within a tenth of a point.
  for (const step of steps.slice(1)) expect(step).toBeCloseTo((225 / 25.4) * (72 / 22), 0);
});

it('sets quotations of marks made half-width by a web page in the same cells', async () => {
  const text = '转型升级,提质增效;乡村振兴:产业兴旺(生态宜居)'.repeat(50);
  const source = sourceOf(text, []);
  const pdf = await print(
    composeBrief(
      {
        ...spec,
        documents: ['long'],
        excerpts: [{ documentId: 'long', start: 0, end: text.length }],
      },
      [source],
      names,
    ),
  );
  const lines = bodyLines(pdf, 2);
  expect(lines).toHaveLength(22);
  // One cell of the line is the quotation's rule. Strict rules may move a mark to the line it belongs to.
  expect(lines.filter(({ text: words }) => [...words].length >= 26)).toHaveLength(22);
});

const neverFirst = /^[，。、；：？！）》」』”’…％,.;:?!)%]/;
const neverLast = /[（《「『“‘(]$/;

it('begins and ends no line of the three reports with a mark that may not stand there', async () => {
  const whole = sources.map(({ documentId, text }) => ({ documentId, start: 0, end: text.length }));
  const documents = sources.map(({ documentId }) => documentId);
  const pdf = await print(composeBrief({ ...spec, documents, excerpts: whole }, sources, names));
  const lines = pdf.lines.map(({ text }) => text.trim()).filter(Boolean);
  expect(lines.length).toBeGreaterThan(600);
  expect(lines.filter((line) => neverFirst.test(line))).toEqual([]);
  expect(lines.filter((line) => neverLast.test(line))).toEqual([]);
});

it('prints the signs and spaces of reports from its own faces and gives them back as they were', async () => {
  const notes = ['水质达到Ⅲ类，ⅠⅡⅫ；①②㎡、35℃、6‰', '“A-1 项目” B2 号 完工±2%'];
  const pdf = await print(composeBrief({ ...spec, editorNote: notes.join('\n') }, [], names));
  expect(pdf.fonts.filter(({ type }) => type !== 'CID TrueType')).toEqual([]);
  for (const note of notes) {
    expect(pdf.pdfjs.join('')).toContain(note);
    expect(pdf.poppler.join('')).toContain(note);
  }
});

function sourceOf(text: string, annotations: SourceAnnotation[]): BriefSource {
  const [sample] = sources;
  if (!sample) throw new Error('no sample');
  const analysis = { ...sample.analysis, sections: [], passages: [] };
  return { ...sample, documentId: 'long', text, analysis, readings: [], annotations };
}

describe.each(['brief', 'comparison'] as const)('comments in a %s', (layout) => {
  it('mark exactly the noted words, also where a page break runs through them', async () => {
    const words = '标注之处，标注之处，标注之处，标注之处。'.repeat(40);
    const text = `${'前文不改。'.repeat(100)}${words}${'后文不改。'.repeat(60)}`;
    const start = text.indexOf(words);
    const end = start + words.length;
    const note: SourceAnnotation = {
      id: 'long-note',
      start,
      end,
      quote: words,
      note: '<b>这一大段</b>都要看。',
      category: '引用',
      author: '王磊',
      createdAt: null,
    };
    const two = { ...sourceOf(text, []), documentId: 'other' };
    const pdf = await print(
      composeBrief(
        {
          ...spec,
          layout,
          documents: ['long', 'other'],
          parts: ['topics', 'annotations'],
          topics: ['T01'],
          excerpts: [{ documentId: 'long', start: 0, end: text.length, topic: 'T01' }],
        },
        [sourceOf(text, [note]), two],
        names,
      ),
    );
    const marked = pdf.annotations.map((page) =>
      page
        .filter(({ subtype }) => subtype === 'Highlight')
        .flatMap(({ quadPoints }) => quadsOf(quadPoints ?? [])),
    );
    expect(marked.filter((page) => page.length > 0).length).toBeGreaterThan(1);
    for (const [index, quads] of marked.entries()) {
      const lines = pdf.lines.filter(
        ({ page, text: line }) => page === index + 1 && /标注|注之|之处/.test(line),
      );
      expect(quads, `page ${index + 1}`).toHaveLength(lines.length);
      const stray = lines.filter(
        ({ y }) => !quads.some(({ bottom, top }) => bottom < y + 2 && y + 6 < top),
      );
      expect(stray).toEqual([]);
    }
    expect(pdf.pdfjs.join('')).toContain('<b>这一大段</b>都要看。');
    const begun = pdf.pdfjs.findIndex((page) => page.includes('前文不改'));
    const ended = pdf.pdfjs.findLastIndex((page) => page.includes('后文不改'));
    expect(ended).toBeGreaterThan(begun);
    for (const extracted of [pdf.pdfjs, pdf.poppler]) {
      expect(extracted.map((page) => page.includes('（续）'))).toEqual(
        extracted.map((_, index) => begun < index && index <= ended),
      );
    }
  });
});

function quadsOf(points: ArrayLike<number>): { bottom: number; top: number }[] {
  const quads = [];
  for (let at = 0; at + 7 < points.length; at += 8) {
    const ys = [1, 3, 5, 7].map((offset) => points[at + offset] ?? 0);
    quads.push({ bottom: Math.min(...ys), top: Math.max(...ys) });
  }
  return quads;
}
