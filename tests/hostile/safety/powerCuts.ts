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
import { type Mode, startWriter, unsaid } from './kills.ts';
import { type DiskRecord, readRecording } from './recording.ts';
import { everything, makeFolder, makeTemplate, removeFolder, seeded, serve } from './served.ts';
import { compileShim, watched } from './shim.ts';
import { SimulatedDisk } from './simulatedDisk.ts';

export interface PowerFigures {
  cuts: number;
  /** Answers that said saved, over all cuts. */
  acknowledged: number;
  lost: number;
  /** Cuts after which at least one of them was lost. */
  cutsWithLoss: number;
  unsound: number;
}

/** Cuts taken from one recording; then the writer begins anew. */
const CUTS_A_RECORDING = 50;
const RECORDING_MILLISECONDS = 1500;

/**
 * Records everything a writing program does to its disk, cuts the power at random moments, and looks in
 * what is left for what the program was told is saved. `normal` writes with `synchronous = NORMAL`
 * instead, which must lose. Null where there is no C compiler.
 */
export async function runPowerCuts(
  cuts: number,
  mode: Extract<Mode, 'write' | 'normal'>,
  seed = 6,
): Promise<PowerFigures | null> {
  const shim = compileShim();
  if (shim === null) return null;
  const random = seeded(seed);
  const template = await makeTemplate();
  const figures: PowerFigures = { cuts, acknowledged: 0, lost: 0, cutsWithLoss: 0, unsound: 0 };
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
      await judge(disk.cutPower(random), said, figures);
    }
  }
  removeFolder(template);
  return figures;
}

async function record(shim: string, template: string, mode: Mode): Promise<DiskRecord[]> {
  const folder = makeFolder();
  cpSync(template, folder, { recursive: true });
  const place = mkdtempSync(join(tmpdir(), 'zhenjian-record-'));
  const path = join(place, 'record');
  const env = watched(shim, folder, { ZJ_RECORD: path });
  const { child, begun } = await startWriter({ folder, mode, env });
  await begun;
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
): Promise<void> {
  const folder = makeFolder();
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  const served = serve(folder);
  figures.acknowledged += said.length;
  try {
    const missing = unsaid(said, await everything(served)).length;
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
