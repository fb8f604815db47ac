import { describe, expect, it } from 'vitest';
import { runBackupsUnderLoad } from './backups.ts';
import { runKilledDeletions } from './deletions.ts';
import { runFuzz } from './fuzz.ts';
import { runKills } from './kills.ts';
import { runKilledMerges } from './merges.ts';
import { runKilledMigrations } from './migrations.ts';
import { runPageDamage, runWordDamage } from './pages.ts';
import { runPowerCuts } from './powerCuts.ts';
import { runRestores } from './restores.ts';
import { compileShim } from './shim.ts';
import { runTampering } from './tampering.ts';

it('loses nothing it said was saved when it is killed while writing', async () => {
  const { acknowledged, lost, unsound } = await runKills(6, 11);
  expect(acknowledged).toBeGreaterThan(50);
  expect({ lost, unsound }).toEqual({ lost: 0, unsound: 0 });
});

it('backs up whole while another program writes', async () => {
  const { unsound, missing } = await runBackupsUnderLoad(2);
  expect({ unsound, missing }).toEqual({ unsound: 0, missing: 0 });
});

it('leaves the old library or the restored one when it is killed while restoring', async () => {
  const { neither, finished, whole } = await runRestores(6, 12);
  expect({ neither, whole }).toEqual({ neither: 0, whole: finished });
});

it('has a package whole or not at all when it is killed while merging', async () => {
  const { acknowledged, lost, halves, unsound } = await runKilledMerges(6, 22);
  expect(acknowledged).toBeGreaterThan(0);
  expect({ lost, halves, unsound }).toEqual({ lost: 0, halves: 0, unsound: 0 });
});

describe.skipIf(compileShim() === null)('watched at its disk (needs gcc)', () => {
  it('loses nothing it said was saved when the power is cut', async () => {
    const figures = await runPowerCuts(20, 'write', 15);
    expect(figures?.acknowledged).toBeGreaterThan(50);
    expect(figures).toMatchObject({ lost: 0, halves: 0, unsound: 0 });
  });

  it.each(['merge', 'restore'] as const)(
    'has all or nothing of a %s when the power is cut',
    async (mode) => {
      const figures = await runPowerCuts(20, mode, 23);
      expect(figures?.acknowledged).toBeGreaterThan(0);
      expect(figures).toMatchObject({ lost: 0, halves: 0, unsound: 0 });
    },
  );

  it('has a report in the trash or no byte of it when it is killed while deleting for good', async () => {
    const figures = await runKilledDeletions(12, 24);
    expect(figures).toMatchObject({ halves: 0 });
    expect(figures?.after).toBeGreaterThan(0);
  });

  it('would lose with synchronous = NORMAL, which the same cuts show', async () => {
    expect((await runPowerCuts(20, 'normal', 16))?.lost).toBeGreaterThan(0);
  });

  it('leaves no half state when it is killed while bringing an old library forward', async () => {
    const figures = await runKilledMigrations(1, 13);
    expect(figures?.steps).toBeGreaterThan(8);
    expect(figures?.halfStates).toBe(0);
  }, 240_000);
});

it('tells damage to pages as damage', async () => {
  const { found, unexplained, missed } = await runPageDamage(24, 14);
  expect(found).toBeGreaterThan(0);
  expect({ unexplained, missed }).toEqual({ unexplained: 0, missed: 0 });
});

it('tells every damage to the person’s own texts, titles, notes and briefs', async () => {
  const { damages, found } = await runWordDamage(32, 17);
  expect(found).toBe(damages);
});

it('answers whatever a page might send, and takes no path from it', async () => {
  const { unhandledBy, pathsAccepted, accepted, routes } = await runFuzz(25, 18);
  expect(routes).toBeGreaterThan(70);
  expect(accepted).toBeGreaterThan(100);
  expect({ unhandledBy, pathsAccepted }).toEqual({ unhandledBy: {}, pathsAccepted: 0 });
});

it('refuses every package that was tampered with', async () => {
  const { tamperings, refused, unexplained, changed } = await runTampering(120, 20);
  expect(refused).toBe(tamperings);
  expect({ unexplained, changed }).toEqual({ unexplained: 0, changed: 0 });
});
