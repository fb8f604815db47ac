import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { getCommand, getNode, ROOT, say } from './run.mjs';

const FAILURE = join(ROOT, '.cache/setup/electron-failed.json');
const TIME_LIMIT_MS = 15_000;

/**
 * Tries once for each version to get Electron's binary, which npm does not carry. Where it cannot
 * be had the app runs on the stand-in, so a failure is remembered and is not one of set-up.
 */
export function obtainElectron() {
  const { version } = JSON.parse(readText(join(ROOT, 'node_modules/electron/package.json')));
  if (hasElectron() || hasFailed(version)) return;
  say(
    `正在下载 Electron ${version}(约 100 MB,最多等 15 秒)……`,
    `Downloading Electron ${version} (about 100 MB, at most 15 seconds) …`,
  );
  spawnSync(getNode(), [getCommand('electron', 'install-electron')], {
    stdio: 'ignore',
    timeout: TIME_LIMIT_MS,
    killSignal: 'SIGKILL',
  });
  if (hasElectron()) return;
  mkdirSync(dirname(FAILURE), { recursive: true });
  writeFileSync(FAILURE, JSON.stringify({ version }));
  say(
    '下载未成功,以后不再自动重试;要重试请运行:npx install-electron',
    'It could not be downloaded and will not be tried again; to retry run: npx install-electron',
  );
}

export function hasElectron() {
  const folder = join(ROOT, 'node_modules/electron');
  const binary = readText(join(folder, 'path.txt'));
  return binary !== undefined && existsSync(join(folder, 'dist', binary));
}

function hasFailed(version) {
  const failure = readText(FAILURE);
  return failure !== undefined && JSON.parse(failure).version === version;
}

function readText(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
