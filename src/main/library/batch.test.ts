import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateReport } from '../../../tests/fixtures/reports/generate.ts';
import type { LibraryEvent } from '../../shared/contract/events.ts';
import type { Outcome } from '../../shared/contract/failure.ts';
import { type Input, type Output, type RouteName, routes } from '../../shared/contract/routes.ts';
import { openReader } from '../ingest/readInWorker.ts';
import { type ServedLibrary, serveLibrary } from './serve.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'zhenjian-batch-'));
const sources = join(folder, '报告');

/** Invented reports; the second bad file calls itself a Word document and is none. */
function writeSources(): void {
  mkdirSync(join(sources, '旧稿'), { recursive: true });
  for (const seed of [1, 2, 3]) {
    const { raw } = generateReport(seed, { layout: 'lines', characters: 2000 });
    const name = seed === 3 ? join('旧稿', '三.txt') : `${String(seed)}.txt`;
    writeFileSync(join(sources, name), `${raw.titleLine ?? ''}\n${raw.text}`);
  }
  writeFileSync(join(sources, '0-空.txt'), '');
  writeFileSync(join(sources, '0-坏.docx'), 'PK\u0003\u0004 not a document');
}

describe('a folder of files', () => {
  const reader = openReader();
  const events: LibraryEvent[] = [];
  let onEvent: (event: LibraryEvent) => void = () => undefined;
  let library: ServedLibrary;

  async function ask<N extends RouteName>(name: N, input: Input<N>): Promise<Output<N>> {
    const outcome = (await library.dispatch(name, input)) as Outcome<Output<N>>;
    if (!outcome.ok) throw new Error(`${outcome.failure.code}: ${outcome.failure.message}`);
    return routes[name].output.parse(outcome.value) as Output<N>;
  }
  const choose = async () => {
    const { batch } = await ask('imports.chooseFolder', {});
    if (batch === null) throw new Error('no folder was chosen');
    return batch;
  };
  const statuses = ({ files }: Output<'imports.runBatch'>) =>
    Object.fromEntries(
      files.map(({ name, outcomes }) => [name, outcomes.map(({ status }) => status).join()]),
    );
  const count = async () => (await ask('reports.list', {})).reports.length;

  beforeAll(() => {
    writeSources();
    library = serveLibrary(
      {
        libraryDir: join(folder, 'library'),
        resourcesDir: join(root, 'resources'),
        fontsDir: join(root, 'node_modules'),
      },
      {
        reader,
        host: {
          chooseFilesToOpen: async () => [],
          chooseFolder: async () => sources,
          chooseFileToSave: async () => null,
        },
        print: { print: async () => new Uint8Array() },
        emit: (event) => {
          events.push(event);
          onEvent(event);
        },
      },
      () => '2024-01-01T00:00:00.000Z',
    );
  });
  afterAll(async () => {
    await library.close();
    await reader.close();
    rmSync(folder, { recursive: true });
  });

  it('stops after the file in hand when told to, and keeps what is stored', async () => {
    const { batchId, name, fileCount } = await choose();
    expect([name, fileCount]).toEqual(['报告', 5]);
    onEvent = (event) => {
      if (event.type === 'progress' && event.label.endsWith('1.txt')) {
        void library.dispatch('imports.cancel', { task: batchId });
      }
    };
    const { stopped, files } = await ask('imports.runBatch', { batchId });
    expect(stopped).toBe(true);
    expect(files.at(-1)?.name).toBe('报告/1.txt');
    expect(await count()).toBe(1);
  });

  it('goes on where it stopped when run again, and tells of each file', async () => {
    onEvent = () => undefined;
    events.length = 0;
    const { batchId } = await choose();
    const result = await ask('imports.runBatch', { batchId });
    expect(result.stopped).toBe(false);
    expect(await count()).toBe(3);
    const { '报告/2.txt': second, '报告/旧稿/三.txt': third, ...others } = statuses(result);
    expect(others).toEqual({
      '报告/0-空.txt': 'rejected',
      '报告/0-坏.docx': 'rejected',
      '报告/1.txt': 'duplicate',
    });
    for (const status of [second, third]) expect(status).toMatch(/^(imported|needs-review)$/u);
    for (const { outcomes } of result.files) {
      for (const { message } of outcomes) expect(message).toMatch(/[一-鿿]/u);
    }
    const told = events.filter((event) => event.type === 'progress');
    expect(told.map(({ task, total, label }) => [task, total, label])).toEqual(
      ['0-坏.docx', '1.txt', '2.txt', '旧稿/三.txt'].map((name) => [batchId, 4, `报告/${name}`]),
    );
    expect(events.at(-1)).toEqual({ type: 'library.changed' });
  });

  it('runs a batch once', async () => {
    const { batchId } = await choose();
    await ask('imports.runBatch', { batchId });
    expect(await library.dispatch('imports.runBatch', { batchId })).toMatchObject({
      ok: false,
      failure: { code: 'no-batch' },
    });
  });
});
