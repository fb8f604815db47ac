import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';

const ROOT = join(import.meta.dirname, '../..');

/** What runs the app: Electron itself, or the stand-in that only this repository's tests have. */
export type Host = {
  kind: 'electron' | 'stand-in';
  executablePath: string;
  /** One sentence to print. */
  reason: string;
};

export type LaunchOptions = {
  /** Folder of the app's data; it is created when missing and never removed here. */
  userDataDir: string;
  env?: Record<string, string>;
  args?: string[];
};

/** Real Electron where its binary has been downloaded, else the stand-in. */
export function findHost(): Host {
  const electron = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const pathFile = join(electron, 'path.txt');
  const binary = existsSync(pathFile) && join(electron, 'dist', readFileSync(pathFile, 'utf8'));
  if (binary && existsSync(binary))
    return { kind: 'electron', executablePath: binary, reason: 'Electron 已安装。' };
  return {
    kind: 'stand-in',
    executablePath: join(ROOT, 'tests/electron-stand-in/electron'),
    reason: '没有 Electron 可执行文件,改用 Node 24 与系统的 Chromium 运行同样的程序。',
  };
}

/** Starts the built app (`out/`) and waits until its first window shows one of the app's pages. */
export async function launchApp({ userDataDir, env = {}, args = [] }: LaunchOptions): Promise<{
  app: ElectronApplication;
  page: Page;
  host: Host;
}> {
  const host = findHost();
  const app = await _electron.launch({
    executablePath: host.executablePath,
    cwd: ROOT,
    args: ['.', `--user-data-dir=${userDataDir}`, ...args],
    env: { ...definedEnv(), ELECTRON_STAND_IN_HEADLESS: '1', ...env },
  });
  const page = await app.firstWindow();
  await page.waitForURL((url) => url.protocol !== 'about:');
  return { app, page, host };
}

function definedEnv(): Record<string, string> {
  const entries = Object.entries(process.env);
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] != null));
}
