import { type PDFDocument, PDFHexString, type PDFPage, PDFString, rgb } from 'pdf-lib';
import type { AnnotationCategory, BriefAnnotation } from '../../shared/brief/brief.ts';
import type { PageMarkers, Rectangle } from './pdfMarkers.ts';

const colours: Record<AnnotationCategory, ReturnType<typeof rgb>> = {
  借鉴: rgb(0.72, 0.88, 0.78),
  存疑: rgb(0.98, 0.85, 0.55),
  核对: rgb(0.7, 0.84, 0.96),
  引用: rgb(0.86, 0.76, 0.93),
};

/**
 * Puts the notes in as highlight comments with author and words. A note whose words run over two pages
 * gets its comment on the first and an empty continuing highlight on the next. Returns how many notes
 * became comments.
 */
export function addComments(
  document: PDFDocument,
  markers: PageMarkers[],
  notes: BriefAnnotation[],
  now: Date,
): number {
  const commented = new Set<number>();
  for (const { page, notes: marked } of markers) {
    for (const [index, rectangles] of marked) {
      const note = notes[index];
      if (!note) continue;
      addHighlight(document, page, note, rectangles, now, commented.has(index));
      commented.add(index);
    }
  }
  return commented.size;
}

function addHighlight(
  document: PDFDocument,
  page: PDFPage,
  note: BriefAnnotation,
  rectangles: Rectangle[],
  now: Date,
  continues: boolean,
): void {
  const { red, green, blue } = colours[note.category];
  const made = note.createdAt === null ? now : new Date(note.createdAt);
  const highlight = document.context.obj({
    Type: 'Annot',
    Subtype: 'Highlight',
    Rect: boundsOf(rectangles),
    QuadPoints: rectangles.flatMap(quadOf),
    C: [red, green, blue],
    CA: 0.5,
    F: 4,
    T: PDFHexString.fromText(note.author),
    Subj: PDFHexString.fromText(note.category),
    NM: PDFHexString.fromText(continues ? `${note.id}+` : note.id),
    CreationDate: PDFString.fromDate(made),
    M: PDFString.fromDate(made),
    P: page.ref,
    ...(!continues && { Contents: PDFHexString.fromText(`${note.category}：${note.note}`) }),
  });
  page.node.addAnnot(document.context.register(highlight));
}

function boundsOf(rectangles: Rectangle[]): Rectangle {
  return [
    Math.min(...rectangles.map(([left]) => left)),
    Math.min(...rectangles.map(([, bottom]) => bottom)),
    Math.max(...rectangles.map(([, , right]) => right)),
    Math.max(...rectangles.map(([, , , top]) => top)),
  ];
}

/** Upper left, upper right, lower left, lower right: the order every reader follows. */
function quadOf([left, bottom, right, top]: Rectangle): number[] {
  return [left, top, right, top, left, bottom, right, bottom];
}
