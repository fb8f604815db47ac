import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';

const deflate = promisify(deflateRaw);

export interface ZipEntry {
  /** ASCII. */
  name: string;
  bytes: Uint8Array;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const DEFLATED = 8;
const VERSION = 20;
/** 1980-01-01: a package says in its manifest when it was made. */
const DATE = 0x21;

/**
 * The bytes of a zip (APPNOTE 6.3, without zip64) up to its comment, which the caller adds: its length
 * is already stated.
 */
export async function writeZip(
  entries: readonly ZipEntry[],
  commentLength: number,
): Promise<Uint8Array> {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, bytes } of entries) {
    const packed = await deflate(bytes);
    const about = describe(name, bytes, packed);
    const file = [numbers([LOCAL, 4], ...about), Buffer.from(name, 'ascii'), packed];
    directory.push(
      numbers([CENTRAL, 4], [VERSION, 2], ...about, [0, 2], [0, 2], [0, 2], [0, 4], [at, 4]),
      Buffer.from(name, 'ascii'),
    );
    files.push(...file);
    at += sizeOf(file);
  }
  const count = entries.length;
  const end = numbers(
    [END, 4],
    [0, 2],
    [0, 2],
    [count, 2],
    [count, 2],
    [sizeOf(directory), 4],
    [at, 4],
    [commentLength, 2],
  );
  return Buffer.concat([...files, ...directory, end]);
}

/** What the local header and the directory both say of an entry. */
function describe(name: string, bytes: Uint8Array, packed: Uint8Array): Field[] {
  return [
    [VERSION, 2],
    [0, 2],
    [DEFLATED, 2],
    [0, 2],
    [DATE, 2],
    [crc32(bytes), 4],
    [packed.length, 4],
    [bytes.length, 4],
    [name.length, 2],
    [0, 2],
  ];
}

type Field = readonly [value: number, bytes: 2 | 4];

function numbers(...fields: readonly Field[]): Buffer {
  return Buffer.concat(
    fields.map(([value, bytes]) => {
      const field = Buffer.alloc(bytes);
      field.writeUIntLE(value, 0, bytes);
      return field;
    }),
  );
}

function sizeOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, { length }) => sum + length, 0);
}
