import { expect, it } from 'vitest';
import { runBackupsUnderLoad } from './backups.ts';
import { runKills } from './kills.ts';
import { runKilledMigrations } from './migrations.ts';
import { runPageDamage } from './pages.ts';
import { runKilledRestores } from './restores.ts';

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
  expect((await runKilledRestores(4, 12)).neither).toBe(0);
});

it('leaves no half state when it is killed while bringing an old library forward', async () => {
  expect((await runKilledMigrations(6, 13)).halfStates).toBe(0);
});

it('tells damage to pages as damage', async () => {
  const { found, unexplained, missed } = await runPageDamage(24, 14);
  expect(found).toBeGreaterThan(0);
  expect({ unexplained, missed }).toEqual({ unexplained: 0, missed: 0 });
});
