import { type PDFDocument, PDFHexString, type PDFPage, PDFString } from 'pdf-lib';
import { type Brief, type BriefAnnotation, listAnnotations } from '../../shared/brief/brief.ts';
import { lookOf, PLAIN_CATEGORY_NAME } from '../../shared/brief/render.ts';
import type { CategoryColour } from '../../shared/note/category.ts';
import type { PageMarkers, Rectangle } from './pdfMarkers.ts';

/** Pale, so that the words below stay black on it. */
const colours: Record<CategoryColour, [number, number, number]> = {
  green: [0.72, 0.88, 0.78],
  amber: [0.98, 0.85, 0.55],
  blue: [0.7, 0.84, 0.96],
  purple: [0.86, 0.76, 0.93],
  teal: [0.66, 0.89, 0.91],
  crimson: [0.97, 0.75, 0.82],
  brown: [0.88, 0.79, 0.69],
  slate: [0.8, 0.84, 0.89],
};

/**
 * Puts the notes in as highlight comments with author and words. A note whose words run over two pages
 * gets its comment on the first and an empty continuing highlight on the next. Returns how many notes
 * became comments.
 */
export function addComments(
  document: PDFDocument,
  markers: PageMarkers[],
  brief: Brief,
  now: Date,
): number {
  const notes = listAnnotations(brief);
  const commented = new Set<number>();
  for (const { page, notes: marked } of markers) {
    for (const [index, rectangles] of marked) {
      const note = notes[index];
      if (!note) continue;
      const { colour } = lookOf(brief, note.category);
      addHighlight(document, page, note, rectangles, {
        colour: colours[colour],
        now,
        continues: commented.has(index),
      });
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
  { colour, now, continues }: { colour: number[]; now: Date; continues: boolean },
): void {
  const word = note.category ?? PLAIN_CATEGORY_NAME;
  const made = note.createdAt === null ? now : new Date(note.createdAt);
  const highlight = document.context.obj({
    Type: 'Annot',
    Subtype: 'Highlight',
    Rect: boundsOf(rectangles),
    QuadPoints: rectangles.flatMap(quadOf),
    C: colour,
    CA: 0.5,
    F: 4,
    T: PDFHexString.fromText(note.author),
    Subj: PDFHexString.fromText(word),
    NM: PDFHexString.fromText(continues ? `${note.id}+` : note.id),
    CreationDate: PDFString.fromDate(made),
    M: PDFString.fromDate(made),
    P: page.ref,
    ...(!continues && { Contents: PDFHexString.fromText(`${word}：${note.note}`) }),
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
