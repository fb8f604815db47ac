import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPackage } from '../../../src/main/ingest/zip.ts';
import { PackageFailure } from '../../../src/main/library/exchange/packageFailure.ts';
import {
  openBytes,
  type PackageContents,
  sealEntries,
} from '../../../src/main/library/exchange/packageFile.ts';
import type { ZipEntry } from '../../../src/main/library/exchange/writeZip.ts';
import { RequestFailure } from '../../../src/shared/contract/failure.ts';
import { type Desk, openDesk, paste, reportOf } from './exchanging.ts';
import { everything, makeFolder, removeFolder, seeded } from './served.ts';

export interface TamperingFigures {
  tamperings: number;
  refused: number;
  /** Taken as good, or refused otherwise than by a sentence of its own. */
  taken: number;
  unexplained: number;
  /** Asked for as the window asks, and the library was another afterwards. */
  changed: number;
}

type Random = () => number;
type Entries = { name: string; value: Json }[];
type Json = Record<string, unknown>;

/** One that is refused through the window’s own request, so often. */
const TAMPERINGS_A_REQUEST = 20;

/**
 * Changes a good package at random and gives it to be read. Bytes are changed under the digest that was;
 * entries are changed with a right digest and directory, as by somebody with a zip tool and some patience.
 */
export async function runTampering(times: number, seed = 19): Promise<TamperingFigures> {
  const random = seeded(seed);
  const desk = openDesk();
  const good = readFileSync(await makePackage(desk));
  const { digest } = await openBytes(good);
  const entries = await readEntries(good);
  const before = await everything(desk);
  const folder = makeFolder();
  const figures: TamperingFigures = {
    tamperings: times,
    ...{ refused: 0, taken: 0, unexplained: 0, changed: 0 },
  };
  for (let n = 0; n < times; n += 1) {
    const tampered =
      n % 2 === 0
        ? pick(BYTES, random)(Buffer.from(good), random)
        : (await seal(pick(ENTRIES, random)(structuredClone(entries), random))).bytes;
    if (tampered.equals(good)) {
      figures.tamperings -= 1;
      continue;
    }
    const outcome = await openBytes(tampered).catch((error: unknown) => error);
    if (outcome instanceof PackageFailure) figures.refused += 1;
    else if (outcome instanceof Error) figures.unexplained += 1;
    else if ((outcome as PackageContents).digest !== digest) figures.taken += 1;
    if (n % TAMPERINGS_A_REQUEST !== 0) continue;
    const path = join(folder, 'x.zhenjian-package');
    writeFileSync(path, tampered);
    const asked = await desk.take(path).catch((error: unknown) => error);
    if (!(asked instanceof RequestFailure)) figures.unexplained += 1;
    if ((await everything(desk)) !== before) figures.changed += 1;
  }
  await desk.end();
  removeFolder(folder);
  return figures;
}

async function makePackage(desk: Desk): Promise<string> {
  for (const town of ['甲山', '乙水']) {
    const documentId = await paste(desk, reportOf(town));
    for (let n = 0; n < 4; n += 1) {
      const note = { note: `第${n}条`, tags: ['改厕'] };
      await desk.ask('annotations.create', { documentId, start: n, end: n + 9, ...note });
    }
    await desk.ask('reports.decideKind', { id: documentId, kind: 'other' });
  }
  return desk.give();
}

const pick = <T>(from: readonly T[], random: Random): T =>
  from[Math.floor(random() * from.length)] as T;

const placeIn = (bytes: Buffer, random: Random): number => Math.floor(random() * bytes.length);

/** Each changes bytes and leaves the digest as it was. */
const BYTES: readonly ((bytes: Buffer, random: Random) => Buffer)[] = [
  flipBit,
  flipBit,
  flipBit,
  (bytes, random) => bytes.subarray(0, placeIn(bytes, random)),
  (bytes, random) => bytes.subarray(1 + placeIn(bytes, random)),
  (bytes, random) => {
    const at = placeIn(bytes, random);
    return bytes.fill(0, at, Math.min(bytes.length, at + 1 + Math.floor(random() * 600)));
  },
  (bytes, random) => {
    const at = placeIn(bytes, random);
    return Buffer.concat([bytes.subarray(0, at), Buffer.from('x'), bytes.subarray(at)]);
  },
  (bytes, random) => Buffer.concat([bytes, bytes.subarray(placeIn(bytes, random))]),
  (bytes, random) => {
    const [from, to] = [placeIn(bytes, random), placeIn(bytes, random)];
    bytes.copyWithin(to, from, from + 400);
    return bytes;
  },
];

function flipBit(bytes: Buffer, random: Random): Buffer {
  const at = placeIn(bytes, random);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
  return bytes;
}

const MANIFEST = 0;

/** Each changes what the entries say; the digest of the file is made anew. */
const ENTRIES: readonly ((entries: Entries, random: Random) => Entries)[] = [
  // Another text, figure or author, under the hash of the one that was.
  (entries, random) => changeReport(entries, random, ({ text }) => ({ text: `${text}改` })),
  (entries, random) =>
    changeReport(entries, random, ({ text }) => ({ text: String(text).replace(/\d/u, '7') })),
  (entries, random) => changeReport(entries, random, () => ({ notes: [] })),
  (entries, random) => changeReport(entries, random, () => ({ title: '别的题名' })),
  // Two entries under each other's name.
  ([manifest, a, b]) => [manifest, { ...a, value: b?.value }, { ...b, value: a?.value }] as Entries,
  (entries) => entries.slice(0, -1),
  (entries) => [...entries, { name: 'reports/0003.json', value: {} }],
  (entries) => [...entries, { name: '../../../library.zhenjian', value: {} }],
  (entries) => entries.slice(1),
  (entries, random) => changeManifest(entries, { reportCount: 3 + Math.floor(random() * 100) }),
  (entries, random) => changeManifest(entries, { noteCount: 9 + Math.floor(random() * 100) }),
  (entries) => changeManifest(entries, { path: '/etc/passwd' }),
  (entries) => changeManifest(entries, { entries: [] }),
  (entries) => changeManifest(entries, { format: 'zip' }),
  (entries) => changeManifest(entries, { version: 99 }),
  // With every hash right: what is no report, and what does not hold together.
  (entries, random) => rehash(changeReport(entries, random, () => ({ path: '/etc/passwd' }))),
  (entries, random) => rehash(changeReport(entries, random, () => ({ text: 12 }))),
  (entries, random) => rehash(changeReport(entries, random, () => ({ id: '' }))),
  (entries, random) => rehash(changeReport(entries, random, () => ({ title: '长'.repeat(9000) }))),
  ([manifest, a]) => rehash([manifest, a, { ...a, name: 'reports/0002.json' }] as Entries),
  (entries) =>
    rehash(
      changeReport(
        entries,
        () => 0,
        () => ({ text: ' '.repeat(70_000_000) }),
      ),
    ),
  (entries, random) =>
    rehash(
      changeReport(entries, random, ({ notes }) => ({
        notes: JSON.parse(
          JSON.stringify(notes).replaceAll(/"reportId":"[^"]*"/gu, '"reportId":"x"'),
        ),
      })),
    ),
];

function changeReport(entries: Entries, random: Random, change: (report: Json) => Json): Entries {
  const which = 1 + Math.floor(random() * (entries.length - 1));
  return entries.map((entry, at) =>
    at === which ? { ...entry, value: { ...entry.value, ...change(entry.value) } } : entry,
  );
}

function changeManifest(entries: Entries, change: Json): Entries {
  return entries.map((entry, at) =>
    at === MANIFEST ? { ...entry, value: { ...entry.value, ...change } } : entry,
  );
}

function rehash(entries: Entries): Entries {
  const hashes = entries.slice(1).map(({ name, value }) => ({
    name,
    sha256: createHash('sha256').update(JSON.stringify(value)).digest('hex'),
  }));
  return changeManifest(entries, { entries: hashes });
}

function seal(entries: Entries): ReturnType<typeof sealEntries> {
  return sealEntries(
    entries.map(
      ({ name, value }): ZipEntry => ({ name, bytes: Buffer.from(JSON.stringify(value)) }),
    ),
  );
}

async function readEntries(bytes: Buffer): Promise<Entries> {
  const zip = await openPackage(bytes);
  return Promise.all(
    zip.names.map(async (name) => ({
      name,
      value: JSON.parse(Buffer.from((await zip.read(name)) ?? []).toString()) as Json,
    })),
  );
}
