import { readFile } from 'node:fs/promises';
import fontkit from '@pdf-lib/fontkit';
import { type PDFDocument, PDFName, PDFOperator, PDFOperatorNames, type PDFPage } from 'pdf-lib';
import type { PageMarkers } from './pdfMarkers.ts';

const words = '（续）';
const size = 12;
const gap = 4;

/**
 * Writes （续） above the text of every page on which a quotation goes on from the page before: CSS
 * cannot know. `textTop` is the distance of the text area from the page's upper edge, in points.
 */
export async function markContinuations(
  document: PDFDocument,
  markers: PageMarkers[],
  fontFile: string,
  textTop: (page: PDFPage) => { left: number; top: number },
): Promise<void> {
  const pages = markers.filter((_, index) => continues(markers, index)).map(({ page }) => page);
  if (pages.length === 0) return;
  document.registerFontkit(fontkit);
  const font = await document.embedFont(await readFile(fontFile), { subset: true });
  for (const page of pages) {
    const { left, top } = textTop(page);
    // Like the page number, it is no part of the text that is read aloud or reflowed.
    page.pushOperators(
      PDFOperator.of(PDFOperatorNames.BeginMarkedContent, [PDFName.of('Artifact')]),
    );
    page.drawText(words, { x: left, y: page.getHeight() - top + gap, size, font });
    page.pushOperators(PDFOperator.of(PDFOperatorNames.EndMarkedContent));
  }
}

/** Whether a quotation that began on an earlier page ends on this one or a later one. */
function continues(markers: PageMarkers[], index: number): boolean {
  const before = new Set(markers.slice(0, index).flatMap(({ edges }) => [...edges]));
  const from = markers.slice(index);
  return [...before].some((edge) => from.some(({ edges }) => edges.has(edge)));
}
