/**
 * The directory of an OLE compound file, the container of doc, xls, wps and of encrypted docx files: enough to
 * tell which of them it is. (MS-CFB, sections 2.2–2.6.)
 */

const END_OF_CHAIN = 0xfffffffe;
const ENTRY_BYTES = 128;
const MOST_DIRECTORY_SECTORS = 2000;

export interface OleStream {
  /** First bytes of the stream; empty where they lie outside the file or among the small streams. */
  start: Uint8Array;
}

/** Streams and storages by name; undefined where the container itself is damaged. */
export function readOleDirectory(bytes: Uint8Array): Map<string, OleStream> | undefined {
  if (bytes.length < 1536) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) return undefined;
  const sectorBytes = 1 << shift;
  const offsetOf = (sector: number) => (sector + 1) * sectorBytes;
  const smallFrom = view.getUint32(56, true);

  const streams = new Map<string, OleStream>();
  let sector = view.getUint32(48, true);
  // Bounded: a damaged chain may lead in a circle.
  for (let count = 0; count < MOST_DIRECTORY_SECTORS && sector < END_OF_CHAIN; count += 1) {
    const at = offsetOf(sector);
    if (at + sectorBytes > bytes.length) break;
    for (let entry = at; entry < at + sectorBytes; entry += ENTRY_BYTES) {
      const name = nameOf(view, entry);
      if (!name) continue;
      const first = view.getUint32(entry + 116, true);
      const size = view.getUint32(entry + 120, true);
      const start = offsetOf(first);
      const inFile = size >= smallFrom && start < bytes.length;
      streams.set(name, { start: inFile ? bytes.subarray(start, start + 64) : new Uint8Array() });
    }
    sector = nextSector(view, sector, sectorBytes);
  }
  return streams.size > 0 ? streams : undefined;
}

function nameOf(view: DataView, entry: number): string {
  const length = view.getUint16(entry + 64, true);
  if (length < 4 || length > 64 || view.getUint8(entry + 66) === 0) return '';
  let name = '';
  for (let at = 0; at < length - 2; at += 2) {
    name += String.fromCharCode(view.getUint16(entry + at, true));
  }
  return name;
}

/** Looked up in the sector table, of which the header lists the first 109 sectors: 7 MB of file at least. */
function nextSector(view: DataView, sector: number, sectorBytes: number): number {
  const perSector = sectorBytes / 4;
  const index = Math.floor(sector / perSector);
  if (index >= 109) return END_OF_CHAIN;
  const table = view.getUint32(76 + index * 4, true);
  const at = (table + 1) * sectorBytes + (sector % perSector) * 4;
  return at + 4 <= view.byteLength ? view.getUint32(at, true) : END_OF_CHAIN;
}
