import type { Brief } from '../../shared/brief/brief.ts';
import { type PaperLook, renderPaperHtml } from '../../shared/comparison/paperHtml.ts';
import { paperStylesheet } from '../../shared/comparison/paperStyles.ts';
import { setMetadata } from './pdfMetadata.ts';
import { type PaperPrinter, type PrintedPaper, printPaper } from './printPaper.ts';

/** Prints a comparison on its side: one printing, no notes. */
export function exportComparisonPdf(
  paper: Brief,
  look: PaperLook,
  printer: PaperPrinter,
): Promise<PrintedPaper> {
  return printPaper(
    renderPaperHtml(paper, look),
    (fontFaces) => paperStylesheet(printer.fonts, fontFaces),
    printer,
    (document) => setMetadata(document, paper, printer.now),
  );
}
