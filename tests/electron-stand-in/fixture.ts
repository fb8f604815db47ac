import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';

/** What the fixture app and its pages keep for the tests to read. */
type Seen = { navigations: string[]; windows: string[]; requests: string[]; gone: string[] };
type Fixture = {
  facts: { node: string; nested: { list: number[] } };
  request: (name: string, input?: unknown) => Promise<unknown>;
  unhandled: () => Promise<unknown>;
  callTwice: (callback: (value: number) => unknown) => unknown[];
  fail: () => void;
  onEvent: (listener: (event: unknown) => void) => () => void;
};

declare global {
  var seen: Seen;
  var askWorker: (text: string) => Promise<string>;
  var printPage: (page: string) => Promise<string>;
  var fixture: Fixture;
  var bridgeAtStart: string;
  var received: unknown[];
}

export const EXECUTABLE = join(import.meta.dirname, 'electron');
export const APP = join(import.meta.dirname, 'fixture-app');
/** A folder for the data of one file's starts. */
export function makeDataDir(): string {
  return mkdtempSync(join(tmpdir(), 'zhenjian-stand-in-test-'));
}

/** Starts the fixture app on `userData` and waits for its page. */
export async function launch(userData: string): Promise<{ app: ElectronApplication; page: Page }> {
  const started = await _electron.launch({
    executablePath: EXECUTABLE,
    args: [APP, `--user-data-dir=${userData}`],
    env: { ...(process.env as Record<string, string>), ELECTRON_STAND_IN_HEADLESS: '1' },
  });
  const window = await started.firstWindow();
  await window.waitForURL(/index\.html$/);
  return { app: started, page: window };
}

/** Chromium's processes that have the profile of this stand-in process. */
export function chromiumProcesses(pid: number): string[] {
  const listed = execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' }).split('\n');
  return listed.filter((line) => line.includes(`/electron-stand-in-${pid}-`));
}

/** The profiles that this process has left in the temporary folder. */
export function profiles(pid: number): string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith(`electron-stand-in-${pid}-`));
}
