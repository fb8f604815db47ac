/**
 * `npm run --silent sbom`: what is shipped, as CycloneDX 1.6 on stdout: Electron, the packages main
 * needs, those built into the window and the typefaces laid beside the app, each with the licence and
 * the hash of the lock file. Nothing of the moment is in it: the same lock file gives the same words.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { main, ROOT } from './setup/run.mjs';

const read = (...path) => readFileSync(join(ROOT, ...path), 'utf8');

/** Asked for by a package that is shipped, but left out by electron-builder.yml: declarations and headers. */
const NOT_PACKED = /^(?:@types\/.*|undici-types|node-addon-api)$/;

/** Packages whose own licence is not that of the face in them. */
const FACES = { 'lxgw-wenkai-webfont': '(MIT AND OFL-1.1)' };

/** Packages that sources of the window name; the bundler copies them into it. */
function listBuiltIn() {
  const folder = join(ROOT, 'src/renderer/src');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.(?:test|cases)\.tsx?$/.test(path))
    .map((path) => readFileSync(join(folder, path), 'utf8'));
  return sources.flatMap((source) =>
    [...source.matchAll(/(?:from |import\()'((?:@[^/']+\/)?[^./'@][^/']*)/g)].map(
      ([, name]) => name,
    ),
  );
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

function collectShipped(packages) {
  const found = new Set([locate(packages, '', 'electron')]);
  const add = (place, name) => {
    if (NOT_PACKED.test(name)) return;
    const path = locate(packages, place, name);
    if (found.has(path)) return;
    found.add(path);
    for (const each of Object.keys(packages[path].dependencies ?? {})) add(path, each);
  };
  const roots = [...Object.keys(packages[''].dependencies), ...listBuiltIn(), ...listLaidBeside()];
  for (const name of roots) add('', name);
  return [...found];
}

function describe(path, { version, license, integrity }) {
  const [group, name] = path
    .slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
    .split(/\/?([^/]+)$/);
  const purl = `pkg:npm/${group ? `${encodeURIComponent(group)}/` : ''}${name}@${version}`;
  const [, sha512] = /^sha512-(\S+)$/.exec(integrity);
  return {
    type: 'library',
    'bom-ref': purl,
    ...(group && { group }),
    name,
    version,
    hashes: [{ alg: 'SHA-512', content: Buffer.from(sha512, 'base64').toString('hex') }],
    licenses: [{ expression: FACES[name] ?? license }],
    purl,
  };
}

await main(() => {
  const { packages } = JSON.parse(read('package-lock.json'));
  const { name, version, license } = packages[''];
  const components = new Map(
    collectShipped(packages).map((path) => {
      const component = describe(path, packages[path]);
      return [component.purl, component];
    }),
  );
  const sbom = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': name,
        name,
        version,
        licenses: [{ expression: license }],
      },
    },
    components: [...components.values()].sort((a, b) => (a.purl < b.purl ? -1 : 1)),
  };
  process.stdout.write(`${JSON.stringify(sbom, null, 2)}\n`);
  return 0;
});
