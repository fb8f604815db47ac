import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { homedir } from 'node:os';
import { extname, join } from 'node:path';
import { roleFaces } from '../../shared/brief/fonts.ts';

/** A face of this computer that can be printed with: TrueType outlines, so that it is embedded by name. */
export interface InstalledFont {
  /** Every name it goes by, Chinese and Latin: 仿宋_GB2312, FangSong_GB2312. */
  families: string[];
  file: string;
  /** Whether it has a character of its own for a code point. */
  covers: (code: number) => boolean;
}

/** Where this system keeps its fonts, for everybody and for this person. */
export function fontFolders(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
  home: string = homedir(),
): string[] {
  if (platform === 'win32') {
    const local = env.LOCALAPPDATA ? [join(env.LOCALAPPDATA, 'Microsoft', 'Windows', 'Fonts')] : [];
    return [join(env.SystemRoot ?? 'C:\\Windows', 'Fonts'), ...local];
  }
  if (platform === 'darwin')
    return ['/System/Library/Fonts', '/Library/Fonts', join(home, 'Library/Fonts')];
  return [
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    join(home, '.local/share/fonts'),
    join(home, '.fonts'),
  ];
}

/**
 * Reads the names of all faces in the folders. Faces with PostScript outlines are left out: Chromium
 * embeds them as unnamed drawings from which no text can be copied well. Unreadable files are skipped.
 */
export function listInstalledFonts(folders: string[]): InstalledFont[] {
  return folders.flatMap(fontFilesIn).flatMap(readFontFile);
}

const officeFamilies = new Set(Object.values(roleFaces).flatMap(({ office }) => office));
const kangxiRadicals = [0x2f00, 0x2f2f, 0x2fd5];

/**
 * The installed faces that a role of the brief asks for. A face that also has the Kangxi radicals
 * (⼯ beside 工) is left out: where both share one glyph, the radical is what gets copied out of the PDF.
 */
export function listOfficeFonts(folders: string[] = fontFolders()): InstalledFont[] {
  return listInstalledFonts(folders).filter(
    ({ families, covers }) =>
      families.some((family) => officeFamilies.has(family)) && !kangxiRadicals.some(covers),
  );
}

function fontFilesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /^\.(ttf|ttc)$/i.test(extname(entry.name)))
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}

type Tables = ReadonlyMap<string, { offset: number; length: number }>;

function readFontFile(file: string): InstalledFont[] {
  try {
    return withFile(file, (read) =>
      faceOffsets(read).flatMap((offset) => {
        const tables = readTables(read, offset);
        const names = tables.get('name');
        if (!tables.has('glyf') || !names) return [];
        const families = readFamilies(read(names.offset, names.length));
        let codes: Set<number> | undefined;
        const covers = (code: number) => {
          codes ??= withFile(file, (again) => readCodes(again, tables));
          return codes.has(code);
        };
        return [{ families, file, covers }];
      }),
    );
  } catch {
    return [];
  }
}

type Read = (offset: number, length: number) => Buffer;

function withFile<T>(file: string, use: (read: Read) => T): T {
  const handle = openSync(file, 'r');
  try {
    return use((offset, length) => {
      const bytes = Buffer.alloc(length);
      readSync(handle, bytes, 0, length, offset);
      return bytes;
    });
  } finally {
    closeSync(handle);
  }
}

/** A .ttc file holds several faces that share their tables. */
function faceOffsets(read: Read): number[] {
  const head = read(0, 12);
  if (head.toString('latin1', 0, 4) !== 'ttcf') return [0];
  const count = head.readUInt32BE(8);
  const list = read(12, count * 4);
  return Array.from({ length: count }, (_, index) => list.readUInt32BE(index * 4));
}

function readTables(read: Read, offset: number): Tables {
  const count = read(offset, 12).readUInt16BE(4);
  const records = read(offset + 12, count * 16);
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const at = index * 16;
      return [
        records.toString('latin1', at, at + 4),
        { offset: records.readUInt32BE(at + 8), length: records.readUInt32BE(at + 12) },
      ];
    }),
  );
}

const familyNames = [1, 16];

/** Names for Windows (UTF-16); OpenType `name`, platform 3. */
function readFamilies(table: Buffer): string[] {
  const count = table.readUInt16BE(2);
  const storage = table.readUInt16BE(4);
  const families = new Set<string>();
  for (let index = 0; index < count; index += 1) {
    const at = 6 + index * 12;
    if (table.readUInt16BE(at) !== 3 || !familyNames.includes(table.readUInt16BE(at + 6))) continue;
    const start = storage + table.readUInt16BE(at + 10);
    const text = Buffer.from(table.subarray(start, start + table.readUInt16BE(at + 8)));
    families.add(text.swap16().toString('utf16le'));
  }
  return [...families];
}

/** The code points of the Unicode `cmap` subtable: format 12, else format 4. */
function readCodes(read: Read, tables: Tables): Set<number> {
  const cmap = tables.get('cmap');
  if (!cmap) return new Set();
  const table = read(cmap.offset, cmap.length);
  const offsets = Array.from({ length: table.readUInt16BE(2) }, (_, index) =>
    table.readUInt32BE(8 + index * 8),
  );
  const subtableOf = (format: number) =>
    offsets.find((offset) => table.readUInt16BE(offset) === format);
  const full = subtableOf(12);
  if (full !== undefined) return readRanges(table.subarray(full));
  const basic = subtableOf(4);
  return basic === undefined ? new Set() : readSegments(table.subarray(basic));
}

function readRanges(table: Buffer): Set<number> {
  const codes = new Set<number>();
  for (let group = 0; group < table.readUInt32BE(12); group += 1) {
    const at = 16 + group * 12;
    for (let code = table.readUInt32BE(at); code <= table.readUInt32BE(at + 4); code += 1)
      codes.add(code);
  }
  return codes;
}

/** Glyph 0 is the box for a missing character: a code that leads to it is not covered. */
function readSegments(table: Buffer): Set<number> {
  const codes = new Set<number>();
  const size = table.readUInt16BE(6);
  for (let at = 0; at < size; at += 2) {
    const end = table.readUInt16BE(14 + at);
    const start = table.readUInt16BE(16 + size + at);
    const delta = table.readUInt16BE(16 + 2 * size + at);
    const rangeAt = 16 + 3 * size + at;
    const range = table.readUInt16BE(rangeAt);
    for (let code = start; code <= end && code < 0xffff; code += 1) {
      const listed = range === 0 ? code : table.readUInt16BE(rangeAt + range + 2 * (code - start));
      if (listed !== 0 && ((listed + delta) & 0xffff) !== 0) codes.add(code);
    }
  }
  return codes;
}
