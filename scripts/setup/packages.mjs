import { existsSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { Refusal, ROOT, say, succeeds } from './run.mjs';

const COMMAND = 'npm install --no-save --no-audit --no-fund';

/** Installs what package-lock.json asks for, when node_modules is not already that. */
export function installPackages() {
  if (isInstalled()) return;
  say(
    '正在安装依赖(npm install,约 450 MB,需要访问 npm 源)……',
    'Installing the dependencies (npm install, about 450 MB, from the npm registry) …',
  );
  const onWindows = process.platform === 'win32';
  if (onWindows && process.execPath.includes(`${sep}node_modules${sep}`))
    throw new Refusal(`请先运行:${COMMAND}\nRun this first: ${COMMAND}`);
  // Not `npm ci`, which refuses a lock file without the packages of systems that the registry it was
  // made with did not have. Versions and hashes are those of the lock file all the same.
  const done = succeeds('npm', [...COMMAND.split(' ').slice(1), '--loglevel=error'], {
    shell: onWindows,
  });
  if (!done || !isInstalled())
    throw new Refusal(
      `依赖没有装好,请运行:${COMMAND}\nThe dependencies did not install; run: ${COMMAND}`,
    );
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
