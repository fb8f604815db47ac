import type { DraftPaper } from '../../shared/draft/paper.ts';
import { renderDraftHtml } from '../../shared/draft/paperHtml.ts';
import { draftStylesheet } from '../../shared/draft/paperStyles.ts';
import type { PaperTable } from '../../shared/draft/table.ts';
import { renderTableHtml, tableStylesheet } from '../../shared/draft/tableHtml.ts';
import { setBareMetadata } from './pdfMetadata.ts';
import { type PaperPrinter, type PrintedPaper, printPaper } from './printPaper.ts';

/** A draft as it is handed on, on paper: nothing in the file tells with which program it was written. */
export function exportDraftPdf(paper: DraftPaper, printer: PaperPrinter): Promise<PrintedPaper> {
  return printPaper(
    renderDraftHtml(paper),
    (fontFaces) => draftStylesheet(paper.reading, printer.fonts, fontFaces),
    printer,
    (document) => setBareMetadata(document, paper.title, printer.now),
  );
}

/** A table on its side, to be filled in by hand; as bare of the program as a draft. */
export function exportTablePdf(table: PaperTable, printer: PaperPrinter): Promise<PrintedPaper> {
  return printPaper(
    renderTableHtml(table),
    (fontFaces) => tableStylesheet(table, printer.fonts, fontFaces),
    printer,
    (document) => setBareMetadata(document, table.title, printer.now),
  );
}
