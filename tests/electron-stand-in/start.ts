/**
 * Starts an app on the stand-in: `electron [switches] <folder or main file> [arguments]`, with the
 * switches of Electron that Playwright and electron-vite pass.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import inspector from 'node:inspector';
import { createRequire, registerHooks } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFacts } from './facts.ts';

const executable = join(import.meta.dirname, 'electron');
const args = process.argv.slice(2);
const value = (name: string) =>
  args.findLast((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);

const target = resolve(args.find((arg) => !arg.startsWith('-')) ?? '.');
const folder = findPackage(target);
const manifest = readJson(join(folder, 'package.json'));
const main = statSync(target).isDirectory() ? resolve(folder, manifest.main ?? 'index.js') : target;
const { version } = readJson(createRequire(import.meta.url).resolve('electron/package.json'));

// The switches that mean this process, or that the stand-in decides by itself.
const own = /^--(inspect|inspect-brk|no-sandbox|user-data-dir|remote-debugging-pipe)\b/;
setFacts({
  path: folder,
  name: manifest.productName ?? manifest.name ?? 'Electron',
  version: manifest.version ?? '',
  executable,
  switches: args.filter((arg) => arg.startsWith('--') && !own.test(arg)).map((arg) => arg.slice(2)),
  userData: value('user-data-dir'),
});

process.argv = [executable, ...args];
Object.defineProperty(process, 'versions', {
  value: Object.freeze({ ...process.versions, electron: version }),
});
Object.assign(process, { type: 'browser', defaultApp: true, resourcesPath: folder });

const inspectPort = value('inspect') ?? value('inspect-brk');
if (inspectPort !== undefined) inspector.open(Number(inspectPort), '127.0.0.1');

const standIn = new URL('./electron.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' || specifier === 'electron/main'
      ? { url: standIn, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
});

const { app } = await import('./app.ts');
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());
try {
  await import(pathToFileURL(main).href);
  await app.begin();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  app.exit(1);
}

function findPackage(path: string): string {
  if (existsSync(join(path, 'package.json'))) return path;
  const parent = dirname(path);
  if (parent === path) throw new Error(`No package.json at or above ${target}`);
  return findPackage(parent);
}

function readJson(path: string): Record<string, string | undefined> {
  return JSON.parse(readFileSync(path, 'utf8'));
}
