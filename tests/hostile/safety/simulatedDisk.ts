import type { DiskRecord } from './recording.ts';

/** What a file holds for certain, and what was done to it since it was last synced. */
interface Inode {
  synced: Buffer;
  pending: DiskRecord[];
}

type Names = Map<string, Inode>;

const SECTOR = 512;

/**
 * A disk that forgets. Bytes are certain once their file was synced; until then each write is there, is
 * not, or is torn at a sector. Names and sizes are kept in order, as a journaled file system keeps them:
 * any sync makes all earlier ones certain, and of the rest a power cut leaves some first part.
 */
export class SimulatedDisk {
  readonly #names: Names;
  #certain: Names;
  /** Changes of names and sizes since the last sync of anything, each with the file it was about. */
  #uncertain: { record: DiskRecord; inode: Inode | undefined }[] = [];

  constructor(files: ReadonlyMap<string, Buffer>) {
    const inodes = [...files].map(([name, bytes]): [string, Inode] => [
      name,
      { synced: Buffer.from(bytes), pending: [] },
    ]);
    this.#names = new Map(inodes);
    this.#certain = new Map(inodes);
  }

  take(record: DiskRecord): void {
    const { kind, name } = record;
    if (kind === 'said') return;
    if (kind === 'sync') {
      this.#sync(name);
      return;
    }
    const known = this.#names.get(name);
    if (kind !== 'write' && kind !== 'truncate') {
      this.#uncertain.push({ record, inode: known });
      renameIn(this.#names, record, known);
      return;
    }
    const inode = known ?? { synced: Buffer.alloc(0), pending: [] };
    this.#names.set(name, inode);
    inode.pending.push(record);
    if (kind === 'truncate' || known === undefined) this.#uncertain.push({ record, inode });
  }

  /** What is found on the disk when the power comes back. */
  cutPower(random: () => number): Map<string, Buffer> {
    const keep = Math.floor(random() * (this.#uncertain.length + 1));
    const names = new Map(this.#certain);
    for (const { record, inode } of this.#uncertain.slice(0, keep)) {
      if (record.kind !== 'write' && record.kind !== 'truncate') renameIn(names, record, inode);
      else if (inode && !names.has(record.name)) names.set(record.name, inode);
    }
    const lost = new Set(this.#uncertain.slice(keep).map(({ record }) => record));
    return new Map([...names].map(([name, inode]) => [name, remains(inode, lost, random)]));
  }

  #sync(name: string): void {
    const inode = this.#names.get(name);
    if (inode) {
      for (const record of inode.pending) inode.synced = applied(inode.synced, record);
      inode.pending = [];
    }
    this.#certain = new Map(this.#names);
    this.#uncertain = [];
  }
}

function renameIn(names: Names, { kind, name, data }: DiskRecord, inode: Inode | undefined): void {
  if (kind !== 'link') names.delete(name);
  if (kind !== 'unlink' && inode) names.set(data.toString('utf8'), inode);
}

function remains(inode: Inode, lost: ReadonlySet<DiskRecord>, random: () => number): Buffer {
  let bytes: Buffer = Buffer.from(inode.synced);
  for (const record of inode.pending) {
    const fate = record.kind === 'truncate' ? Number(!lost.has(record)) * 0.5 : random();
    if (fate >= 0.4) bytes = applied(bytes, fate < 0.8 ? record : torn(record, random));
  }
  return bytes;
}

/** Only the write's first sectors reached the disk, or only its last. */
function torn(record: DiskRecord, random: () => number): DiskRecord {
  const { place, data } = record;
  const at = Math.floor(random() * Math.ceil(data.length / SECTOR)) * SECTOR;
  return random() < 0.5
    ? { ...record, data: data.subarray(0, at) }
    : { ...record, place: place + at, data: data.subarray(at) };
}

/** Changes the bytes in place where they need not grow or shrink. */
function applied(bytes: Buffer, { kind, place, data }: DiskRecord): Buffer {
  const size = kind === 'truncate' ? place : Math.max(bytes.length, place + data.length);
  let after = bytes;
  if (size !== bytes.length) {
    after = Buffer.alloc(size);
    bytes.copy(after, 0, 0, Math.min(size, bytes.length));
  }
  if (kind === 'write') data.copy(after, place);
  return after;
}
