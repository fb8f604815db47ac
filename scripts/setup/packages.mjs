import { existsSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { Refusal, ROOT, say, succeeds } from './run.mjs';

/** Installs what package-lock.json asks for, when node_modules is not already that. */
export function installPackages() {
  if (isInstalled()) return;
  say(
    '正在安装依赖(npm ci,约 450 MB,需要访问 npm 源)……',
    'Installing the dependencies (npm ci, about 450 MB, from the npm registry) …',
  );
  const onWindows = process.platform === 'win32';
  if (onWindows && process.execPath.includes(`${sep}node_modules${sep}`))
    throw new Refusal('请先运行:npm ci\nRun this first: npm ci');
  const done = succeeds('npm', ['ci', '--no-audit', '--no-fund'], { shell: onWindows });
  if (!done || !isInstalled())
    throw new Refusal('依赖没有装好,请运行:npm ci\nThe dependencies did not install; run: npm ci');
}

/**
 * Whether npm's own record of what it installed agrees with the lock file. npm writes the record
 * last, so an installation that was broken off has none. Packages for other systems are absent.
 */
function isInstalled() {
  const record = join(ROOT, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = readPackages(record);
  const wanted = readPackages(join(ROOT, 'package-lock.json'));
  return Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
    if (path === '') return true;
    const found = installed[path];
    if (!found) return optional === true;
    return found.version === version && found.integrity === integrity;
  });
}

function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}
