import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFPage,
  PDFRef,
  PDFString,
} from 'pdf-lib';
import { type Marker, readMarker } from '../../shared/brief/render.ts';

export type Rectangle = [left: number, bottom: number, right: number, top: number];

/** The markers of one page: where the words of every note stand, and which quotations begin or end here. */
export interface PageMarkers {
  page: PDFPage;
  notes: Map<number, Rectangle[]>;
  edges: Set<string>;
}

/**
 * Takes the marker links out of a printed document. Chromium wrote one exact rectangle for each line
 * fragment of a marked passage; rectangles are in the order of the text.
 */
export function takeMarkers(document: PDFDocument): PageMarkers[] {
  return document.getPages().map((page) => {
    const markers: PageMarkers = { page, notes: new Map(), edges: new Set() };
    const annotations = page.node.Annots();
    for (let at = (annotations?.size() ?? 0) - 1; at >= 0; at -= 1) {
      const link = annotations?.lookupMaybe(at, PDFDict);
      const marker = link && markerOf(link);
      if (!link || !marker) continue;
      annotations?.remove(at);
      forgetAddress(document, link);
      if ('edgeOf' in marker) markers.edges.add(marker.edgeOf);
      else {
        const rectangle = rectangleOf(link);
        for (const note of marker.notes) {
          markers.notes.set(note, [rectangle, ...(markers.notes.get(note) ?? [])]);
        }
      }
    }
    return markers;
  });
}

function markerOf(link: PDFDict): Marker | undefined {
  const address = link.lookupMaybe(PDFName.of('A'), PDFDict)?.lookup(PDFName.of('URI'));
  return address instanceof PDFString ? readMarker(address.decodeText()) : undefined;
}

function rectangleOf(link: PDFDict): Rectangle {
  const { x, y, width, height } = link.lookup(PDFName.of('Rect'), PDFArray).asRectangle();
  return [x, y, x + width, y + height];
}

/** The tags of the page still point at the link; its address must not stay in the file. */
function forgetAddress(document: PDFDocument, link: PDFDict): void {
  const action = link.get(PDFName.of('A'));
  if (action instanceof PDFRef) document.context.delete(action);
  link.delete(PDFName.of('A'));
}
