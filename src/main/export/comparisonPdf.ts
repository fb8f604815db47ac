import { ParseSpeeds, PDFDocument } from 'pdf-lib';
import type { Brief } from '../../shared/brief/brief.ts';
import { type BriefFonts, describeStandIns } from '../../shared/brief/fonts.ts';
import { type PaperLook, renderPaperHtml } from '../../shared/comparison/paperHtml.ts';
import { paperStylesheet } from '../../shared/comparison/paperStyles.ts';
import { type BundledFonts, fontFaceCss } from './bundledFonts.ts';
import type { InstalledFont } from './installedFonts.ts';
import { findMissing } from './pdf.ts';
import { setMetadata } from './pdfMetadata.ts';
import { briefPrintOptions, type PrintPort } from './printPort.ts';

/** Prints a comparison on its side: one printing, no notes. */
export async function exportComparisonPdf(
  paper: Brief,
  look: PaperLook,
  {
    print,
    fonts,
    installed,
    bundled,
    fontBaseUrl,
    now,
  }: {
    print: PrintPort;
    fonts: BriefFonts;
    installed: InstalledFont[];
    bundled: BundledFonts;
    /** Where the print window finds the bundled faces, with a closing slash. */
    fontBaseUrl: string;
    now: Date;
  },
): Promise<{ pdf: Uint8Array; pages: number; warnings: string[] }> {
  const html = renderPaperHtml(paper, look);
  const words = `${html.replaceAll(/<[^>]*>/gu, '')}0123456789—…/`;
  const stylesheet = paperStylesheet(fonts, fontFaceCss(bundled, fontBaseUrl, words));
  const bytes = await print.print({ html, stylesheet, options: briefPrintOptions });
  const document = await PDFDocument.load(bytes, {
    updateMetadata: false,
    parseSpeed: ParseSpeeds.Fastest,
  });
  setMetadata(document, paper, now);
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
