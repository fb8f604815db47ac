import { ParseSpeeds, PDFDocument, type PDFPage } from 'pdf-lib';
import { type Brief, listAnnotations } from '../../shared/brief/brief.ts';
import {
  type BriefFonts,
  describeStandIns,
  type FontRole,
  fontRoles,
} from '../../shared/brief/fonts.ts';
import { listHeadings } from '../../shared/brief/headings.ts';
import { renderBriefHtml } from '../../shared/brief/html.ts';
import { briefStylesheet } from '../../shared/brief/stylesheet.ts';
import type { BundledFonts } from './bundledFonts.ts';
import { cutFaces } from './cutFaces.ts';
import { findUncovered } from './fontCoverage.ts';
import type { InstalledFont } from './installedFonts.ts';
import { addComments } from './pdfComments.ts';
import { markContinuations } from './pdfContinuations.ts';
import { readDestinationPages } from './pdfDestinations.ts';
import { takeMarkers } from './pdfMarkers.ts';
import { setMetadata } from './pdfMetadata.ts';
import { addWatermark } from './pdfWatermark.ts';
import { briefPrintOptions, countingOptions, type PrintJob, type PrintPort } from './printPort.ts';

export interface PdfExport {
  pdf: Uint8Array;
  pages: number;
  /** Notes that stand in the file as comments. */
  annotations: number;
  fonts: { role: FontRole; family: string; bundled: boolean }[];
  /** Chinese sentences the person should read before handing the paper on. */
  warnings: string[];
}

export interface PdfExportOptions {
  print: PrintPort;
  fonts: BriefFonts;
  /** The installed faces `fonts` was chosen from, for the check of missing characters. */
  installed?: InstalledFont[];
  bundled: BundledFonts;
  /** Where the print window finds the bundled faces, with a closing slash: app://bundle/fonts/. */
  fontBaseUrl: string;
  now: Date;
  /** Put the notes in as PDF comments too, beside the printed ones. On unless switched off. */
  comments?: boolean;
  /** Told before each step; what it throws ends the export. */
  onStep?: (step: PdfStep) => void;
}

/** Steps of an export in their order; a paper without contents has one printing. */
export const pdfSteps = ['print', 'number', 'comment', 'save'] as const;
export type PdfStep = (typeof pdfSteps)[number];

/**
 * Prints a brief. A table of contents takes two printings: Chromium cannot count pages ahead, so a
 * first one, without words, tells where the headings fall and the second has the numbers in their fixed
 * column.
 */
export async function exportBriefPdf(brief: Brief, options: PdfExportOptions): Promise<PdfExport> {
  const { fonts, bundled, fontBaseUrl, now } = options;
  const words = wordsOf(brief);
  const { onStep = () => {} } = options;
  onStep('print');
  const faces = await cutFaces(bundled, fonts, fontBaseUrl, wordsOfRoles(brief, words));
  const page = { stylesheet: briefStylesheet(brief, fonts, faces.css), faces: faces.files };
  const warnings: string[] = [];
  let document: PDFDocument;
  try {
    document = await printPass(brief, page, options.print, brief.contents ? 'count' : null);
    if (brief.contents) {
      onStep('number');
      const pageOf = readDestinationPages(document);
      document = await printPass(brief, page, options.print, pageOf);
      if (!samePages(pageOf, readDestinationPages(document))) {
        warnings.push('目录页码与正文可能不符，请核对。');
      }
    }
  } finally {
    options.print.release?.();
  }
  const notes = options.comments === false ? [] : listAnnotations(brief);
  onStep('comment');
  const markers = takeMarkers(document);
  const annotations = options.comments === false ? 0 : addComments(document, markers, brief, now);
  if (brief.watermark !== null) addWatermark(document, brief.watermark, bundled);
  if (bundled.punctuationFile !== null) {
    await markContinuations(document, markers, bundled.punctuationFile, textCorner);
  }
  if (annotations < notes.length) {
    warnings.push(`有${notes.length - annotations}条批注只印在纸面上，没有写成 PDF 注释。`);
  }
  onStep('save');
  setMetadata(document, brief, now);
  const uncovered = findMissing(words, options);
  if (uncovered.length > 0) {
    warnings.push(
      `下列字所选字体没有，将由本机其他字体代替，打印前请核对：${uncovered.join('、')}`,
    );
  }
  const standIns = describeStandIns(fonts);
  if (standIns !== null) warnings.push(standIns);
  return {
    pdf: await document.save({ objectsPerTick: Number.POSITIVE_INFINITY }),
    pages: document.getPageCount(),
    annotations,
    fonts: fontRoles.map((role) => {
      const { family, bundled: isBundled } = fonts[role];
      return { role, family, bundled: isBundled };
    }),
    warnings,
  };
}

/** Prints the page: to count its pages, with the page numbers that were read there, or once for all. */
async function printPass(
  brief: Brief,
  page: Pick<PrintJob, 'stylesheet' | 'faces'>,
  print: PrintPort,
  pass: 'count' | ReadonlyMap<string, number> | null,
): Promise<PDFDocument> {
  const pageOf = pass instanceof Map ? { pageOf: pass } : {};
  const html = renderBriefHtml(brief, { marks: 'print', ...pageOf });
  const numbers = listHeadings(brief).map(({ id }) =>
    pass instanceof Map ? String(pass.get(id) ?? '') : '',
  );
  const bytes = await print.print({
    html,
    ...page,
    options: pass === 'count' ? countingOptions : briefPrintOptions,
    ...(pass !== null && { pass: pass === 'count' ? pass : { numbers } }),
  });
  return PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
}

const millimetre = 72 / 25.4;

/** Upper left corner of the text area, from the page's: as the stylesheet's margins have it. */
function textCorner(page: PDFPage): { left: number; top: number } {
  const isUpright = page.getHeight() > page.getWidth();
  const [left, top] = isUpright ? [28, 37] : [20, 22];
  return { left: left * millimetre, top: top * millimetre };
}

/** The characters of `words` that none of the chosen faces can draw, each once. */
export function findMissing(
  words: string,
  faces: Pick<PdfExportOptions, 'fonts' | 'installed' | 'bundled'>,
): string[] {
  const office = officeFaces(faces);
  return findUncovered(faces.bundled, words).filter((character) => {
    const code = character.codePointAt(0) ?? 0;
    return !office.some((font) => font.covers(code));
  });
}

/** The installed faces that play a role. */
function officeFaces({
  fonts,
  installed = [],
}: Pick<PdfExportOptions, 'fonts' | 'installed'>): InstalledFont[] {
  const chosen = new Set(fontRoles.map((role) => fonts[role].family));
  return installed.filter(({ families }) => families.some((family) => chosen.has(family)));
}

/**
 * The words each role sets. Quotations are set in the body's face alone, and are most of a brief: the
 * other faces need not have their characters.
 */
function wordsOfRoles(brief: Brief, words: string): Record<FontRole, string> {
  const html = renderBriefHtml(brief, { marks: 'preview' });
  const [title = ''] = /<h1[^>]*>.*?<\/h1>/su.exec(html) ?? [];
  const unquoted = html.replaceAll(/<(blockquote|figcaption|dd)>.*?<\/\1>|<[^>]*>/gsu, '');
  return { title, body: words, heading: unquoted, kai: unquoted, song: words };
}

/** Every character the brief prints, with those the template adds. */
export function wordsOf(brief: Brief): string {
  const html = renderBriefHtml(brief, { marks: 'preview' }).replace(/<[^>]*>/g, '');
  return `${html}0123456789—…&<>"'`;
}

function samePages(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean {
  return [...a].every(([id, page]) => b.get(id) === page);
}
