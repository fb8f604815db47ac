import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface PdfAnnotation {
  subtype: string;
  rect: number[];
  quadPoints?: ArrayLike<number>;
  dest?: string | null;
  url?: string;
  titleObj?: { str: string };
  contentsObj?: { str: string };
}

export interface PdfLine {
  page: number;
  /** Distance of the baseline from the page's lower edge, points. */
  y: number;
  text: string;
}

export interface ReadPdf {
  pages: number;
  /** Text of every page in the order it was drawn, by pdf.js and by poppler. */
  pdfjs: string[];
  poppler: string[];
  lines: PdfLine[];
  annotations: PdfAnnotation[][];
  outline: string[];
  /** Page (from 1) of every name that a link leads to. */
  destinations: Map<string, number>;
  info: Record<string, unknown>;
  fonts: { name: string; type: string; embedded: boolean; unicode: boolean }[];
}

/** Reads a PDF back with two programs that share no code: pdf.js and poppler. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 });
  const document = await task.promise;
  try {
    const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1);
    const pages = await Promise.all(numbers.map((number) => readPage(document, number)));
    const { info } = await document.getMetadata();
    return {
      pages: document.numPages,
      pdfjs: pages.map(({ text }) => text),
      lines: pages.flatMap(({ lines }) => lines),
      annotations: pages.map(({ annotations }) => annotations),
      outline: titlesOf((await document.getOutline()) ?? []),
      destinations: await destinationsOf(
        document,
        pages.flatMap(({ annotations }) => annotations),
      ),
      info: info as Record<string, unknown>,
      ...readWithPoppler(bytes),
    };
  } finally {
    await task.destroy();
  }
}

async function readPage(document: PDFDocumentProxy, number: number) {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent({ disableNormalization: true });
  const drawn = items.flatMap((item) => ('str' in item ? [item] : []));
  const lines: PdfLine[] = [];
  for (const item of drawn) {
    const y = Math.round(Number(item.transform[5]) * 10) / 10;
    const last = lines.at(-1);
    if (last && Math.abs(last.y - y) < 1) last.text += item.str;
    else if (item.str.trim() !== '') lines.push({ page: number, y, text: item.str });
  }
  return {
    text: drawn.map(({ str }) => str).join(''),
    lines,
    annotations: (await page.getAnnotations()) as PdfAnnotation[],
  };
}

type Outline = { title: string; items: Outline }[];

function titlesOf(outline: Outline): string[] {
  return outline.flatMap(({ title, items }) => [title, ...titlesOf(items)]);
}

async function destinationsOf(
  document: PDFDocumentProxy,
  annotations: PdfAnnotation[],
): Promise<Map<string, number>> {
  const pages = new Map<string, number>();
  for (const name of new Set(annotations.flatMap(({ dest }) => dest ?? []))) {
    const target = await document.getDestination(name);
    if (target) pages.set(name, (await document.getPageIndex(target[0])) + 1);
  }
  return pages;
}

function readWithPoppler(bytes: Uint8Array): Pick<ReadPdf, 'poppler' | 'fonts'> {
  const folder = mkdtempSync(join(tmpdir(), 'brief-'));
  try {
    const file = join(folder, 'brief.pdf');
    writeFileSync(file, bytes);
    const run = (program: string, args: string[]) =>
      execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
    const fonts = run('pdffonts', [file])
      .split('\n')
      .slice(2)
      .filter(Boolean)
      .map((line) => {
        const columns = /^(\S+)\s+(.+?)\s+(\S+)\s+(yes|no)\s+(yes|no)\s+(yes|no)\s/.exec(line);
        const [, name = '', type = '', , embedded, , unicode] = columns ?? [];
        return { name, type, embedded: embedded === 'yes', unicode: unicode === 'yes' };
      });
    const text = run('pdftotext', ['-raw', '-enc', 'UTF-8', file, '-']);
    return { poppler: text.split('\f').slice(0, -1), fonts };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The words of a page without its number and without white space, which extractors place as they like. */
export function wordsOf(page: string): string {
  return page.replace(/\s/g, '').replace(/^—\d+—|—\d+—$/g, '');
}
