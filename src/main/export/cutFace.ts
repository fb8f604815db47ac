import type { OpenedFace } from './woff2.ts';

/** A face with some characters of another, ready to be served. */
export interface CutFace {
  /** The whole TrueType file. */
  file: Buffer;
  /** The characters in it, ascending code points. */
  codes: number[];
}

interface Glyph {
  code: number;
  outline: Buffer;
  metrics: Buffer;
}

const copied = ['OS/2', 'name'];

/**
 * One face with the characters `wanted`, out of the pieces a face comes in: sixty small files take
 * Chromium many times as long to load and to set text with as one. Only for characters set one by one,
 * such as Chinese ones: nothing is taken over of how glyphs replace or move each other.
 * Null where the pieces hold none of them.
 */
export function cutFace(
  pieces: readonly OpenedFace[],
  wanted: ReadonlySet<number>,
): CutFace | null {
  const glyphs = pieces.flatMap((piece) => takeGlyphs(piece, wanted));
  const unique = new Map(glyphs.map((glyph) => [glyph.code, glyph]));
  const drawn = [...unique.values()].sort((a, b) => a.code - b.code);
  const model = pieces.find(({ glyphOf }) => drawn.some(({ code }) => glyphOf.has(code)));
  if (model === undefined) return null;
  const blank = { code: -1, outline: Buffer.alloc(0), metrics: Buffer.from([3, 0xe8, 0, 0]) };
  const all = [blank, ...drawn];
  const tables = new Map<string, Buffer>([
    ['cmap', characterTable(drawn)],
    ['glyf', Buffer.concat(all.map(({ outline }) => outline))],
    ['loca', placesOf(all)],
    ['hmtx', Buffer.concat(all.map(({ metrics }) => metrics))],
    ['head', headOf(pieces)],
    ['hhea', changed(model, 'hhea', (hhea) => hhea.writeUInt16BE(all.length, 34))],
    ['maxp', largestOf(pieces, all.length)],
    // Version 3: glyphs have no names.
    ['post', changed(model, 'post', (post) => post.writeUInt32BE(0x30000)).subarray(0, 32)],
    ...copied.map((tag): [string, Buffer] => [tag, tableOf(model, tag)]),
  ]);
  return { file: writeFont(tables), codes: drawn.map(({ code }) => code) };
}

function takeGlyphs(face: OpenedFace, wanted: ReadonlySet<number>): Glyph[] {
  const indices = new Map([...face.glyphOf].filter(([code]) => wanted.has(code)));
  if (indices.size === 0) return [];
  const found = face.outlines([...indices.values()]);
  return [...indices].flatMap(([code, index]) => {
    const outline = found.get(index);
    return outline === undefined ? [] : [{ code, outline, metrics: metricsOf(face, index) }];
  });
}

/** Width and left edge of a glyph; those after the last full entry have its width. */
function metricsOf(face: OpenedFace, glyph: number): Buffer {
  const hmtx = tableOf(face, 'hmtx');
  const full = tableOf(face, 'hhea').readUInt16BE(34);
  if (glyph < full) return hmtx.subarray(glyph * 4, glyph * 4 + 4);
  const edge = full * 4 + (glyph - full) * 2;
  return Buffer.concat([hmtx.subarray(full * 4 - 4, full * 4 - 2), hmtx.subarray(edge, edge + 2)]);
}

function tableOf({ tables }: OpenedFace, tag: string): Buffer {
  const table = tables.get(tag);
  if (table === undefined) throw new Error(`a face without ${tag}`);
  return table;
}

function changed(face: OpenedFace, tag: string, change: (table: Buffer) => void): Buffer {
  const table = Buffer.from(tableOf(face, tag));
  change(table);
  return table;
}

/** head with the box that holds the glyphs of all pieces, and places of four bytes. */
function headOf(pieces: readonly OpenedFace[]): Buffer {
  const tables = pieces.map((piece) => tableOf(piece, 'head'));
  const head = Buffer.from(tables[0] ?? Buffer.alloc(54));
  for (const at of [36, 38])
    head.writeInt16BE(Math.min(...tables.map((t) => t.readInt16BE(at))), at);
  for (const at of [40, 42])
    head.writeInt16BE(Math.max(...tables.map((t) => t.readInt16BE(at))), at);
  head.writeInt16BE(1, 50);
  return head;
}

/** maxp with the largest values of all pieces; points and contours stand behind version and number. */
function largestOf(pieces: readonly OpenedFace[], glyphs: number): Buffer {
  const tables = pieces.map((piece) => tableOf(piece, 'maxp'));
  const [first = Buffer.alloc(32)] = tables;
  const largest = Buffer.from(first);
  for (let at = 6; at + 2 <= largest.length; at += 2) {
    largest.writeUInt16BE(Math.max(...tables.map((table) => table.readUInt16BE(at))), at);
  }
  largest.writeUInt16BE(glyphs, 4);
  return largest;
}

function placesOf(glyphs: Glyph[]): Buffer {
  const places = Buffer.alloc((glyphs.length + 1) * 4);
  let sum = 0;
  for (const [index, { outline }] of glyphs.entries()) {
    sum += outline.length;
    places.writeUInt32BE(sum, (index + 1) * 4);
  }
  return places;
}

/** A cmap of format 12: runs of characters that follow each other, with the glyph of the first. */
function characterTable(drawn: Glyph[]): Buffer {
  const runs: [first: number, last: number, glyph: number][] = [];
  for (const [index, { code }] of drawn.entries()) {
    const run = runs.at(-1);
    if (run && run[1] === code - 1) run[1] = code;
    else runs.push([code, code, index + 1]);
  }
  const table = Buffer.alloc(28 + runs.length * 12);
  table.writeUInt16BE(1, 2);
  table.writeUInt16BE(3, 4);
  table.writeUInt16BE(10, 6);
  table.writeUInt32BE(12, 8);
  table.writeUInt16BE(12, 12);
  table.writeUInt32BE(table.length - 12, 16);
  table.writeUInt32BE(runs.length, 24);
  for (const [index, run] of runs.entries()) {
    for (const [place, value] of run.entries()) {
      table.writeUInt32BE(value, 28 + index * 12 + place * 4);
    }
  }
  return table;
}

/** The tables in one file, in the order of their names, each from a multiple of four. */
function writeFont(tables: ReadonlyMap<string, Buffer>): Buffer {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const power = Math.floor(Math.log2(sorted.length));
  const head = Buffer.alloc(12 + sorted.length * 16);
  head.writeUInt32BE(0x10000);
  head.writeUInt16BE(sorted.length, 4);
  head.writeUInt16BE(2 ** power * 16, 6);
  head.writeUInt16BE(power, 8);
  head.writeUInt16BE((sorted.length - 2 ** power) * 16, 10);
  const bodies: Buffer[] = [];
  let at = head.length;
  for (const [index, [tag, table]] of sorted.entries()) {
    const entry = 12 + index * 16;
    head.write(tag.padEnd(4), entry, 'latin1');
    const body = Buffer.concat([table, Buffer.alloc(-table.length & 3)]);
    head.writeUInt32BE(sumOf(body), entry + 4);
    head.writeUInt32BE(at, entry + 8);
    head.writeUInt32BE(table.length, entry + 12);
    bodies.push(body);
    at += body.length;
  }
  return Buffer.concat([head, ...bodies]);
}

function sumOf(table: Buffer): number {
  let sum = 0;
  for (let at = 0; at < table.length; at += 4) sum = (sum + table.readUInt32BE(at)) >>> 0;
  return sum;
}
