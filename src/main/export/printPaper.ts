import { ParseSpeeds, PDFDocument } from 'pdf-lib';
import { type BriefFonts, describeStandIns } from '../../shared/brief/fonts.ts';
import { type BundledFonts, fontFaceCss } from './bundledFonts.ts';
import type { InstalledFont } from './installedFonts.ts';
import { findMissing } from './pdf.ts';
import { briefPrintOptions, type PrintPort } from './printPort.ts';

/** What a paper is printed with. */
export interface PaperPrinter {
  print: PrintPort;
  fonts: BriefFonts;
  /** The installed faces `fonts` was chosen from, for the check of missing characters. */
  installed: InstalledFont[];
  bundled: BundledFonts;
  /** Where the print window finds the bundled faces, with a closing slash. */
  fontBaseUrl: string;
  now: Date;
}

export interface PrintedPaper {
  pdf: Uint8Array;
  pages: number;
  /** Chinese sentences the person should read before handing the paper on. */
  warnings: string[];
}

/** Prints one page of HTML, one printing, no notes; `finish` writes what Chromium cannot into the file. */
export async function printPaper(
  html: string,
  stylesheetOf: (fontFaces: string) => string,
  { print, fonts, installed, bundled, fontBaseUrl }: PaperPrinter,
  finish: (document: PDFDocument) => void,
): Promise<PrintedPaper> {
  const words = `${html.replaceAll(/<[^>]*>/gu, '')}0123456789—…/`;
  const stylesheet = stylesheetOf(fontFaceCss(bundled, fontBaseUrl, words));
  const bytes = await print.print({ html, stylesheet, options: briefPrintOptions });
  const document = await PDFDocument.load(bytes, {
    updateMetadata: false,
    parseSpeed: ParseSpeeds.Fastest,
  });
  finish(document);
  const missing = findMissing(words, { fonts, installed, bundled });
  const standIns = describeStandIns(fonts);
  return {
    pdf: await document.save({ objectsPerTick: Number.POSITIVE_INFINITY }),
    pages: document.getPageCount(),
    warnings: [
      ...(missing.length > 0
        ? [`下列字所选字体没有，将由本机其他字体代替，打印前请核对：${missing.join('、')}`]
        : []),
      ...(standIns === null ? [] : [standIns]),
    ],
  };
}
