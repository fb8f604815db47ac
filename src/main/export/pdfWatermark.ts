import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fontkit from '@pdf-lib/fontkit';
import {
  appendBezierCurve,
  closePath,
  concatTransformationMatrix,
  drawObject,
  fill,
  lineTo,
  moveTo,
  type PDFDocument,
  PDFName,
  PDFOperator,
  PDFOperatorNames,
  popGraphicsState,
  pushGraphicsState,
  setFillingGrayscaleColor,
  setGraphicsState,
} from 'pdf-lib';
import type { BundledFonts } from './bundledFonts.ts';

const size = 72;
/** Counter-clockwise from the lower left corner to the upper right one. */
const slant = (35 * Math.PI) / 180;
/** How much of the paper it darkens; the words of the page stay as black as they are. */
const darkness = 0.08;
const family = 'Noto Sans SC';

/**
 * Draws pale words across every page, as outlines: as text they would be copied out among the words of
 * the page. They are no part of what is read aloud.
 */
export function addWatermark(document: PDFDocument, words: string, fonts: BundledFonts): void {
  const { context } = document;
  const { operators, width } = outline(words, fonts);
  if (operators.length === 0) return;
  const drawing = context.register(
    context.formXObject(operators, {
      BBox: [0, -size, width, 2 * size],
      Resources: {},
    }),
  );
  const pale = context.register(context.obj({ Type: 'ExtGState', ca: darkness }));
  const [cos, sin] = [Math.cos(slant), Math.sin(slant)];
  for (const page of document.getPages()) {
    const { width: across, height: down } = page.getSize();
    // The middle of the words on the middle of the page.
    const [x, y] = [width / 2, 0.36 * size];
    page.pushOperators(
      PDFOperator.of(PDFOperatorNames.BeginMarkedContent, [PDFName.of('Artifact')]),
      pushGraphicsState(),
      setGraphicsState(page.node.newExtGState('Pale', pale)),
      concatTransformationMatrix(
        cos,
        sin,
        -sin,
        cos,
        across / 2 - x * cos + y * sin,
        down / 2 - x * sin - y * cos,
      ),
      drawObject(page.node.newXObject('Watermark', drawing)),
      popGraphicsState(),
      PDFOperator.of(PDFOperatorNames.EndMarkedContent),
    );
  }
}

/** The glyphs beside each other from the origin, and how wide they are, in points. */
function outline(words: string, fonts: BundledFonts): { operators: PDFOperator[]; width: number } {
  const operators: PDFOperator[] = [setFillingGrayscaleColor(0)];
  let width = 0;
  for (const character of words) {
    const code = character.codePointAt(0) ?? 0;
    const piece = fonts.piecesOf.get(code)?.find((each) => each.family === family);
    if (piece === undefined) continue;
    const face = fontkit.create(readFileSync(join(fonts.root, piece.path)));
    const glyph = face.glyphForCodePoint(code);
    const scale = size / face.unitsPerEm;
    operators.push(...draw(glyph.path.toSVG(), (x, y) => [width + x * scale, y * scale]));
    width += glyph.advanceWidth * scale;
  }
  return { operators: width === 0 ? [] : [...operators, fill()], width };
}

/** A path as SVG writes it (M10 20L30 40Q…Z) as the operators of a PDF. */
function draw(path: string, place: (x: number, y: number) => [number, number]): PDFOperator[] {
  let [lastX, lastY] = [0, 0];
  return [...path.matchAll(/([MLQCZ])([^MLQCZ]*)/gu)].map(([, command, words = '']) => {
    const values = [...words.matchAll(/-?[\d.]+/gu)].map(Number);
    const points = values.flatMap((value, index) =>
      index % 2 === 0 ? [place(value, values[index + 1] ?? 0)] : [],
    );
    const [[x1, y1] = [0, 0], [x2, y2] = [0, 0], [x3, y3] = [0, 0]] = points;
    const [fromX, fromY] = [lastX, lastY];
    [lastX, lastY] = points.at(-1) ?? [lastX, lastY];
    if (command === 'M') return moveTo(x1, y1);
    if (command === 'L') return lineTo(x1, y1);
    if (command === 'C') return appendBezierCurve(x1, y1, x2, y2, x3, y3);
    if (command === 'Z') return closePath();
    // A quadratic curve is the cubic one whose handles reach two thirds of the way to its own.
    return appendBezierCurve(
      fromX + (2 / 3) * (x1 - fromX),
      fromY + (2 / 3) * (y1 - fromY),
      x2 + (2 / 3) * (x1 - x2),
      y2 + (2 / 3) * (y1 - y2),
      x2,
      y2,
    );
  });
}
