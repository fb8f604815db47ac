import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { programPath } from './programs.ts';
import { makeTemplate, removeFolder } from './served.ts';
import type { Sample } from './soaking.ts';

export interface SoakFigures {
  requests: number;
  /** Means over the second and the last tenth of the run. */
  resident: { second: number; last: number };
  heap: { second: number; last: number };
  handles: { second: number; last: number };
}

/** A day of mixed use, and what it costs in memory and handles as it goes on. */
export async function runSoak(requests: number): Promise<SoakFigures> {
  const folder = await makeTemplate();
  const program = await programPath('soaking');
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--expose-gc',
    program,
    folder,
    String(requests),
  ]);
  removeFolder(folder);
  const samples = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Sample);
  const tenth = Math.floor(samples.length / 10);
  const over = (key: keyof Sample) => ({
    second: mean(samples.slice(tenth, 2 * tenth).map((sample) => sample[key])),
    last: mean(samples.slice(-tenth).map((sample) => sample[key])),
  });
  return {
    requests,
    resident: over('residentMegabytes'),
    heap: over('heapMegabytes'),
    handles: over('handles'),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
