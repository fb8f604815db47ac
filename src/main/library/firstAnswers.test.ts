import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'zhenjian-first-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Asks a new library these questions in a process of its own; the files it loaded, and what it answered. */
function ask(names: readonly string[]): { loaded: string[]; outcomes: { ok: boolean }[] } {
  const places = { libraryDir: folder, resourcesDir: join(root, 'resources'), fontsDir: folder };
  const script = `
    import { registerHooks } from 'node:module';
    const loaded = [];
    registerHooks({ load: (url, context, next) => { loaded.push(url); return next(url, context); } });
    const { serveLibrary } = await import(${JSON.stringify(new URL('./serve.ts', import.meta.url).href)});
    const library = serveLibrary(${JSON.stringify(places)}, { emit() {} }, () => '2026-11-23T00:00:00.000Z');
    const outcomes = [];
    for (const name of ${JSON.stringify(names)}) outcomes.push(await library.dispatch(name, {}));
    await library.close();
    process.stdout.write(JSON.stringify({ loaded, outcomes }));`;
  return JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      encoding: 'utf8',
    }),
  );
}

const isSchema = (file: string) => /node_modules\/zod\/|\/shared\/contract\/routes/u.test(file);

it('answers what the first screen shows without reading the code of any other question', () => {
  const first = ask(['library.trouble', 'settings.get', 'library.status', 'reports.list']);
  expect(first.outcomes.every(({ ok }) => ok)).toBe(true);
  expect(first.loaded.filter(isSchema)).toEqual([]);

  const later = ask(['reports.listLeftovers']);
  expect(later.outcomes).toEqual([{ ok: true, value: { leftovers: [] } }]);
  expect(later.loaded.filter(isSchema)).not.toEqual([]);
});
