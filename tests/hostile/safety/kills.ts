import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync } from 'node:fs';
import { programPath } from './programs.ts';
import { everything, makeFolder, makeTemplate, removeFolder, seeded, serve } from './served.ts';

export interface KillFigures {
  kills: number;
  acknowledged: number;
  lost: number;
  unsound: number;
  /** Milliseconds of opening after a kill, and after a clean close, in the same run. */
  reopened: number[];
  cleanlyOpened: number[];
}

/** A library grows while it is tortured; after so many kills the trial begins with a fresh one. */
const KILLS_A_LIBRARY = 25;

/** Kills a program that writes to a library at random moments, and looks for what it was told is saved. */
export async function runKills(kills: number, seed = 1): Promise<KillFigures> {
  const random = seeded(seed);
  const template = await makeTemplate();
  const figures: KillFigures = {
    kills,
    acknowledged: 0,
    lost: 0,
    unsound: 0,
    reopened: [],
    cleanlyOpened: [],
  };
  for (let done = 0; done < kills; ) {
    const folder = makeFolder();
    cpSync(template, folder, { recursive: true });
    const said: string[] = [];
    for (let n = 0; n < KILLS_A_LIBRARY && done < kills; n += 1, done += 1) {
      const least = Math.floor(random() * 30);
      said.push(...(await writeUntilKilled(folder, 'write', least, random() * 40)));
      await look(folder, said, figures);
    }
    figures.acknowledged += said.length;
    removeFolder(folder);
  }
  removeFolder(template);
  return figures;
}

async function look(folder: string, said: readonly string[], figures: KillFigures): Promise<void> {
  figures.reopened.push(await timeOpening(folder));
  figures.cleanlyOpened.push(await timeOpening(folder));
  const served = serve(folder);
  const all = await everything(served);
  figures.lost += unsaid(said, all).length;
  if (!(await served.ask('library.verify', {})).sound) figures.unsound += 1;
  await served.close();
}

/** Of what the writer said is saved, what is not there. */
export function unsaid(said: readonly string[], all: string): string[] {
  return said.filter((line) => {
    const [kind = '', value = ''] = line.split(' ');
    if (kind === 'draft') return !isDraftThere(value, all);
    return !wordsOf(kind, value).every((words) => all.includes(words));
  });
}

/** A draft is one text that is written over: it must be as it was told or newer. */
function isDraftThere(value: string, all: string): boolean {
  const [pid, told] = value.split('-');
  const [, there] = new RegExp(`第${pid}-(\\d+)稿`, 'u').exec(all) ?? [];
  return there !== undefined && Number(there) >= Number(told);
}

function wordsOf(kind: string, value: string): string[] {
  switch (kind) {
    case 'changed':
      return [`"${value}-改"`];
    case 'brief':
      return [`草稿${value}"`];
    case 'report':
      return [`2023年${value}镇政府工作报告`];
    case 'version':
      return [`第${value}版`];
    case 'merged':
      return mergedWords(value);
    default:
      return [`"${value}`];
  }
}

/** What a package brings: all of it or none. */
export function mergedWords(n: string): string[] {
  return [`并入${n}镇政府工作报告`, `"并入批注${n}"`];
}

async function timeOpening(folder: string): Promise<number> {
  const startedAt = performance.now();
  const served = serve(folder);
  const milliseconds = performance.now() - startedAt;
  await served.close();
  return milliseconds;
}

/**
 * Lets a program save at least so many things and then go on for so long, whatever else the machine does.
 *
 * @returns what the program said was saved.
 */
export async function writeUntilKilled(
  folder: string,
  mode: Mode,
  least: number,
  milliseconds: number,
): Promise<string[]> {
  const { child, lines, begun } = await startWriter({ folder, mode });
  await begun;
  while (lines.length <= least && child.exitCode === null) {
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  child.kill('SIGKILL');
  await once(child, 'close');
  return lines.slice(1);
}

/** As `writer.ts` knows them. */
export type Mode = 'write' | 'normal' | 'restore' | 'merge' | 'delete';

interface Writer {
  child: ChildProcess;
  /** What it has said so far; a half line is none. */
  lines: string[];
  /** It has opened the library and begins. */
  begun: Promise<void>;
}

export async function startWriter({
  folder,
  mode,
  backup = '',
  env = process.env,
}: {
  folder: string;
  mode: Mode;
  backup?: string;
  env?: NodeJS.ProcessEnv;
}): Promise<Writer> {
  const program = await programPath('writer');
  const child = spawn(process.execPath, [program, folder, mode, backup], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env,
  });
  const lines: string[] = [];
  const begun = Promise.withResolvers<void>();
  let rest = '';
  child.stdout.on('data', (chunk: Buffer) => {
    const parts = (rest + chunk.toString()).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
    if (lines.length > 0) begun.resolve();
  });
  child.once('close', () => begun.reject(new Error('the writer ended before it began')));
  return { child, lines, begun: begun.promise };
}
