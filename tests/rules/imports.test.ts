import { describe, expect, it } from 'vitest';
import { allowed, forbidden } from './imports.cases.ts';
import { checkPlanted, lintPlanted } from './planted.ts';

/** Plants every case at once, each in a file of its own name beside the path it is about. */
function rulesBroken(cases: [path: string, source: string][]): string[][] {
  const files = cases.map(([path, source], index): [string, string] => [
    path.replace('planted.ts', `planted${index}.ts`),
    source,
  ]);
  const broken = lintPlanted(Object.fromEntries(files));
  return files.map(([path]) => broken.get(path) ?? []);
}

describe('who may import whom', () => {
  const refusals = rulesBroken(forbidden);
  it.each(forbidden.map((each, index) => [...each, refusals[index]]))(
    'refuses in %s: %s',
    (_path, _source, rules) => expect(rules).toContain('noRestrictedImports'),
  );

  const verdicts = rulesBroken(allowed);
  it.each(allowed.map((each, index) => [...each, verdicts[index]]))(
    'allows in %s: %s',
    (_path, _source, rules) => expect(rules).not.toContain('noRestrictedImports'),
  );

  it('refuses an import cycle', () => {
    const broken = lintPlanted({
      'src/a.ts': "import { b } from './b.ts';\nexport const a = (): number => b();\n",
      'src/b.ts': "import { a } from './a.ts';\nexport const b = (): number => a();\n",
    });
    expect(broken.get('src/a.ts')).toContain('noImportCycles');
  });
});

describe('what each part may know of its surroundings', () => {
  it.each([
    ['shared', 'export const width = window.innerWidth;\n', 'window'],
    ['shared', 'export const place = process.cwd();\n', 'process'],
    ['main', 'export const body = document.body;\n', 'document'],
    ['renderer', 'export const place = process.cwd();\n', 'process'],
  ] as const)('refuses in %s: %s', (part, source, name) => {
    const { refused, words } = checkPlanted(part, source);
    expect(words).toContain(`'${name}'`);
    expect(refused).toBe(true);
  });

  it('finds nothing wrong with plain code, so that a refusal means something', () => {
    for (const part of ['shared', 'main', 'preload', 'renderer'] as const) {
      expect(checkPlanted(part, 'export const one = 1;\n')).toEqual({ refused: false, words: '' });
    }
  });
});
