import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { RequestFailure } from '../../../shared/contract/failure.ts';
import { markContent } from '../../ingest/duplicates.ts';
import {
  LARGEST_FILE_BYTES,
  LARGEST_PART_BYTES,
  LARGEST_PARTS_BYTES,
  MOST_ENTRIES,
} from '../../ingest/limits.ts';
import { openPackage, type Package } from '../../ingest/zip.ts';
import type { LibraryPart, MarkedReport } from '../../store/exchange/part.ts';
import { PackageFailure } from './packageFailure.ts';
import {
  anyManifestSchema,
  type Manifest,
  manifestSchema,
  PACKAGE_FORMAT,
  PACKAGE_VERSION,
  packedReportSchema,
} from './packageSchema.ts';
import { writeZip, type ZipEntry } from './writeZip.ts';

/*
 * A package is a zip that ends in the SHA-256 of every byte before it. In it, manifest.json names all other
 * entries, one a report, with the SHA-256 of each. Whoever changes a byte changes the digest; two people
 * compare the one they see.
 */

/** Everything before the hex digits of the zip's comment. */
const MARK = `${PACKAGE_FORMAT} sha256 `;
const DIGEST_LENGTH = 64;
const MANIFEST = 'manifest.json';

export interface PackageContents {
  manifest: Manifest;
  /** SHA-256 of the file, in hex, as both sides see it. */
  digest: string;
  reports: MarkedReport[];
}

/** A package with the name it is asked for by. */
export interface LookedPackage extends PackageContents {
  id: string;
}

export const PACKAGE_EXTENSION = PACKAGE_FORMAT;

/** By its name: what is in it is told by reading. */
export function isPackage(path: string): boolean {
  return path.endsWith(`.${PACKAGE_EXTENSION}`);
}

/**
 * The bytes of a package.
 *
 * @throws RequestFailure where it would be larger than another 镇鉴 takes.
 */
export async function writePackage(
  { reports }: LibraryPart,
  about: Pick<Manifest, 'title' | 'author' | 'createdAt'>,
): ReturnType<typeof sealEntries> {
  const entries = reports.map(
    (report, at): ZipEntry => ({ name: nameOf(at), bytes: pack(report) }),
  );
  const manifest: Manifest = {
    format: PACKAGE_FORMAT,
    version: PACKAGE_VERSION,
    ...about,
    reportCount: reports.length,
    noteCount: countNotes(reports),
    entries: entries.map(({ name, bytes }) => ({ name, sha256: hash(bytes) })),
  };
  const all = [{ name: MANIFEST, bytes: pack(manifest) }, ...entries];
  requireRoom(all.map(({ bytes }) => bytes.length));
  const sealed = await sealEntries(all);
  requireRoom([], sealed.bytes.length);
  return sealed;
}

/** The zip of the entries with the digest of all of it at its end. */
export async function sealEntries(
  entries: readonly ZipEntry[],
): Promise<{ bytes: Buffer; digest: string }> {
  const zip = await writeZip(entries, MARK.length + DIGEST_LENGTH);
  const digest = hash(Buffer.concat([zip, Buffer.from(MARK)]));
  return { bytes: Buffer.concat([zip, Buffer.from(MARK + digest)]), digest };
}

function requireRoom(sizes: readonly number[], packed = 0): void {
  const inflated = sizes.reduce((sum, size) => sum + size, 0);
  const fits =
    sizes.length < MOST_ENTRIES &&
    packed < LARGEST_FILE_BYTES &&
    inflated < LARGEST_PARTS_BYTES &&
    sizes.every((size) => size < LARGEST_PART_BYTES);
  if (fits) return;
  throw new RequestFailure('package-too-large', '选的资料太多，一个包放不下。请分几次导出。');
}

/** Reads a package; nothing is written, beside it or elsewhere. @throws PackageFailure in one sentence. */
export async function readPackage(path: string): Promise<PackageContents> {
  return openBytes(await readWhole(path));
}

async function readWhole(path: string): Promise<Buffer> {
  const file = await open(path, 'r').catch(() => {
    throw new PackageFailure('package-unreadable');
  });
  try {
    const { size } = await file.stat();
    if (size > LARGEST_FILE_BYTES) throw new PackageFailure('package-too-large');
    return await file.readFile();
  } catch (error) {
    throw error instanceof PackageFailure ? error : new PackageFailure('package-unreadable');
  } finally {
    await file.close();
  }
}

export async function openBytes(bytes: Buffer): Promise<PackageContents> {
  const signed = bytes.subarray(0, Math.max(0, bytes.length - DIGEST_LENGTH));
  const digest = bytes.subarray(signed.length).toString('latin1');
  // The first bytes or the last: one of them is left in a package that was damaged.
  const begins = bytes.subarray(0, 64).includes(MANIFEST);
  const ends = signed.subarray(-MARK.length).toString('latin1') === MARK;
  if (!begins && !ends) throw new PackageFailure('no-package');
  if (!ends || hash(signed) !== digest) throw new PackageFailure('tampered-package');
  const zip = await asTampering(() => openPackage(bytes));
  const manifest = await asTampering(async () => parseManifest(await read(zip, MANIFEST)));
  const reports = await asTampering(() => readReports(zip, manifest));
  return { manifest, digest, reports };
}

function parseManifest(bytes: Uint8Array): Manifest {
  const value = unpack(bytes);
  const { version } = anyManifestSchema.parse(value);
  if (version > PACKAGE_VERSION) throw new PackageFailure('newer-package');
  return manifestSchema.parse(value);
}

async function readReports(zip: Package, manifest: Manifest): Promise<MarkedReport[]> {
  const named = manifest.entries.map(({ name }) => name);
  const expected = named.every((name, at) => name === nameOf(at));
  if (!expected || zip.names.length !== named.length + 1) throw new Error('other entries');
  const reports: MarkedReport[] = [];
  for (const { name, sha256 } of manifest.entries) {
    const bytes = await read(zip, name);
    if (hash(bytes) !== sha256) throw new Error('another entry');
    const report = packedReportSchema.parse(unpack(bytes));
    reports.push({ ...report, fingerprint: markContent(report.text).fingerprint });
  }
  const counted =
    reports.length === manifest.reportCount && countNotes(reports) === manifest.noteCount;
  if (!counted || !holdsTogether(reports)) throw new Error('a part that does not hold together');
  return reports;
}

/** Identities are given once, and what is spoken of is there. */
function holdsTogether(reports: readonly MarkedReport[]): boolean {
  const ids = new Set(reports.map(({ id }) => id));
  const notes = reports.flatMap((report) => report.notes);
  const revisions = notes.flatMap((note) => note.revisions);
  const decisions = reports.flatMap((report) => report.decisions.map(({ decision }) => decision));
  const corrections = reports.flatMap((report) => report.corrections);
  const earlier = reports.flatMap((report) => report.earlierTexts);
  const given = [reports, notes, revisions, decisions, corrections, earlier];
  return (
    given.every((items) => new Set(items.map(({ id }) => id)).size === items.length) &&
    revisions.every(({ targets }) => targets.every(({ reportId }) => ids.has(reportId)))
  );
}

/** Whatever is wrong inside, the person is told the one thing that matters. */
async function asTampering<T>(step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    throw error instanceof PackageFailure ? error : new PackageFailure('tampered-package');
  }
}

async function read(zip: Package, name: string): Promise<Uint8Array> {
  const bytes = await zip.read(name);
  if (bytes === undefined) throw new Error(`no ${name}`);
  return bytes;
}

function nameOf(at: number): string {
  return `reports/${String(at + 1).padStart(4, '0')}.json`;
}

function countNotes(reports: LibraryPart['reports']): number {
  return reports.reduce((sum, { notes }) => sum + notes.length, 0);
}

function pack(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value));
}

function unpack(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
