import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFPage,
  PDFRef,
  PDFString,
  rgb,
} from 'pdf-lib';
import type { AnnotationCategory, BriefAnnotation } from '../../shared/brief/brief.ts';
import { notesOfMarker } from '../../shared/brief/render.ts';

type Rectangle = [left: number, bottom: number, right: number, top: number];

const colours: Record<AnnotationCategory, ReturnType<typeof rgb>> = {
  借鉴: rgb(0.72, 0.88, 0.78),
  存疑: rgb(0.98, 0.85, 0.55),
  核对: rgb(0.7, 0.84, 0.96),
  引用: rgb(0.86, 0.76, 0.93),
};

/**
 * Turns the marker links that Chromium wrote (one exact rectangle a line fragment) into highlight
 * comments with author and words. A note whose words run over two pages gets its comment on the first
 * and an empty continuing highlight on the next. Returns how many notes became comments; with no
 * notes given, the marker links are only taken out.
 */
export function commentOnMarks(document: PDFDocument, notes: BriefAnnotation[], now: Date): number {
  const commented = new Set<number>();
  for (const page of document.getPages()) {
    for (const [index, rectangles] of takeMarks(document, page)) {
      const note = notes[index];
      if (!note) continue;
      addHighlight(document, page, note, rectangles, now, commented.has(index));
      commented.add(index);
    }
  }
  return commented.size;
}

/** Removes the page's marker links and returns their rectangles by note number. */
function takeMarks(document: PDFDocument, page: PDFPage): Map<number, Rectangle[]> {
  const marks = new Map<number, Rectangle[]>();
  const annotations = page.node.Annots();
  if (!annotations) return marks;
  for (let at = annotations.size() - 1; at >= 0; at -= 1) {
    const link = annotations.lookupMaybe(at, PDFDict);
    const action = link?.lookupMaybe(PDFName.of('A'), PDFDict);
    const address = action?.lookup(PDFName.of('URI'));
    const notes = address instanceof PDFString ? notesOfMarker(address.decodeText()) : undefined;
    const rectangle = link?.lookupMaybe(PDFName.of('Rect'), PDFArray)?.asRectangle();
    if (!link || !notes || !rectangle) continue;
    annotations.remove(at);
    // The tags still point at the link; its address must not stay in the file.
    const reference = link.get(PDFName.of('A'));
    if (reference instanceof PDFRef) document.context.delete(reference);
    link.delete(PDFName.of('A'));
    const { x, y, width, height } = rectangle;
    for (const note of notes) {
      const others = marks.get(note) ?? [];
      marks.set(note, [[x, y, x + width, y + height], ...others]);
    }
  }
  return marks;
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
