import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
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
      said.push(...(await writeUntilKilled(folder, random() * 120)));
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
  figures.lost += said.filter((line) => !all.includes(wordsOf(line))).length;
  if (!(await served.ask('library.verify', {})).sound) figures.unsound += 1;
  await served.close();
}

function wordsOf(line: string): string {
  const [kind = '', value = ''] = line.split(' ');
  switch (kind) {
    case 'changed':
      return `"${value}-改"`;
    case 'brief':
      return `草稿${value}"`;
    case 'report':
      return `2023年${value}镇政府工作报告`;
    default:
      return `"${value}`;
  }
}

async function timeOpening(folder: string): Promise<number> {
  const startedAt = performance.now();
  const served = serve(folder);
  const milliseconds = performance.now() - startedAt;
  await served.close();
  return milliseconds;
}

/** @returns what the program said was saved. */
async function writeUntilKilled(folder: string, milliseconds: number): Promise<string[]> {
  const { child, lines } = startWriter(folder);
  await firstLine(child, lines);
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  child.kill('SIGKILL');
  await once(child, 'close');
  return lines.slice(1);
}

interface Writer {
  child: ChildProcess;
  /** What it has said so far; a half line is none. */
  lines: string[];
}

export function startWriter(folder: string, ...args: string[]): Writer {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'writer.ts'), folder, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  let rest = '';
  child.stdout.on('data', (chunk: Buffer) => {
    const parts = (rest + chunk.toString()).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
  });
  return { child, lines };
}

export async function firstLine({ stdout }: ChildProcess, lines: string[]): Promise<void> {
  while (lines.length === 0) {
    if (stdout === null || stdout.destroyed) throw new Error('the writer ended before it began');
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
