/**
 * How long a search waits while reports are being imported: asked of the library's own thread, and of the
 * thread of searching. `node bench/search/beside.ts`, after a build. Exits with 1 where the thread of
 * searching keeps a search waiting for more than 50 ms.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Dispatch } from '../../src/main/bridge/dispatch.ts';
import { startSearch } from '../../src/main/library/searchClient.ts';
import type { FromWorker } from '../../src/main/library/workerMessages.ts';
import type { Outcome } from '../../src/shared/contract/failure.ts';
import { percentile } from './measure.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'search-beside-'));
const places = {
  libraryDir: folder,
  resourcesDir: join(root, 'resources'),
  fontsDir: join(root, 'node_modules'),
};
const LONGEST_WAIT_MS = 50;
const QUESTION = { query: '社区', limit: 50, pageFirst: true };
const sample = readFileSync(join(root, 'resources', 'sample', 'weifang-reports.txt'), 'utf8');

const worker = new Worker(join(root, 'out/main/library-worker.js'), { workerData: places });
const waiting = new Map<number, (outcome: Outcome<unknown>) => void>();
let last = 0;
worker.on('message', (message: FromWorker) => {
  if (message.type === 'outcome') waiting.get(message.request)?.(message.outcome);
});
const library: Dispatch = (name, input) => {
  const { promise, resolve } = Promise.withResolvers<Outcome<unknown>>();
  last += 1;
  waiting.set(last, resolve);
  worker.postMessage({ type: 'request', request: last, name, input });
  return promise;
};
const search = startSearch(join(root, 'out/main/search-worker.js'), places, library);

interface Preview {
  previewId: string;
  documents: { index: number }[];
}

async function ask<V>(name: string, input: unknown): Promise<V> {
  const outcome = await library(name, input);
  if (!outcome.ok) throw new Error(`${name}: ${outcome.failure.code}`);
  return outcome.value as V;
}

/** Waits of the same search, asked again and again while something goes on, in milliseconds. */
async function waitsWhile(dispatch: Dispatch, work: Promise<unknown>): Promise<number[]> {
  const waits: number[] = [];
  let isDone = false;
  void work.finally(() => {
    isDone = true;
  });
  while (!isDone) {
    const before = performance.now();
    await dispatch('search.run', QUESTION);
    waits.push(performance.now() - before);
    await setTimeout(5);
  }
  return waits;
}

/** Pastes the sample with other figures, so that it is not taken for what is there, and stores it. */
async function importAnew(round: number): Promise<void> {
  const text = sample.replaceAll('2018', String(2030 + round)).replaceAll('改厕', `改厕${round}`);
  const { previewId, documents } = await ask<Preview>('imports.preview', {
    source: { kind: 'pasted', text },
  });
  await ask('imports.commit', { previewId, include: documents.map(({ index }) => index) });
}

function report(name: string, waits: readonly number[]): number {
  const longest = Math.max(...waits);
  console.log(
    `${name}: ${waits.length} 次,中位 ${percentile(waits, 0.5).toFixed(1)},p95 ${percentile(waits, 0.95).toFixed(1)},最长 ${longest.toFixed(1)} ms`,
  );
  return longest;
}

await ask('library.openSample', {});
await search.dispatch('search.run', QUESTION);
report('无导入', await waitsWhile(search.dispatch, setTimeout(500)));
report('导入时,资料库线程', await waitsWhile(library, importAnew(1)));
const longest = report('导入时,检索线程', await waitsWhile(search.dispatch, importAnew(2)));
await search.close();
await worker.terminate();
rmSync(folder, { recursive: true });
process.exitCode = longest > LONGEST_WAIT_MS ? 1 : 0;
