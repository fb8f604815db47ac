import { join } from 'node:path';
import { build } from 'vite';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** Started over and over by the trials; from source each start would take half a second. */
const PROGRAMS = ['writer', 'migrating', 'soaking'] as const;

/** As deep below the root as the sources, and laid out as the built app is: readers find their worker. */
const OUT = join('.cache', 'torture', 'programs');

let built: Promise<string> | undefined;

/** The path of a trial's program, built once in a run from the sources as they are. */
export async function programPath(name: (typeof PROGRAMS)[number]): Promise<string> {
  built ??= buildPrograms();
  return join(await built, `${name}.js`);
}

async function buildPrograms(): Promise<string> {
  const sources = PROGRAMS.map((name) => [name, join(import.meta.dirname, `${name}.ts`)] as const);
  const main = join(ROOT, 'src', 'main');
  const workers = [
    ['reader-worker', join(main, 'ingest', 'reader-worker.ts')],
    ['understanding-worker', join(main, 'library', 'understanding-worker.ts')],
  ] as const;
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    build: {
      ssr: true,
      target: 'node24',
      outDir: OUT,
      rollupOptions: {
        input: Object.fromEntries([...sources, ...workers]),
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' },
      },
    },
  });
  return join(ROOT, OUT);
}
