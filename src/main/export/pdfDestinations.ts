import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFRef } from 'pdf-lib';

/**
 * The page (from 1) of every element id that a link of the document points to. Chromium writes them as
 * the catalogue's /Dests; an id that nothing links to is not among them.
 */
export function readDestinationPages(document: PDFDocument): Map<string, number> {
  const numbers = new Map(
    document.getPages().map((page, index) => [page.ref.toString(), index + 1]),
  );
  const pages = new Map<string, number>();
  const dests = document.catalog.lookup(PDFName.of('Dests'));
  if (!(dests instanceof PDFDict)) return pages;
  for (const [name] of dests.entries()) {
    const target = dests.lookup(name);
    const page = target instanceof PDFArray ? target.get(0) : undefined;
    const number = page instanceof PDFRef ? numbers.get(page.toString()) : undefined;
    if (number !== undefined) pages.set(name.decodeText(), number);
  }
  return pages;
}
