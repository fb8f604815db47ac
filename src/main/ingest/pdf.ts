import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Notice } from '../../shared/report/report.ts';
import type { Extraction } from './extraction.ts';
import { IngestError } from './failures.ts';
import { MOST_PAGES } from './limits.ts';
import type { PagePieces, Piece } from './pageLines.ts';
import { readPages } from './pageText.ts';
import { refuseBombs } from './pdfBombs.ts';
import { isNoise, scoreAsChinese, shareOfCommonHan } from './plausibility.ts';
import { replaceRadicals } from './radicals.ts';

/**
 * The text layer of a pdf as running text: page numbers and running heads beside the document, hard wraps joined,
 * columns one after the other. A scan, and fonts that give no characters, are refused rather than read wrong.
 */
export async function readPdf(bytes: Uint8Array): Promise<Extraction> {
  await refuseBombs(bytes);
  const document = await openPdf(bytes);
  try {
    const { pages, unread, slanted } = await listPages(document);
    if (pages.length === 0) throw new IngestError('damaged-document', '一页也读不出');
    const { text, extracted, discarded } = readPages(pages);
    if (text.trim() === '') throw new IngestError('scanned-document');
    checkMapped(text);
    if (slanted.length > 0) {
      discarded.push({ text: [...new Set(slanted)].join('\n'), reason: '斜排文字（水印）' });
    }
    const notices: Notice[] = [];
    if (unread > 0) {
      notices.push({ code: 'pages-unread', message: `有 ${unread} 页已损坏，没有读入` });
    }
    const blank = pages.filter((page) => page.pieces.length === 0).length;
    if (blank > 0) {
      notices.push({
        code: 'pages-without-text',
        message: `有 ${blank} 页没有文字层（空白页或扫描页），没有读入`,
      });
    }
    return { format: 'pdf', encoding: null, text, extracted, discarded, notices };
  } finally {
    await document.loadingTask.destroy();
  }
}

/** Serves the character maps of Chinese fonts from the installed package; nothing else, and nothing from outside. */
class CharacterMaps {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    if (kind !== 'cMapUrl' || !/^[\w-]+\.bcmap$/.test(filename)) throw new Error('not served');
    const packageFile = createRequire(import.meta.url).resolve('pdfjs-dist/package.json');
    return new Uint8Array(await readFile(join(dirname(packageFile), 'cmaps', filename)));
  }
}

async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  // Defines the parser in this thread; otherwise the library would start a worker of its own.
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  const { getDocument, PasswordException } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({
    // The library takes the bytes over; the caller's are left whole.
    data: bytes.slice(),
    BinaryDataFactory: CharacterMaps,
    cMapUrl: 'cmaps/',
    cMapPacked: true,
    useWorkerFetch: false,
    useWasm: false,
    useSystemFonts: false,
    disableFontFace: true,
    disableAutoFetch: true,
    enableXfa: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    stopAtErrors: false,
    verbosity: 0,
  });
  try {
    return await task.promise;
  } catch (error) {
    await task.destroy();
    if (error instanceof PasswordException) throw new IngestError('encrypted-document');
    throw new IngestError('damaged-document', 'PDF 结构有误');
  }
}

interface Pages {
  pages: PagePieces[];
  /** Damaged pages. */
  unread: number;
  /** Text at an angle, such as a watermark. */
  slanted: string[];
}

async function listPages(document: PDFDocumentProxy): Promise<Pages> {
  const found: Pages = { pages: [], unread: 0, slanted: [] };
  if (document.numPages > MOST_PAGES) {
    // The count is the file’s own word; whether there are so many pages shows on the last.
    const real = await document.getPage(document.numPages).then(
      () => true,
      () => false,
    );
    if (real)
      throw new IngestError('too-large', `有 ${document.numPages} 页，上限为 ${MOST_PAGES} 页`);
  }
  // A false count ends in pages that cannot be had.
  let missing = 0;
  for (let number = 1; number <= document.numPages && missing < 20; number += 1) {
    try {
      const page = await document.getPage(number);
      found.pages.push(await readPage(page, found.slanted));
      page.cleanup();
      found.unread += missing;
      missing = 0;
    } catch {
      missing += 1;
    }
  }
  if (missing < 20) found.unread += missing;
  return found;
}

interface Turned {
  piece: Piece;
  /** 0 upright, then by quarter turns clockwise. */
  turn: 0 | 1 | 2 | 3;
}

async function readPage(page: PDFPageProxy, slanted: string[]): Promise<PagePieces> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent({ includeMarkedContent: false });
  const turned: Turned[] = [];
  for (const item of items) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const [a, b, x, y] = place(transform, item.transform);
    const angle = Math.atan2(b, a) / (Math.PI / 2);
    const text = replaceRadicals(item.str);
    if (Math.abs(angle - Math.round(angle)) > 0.1) {
      slanted.push(text);
      continue;
    }
    const turn = turnOf(Math.round(angle));
    const size = Math.hypot(item.transform[2], item.transform[3]) || item.height || 1;
    turned.push({ piece: { text, x, y, width: item.width, size }, turn });
  }
  const main = mostFrequentTurn(turned);
  const sideways = main === 1 || main === 3;
  return {
    width: sideways ? height : width,
    height: sideways ? width : height,
    pieces: turned
      .filter(({ turn }) => turn === main)
      .map(({ piece }) => upright(piece, main, width, height)),
  };
}

/** Direction and origin of a text on the displayed page: its own matrix, then that of the page. */
function place(page: number[], text: number[]): [a: number, b: number, x: number, y: number] {
  const [pa = 1, pb = 0, pc = 0, pd = 1, pe = 0, pf = 0] = page;
  const [a = 1, b = 0, , , e = 0, f = 0] = text;
  return [pa * a + pc * b, pb * a + pd * b, pa * e + pc * f + pe, pb * e + pd * f + pf];
}

function turnOf(quarters: number): Turned['turn'] {
  const turn = ((quarters % 4) + 4) % 4;
  return turn === 1 || turn === 2 || turn === 3 ? turn : 0;
}

function mostFrequentTurn(turned: readonly Turned[]): Turned['turn'] {
  const characters = [0, 0, 0, 0];
  for (const { piece, turn } of turned)
    characters[turn] = (characters[turn] ?? 0) + piece.text.length;
  return turnOf(characters.indexOf(Math.max(...characters)));
}

function upright(piece: Piece, turn: Turned['turn'], width: number, height: number): Piece {
  const { x, y } = piece;
  if (turn === 1) return { ...piece, x: y, y: width - x };
  if (turn === 2) return { ...piece, x: width - x, y: height - y };
  if (turn === 3) return { ...piece, x: height - y, y: x };
  return piece;
}

/** Without a map from glyphs to characters a pdf gives numbers of glyphs, which look like text to a program. */
function checkMapped(text: string): void {
  const sample = text.slice(0, 50_000);
  const privateUse = sample.match(/\p{Co}/gu)?.length ?? 0;
  const unmapped =
    isNoise(sample) ||
    privateUse > sample.length * 0.2 ||
    (scoreAsChinese(sample) < 0.4 && shareOfCommonHan(sample) < 0.6) ||
    scoreAsChinese(sample) < -2;
  if (unmapped) throw new IngestError('unmapped-text');
}
