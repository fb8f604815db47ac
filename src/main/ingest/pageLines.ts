/**
 * Lines of text out of pieces at coordinates, for pdf and ofd alike. Units are those of the page (points or
 * millimetres); y grows downwards; every distance below is a multiple of the type size.
 */

/** A run of characters as the page draws it. */
export interface Piece {
  text: string;
  x: number;
  /** Of the baseline. */
  y: number;
  width: number;
  size: number;
}

export interface PagePieces {
  width: number;
  height: number;
  pieces: Piece[];
}

export interface Line {
  text: string;
  left: number;
  right: number;
  y: number;
  size: number;
  /** Cells set apart by tabs: a row of a table, not running text. */
  isRow: boolean;
  /** 0 for lines over the whole width, 1 and 2 for the columns. */
  column: 0 | 1 | 2;
}

/** A gap this wide parts two cells, or two columns. */
const CELL_GAP = 2;
const WORD_GAP = 0.25;
const HAN_GAP = 0.6;
const LEAST_LINES_OF_COLUMNS = 5;
const GUTTER = 0.4;
const GUTTER_STEPS = 40;
/** Points or millimetres by which widths of glyphs are inexact. */
const SLACK = 0.5;

/** The lines of each page in reading order: down the page, or down the left column and then the right one. */
export function listLines(pages: readonly PagePieces[]): Line[][] {
  const rows = pages.map((page) => groupRows(withoutOverprint(page.pieces)));
  const gutters = rows.map(findGutter);
  // A last page of a few lines does not show its columns: those of the other pages are tried on it.
  const usual = gutters.find((gutter) => gutter !== undefined);
  return rows.map((page, index) => {
    const gutter = gutters[index] ?? (usual && parts(page, usual) ? usual : undefined);
    return gutter === undefined ? page.map((row) => joinRow(row, 0)) : inColumns(page, gutter);
  });
}

function inColumns(rows: readonly Piece[][], gutter: number): Line[] {
  const lines: Line[] = [];
  let left: Line[] = [];
  let right: Line[] = [];
  const flush = () => {
    lines.push(...left, ...right);
    left = [];
    right = [];
  };
  for (const row of rows) {
    if (crosses(row, gutter)) {
      flush();
      lines.push(joinRow(row, 0));
      continue;
    }
    const [onLeft, onRight] = partRow(row, gutter);
    if (onLeft.length > 0) left.push(joinRow(onLeft, 1));
    if (onRight.length > 0) right.push(joinRow(onRight, 2));
  }
  flush();
  return lines;
}

/** Pieces with no wide gap between them. */
interface Segment {
  text: string;
  left: number;
  right: number;
  y: number;
  size: number;
}

/** Bold type is often the same text drawn twice, a hair apart. */
function withoutOverprint(pieces: readonly Piece[]): Piece[] {
  const kept: Piece[] = [];
  const last = new Map<string, Piece>();
  for (const piece of pieces) {
    if (piece.text.trim() === '') continue;
    const before = last.get(piece.text);
    const near = piece.size * 0.2;
    if (before && Math.abs(before.x - piece.x) < near && Math.abs(before.y - piece.y) < near) {
      continue;
    }
    last.set(piece.text, piece);
    kept.push(piece);
  }
  return kept;
}

/** Pieces on one baseline, from left to right; rows from the top down. */
function groupRows(pieces: Piece[]): Piece[][] {
  pieces.sort((a, b) => a.y - b.y);
  const rows: Piece[][] = [];
  let row: Piece[] = [];
  let baseline = 0;
  let tallest = 0;
  const close = () => {
    const text = row.filter((piece) => !isNoteMark(piece, baseline, tallest));
    if (text.length > 0) rows.push(text.sort((a, b) => a.x - b.x));
    row = [];
    tallest = 0;
  };
  for (const piece of pieces) {
    // A superscript sits up to half a size off the baseline of its line.
    if (row.length > 0 && piece.y - baseline > Math.max(tallest, piece.size) * 0.5) close();
    // The baseline of the largest piece is that of the line.
    if (piece.size > tallest) {
      tallest = piece.size;
      baseline = piece.y;
    }
    row.push(piece);
  }
  close();
  return rows;
}

/** The raised number of a footnote, not that of 平方米 in km²: it would be read as part of a figure. */
function isNoteMark(piece: Piece, baseline: number, tallest: number): boolean {
  const raised = baseline - piece.y > tallest * 0.2 && piece.size < tallest * 0.8;
  return raised && /^[[［〔]?(?:\d{1,2}|[①-⑳])[\]］〕]?$/.test(piece.text.trim());
}

function segmentsOf(row: readonly Piece[]): Segment[] {
  const segments: Segment[] = [];
  for (const piece of row) {
    const current = segments.at(-1);
    const gap = current ? piece.x - current.right : 0;
    if (!current || gap > CELL_GAP * Math.max(current.size, piece.size)) {
      segments.push({
        text: piece.text,
        left: piece.x,
        right: piece.x + piece.width,
        y: piece.y,
        size: piece.size,
      });
      continue;
    }
    current.text += spaceBetween(current.text, piece.text, gap / piece.size) + piece.text;
    current.right = Math.max(current.right, piece.x + piece.width);
    if (piece.size > current.size) {
      current.size = piece.size;
      current.y = piece.y;
    }
  }
  return segments;
}

function spaceBetween(before: string, after: string, gap: number): string {
  if (/\s$/.test(before) || /^\s/.test(after)) return '';
  const latin = /[!-~]$/.test(before) && /^[!-~]/.test(after);
  return gap > (latin ? WORD_GAP : HAN_GAP) ? ' ' : '';
}

function joinRow(row: readonly Piece[], column: Line['column']): Line {
  const segments = segmentsOf(row);
  const first = segments[0];
  const main = segments.reduce((a, b) => (b.text.length > a.text.length ? b : a));
  return {
    text: segments.map((segment) => segment.text.trim()).join('\t'),
    left: first?.left ?? 0,
    right: extentOf(row).right,
    y: main.y,
    size: main.size,
    isRow: segments.length > 1,
    column,
  };
}

/** Whether the row leaves no gap at x. Between characters of one word there is a gap too, but a narrow one. */
function crosses(row: readonly Piece[], x: number): boolean {
  const [onLeft, onRight] = partRow(row, x);
  const before = onLeft.at(-1);
  const after = onRight[0];
  if (!before || !after) return [before, after].some((piece) => piece && covers(piece, x));
  return covers(before, x) || after.x - extentOf(onLeft).right < GUTTER * after.size;
}

function extentOf(pieces: readonly Piece[]): { left: number; right: number } {
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  for (const piece of pieces) {
    left = Math.min(left, piece.x);
    right = Math.max(right, piece.x + piece.width);
  }
  return { left, right };
}

function covers(piece: Piece, x: number): boolean {
  return piece.x < x - SLACK && piece.x + piece.width > x + SLACK;
}

function partRow(row: readonly Piece[], x: number): [left: Piece[], right: Piece[]] {
  const isLeft = (piece: Piece) => piece.x + piece.width / 2 < x;
  return [row.filter(isLeft), row.filter((piece) => !isLeft(piece))];
}

/**
 * Where two columns of running text part, if the page has them: hardly a row crosses, many stand on both sides, and
 * most fill their side. The last tells columns from the cells of a table.
 */
function findGutter(rows: readonly Piece[][]): number | undefined {
  if (rows.length < LEAST_LINES_OF_COLUMNS) return undefined;
  const { left, right } = extentOf(rows.flat());
  const middle = (left + right) / 2;
  let best: { x: number; crossing: number } | undefined;
  for (let step = 0; step <= GUTTER_STEPS; step += 1) {
    // From the middle outwards: of equals the most central counts.
    const away = ((right - left) * 0.2 * step) / GUTTER_STEPS;
    for (const x of [middle - away, middle + away]) {
      const crossing = rows.filter((row) => crosses(row, x)).length;
      if (!best || crossing < best.crossing) best = { x, crossing };
    }
  }
  if (!best || best.crossing > rows.length * 0.25) return undefined;
  const { x } = best;
  const parted = rows.filter((row) => !crosses(row, x)).map((row) => partRow(row, x));
  return fills(parted.map(([side]) => side)) && fills(parted.map(([, side]) => side))
    ? x
    : undefined;
}

/** Whether the page stands in columns parted at x, seen from the few rows it has. */
function parts(rows: readonly Piece[][], x: number): boolean {
  const crossing = rows.filter((row) => crosses(row, x)).length;
  const both = rows.some((row) => partRow(row, x).every((side) => side.length > 0));
  return both && crossing <= rows.length * 0.25;
}

function fills(side: readonly Piece[][]): boolean {
  const lines = side.filter((pieces) => pieces.length > 0);
  if (lines.length < LEAST_LINES_OF_COLUMNS) return false;
  const widths = lines.map((pieces) => {
    const { left, right } = extentOf(pieces);
    return right - left;
  });
  const widest = widths.reduce((a, b) => Math.max(a, b), 0);
  const full = widths.filter((width) => width > widest * 0.85).length;
  return widest > (lines[0]?.[0]?.size ?? 1) * 8 && full >= lines.length * 0.5;
}
