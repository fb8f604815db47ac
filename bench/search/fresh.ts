import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { median, time } from './measure.ts';

export interface FreshRun {
  /** From starting a process to its end, ms. */
  wallMs: number;
  /** From opening the library to the answer, ms. */
  answerMs: number;
  rssMegabytes: number;
}

const RUNS = 9;

/**
 * The script of the fresh process as plain JavaScript, which is what ships: stripping types takes
 * longer than the search, and forty megabytes.
 */
export async function bundleFreshProcess(): Promise<{ script: string; remove: () => void }> {
  // Inside the project, where the native module is found.
  const cache = fileURLToPath(new URL('../../.cache', import.meta.url));
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'search-bench-'));
  const entry = fileURLToPath(new URL('./freshProcess.ts', import.meta.url));
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { external: ['better-sqlite3'], noExternal: ['flexsearch'] },
    build: {
      ssr: entry,
      outDir: folder,
      rollupOptions: { output: { entryFileNames: 'fresh.mjs' } },
    },
  });
  return {
    script: join(folder, 'fresh.mjs'),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** A process that opens the library and answers one query, or reads one row where the query is empty. */
export function measureFresh(script: string, path: string, query: string): FreshRun {
  const runs = Array.from({ length: RUNS }, () => {
    let printed = '';
    const wallMs = time(() => {
      printed = spawnSync(process.execPath, [script, path, query], { encoding: 'utf8' }).stdout;
    });
    const own = JSON.parse(printed) as { answerMs: number; rssMegabytes: number };
    return { wallMs, ...own };
  });
  return {
    wallMs: median(runs.map((run) => run.wallMs)),
    answerMs: median(runs.map((run) => run.answerMs)),
    rssMegabytes: median(runs.map((run) => run.rssMegabytes)),
  };
}
