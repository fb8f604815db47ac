import { once } from 'node:events';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { makePackages } from './exchanging.ts';
import { type Mode, mergedWords, startWriter, unsaid } from './kills.ts';
import { PACKAGES } from './merges.ts';
import { type DiskRecord, readRecording } from './recording.ts';
import { everything, makeFolder, makeTemplate, removeFolder, seeded, serve } from './served.ts';
import { compileShim, watched } from './shim.ts';
import { SimulatedDisk } from './simulatedDisk.ts';

export interface PowerFigures {
  cuts: number;
  /** Answers that said saved, over all cuts. */
  acknowledged: number;
  lost: number;
  /** Merges of which a part is there, and restores that left neither the old library nor the new one. */
  halves: number;
  /** Cuts after which at least one of them was lost. */
  cutsWithLoss: number;
  unsound: number;
}

const BACKUP = 'good.zhenjian-backup';

/** All that is in a library before a restore and after it. */
interface States {
  old: string;
  restored: string;
}

/** Cuts taken from one recording; then the writer begins anew. */
const CUTS_A_RECORDING = 50;
const RECORDING_MILLISECONDS = 600;

/**
 * Records everything a writing program does to its disk, cuts the power at random moments, and looks in
 * what is left for what the program was told is saved. `normal` writes with `synchronous = NORMAL`
 * instead, which must lose. Null where there is no C compiler.
 */
export async function runPowerCuts(
  cuts: number,
  mode: Mode,
  seed = 6,
): Promise<PowerFigures | null> {
  const shim = compileShim();
  if (shim === null) return null;
  const random = seeded(seed);
  const template = await makeTemplate({ notes: 30 });
  await makePackages(template, PACKAGES);
  const backup = join(template, BACKUP);
  const states = await makeBackup(template, backup);
  const figures: PowerFigures = {
    cuts,
    ...{ acknowledged: 0, lost: 0, halves: 0, cutsWithLoss: 0, unsound: 0 },
  };
  for (let done = 0; done < cuts; done += CUTS_A_RECORDING) {
    const records = await record(shim, template, mode);
    const from = records.findIndex(({ kind }) => kind === 'said');
    const moments = Array.from({ length: Math.min(CUTS_A_RECORDING, cuts - done) }, () =>
      Math.floor(from + random() * (records.length - from)),
    ).sort((a, b) => a - b);
    const disk = new SimulatedDisk(readFiles(template));
    let at = 0;
    for (const moment of moments) {
      for (; at < moment; at += 1) disk.take(records[at] as DiskRecord);
      const said = linesOf(records.slice(0, moment));
      await judge(disk.cutPower(random), said, figures, mode === 'restore' ? states : null);
    }
  }
  removeFolder(template);
  return figures;
}

/** A backup of the library, which is changed after it. Answers what is in both. */
async function makeBackup(folder: string, path: string): Promise<States> {
  const served = serve(folder);
  served.answerWith(path);
  await served.ask('library.backup', {});
  const restored = await everything(served);
  const { reports } = await served.ask('reports.list', {});
  const place = { documentId: reports[0]?.id ?? '', start: 1, end: 5 };
  await served.ask('annotations.create', { ...place, note: '只在原来的资料库里' });
  const old = await everything(served);
  await served.close();
  return { old, restored };
}

async function record(shim: string, template: string, mode: Mode): Promise<DiskRecord[]> {
  const folder = makeFolder();
  cpSync(template, folder, { recursive: true });
  const place = mkdtempSync(join(tmpdir(), 'zhenjian-record-'));
  const path = join(place, 'record');
  const env = watched(shim, folder, { ZJ_RECORD: path });
  const backup = join(folder, BACKUP);
  const { child, lines, begun } = await startWriter({ folder, mode, backup, env });
  await begun;
  // On a busy machine the first answer may come late; without one there is nothing to lose.
  while (lines.length < 2 && child.exitCode === null) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await new Promise((resolve) => setTimeout(resolve, RECORDING_MILLISECONDS));
  child.kill('SIGKILL');
  await once(child, 'close');
  const records = readRecording(path);
  removeFolder(place);
  removeFolder(folder);
  return records;
}

/** What had been said in whole lines. */
function linesOf(records: readonly DiskRecord[]): string[] {
  const said = records.filter(({ kind }) => kind === 'said').map(({ data }) => data.toString());
  return said.join('').split('\n').slice(1, -1);
}

function readFiles(folder: string): Map<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return new Map(files.map((name) => [name, readFileSync(join(folder, name))]));
}

async function judge(
  files: ReadonlyMap<string, Buffer>,
  said: readonly string[],
  figures: PowerFigures,
  states: States | null,
): Promise<void> {
  const folder = makeFolder();
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  const served = serve(folder);
  figures.acknowledged += said.length;
  try {
    const all = await everything(served);
    const missing = states === null ? unsaid(said, all).length : unrestored(said, all, states);
    if (states !== null && all !== states.old && all !== states.restored) figures.halves += 1;
    figures.halves += halfMerges(all);
    figures.lost += missing;
    if (missing > 0) figures.cutsWithLoss += 1;
    if (!(await served.ask('library.verify', {})).sound) figures.unsound += 1;
  } catch {
    // A library that cannot be read, or that tells of a lost log, gives back nothing of what was said.
    figures.unsound += 1;
    figures.lost += said.length;
    figures.cutsWithLoss += 1;
  } finally {
    await served.close();
    removeFolder(folder);
  }
}

/** A restore that was told is one for good. */
function unrestored(said: readonly string[], all: string, { restored }: States): number {
  return said.length > 0 && all !== restored ? said.length : 0;
}

function halfMerges(all: string): number {
  const packages = Array.from({ length: PACKAGES }, (_, n) => mergedWords(String(n)));
  return packages.filter((words) => {
    const there = words.filter((one) => all.includes(one)).length;
    return there > 0 && there < words.length;
  }).length;
}
