import { readdirSync, readFileSync } from 'node:fs';
import type { ElectronApplication } from 'playwright-core';

const PSS = /^Pss:\s+(\d+) kB$/mu;

/**
 * What the window's own processes hold, in megabytes: the proportional set size of every renderer below
 * the app's process, where memory shared with others counts by their number. Linux only.
 */
export function rendererMegabytes(app: ElectronApplication): number {
  const root = app.process().pid;
  if (root === undefined) throw new Error('the app has no process');
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (/^\d+$/u.test(name)) parents.set(Number(name), parentOf(Number(name)));
  }
  const isBelow = (pid: number): boolean =>
    pid === root || (parents.has(pid) && isBelow(parents.get(pid) ?? 0));
  const renderers = [...parents.keys()].filter(
    (pid) => isBelow(pid) && read(pid, 'cmdline').includes('--type=renderer'),
  );
  if (renderers.length === 0) throw new Error('no renderer was found');
  const kilobytes = renderers.reduce(
    (sum, pid) => sum + Number(PSS.exec(read(pid, 'smaps_rollup'))?.[1] ?? 0),
    0,
  );
  return kilobytes / 1024;
}

function parentOf(pid: number): number {
  // The name of the program stands in brackets and may hold blanks.
  return Number(read(pid, 'stat').split(') ').at(-1)?.split(' ')[1] ?? 0);
}

/** Empty for a process that has ended meanwhile. */
function read(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
