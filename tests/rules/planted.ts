import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..');
const BIN = join(ROOT, 'node_modules', '.bin');

/** What a checker said of planted source: whether it refused, and its words. */
export interface Verdict {
  refused: boolean;
  words: string;
}

/**
 * Lints planted files, each at the path it pretends to have, under the project's own configuration.
 * Answers the rules each file breaks.
 */
export function lintPlanted(files: Record<string, string>): Map<string, string[]> {
  const { vcs: _, ...config } = JSON.parse(readFileSync(join(ROOT, 'biome.json'), 'utf8'));
  const planted = { ...files, 'biome.json': JSON.stringify(config) };
  // Outside the project: the linter does not follow imports of files that git ignores.
  const { words } = inFolder(tmpdir(), planted, (folder) =>
    spawnSync(
      join(BIN, 'biome'),
      ['lint', '--colors=off', '--max-diagnostics=none', '--config-path=.', 'src'],
      { cwd: folder, encoding: 'utf8' },
    ),
  );
  const broken = new Map<string, string[]>(Object.keys(files).map((path) => [path, []]));
  for (const [, path = '', rule = ''] of words.matchAll(/^(\S+?):\d+:\d+ lint\/\w+\/(\w+)/gmu)) {
    broken.get(path)?.push(rule);
  }
  return broken;
}

/** Type-checks `source` as a file of one of the four parts. */
export function checkPlanted(
  part: 'shared' | 'main' | 'preload' | 'renderer',
  source: string,
): Verdict {
  const config = {
    extends: join(ROOT, 'src', part, 'tsconfig.json'),
    compilerOptions: {
      composite: false,
      noEmit: true,
      rootDir: '/',
      typeRoots: [join(ROOT, 'node_modules/@types'), join(ROOT, 'node_modules')],
    },
    include: ['planted.ts'],
    exclude: [],
    references: [],
  };
  const files = { 'tsconfig.json': JSON.stringify(config), 'planted.ts': source };
  // Inside the project, so that its packages are found.
  return inFolder(join(ROOT, '.cache'), files, (folder) =>
    spawnSync(join(BIN, 'tsc'), ['-p', folder], { cwd: ROOT, encoding: 'utf8' }),
  );
}

function inFolder(
  parent: string,
  files: Record<string, string>,
  run: (folder: string) => { status: number | null; stdout: string; stderr: string },
): Verdict {
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, 'planted-'));
  try {
    for (const [path, source] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), source);
    }
    const { status, stdout, stderr } = run(folder);
    return { refused: status !== 0, words: `${stdout}${stderr}` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
