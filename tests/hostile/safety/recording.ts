import { readFileSync } from 'node:fs';

/** One thing a watched program did, as `disk.c` records it. */
export interface DiskRecord {
  kind: 'write' | 'truncate' | 'sync' | 'rename' | 'unlink' | 'link' | 'said';
  /** Below the watched folder; empty for the folder itself and for what was said. */
  name: string;
  /** Where a write begins, or the size after a truncation. */
  place: number;
  /** The bytes written or said, or the second name of a rename and a link. */
  data: Buffer;
}

const KINDS: Record<string, DiskRecord['kind']> = {
  W: 'write',
  T: 'truncate',
  S: 'sync',
  D: 'sync',
  R: 'rename',
  U: 'unlink',
  L: 'link',
  A: 'said',
};

const HEAD_BYTES = 17;

/** Reads a recording; a last record that was cut off by a kill is left out. */
export function readRecording(path: string): DiskRecord[] {
  const bytes = readFileSync(path);
  const records: DiskRecord[] = [];
  for (let at = 0; at + HEAD_BYTES <= bytes.length; ) {
    const nameLength = bytes.readUInt32LE(at + 9);
    const dataLength = bytes.readUInt32LE(at + 13);
    const dataAt = at + HEAD_BYTES + nameLength;
    if (dataAt + dataLength > bytes.length) break;
    const kind = KINDS[String.fromCharCode(bytes[at] ?? 0)];
    if (kind === undefined) throw new Error(`no record at ${at}`);
    records.push({
      kind,
      name: bytes.toString('utf8', at + HEAD_BYTES, dataAt),
      place: Number(bytes.readBigUInt64LE(at + 1)),
      data: bytes.subarray(dataAt, dataAt + dataLength),
    });
    at = dataAt + dataLength;
  }
  return records;
}
