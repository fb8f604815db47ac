import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Outcome } from '../../shared/contract/failure.ts';
import { openReader } from '../ingest/readInWorker.ts';
import { type SearchClient, startSearch } from './searchClient.ts';
import { type ServedLibrary, serveLibrary } from './serve.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'zhenjian-desk-'));
const reader = openReader();
const askedOfLibrary: unknown[] = [];
let library: ServedLibrary;
let search: SearchClient;

beforeAll(async () => {
  const places = {
    libraryDir: folder,
    resourcesDir: join(root, 'resources'),
    fontsDir: join(root, 'node_modules'),
  };
  library = serveLibrary(
    places,
    {
      reader,
      host: {
        chooseFilesToOpen: async () => [],
        chooseFileToSave: async () => null,
        chooseFolder: async () => null,
      },
      print: { print: async () => new Uint8Array() },
      emit: () => undefined,
    },
    () => '2026-01-01T00:00:00.000Z',
  );
  search = startSearch(
    join(import.meta.dirname, '..', 'search-worker.ts'),
    places,
    (name, input) => {
      askedOfLibrary.push(name);
      return library.dispatch(name, input);
    },
  );
  await search.dispatch('library.openSample', {});
});
afterAll(async () => {
  await search.close();
  await library.close();
  await reader.close();
  rmSync(folder, { recursive: true });
});

const saidBy = (outcome: Outcome<unknown>) => (outcome.ok ? outcome.value : outcome.failure);
type Listed = { snapshots: { id: string }[] };
const withoutTime = (value: unknown) => ({ ...(value as object), elapsedMs: 0 });

it('answers what the library would, without asking it', async () => {
  for (const [name, input] of [
    ['search.run', { query: '社区' }],
    ['search.facets', { query: '社区', planYears: [2019] }],
    ['search.synonyms', { query: '改厕' }],
    ['search.places', { typed: 'ccz' }],
    ['search.waysOut', { query: '改厕 鲲鹏' }],
  ] as const) {
    askedOfLibrary.length = 0;
    const here = saidBy(await search.dispatch(name, input));
    expect(askedOfLibrary).toEqual([]);
    expect(withoutTime(here)).toEqual(withoutTime(saidBy(await library.dispatch(name, input))));
  }
});

it('sees at once what the library has written', async () => {
  const total = async () =>
    (saidBy(await search.dispatch('search.run', { query: '改厕' })) as { total: number }).total;
  const before = await total();
  expect(before).toBeGreaterThan(0);
  await search.dispatch('library.removeSample', {});
  expect(await total()).toBe(0);
  await search.dispatch('library.openSample', {});
  expect(await total()).toBe(before);
});

it('lets a newer query overtake older ones, and not what is asked beside it', async () => {
  // The thread is busy until all four are asked, however quick it answers.
  const busy = search.dispatch('search.selfCheck', {});
  const older = search.dispatch('search.run', { query: '镇' });
  const beside = search.dispatch('search.facets', { query: '镇' });
  const newer = search.dispatch('search.run', { query: '镇政府' });
  const facets = search.dispatch('search.facets', { query: '镇政府' });
  expect(await newer).toMatchObject({ ok: true });
  expect(await facets).toMatchObject({ ok: true });
  expect(saidBy(await beside)).toMatchObject({ code: 'overtaken' });
  expect(saidBy(await older)).toMatchObject({ code: 'overtaken' });
  expect(await busy).toMatchObject({ ok: true });
});

it('does not let what is asked late beside an older query overtake the newer one', async () => {
  await search.dispatch('search.run', { query: '镇' });
  const newer = search.dispatch('search.run', { query: '镇政府' });
  const late = search.dispatch('search.facets', { query: '镇' });
  const facets = search.dispatch('search.facets', { query: '镇政府' });
  expect(await newer).toMatchObject({ ok: true });
  expect(await facets).toMatchObject({ ok: true });
  await late;
});

it('answers what is asked beside hits a moment before these, also for words that stood there before', async () => {
  for (const query of ['镇', '镇政府', '镇']) {
    const beside = search.dispatch('search.synonyms', { query });
    const hits = search.dispatch('search.run', { query });
    expect(await hits).toMatchObject({ ok: true });
    expect(await beside).toMatchObject({ ok: true });
  }
});

it('leaves to the library what is malformed, and lets go of the file where it has to be alone', async () => {
  expect(saidBy(await search.dispatch('search.run', { queri: '' }))).toMatchObject({
    code: 'malformed-request',
  });
  const [snapshot] = (saidBy(await search.dispatch('library.listSnapshots', {})) as Listed)
    .snapshots;
  expect(await search.dispatch('library.restoreSnapshot', { id: snapshot?.id })).toMatchObject({
    ok: true,
  });
  expect(saidBy(await search.dispatch('search.run', { query: '改厕' }))).toMatchObject({
    exact: true,
  });
});
