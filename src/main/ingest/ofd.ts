import type { Extraction } from './extraction.ts';
import { IngestError } from './failures.ts';
import { MOST_PAGES } from './limits.ts';
import type { PagePieces, Piece } from './pageLines.ts';
import { readPages } from './pageText.ts';
import { attribute, type SaxesTagNS, walkXml } from './xml.ts';
import type { Package } from './zip.ts';

/** A4 in millimetres, the unit of OFD (GB/T 33190-2016). */
const DEFAULT_PAGE = { width: 210, height: 297 };

/**
 * The text of an OFD file, the national format of official documents, put together from the coordinates of its text
 * objects. Template pages (red heads, frames) and pictures are not read.
 */
export async function readOfd(parts: Package): Promise<Extraction> {
  if (parts.has('Encryptions.xml')) throw new IngestError('encrypted-document');
  const entry = await readPart(parts, 'OFD.xml');
  const root = firstText(entry, 'DocRoot');
  if (!root) throw new IngestError('damaged-document', '缺少正文部分');
  const rootName = normalise(root);
  const documentPart = await readPart(parts, rootName);
  const folder = rootName.slice(0, rootName.lastIndexOf('/') + 1);
  const locations = listPages(documentPart);
  if (locations.length > MOST_PAGES) {
    throw new IngestError('too-large', `有 ${locations.length} 页，上限为 ${MOST_PAGES} 页`);
  }
  const area = parseBox(firstText(documentPart, 'PhysicalBox'));
  const pages: PagePieces[] = [];
  let pictures = 0;
  for (const location of locations) {
    const name = [normalise(folder + location), normalise(location)].find((path) =>
      parts.has(path),
    );
    const bytes = name ? await parts.read(name) : undefined;
    if (!bytes) continue;
    const page = readPage(bytes, area ?? DEFAULT_PAGE);
    pictures += page.pictures;
    pages.push(page);
  }
  if (pages.length === 0) throw new IngestError('damaged-document', '一页也读不出');
  const { text, extracted, discarded } = readPages(pages);
  if (text.trim() === '') {
    if (pictures > 0) throw new IngestError('scanned-document');
    throw new IngestError('no-body', '里没有文字');
  }
  return { format: 'ofd', encoding: null, text, extracted, discarded, notices: [] };
}

async function readPart(parts: Package, name: string): Promise<Uint8Array> {
  const bytes = await parts.read(name);
  if (!bytes) throw new IngestError('damaged-document', '缺少正文部分');
  return bytes;
}

/** A path inside the package: no leading slash, no “.” and “..”. */
function normalise(path: string): string {
  const names: string[] = [];
  for (const name of path.trim().split(/[\\/]+/)) {
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  }
  return names.join('/');
}

function firstText(bytes: Uint8Array, local: string): string | undefined {
  let inside = false;
  let found: string | undefined;
  walkXml(bytes, {
    open: (tag) => {
      inside = found === undefined && tag.local === local;
    },
    close: () => {
      inside = false;
    },
    text: (text) => {
      if (inside) found = text;
    },
  });
  return found;
}

function listPages(bytes: Uint8Array): string[] {
  const pages: string[] = [];
  walkXml(bytes, {
    open: (tag) => {
      const location = tag.local === 'Page' ? attribute(tag, 'BaseLoc') : undefined;
      if (location) pages.push(location);
    },
  });
  return pages;
}

function numbers(text: string | undefined): number[] {
  return (text ?? '').trim().split(/\s+/).map(Number).filter(Number.isFinite);
}

function parseBox(text: string | undefined): { width: number; height: number } | undefined {
  const [, , width, height] = numbers(text);
  return width && height ? { width, height } : undefined;
}

interface TextObject {
  x: number;
  y: number;
  size: number;
  /** Horizontal scale and shift of its matrix; vertical likewise. */
  matrix: readonly number[];
}

function readPage(
  bytes: Uint8Array,
  area: { width: number; height: number },
): PagePieces & { pictures: number } {
  const page = { ...area, pieces: [] as Piece[], pictures: 0 };
  let object: TextObject | undefined;
  let code: { tag: SaxesTagNS; text: string } | undefined;
  let box: string | undefined;
  walkXml(bytes, {
    open: (tag) => {
      if (tag.local === 'PhysicalBox') box = '';
      if (tag.local === 'ImageObject') page.pictures += 1;
      if (tag.local === 'TextObject') object = openObject(tag);
      if (tag.local === 'TextCode' && object) code = { tag, text: '' };
    },
    text: (text) => {
      if (box !== undefined) box += text;
      if (code) code.text += text;
    },
    close: (tag) => {
      if (tag.local === 'PhysicalBox') {
        Object.assign(page, parseBox(box));
        box = undefined;
      }
      if (tag.local === 'TextCode' && code && object) {
        page.pieces.push(...piecesOf(code.tag, code.text, object));
        code = undefined;
      }
      if (tag.local === 'TextObject') object = undefined;
    },
  });
  return page;
}

function openObject(tag: SaxesTagNS): TextObject {
  const [x = 0, y = 0] = numbers(attribute(tag, 'Boundary'));
  const matrix = numbers(attribute(tag, 'CTM'));
  return {
    x,
    y,
    size: Number(attribute(tag, 'Size')) || 4,
    matrix: matrix.length === 6 ? matrix : [1, 0, 0, 1, 0, 0],
  };
}

/** One piece a character: their steps are given one by one. */
function piecesOf(tag: SaxesTagNS, text: string, object: TextObject): Piece[] {
  const characters = [...text.replace(/[\r\n]/g, '')];
  const stepsX = expandSteps(attribute(tag, 'DeltaX'), characters.length);
  const stepsY = expandSteps(attribute(tag, 'DeltaY'), characters.length);
  const { size, matrix } = object;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix;
  const shownSize = size * Math.hypot(c, d);
  let x = Number(attribute(tag, 'X')) || 0;
  let y = Number(attribute(tag, 'Y')) || 0;
  const pieces: Piece[] = [];
  for (const [index, character] of characters.entries()) {
    const advance = stepsX[index] ?? (/[!-~]/.test(character) ? size / 2 : size);
    const piece: Piece = {
      text: character,
      x: object.x + a * x + c * y + e,
      y: object.y + b * x + d * y + f,
      width: Math.min(advance, size) * Math.hypot(a, b),
      size: shownSize,
    };
    pieces.push(piece);
    x += stepsY[index] && stepsX[index] === undefined ? 0 : advance;
    y += stepsY[index] ?? 0;
  }
  return pieces;
}

/** “g 3 4.2 5” stands for three steps of 4.2 and one of 5. */
function expandSteps(steps: string | undefined, most: number): number[] {
  const words = (steps ?? '').trim().split(/\s+/);
  const expanded: number[] = [];
  for (let at = 0; at < words.length && expanded.length < most; at += 1) {
    if (words[at] !== 'g') {
      const step = Number(words[at]);
      if (words[at] && Number.isFinite(step)) expanded.push(step);
      continue;
    }
    const times = Math.min(Number(words[at + 1]) || 0, most - expanded.length);
    const step = Number(words[at + 2]) || 0;
    for (let count = 0; count < times; count += 1) expanded.push(step);
    at += 2;
  }
  return expanded;
}
