import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

export const ROOT = join(import.meta.dirname, '../..');
const MODULES = join(ROOT, 'node_modules');

/** A refusal that is meant for the person: shown as it is, without a stack. */
export class Refusal extends Error {}

export function say(chinese, english) {
  process.stderr.write(`${chinese}\n${english}\n`);
}

/** The pinned Node 24, or undefined where the platform has none in the lock file. */
export function findPinnedNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const path = join(MODULES, `node-${system}-${process.arch}`, 'bin', name);
  return existsSync(path) ? path : undefined;
}

/** Node 24: the pinned one, or the one that runs this script when that is new enough. */
export function getNode() {
  const pinned = findPinnedNode();
  if (pinned) return pinned;
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath;
  throw new Refusal(
    `此系统(${process.platform} ${process.arch})需要自行安装 Node 24。\n` +
      'Install Node 24 yourself on this system; none is pinned for it.',
  );
}

/** The script behind a command of an installed package, to be run by `getNode()`. */
export function getCommand(packageName, command = packageName) {
  const folder = join(MODULES, packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/** A network namespace with nothing in it but its own loopback, as the tests' driver needs. */
const OFFLINE = ['--map-root-user', '--net', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh'];

/** Whether a program can be run where no network is. */
export function canRunOffline() {
  return (
    process.platform === 'linux' &&
    isOnPath('unshare') &&
    succeeds('unshare', [...OFFLINE, 'true'], { quiet: true })
  );
}

/**
 * Runs a program of ours on Node 24 with its output shown; settles with its exit code. `offline` runs
 * it in an empty network namespace; `onLine` is told each line it prints; `aside` has its output shown on stderr, where
 * ours is read by a program; after `milliseconds` it is ended.
 */
export function runNode(args, { offline = false, onLine, aside = false, milliseconds } = {}) {
  const node = getNode();
  // The pinned Node by its own folder: npm 10 does not link it into .bin.
  const path = [dirname(node), join(MODULES, '.bin'), process.env.PATH].join(delimiter);
  const [program, ...rest] = [...(offline ? ['unshare', ...OFFLINE] : []), node, ...args];
  const shown = aside ? process.stderr : 'inherit';
  const child = spawn(program, rest, {
    cwd: ROOT,
    stdio: ['inherit', onLine === undefined ? shown : 'pipe', 'inherit'],
    env: { ...process.env, PATH: path },
    timeout: milliseconds,
  });
  if (onLine !== undefined) {
    child.stdout.pipe(process.stdout, { end: false });
    createInterface({ input: child.stdout }).on('line', onLine);
  }
  // Told to end, this process lets the one that does the work end first.
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const passOn = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, passOn);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    // Not at its exit: what it printed last may still be on its way.
    child.once('close', (code, signal) => {
      for (const each of signals) process.off(each, passOn);
      resolve(signal ? 1 : code);
    });
  });
}

export function isOnPath(program) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .some((folder) => existsSync(join(folder, program)));
}

/** True when the program ran and ended with 0; its output is shown unless `quiet`. */
export function succeeds(program, args, { quiet = false, ...options } = {}) {
  const shown = quiet ? 'ignore' : 'inherit';
  const stdio = ['ignore', shown === 'inherit' ? 2 : shown, shown];
  return spawnSync(program, args, { cwd: ROOT, stdio, ...options }).status === 0;
}

/** Runs a script's main function; a refusal is told in its own words. */
export async function main(run) {
  try {
    process.exitCode = await run();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
