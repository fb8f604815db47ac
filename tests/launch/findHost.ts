import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** What runs the app: Electron itself, or the stand-in that only this repository's tests have. */
export type Host = {
  kind: 'electron' | 'stand-in';
  executablePath: string;
  /** One sentence to print. */
  reason: string;
};

/** Real Electron where its binary has been downloaded, else the stand-in. */
export function findHost(): Host {
  const electron = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const pathFile = join(electron, 'path.txt');
  const binary = existsSync(pathFile) && join(electron, 'dist', readFileSync(pathFile, 'utf8'));
  if (binary && existsSync(binary))
    return {
      kind: 'electron',
      executablePath: binary,
      reason: '使用 Electron。Running on Electron.',
    };
  return {
    kind: 'stand-in',
    executablePath: join(import.meta.dirname, '../electron-stand-in/electron'),
    reason:
      '没有 Electron 可执行文件,用 Node 24 和系统的 Chromium 运行同样的程序。' +
      'No Electron binary: running the same bundles on Node 24 and the system’s Chromium.',
  };
}
