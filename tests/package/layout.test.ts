import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractAll, extractFile } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundledFontFiles, readBundledFonts } from '../../src/main/export/bundledFonts.ts';
import { type LibraryClient, startLibrary } from '../../src/main/library/libraryClient.ts';
import { ROOT } from '../rules/planted.ts';
import {
  type DebOrder,
  layOut,
  listArchive,
  type PackedFile,
  readMachine,
  TARGETS,
} from './pack.ts';

const output = mkdtempSync(join(tmpdir(), 'zhenjian-package-'));
const read = (...path: string[]) => readFileSync(join(ROOT, ...path));
const filesBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** The newest version of a system library that a native file names, as '2.34'. */
function findNewest(native: Buffer, library: 'GLIBC' | 'GLIBCXX'): string | undefined {
  const named = native
    .toString('latin1')
    .matchAll(new RegExp(`\\0${library}_([\\d.]+)(?=\\0)`, 'gu'));
  return [...named]
    .map(([, version = '']) => version)
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .at(-1);
}

const { productName, dependencies, devDependencies } = JSON.parse(
  read('package.json').toString('utf8'),
);

const sbom = JSON.parse(
  execFileSync(process.execPath, [join(ROOT, 'scripts', 'sbom.mjs')], { encoding: 'utf8' }),
);
const inSbom = new Set(
  (sbom.components as { group?: string; name: string; version: string }[]).map(
    ({ group, name, version }) => `${group ? `${group}/` : ''}${name}@${version}`,
  ),
);

let debs: DebOrder[] = [];
beforeAll(async () => {
  debs = await layOut(output);
}, 300_000);
afterAll(() => rmSync(output, { recursive: true, force: true }));

describe.each(TARGETS)('package layout, stand-in dist, not runnable: $name', (target) => {
  const app = join(output, target.folder);
  const resources = join(app, 'resources');
  const archive = join(resources, 'app.asar');
  let packed: PackedFile[] = [];
  let paths: string[] = [];
  beforeAll(() => {
    packed = listArchive(archive);
    paths = packed.map(({ path }) => path);
  });
  /** Name and version of every package in the archive, nested ones too. */
  const listPackages = () =>
    paths
      .filter((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+\/package\.json$/u.test(path))
      .map((path) => JSON.parse(extractFile(archive, path).toString('utf8')))
      .map(({ name, version }) => `${name}@${version}`);

  it('holds one native file, made for this machine, beside the archive', () => {
    const inArchive = packed.filter(({ path }) => path.endsWith('.node'));
    expect(inArchive).toEqual([
      {
        path: `node_modules/better-sqlite3/prebuilds/${target.native}`,
        bytes: expect.any(Number),
        unpacked: true,
      },
    ]);
    const native = filesBelow(app).filter(
      (path) => readMachine(readFileSync(path)) !== 'no native file',
    );
    expect(native).toEqual([join(resources, 'app.asar.unpacked', inArchive[0]?.path ?? '')]);
    const bytes = readFileSync(native[0] ?? '');
    expect(readMachine(bytes)).toBe(target.machine);
    expect(bytes.equals(read('node_modules/better-sqlite3/prebuilds', target.native))).toBe(true);
  });

  it('holds no other program and no source, test or measurement of ours', () => {
    for (const { path, unpacked } of packed) {
      if (unpacked) continue;
      expect(readMachine(extractFile(archive, path)), path).toBe('no native file');
    }
    const ours = paths.filter((path) => !path.startsWith('node_modules/'));
    expect(ours.filter((path) => !path.startsWith('out/'))).toEqual(['package.json']);
    expect(paths.filter((path) => /\.(?:[cm]?ts|tsx|map)$|\.test\./u.test(path))).toEqual([]);
    expect(filesBelow(resources).filter((path) => /\.tsx?$/u.test(path))).toEqual([]);
  });

  it('holds the packages main needs, none that are for building, and none the SBOM is silent about', () => {
    const found = listPackages();
    const names = found.map((each) => each.replace(/@[^@]+$/u, ''));
    for (const name of Object.keys(dependencies)) expect(names).toContain(name);
    for (const name of Object.keys(devDependencies)) expect(names).not.toContain(name);
    expect(names.filter((name) => /^node-|^@types\/|^@napi-rs\/|electron/u.test(name))).toEqual([]);
    expect(found.filter((each) => !inSbom.has(each))).toEqual([]);
  });

  it('holds the built app, whole', () => {
    const built = filesBelow(join(ROOT, 'out'))
      .map((path) => path.slice(ROOT.length + 1))
      .filter((path) => /^out\/(?:main|preload|renderer)\//u.test(path) && !path.endsWith('.map'));
    expect(paths).toEqual(expect.arrayContaining(built));
    for (const path of [
      'out/main/index.js',
      'out/main/library-worker.js',
      'out/main/reader-worker.js',
      'out/main/understanding-worker.js',
      'out/preload/index.cjs',
      'out/renderer/index.html',
    ]) {
      expect(extractFile(archive, path).equals(read(path)), path).toBe(true);
    }
    expect(JSON.parse(extractFile(archive, 'package.json').toString('utf8'))).toMatchObject({
      name: 'zhenjian',
      productName,
      type: 'module',
      main: 'out/main/index.js',
    });
  });

  it('lays the sample, vocabularies, knowledge and every piece of a face where main looks', () => {
    for (const folder of ['sample', 'vocabulary', 'knowledge', 'fonts']) {
      for (const file of readdirSync(join(ROOT, 'resources', folder))) {
        if (file.endsWith('.ts')) continue;
        const laid = readFileSync(join(resources, folder, file));
        expect(laid.equals(read('resources', folder, file)), file).toBe(true);
      }
    }
    const fonts = readBundledFonts(join(resources, 'fonts'), join(resources, 'fonts'));
    const pieces = [...bundledFontFiles(fonts).values()];
    expect(pieces.length).toBeGreaterThan(300);
    expect(pieces.filter((path) => !existsSync(path))).toEqual([]);
    // And no piece that nothing asks for.
    const laid = filesBelow(join(resources, 'fonts')).filter((path) =>
      /\.(?:woff2?|ttf)$/u.test(path),
    );
    expect(laid.filter((path) => !pieces.includes(path))).toEqual([]);
    for (const folder of new Set(
      fonts.pieces.map(({ path }) => path.replace(/\/files\/.*/u, '')),
    )) {
      expect(existsSync(join(resources, 'fonts', folder, 'LICENSE')), folder).toBe(true);
    }
  });

  it('has Electron’s side doors closed, read back from the program', async () => {
    const fuses = await getCurrentFuseWire(join(app, target.program));
    expect(fuses).toMatchObject({
      [FuseV1Options.RunAsNode]: FuseState.DISABLE,
      [FuseV1Options.EnableCookieEncryption]: FuseState.ENABLE,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: FuseState.DISABLE,
      [FuseV1Options.EnableNodeCliInspectArguments]: FuseState.DISABLE,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: FuseState.ENABLE,
      [FuseV1Options.OnlyLoadAppFromAsar]: FuseState.ENABLE,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: FuseState.DISABLE,
    });
  });

  it('keeps two languages and Electron’s licences, has no updater, and stays small', () => {
    expect(readdirSync(join(app, 'locales')).sort()).toEqual(['en-US.pak', 'zh-CN.pak']);
    expect(readdirSync(app)).toEqual(
      expect.arrayContaining([target.program, 'LICENSE.electron.txt', 'LICENSES.chromium.html']),
    );
    expect(existsSync(join(resources, 'app-update.yml'))).toBe(false);
    const megabytes = packed.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6;
    expect(megabytes).toBeGreaterThan(5);
    expect(megabytes).toBeLessThan(30);
  });
});

describe('what would be handed to the maker of a deb, not made', () => {
  const optionOf = ({ arguments: words }: DebOrder, name: string) => words[words.indexOf(name) + 1];

  it('is one deb for each machine, under an ASCII name', () => {
    expect(debs.map((deb) => optionOf(deb, '--architecture')).sort()).toEqual(['amd64', 'arm64']);
    for (const deb of debs) {
      expect(optionOf(deb, '--name')).toBe('zhenjian');
      expect(optionOf(deb, '--package')).toMatch(/\/zhenjian_[\d.]+_a(?:md|rm)64\.deb$/u);
      const laid = deb.arguments.flatMap((each) => /=(\/(?:opt|usr)\/.*)$/u.exec(each)?.[1] ?? []);
      expect(laid).toEqual([
        '/opt/zhenjian',
        '/usr/share/icons/hicolor/512x512/apps/zhenjian.png',
        '/usr/share/mime/packages/zhenjian.xml',
        '/usr/share/applications/zhenjian.desktop',
      ]);
      const icon = deb.arguments.find((each) => each.includes('/hicolor/'))?.split('=')[0] ?? '';
      expect(readFileSync(icon).equals(read('build', 'icon.png'))).toBe(true);
    }
  });

  it('asks for the system libraries its native file was linked against', () => {
    for (const deb of debs) {
      const machine = optionOf(deb, '--architecture') === 'amd64' ? 'x64' : 'arm64';
      const native = read('node_modules/better-sqlite3/prebuilds', `linux-${machine}.node`);
      expect(findNewest(native, 'GLIBC'), machine).toBe('2.34');
      // The one of GCC 11.
      expect(findNewest(native, 'GLIBCXX'), machine).toBe('3.4.29');
      expect(deb.arguments.join(' ')).toContain(
        '--depends libc6 (>= 2.34) --depends libstdc++6 (>= 11) --before-install build/preinst.sh',
      );
    }
  });

  it('stands in the menu under its Chinese name, with its sandbox on, and knows its files', () => {
    for (const { desktopEntry, fileTypes } of debs) {
      expect(desktopEntry).toMatch(/^Name=镇鉴$/mu);
      expect(desktopEntry).toMatch(/^Comment=乡镇政府工作报告资料库$/mu);
      expect(desktopEntry).toMatch(/^Exec=\/opt\/zhenjian\/zhenjian %U$/mu);
      expect(desktopEntry).toMatch(
        /^MimeType=application\/x-zhenjian-backup;application\/x-zhenjian-package;$/mu,
      );
      expect(fileTypes.match(/<mime-type /gu)).toHaveLength(2);
      expect(fileTypes).toContain('<glob pattern="*.zhenjian-backup"/>');
      expect(fileTypes).toContain('<glob pattern="*.zhenjian-package"/>');
      expect(fileTypes).toContain('<comment>镇鉴备份</comment>');
    }
  });
});

/* Node cannot read inside an archive, so its content is laid out as files, away from the project's packages. */
describe.runIf(process.platform === 'linux' && process.arch === 'x64')(
  'what was packed for Linux x64, run by Node in place of Electron',
  () => {
    const resources = join(output, 'linux-unpacked', 'resources');
    const code = join(output, 'code');
    const files = join(ROOT, 'tests', 'fixtures', 'files');
    const saved = join(output, '指标.xlsx');
    let library: LibraryClient;
    const request = async (name: string, input: object) => {
      const outcome = await library.dispatch(name, input);
      expect(outcome, name).toMatchObject({ ok: true });
      return outcome.ok ? (outcome.value as Record<string, unknown>) : {};
    };

    beforeAll(() => {
      extractAll(join(resources, 'app.asar'), code);
      library = startLibrary(
        join(code, 'out', 'main', 'library-worker.js'),
        {
          libraryDir: join(output, 'library'),
          resourcesDir: resources,
          fontsDir: join(resources, 'fonts'),
        },
        {
          chooseFilesToOpen: async () =>
            ['报告.docx', '报告.doc', '表格.pdf'].map((name) => ({
              path: join(files, name),
              name,
              size: 1,
            })),
          chooseFileToSave: async ({ extension }) =>
            extension === 'xlsx' ? saved : join(output, `保存.${extension}`),
          chooseFolder: async () => null,
          print: async () => Promise.reject(new Error('nothing prints here')),
        },
        () => undefined,
      );
    });
    afterAll(() => library?.close());

    it('finds every package its own code names', () => {
      const named = filesBelow(join(code, 'out', 'main')).flatMap((path) =>
        [
          ...readFileSync(path, 'utf8').matchAll(
            /(?:\bfrom|\bimport\(?)\s*"((?:@[\w.-]+\/)?\w[\w./:-]*)"/gu,
          ),
        ].map(([, name = '']) => name),
      );
      const wanted = [...new Set(named)].filter(
        (name) => name !== 'electron' && !name.startsWith('node:'),
      );
      expect(wanted).toEqual(expect.arrayContaining(['better-sqlite3', 'docx', 'pdf-lib']));
      const loader = join(code, 'load.mjs');
      writeFileSync(loader, 'for (const name of process.argv.slice(2)) await import(name);\n');
      const { status, stderr } = spawnSync(process.execPath, [loader, ...wanted], {
        encoding: 'utf8',
      });
      expect(status, stderr).toBe(0);
    });

    it('opens its sample library with its ten documents', async () => {
      await request('library.openSample', {});
      expect(await request('library.status', {})).toMatchObject({ reportCount: 10 });
    });

    it('reads Word and PDF files', async () => {
      const { files: chosen } = await request('imports.chooseFiles', {});
      for (const { fileId, name } of chosen as { fileId: string; name: string }[]) {
        const preview = await request('imports.preview', { source: { kind: 'chosen', fileId } });
        expect(preview, name).toMatchObject({ failure: null });
        expect(preview.documents, name).not.toEqual([]);
      }
    });

    it('writes a figures table and a brief in Word', async () => {
      const { reports } = await request('reports.list', {});
      const ids = (reports as { id: string }[]).slice(0, 2).map(({ id }) => id);
      await request('indicators.export', { ids, format: 'xlsx' });
      expect(readFileSync(saved).toString('latin1', 0, 2)).toBe('PK');
      await request('briefs.exportDocx', { spec: { title: '参阅材料', documents: ids } });
      expect(readFileSync(join(output, '保存.docx')).toString('latin1', 0, 2)).toBe('PK');
    });
  },
);
