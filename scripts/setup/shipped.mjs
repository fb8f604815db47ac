/** What is shipped beside our own code: Electron, packages and typefaces. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './run.mjs';

const read = (...path) => readFileSync(join(ROOT, ...path), 'utf8');

/** Asked for by a package that is shipped, but left out by electron-builder.yml: declarations and headers. */
const NOT_PACKED = /^(?:@types\/.*|undici-types|node-addon-api)$/;

/**
 * Packages that our sources name. Those main depends on are packed as they are, the others are copied by
 * the bundler into what it builds.
 */
function listNamed() {
  const folder = join(ROOT, 'src');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.(?:test|cases)\.tsx?$/.test(path))
    .map((path) => readFileSync(join(folder, path), 'utf8'));
  return sources
    .flatMap((source) => [
      ...source.matchAll(/(?:from |import\(|import )'((?:@[^/']+\/)?[^/.'@][^/']*)/g),
    ])
    .map(([, name]) => name)
    .filter((name) => !name.startsWith('node:'));
}

/** Packages that electron-builder copies beside the app. */
function listLaidBeside() {
  const config = read('electron-builder.yml');
  return [...config.matchAll(/from: node_modules\/([^,\s]+)/g)].map(([, name]) => name);
}

/** Where `name`, asked for from `place`, stands in the lock file: nested first, as Node looks. */
function locate(packages, place, name) {
  for (let at = place; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const path = `${at === '' ? '' : `${at}/`}node_modules/${name}`;
    if (packages[path]) return path;
    if (at === '') throw new Error(`${name} is not in the lock file`);
  }
}

/** Every shipped package with all it depends on: its path in the project and its entry in the lock file. */
export function listShipped() {
  const { packages } = JSON.parse(read('package-lock.json'));
  const found = new Set();
  const add = (place, name) => {
    if (NOT_PACKED.test(name)) return;
    const path = locate(packages, place, name);
    if (found.has(path)) return;
    found.add(path);
    // Of Electron its program is shipped, not what fetches it.
    if (name === 'electron') return;
    for (const each of Object.keys(packages[path].dependencies ?? {})) add(path, each);
  };
  const roots = [...Object.keys(packages[''].dependencies), ...listNamed(), ...listLaidBeside()];
  for (const name of ['electron', ...roots]) add('', name);
  return [...found].map((path) => [path, packages[path]]);
}
