import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { outlineLength, readOutlines } from './woff2Outlines.ts';

const decompress = promisify(brotliDecompress);

/** What is needed of one woff2 file to take glyphs out of it. */
export interface OpenedFace {
  /** Tables as they are in a TrueType file, by name; glyf and loca are not among them. */
  tables: ReadonlyMap<string, Buffer>;
  /** Its characters, by code point. */
  glyphOf: ReadonlyMap<number, number>;
  /** At least the glyphs of these indices, as a TrueType file's glyf table writes them; see `readOutlines` for those left out. */
  outlines: (wanted: readonly number[]) => ReadonlyMap<number, Buffer>;
}

/** Names of the tables with a number of their own in the file's directory, as far as they are read here. */
const knownTags: Record<number, string> = {
  0: 'cmap',
  1: 'head',
  2: 'hhea',
  3: 'hmtx',
  4: 'maxp',
  5: 'name',
  6: 'OS/2',
  7: 'post',
  10: 'glyf',
  11: 'loca',
};

interface Entry {
  tag: string;
  isTransformed: boolean;
  length: number;
}

/**
 * Opens a woff2 file with TrueType outlines (WOFF File Format 2.0, W3C). Answers null for what is written
 * otherwise than the faces that come with the app: the caller then leaves the file as it is.
 */
export async function openWoff2(file: Buffer): Promise<OpenedFace | null> {
  if (file.length < 48 || file.toString('latin1', 0, 4) !== 'wOF2') return null;
  const { entries, end } = readDirectory(file);
  const data = await decompress(file.subarray(end, end + file.readUInt32BE(20)));
  const tables = new Map<string, Buffer>();
  let at = 0;
  for (const { tag, isTransformed, length } of entries) {
    if (isTransformed !== (tag === 'glyf' || tag === 'loca')) return null;
    tables.set(tag, data.subarray(at, at + length));
    at += length;
  }
  const glyf = tables.get('glyf');
  const cmap = tables.get('cmap');
  if (glyf === undefined || glyf.length < outlineLength || cmap === undefined) return null;
  const read = new Map<number, Buffer>();
  tables.delete('glyf');
  tables.delete('loca');
  return {
    tables,
    glyphOf: readCharacters(cmap),
    outlines: (wanted) => {
      const missing = wanted.filter((glyph) => !read.has(glyph));
      const found = missing.length === 0 ? [] : readOutlines(glyf, new Set(missing));
      for (const [glyph, outline] of found) read.set(glyph, outline);
      return read;
    },
  };
}

function readDirectory(file: Buffer): { entries: Entry[]; end: number } {
  let at = 48;
  const readLength = (): number => {
    let value = 0;
    for (;;) {
      const byte = file.readUInt8(at);
      at += 1;
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
  };
  const entries = Array.from({ length: file.readUInt16BE(12) }, (): Entry => {
    const flags = file.readUInt8(at);
    at += 1;
    const number = flags & 63;
    let tag = knownTags[number] ?? `#${number}`;
    if (number === 63) {
      tag = file.toString('latin1', at, at + 4);
      at += 4;
    }
    const version = flags >> 6;
    // Version 3 says that outlines stand as they were; for every other table 0 says so.
    const isTransformed = tag === 'glyf' || tag === 'loca' ? version !== 3 : version !== 0;
    const plain = readLength();
    return { tag, isTransformed, length: isTransformed ? readLength() : plain };
  });
  return { entries, end: at };
}

/** Reads the segments of a cmap of format 4: the characters of the basic plane. */
function readCharacters(cmap: Buffer): Map<number, number> {
  const glyphOf = new Map<number, number>();
  const tables = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) =>
    cmap.readUInt32BE(8 + index * 8),
  );
  const table = tables.find((offset) => cmap.readUInt16BE(offset) === 4);
  if (table === undefined) return glyphOf;
  const width = cmap.readUInt16BE(table + 6);
  const [ends, starts] = [table + 14, table + 16 + width];
  for (let at = 0; at < width; at += 2) {
    const delta = cmap.readUInt16BE(starts + width + at);
    const place = starts + 2 * width + at;
    const range = cmap.readUInt16BE(place);
    const first = cmap.readUInt16BE(starts + at);
    for (let code = first; code <= cmap.readUInt16BE(ends + at) && code < 0xffff; code += 1) {
      const glyph = range === 0 ? code : cmap.readUInt16BE(place + range + (code - first) * 2);
      if (range === 0 || glyph !== 0) glyphOf.set(code, (glyph + delta) & 0xffff);
    }
  }
  return glyphOf;
}
