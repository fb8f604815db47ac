import { createInflate } from 'node:zlib';
import { IngestError } from './failures.ts';
import { LARGEST_PART_BYTES, LARGEST_PARTS_BYTES, megabytes } from './limits.ts';

const STREAM = Buffer.from('stream');
/** Deflate packs at most 1,032 to 1: smaller streams than this are no danger, however many. */
const SMALLEST_BOMB_BYTES = 4096;
const DICTIONARY_BYTES = 1024;

/**
 * Refuses a pdf with a compressed stream that outgrows the limits, before a parser inflates it whole. Pictures are
 * passed over: reading text never opens them.
 */
export async function refuseBombs(bytes: Uint8Array): Promise<void> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let total = 0;
  let at = file.indexOf(STREAM);
  while (at >= 0) {
    const start = dataStart(file, at);
    const next = file.indexOf(STREAM, at + STREAM.length);
    const end = next < 0 ? file.length : next;
    const head = dictionaryBefore(file, at);
    if (packings(head) > 1) throw new IngestError('compression-bomb', '多重压缩');
    if (end - start > SMALLEST_BOMB_BYTES && isZlib(file, start) && !isPicture(head)) {
      total += await inflatedSize(file.subarray(start, end), LARGEST_PART_BYTES);
      if (total > LARGEST_PARTS_BYTES) throw bomb();
    }
    at = next;
  }
}

function dataStart(file: Buffer, keyword: number): number {
  let start = keyword + STREAM.length;
  if (file[start] === 0x0d) start += 1;
  if (file[start] === 0x0a) start += 1;
  return start;
}

function isZlib(file: Buffer, at: number): boolean {
  const first = file[at] ?? 0;
  const second = file[at + 1] ?? 0;
  return (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0;
}

function dictionaryBefore(file: Buffer, keyword: number): string {
  const head = file.toString('latin1', Math.max(0, keyword - DICTIONARY_BYTES), keyword);
  return head.slice(Math.max(0, head.lastIndexOf(' obj')));
}

function isPicture(dictionary: string): boolean {
  return /\/Subtype\s*\/Image\b/.test(dictionary);
}

/** How often a stream is packed. Twice makes a million to one out of a thousand to one, and nothing smaller. */
function packings(dictionary: string): number {
  const filters = dictionary.match(/\/Filter\s*\[([^\]]*)\]/)?.[1] ?? '';
  return filters.match(/\/(?:FlateDecode|LZWDecode|RunLengthDecode|Fl|LZW|RL)\b/g)?.length ?? 0;
}

/** Counted, never kept. A damaged stream counts as far as it goes. */
function inflatedSize(packed: Buffer, limit: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const inflate = createInflate();
    let size = 0;
    inflate.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) return;
      inflate.destroy();
      reject(bomb());
    });
    inflate.on('end', () => resolve(size));
    inflate.on('error', () => resolve(size));
    inflate.end(packed);
  });
}

function bomb(): IngestError {
  return new IngestError('compression-bomb', `上限为 ${megabytes(LARGEST_PART_BYTES)}`);
}
