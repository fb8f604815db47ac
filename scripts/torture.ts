import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runBackupsUnderLoad } from '../tests/hostile/safety/backups.ts';
import { runKilledDeletions } from '../tests/hostile/safety/deletions.ts';
import type { DiskFigures } from '../tests/hostile/safety/fullDisk.ts';
import { runFuzz, type Share } from '../tests/hostile/safety/fuzz.ts';
import { type Mode, runKills } from '../tests/hostile/safety/kills.ts';
import { runKilledMerges } from '../tests/hostile/safety/merges.ts';
import { runKilledMigrations } from '../tests/hostile/safety/migrations.ts';
import { runTracedJourney, runTracedJourneys } from '../tests/hostile/safety/network.ts';
import { runPageDamage, runWordDamage } from '../tests/hostile/safety/pages.ts';
import { runPowerCuts } from '../tests/hostile/safety/powerCuts.ts';
import { runRestores } from '../tests/hostile/safety/restores.ts';
import { runSoak, type SoakFigures } from '../tests/hostile/safety/soak.ts';
import { runTampering } from '../tests/hostile/safety/tampering.ts';

const NO_COMPILER = { notMeasured: 'no C compiler (gcc)' };

/*
 * One trial by its name, or all of them; a second argument changes how often. Prints one JSON line a
 * trial and fails where a figure breaks its bound. `fuzz 10000 3/8` is the third of eight shares of the
 * routes: together the eight are the whole.
 */

type Trial = (times: number | undefined, share: Share | undefined) => Promise<boolean>;

const trials: Record<string, Trial> = {
  kills: async (times = 2000) => {
    const { reopened, cleanlyOpened, ...figures } = await runKills(times);
    const opening = { reopenedP99: percentile(reopened), cleanP99: percentile(cleanlyOpened) };
    const ratio = opening.reopenedP99 / opening.cleanP99;
    print('kills', { ...figures, ...opening, ratio });
    return figures.lost === 0 && figures.unsound === 0 && ratio <= 3;
  },
  backups: async (times = 200) => {
    const figures = await runBackupsUnderLoad(times);
    print('backups', figures);
    return figures.unsound + figures.missing === 0;
  },
  restores: async (times = 100) => {
    const figures = await runRestores(times);
    print('restores', figures);
    return figures.neither === 0 && figures.whole === figures.finished;
  },
  merges: async (times = 500) => {
    const figures = await runKilledMerges(times);
    print('merges', figures);
    return figures.lost + figures.halves + figures.unsound === 0;
  },
  deletions: async (times = 500) => {
    const figures = await runKilledDeletions(times);
    print('deletions', figures ?? NO_COMPILER);
    return figures?.halves === 0 && figures.after > 0;
  },
  power: (times = 2000) => cutPower('power', 'write', times),
  powerMerges: (times = 500) => cutPower('powerMerges', 'merge', times),
  powerRestores: (times = 500) => cutPower('powerRestores', 'restore', times),
  control: async (times = 200) => {
    const figures = await runPowerCuts(times, 'normal');
    print('control', figures ?? NO_COMPILER);
    return figures !== null && figures.lost > 0;
  },
  migrations: async (times = 500) => {
    const figures = await runKilledMigrations(times);
    print('migrations', figures ?? NO_COMPILER);
    return figures?.halfStates === 0;
  },
  pages: async (times = 400) => {
    const figures = await runPageDamage(times);
    print('pages', figures);
    return figures.missed === 0 && figures.unexplained === 0;
  },
  words: async (times = 240) => {
    const figures = await runWordDamage(times);
    print('words', figures);
    return figures.found === figures.damages;
  },
  disk: async (times = 65) => {
    const figures = fillSmallDisk(times);
    print('disk', figures);
    return figures !== null && figures.lost + figures.halfFiles + figures.unexplained === 0;
  },
  fuzz: async (times = 10_000, share) => {
    const figures = await runFuzz(times, undefined, share);
    print(
      'fuzz',
      share === undefined ? figures : { share: `${share.number}/${share.of}`, ...figures },
    );
    return figures.unhandled + figures.pathsAccepted === 0;
  },
  packages: async (times = 1000) => {
    const figures = await runTampering(times);
    print('packages', figures);
    return figures.refused === figures.tamperings && figures.changed === 0;
  },
  network: async (minutes = 10) => {
    const figures = await runTracedJourney(minutes * 60_000);
    print('network', figures ?? { notMeasured: 'no strace' });
    return figures?.connects.length === 0 && figures.plantedConnects > 0;
  },
  traced: async () => {
    const figures = runTracedJourneys();
    print('traced', figures ?? { notMeasured: 'no strace' });
    return figures?.connects.length === 0 && figures.passed > 0;
  },
  soak: async (times = 100_000) => {
    const figures = await runSoak(times);
    print('soak', figures);
    return isFlat(figures);
  },
};

async function cutPower(name: string, mode: Mode, times: number): Promise<boolean> {
  const figures = await runPowerCuts(times, mode);
  print(name, figures ?? NO_COMPILER);
  return figures !== null && figures.lost + figures.halves + figures.unsound === 0;
}

/** A disk of 12 MB in memory, mounted where only this program sees it; null where that is not allowed. */
function fillSmallDisk(points: number): DiskFigures | null {
  const disk = mkdtempSync(join(tmpdir(), 'zhenjian-disk-'));
  const program = join(import.meta.dirname, '..', 'tests', 'hostile', 'safety', 'fullDisk.ts');
  const command = 'mount -t tmpfs -o size=12m none "$1" && exec "$2" "$3" "$1" "$4"';
  const { stdout } = spawnSync(
    'unshare',
    ['-rm', 'sh', '-c', command, 'sh', disk, process.execPath, program, String(points)],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  );
  rmSync(disk, { recursive: true, force: true });
  return stdout ? (JSON.parse(stdout) as DiskFigures) : null;
}

/** Memory in the last tenth within a tenth of that in the second, and no handle more. */
function isFlat({ resident, heap, handles }: SoakFigures): boolean {
  return (
    resident.last <= resident.second * 1.1 &&
    heap.last <= heap.second * 1.1 &&
    handles.last <= handles.second
  );
}

function percentile(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.99) - 1] ?? 0;
}

function print(trial: string, figures: unknown): void {
  process.stdout.write(`${trial} ${JSON.stringify(figures)}\n`);
}

function readShare(words: string): Share {
  const [, number, of] = /^(\d+)\/(\d+)$/u.exec(words) ?? [];
  const share = { number: Number(number), of: Number(of) };
  if (share.number >= 1 && share.number <= share.of) return share;
  throw new Error(`${words} is no share, like 3/8`);
}

const [name, times, words] = process.argv.slice(2);
const share = words === undefined ? undefined : readShare(words);
let good = true;
for (const [trial, run] of Object.entries(trials)) {
  if (name !== undefined && name !== trial) continue;
  good = (await run(times === undefined ? undefined : Number(times), share)) && good;
}
process.exitCode = good ? 0 : 1;
