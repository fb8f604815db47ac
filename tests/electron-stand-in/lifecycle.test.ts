import { execFileSync, spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { isAlive } from './chromium.ts';
import { APP, chromiumProcesses, EXECUTABLE, launch, makeDataDir, profiles } from './fixture.ts';

const dataDir = makeDataDir();

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

test('a second start tells the first and ends', async () => {
  const userData = join(dataDir, 'shared');
  const { app } = await launch(userData);
  const args = [APP, `--user-data-dir=${userData}`, '甲.txt'];
  const second = spawn(EXECUTABLE, args, { stdio: 'ignore', timeout: 10_000 });
  const code = await new Promise((resolve) => second.once('exit', resolve));
  expect(code).toBe(0);
  await expect.poll(() => app.evaluate(() => globalThis.seen.windows)).toEqual(['甲.txt']);
  await app.close();
});

test('the app runs without a network, and ends when its last window closes', () => {
  const report = join(dataDir, 'report.txt');
  const args = [APP, `--user-data-dir=${join(dataDir, 'offline')}`, `--report=${report}`];
  const env = { ...process.env, ELECTRON_STAND_IN_HEADLESS: '1' };
  // An empty network namespace has not even a loopback device that is up.
  const alone = process.getuid?.() === 0 ? ['--net'] : ['--map-root-user', '--net'];
  execFileSync('unshare', [...alone, EXECUTABLE, ...args], { env });
  expect(readFileSync(report, 'utf8')).toContain('夹具页面');
});

test('Chromium ends with a killed process, and its profile goes with the next start', async () => {
  const killed = await launch(join(dataDir, 'killed'));
  const { pid = 0 } = killed.app.process();
  expect(chromiumProcesses(pid)).not.toEqual([]);
  process.kill(pid, 'SIGKILL');
  await expect.poll(() => chromiumProcesses(pid), { timeout: 3000 }).toEqual([]);

  const next = await launch(join(dataDir, 'killed'));
  expect(profiles(pid)).toEqual([]);
  const nextPid = next.app.process().pid ?? 0;
  await next.page.close();
  await expect.poll(() => isAlive(nextPid)).toBe(false);
  expect(chromiumProcesses(nextPid)).toEqual([]);
  expect(profiles(nextPid)).toEqual([]);
});
