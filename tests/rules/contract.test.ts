import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkPlanted, ROOT } from './planted.ts';

const routes = join(ROOT, 'src/shared/contract/routes.ts');

function handlersWith(change: string): string {
  return `import type { Handlers } from '${routes}';
declare const all: Handlers<unknown>;
const { 'library.status': status, ...rest } = all;
export const handlers: Handlers<unknown> = ${change};
export const used = [status, rest];
`;
}

/** Every source file of the window. */
function rendererSources(): string[] {
  const folder = join(ROOT, 'src/renderer/src');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/u.test(file))
    .map((file) => join(folder, file));
}

/** Imports of the request contract that would bring its schemas into the window's bundle. */
function contractValueImports(source: string): string[] {
  return [
    ...source.matchAll(
      /^(?:import|export) (?!type\b)[^;]*?from '[^']*shared\/contract\/[^']*';/gmu,
    ),
  ].map(([statement]) => statement);
}

describe('the request contract', () => {
  it('compiles with exactly one handler a route', () => {
    expect(
      checkPlanted('shared', handlersWith("{ ...rest, 'library.status': status }")).words,
    ).toBe('');
  });

  it('does not compile with a handler missing', () => {
    expect(checkPlanted('shared', handlersWith('rest')).words).toContain('library.status');
  });

  it('does not compile with a handler too many', () => {
    const superfluous = handlersWith(
      "{ ...rest, 'library.status': status, 'library.burn': status }",
    );
    expect(checkPlanted('shared', superfluous).words).toContain('library.burn');
  });

  it('reaches the window as types only', () => {
    const planted = "import { routes } from '../../../shared/contract/routes.ts';\n";
    expect(contractValueImports(planted)).toHaveLength(1);
    const sources = rendererSources();
    expect(sources.length).toBeGreaterThan(20);
    for (const file of sources) {
      expect(contractValueImports(readFileSync(file, 'utf8')), file).toEqual([]);
    }
  });
});
