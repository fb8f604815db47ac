import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { findHost, type Host } from './findHost.ts';
import { writeTracer } from './tracer.ts';

const ROOT = join(import.meta.dirname, '../..');

export type LaunchOptions = {
  /** Folder of the app's data; it is created when missing and never removed here. */
  userDataDir: string;
  env?: Record<string, string>;
  args?: string[];
  /** What is started instead of the host, and starts it in its turn: a tracer. */
  through?: (executablePath: string) => string;
};

/**
 * Starts the built app (`out/`) and waits until its first window has one of the app's pages, which may
 * still be loading.
 */
export async function launchApp({
  userDataDir,
  env = {},
  args = [],
  through = traceWhereAsked,
}: LaunchOptions): Promise<{
  app: ElectronApplication;
  page: Page;
  host: Host;
}> {
  const host = findHost();
  const app = await _electron.launch({
    executablePath: through(host.executablePath),
    cwd: ROOT,
    args: ['.', `--user-data-dir=${userDataDir}`, ...args],
    // An office's system has a UTF-8 locale; a bare environment has none, and Chromium then loses Chinese file names.
    env: { LC_ALL: 'C.UTF-8', ...definedEnv(), ELECTRON_STAND_IN_HEADLESS: '1', ...env },
  });
  const page = await app.firstWindow();
  await page.waitForURL((url) => !['about:', 'data:'].includes(url.protocol), {
    waitUntil: 'commit',
  });
  return { app, page, host };
}

/** With `JOURNEYS_TRACE` set every start is traced into that folder: `npm run torture -- traced`. */
function traceWhereAsked(executablePath: string): string {
  const folder = process.env.JOURNEYS_TRACE;
  return folder === undefined ? executablePath : writeTracer(folder, executablePath);
}

function definedEnv(): Record<string, string> {
  const entries = Object.entries(process.env);
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] != null));
}
