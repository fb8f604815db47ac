import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { IngestError } from './failures.ts';
import {
  LARGEST_PART_BYTES,
  LARGEST_PARTS_BYTES,
  LARGEST_RATIO,
  MOST_ENTRIES,
  megabytes,
  RATIO_CHECKED_FROM_BYTES,
} from './limits.ts';

/** The parts of a docx or ofd file, inflated one at a time and only when asked for, within the limits. */
export class Package {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;
  #inflated = 0;

  constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#zip = zip;
    this.#entries = entries;
  }

  get names(): string[] {
    return [...this.#entries.keys()];
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** undefined where there is no such part. Throws IngestError on a bomb, encryption or damage. */
  async read(name: string): Promise<Uint8Array | undefined> {
    const entry = this.#entries.get(name);
    if (!entry) return undefined;
    if (entry.isEncrypted()) throw new IngestError('encrypted-document');
    const stream = await asDamage(this.#zip.openReadStreamPromise(entry));
    const chunks: Uint8Array[] = [];
    let size = 0;
    try {
      for await (const chunk of stream) {
        size += chunk.length;
        this.#inflated += chunk.length;
        // Counted as it comes: the sizes that an archive states are its author’s word.
        this.#check(size, entry.compressedSize);
        chunks.push(chunk);
      }
    } catch (error) {
      if (error instanceof IngestError) throw error;
      throw new IngestError('damaged-document', '压缩数据不完整');
    } finally {
      stream.destroy();
    }
    return Buffer.concat(chunks);
  }

  #check(size: number, packed: number): void {
    if (size > LARGEST_PART_BYTES || this.#inflated > LARGEST_PARTS_BYTES) {
      throw new IngestError('compression-bomb', `上限为 ${megabytes(LARGEST_PART_BYTES)}`);
    }
    if (size > RATIO_CHECKED_FROM_BYTES && size > packed * LARGEST_RATIO) {
      throw new IngestError('compression-bomb', `解压超过 ${LARGEST_RATIO} 倍`);
    }
  }
}

export async function openPackage(bytes: Uint8Array): Promise<Package> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zip = await asDamage(fromBufferPromise(buffer, { lazyEntries: true }));
  if (zip.entryCount > MOST_ENTRIES) {
    throw new IngestError('compression-bomb', `内含文件超过 ${MOST_ENTRIES} 个`);
  }
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) {
      // Of two parts of one name the first counts: the second may be there to differ from what others see.
      if (!entries.has(entry.fileName)) entries.set(entry.fileName, entry);
    }
  } catch {
    throw new IngestError('damaged-document', '压缩包目录有误');
  }
  return new Package(zip, entries);
}

async function asDamage<Value>(work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } catch {
    throw new IngestError('damaged-document', '压缩包不完整');
  }
}
