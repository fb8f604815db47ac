import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { generateReport } from '../../../tests/fixtures/reports/generate.ts';
import type { LibraryEvent } from '../../shared/contract/events.ts';
import type { Outcome } from '../../shared/contract/failure.ts';
import { type Input, type Output, type RouteName, routes } from '../../shared/contract/routes.ts';
import { openReader } from '../ingest/readInWorker.ts';
import { openConnection } from '../store/connection.ts';
import type { NewReport } from '../store/libraryStore.ts';
import { unpackFigures } from '../store/packedFigures.ts';
import { loadKnowledge } from './knowledge.ts';
import { LIBRARY_FILE } from './openLibrary.ts';
import { type ServedLibrary, serveLibrary } from './serve.ts';
import type { ReadText } from './structure.ts';
import { openUnderstandingPool } from './understandingPool.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'zhenjian-many-'));
const sources = join(folder, '报告');
const COUNT = 14;
const nameOf = (at: number) => `${String(at).padStart(2, '0')}.txt`;

/** Invented reports; the sixth is the third once more. */
function writeSources(): void {
  mkdirSync(sources);
  for (let at = 0; at < COUNT; at++) {
    const { raw } = generateReport(at === 5 ? 2 : at, { layout: 'lines', characters: 500 });
    writeFileSync(join(sources, nameOf(at)), `${raw.titleLine ?? ''}\n${raw.text}`);
  }
}

describe('many files at once', () => {
  const reader = openReader();
  let onProgress: (event: LibraryEvent & { type: 'progress' }) => void;
  let library: ServedLibrary;
  let libraryDir: string;
  let lastLibrary = 0;

  async function ask<N extends RouteName>(name: N, input: Input<N>): Promise<Output<N>> {
    const outcome = (await library.dispatch(name, input)) as Outcome<Output<N>>;
    if (!outcome.ok) throw new Error(`${outcome.failure.code}: ${outcome.failure.message}`);
    return routes[name].output.parse(outcome.value) as Output<N>;
  }
  const run = async () => {
    const { batch } = await ask('imports.chooseFolder', {});
    if (batch === null) throw new Error('no folder was chosen');
    return ask('imports.runBatch', { batchId: batch.batchId });
  };
  const statuses = ({ files }: Output<'imports.runBatch'>) =>
    files.flatMap(({ outcomes }) => outcomes.map(({ status }) => status));
  const stored = async () => (await ask('library.status', {})).reportCount;

  beforeAll(writeSources);
  beforeEach(async () => {
    await library?.close();
    onProgress = () => undefined;
    lastLibrary += 1;
    libraryDir = join(folder, `library-${lastLibrary}`);
    library = serveLibrary(
      {
        libraryDir,
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
          if (event.type === 'progress') onProgress(event);
        },
      },
      () => '2024-01-01T00:00:00.000Z',
    );
  });
  afterAll(async () => {
    await library.close();
    await reader.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are told of in their order, and the second of two that are the same is a duplicate', async () => {
    const { files, stopped } = await run();
    expect(stopped).toBe(false);
    expect(files.map(({ name }) => name)).toEqual(
      Array.from({ length: COUNT }, (_, at) => `报告/${nameOf(at)}`),
    );
    const third = files[2]?.outcomes[0];
    expect(files[5]?.outcomes).toMatchObject([
      { status: 'duplicate', documentIds: third?.documentIds },
    ]);
    expect(await stored()).toBe(COUNT - 1);
  });

  it('count as done only when they are in the library’s file', async () => {
    const connection = openConnection(join(libraryDir, LIBRARY_FILE), { readonly: true });
    const count = connection.prepare<[], number>('SELECT count(*) FROM reports').pluck();
    const told: [done: number, inFile: number][] = [];
    onProgress = ({ done }) => told.push([done, count.get() ?? 0]);
    await run();
    connection.close();
    expect(told).toHaveLength(COUNT);
    for (const [done, inFile] of told)
      expect(inFile).toBeGreaterThanOrEqual(done - (done > 5 ? 1 : 0));
    expect(told.at(-1)?.[0]).toBeGreaterThan(0);
  });

  it('stay stored as far as told when stopped, and are gone on with', async () => {
    onProgress = ({ task, label }) => {
      if (label.endsWith(nameOf(9))) void library.dispatch('imports.cancel', { task });
    };
    const first = await run();
    expect(first.stopped).toBe(true);
    expect(first.files.at(-1)?.name).toBe(`报告/${nameOf(9)}`);
    expect(await stored()).toBe(9);
    onProgress = () => undefined;
    const second = await run();
    expect(second.stopped).toBe(false);
    expect(statuses(second).filter((status) => status === 'duplicate')).toHaveLength(10);
    expect(await stored()).toBe(COUNT - 1);
  });

  it('are shown by a search as they would be after the index is written anew', async () => {
    const { connection } = library.context.home.library;
    const rows = () =>
      connection
        .prepare('SELECT document_key, id, title, head, outline FROM search_report ORDER BY 1')
        .all();
    await run();
    const written = rows();
    expect(written).toHaveLength(COUNT - 1);
    await ask('search.rebuild', {});
    expect(rows()).toEqual(written);
  });

  it('are stored although one among them cannot be', async () => {
    library.context.home.library.connection.exec(
      `CREATE TRIGGER refuse AFTER INSERT ON reports WHEN NEW.import_id =
         (SELECT id FROM imports WHERE source_name LIKE '%${nameOf(11)}')
         BEGIN SELECT RAISE(ABORT, 'refused'); END`,
    );
    const { files } = await run();
    const bad = files.filter(({ outcomes }) => outcomes[0]?.status === 'rejected');
    expect(bad.map(({ name, outcomes }) => [name, outcomes[0]?.code])).toEqual([
      [`报告/${nameOf(11)}`, 'not-stored'],
    ]);
    expect(await stored()).toBe(COUNT - 2);
    expect(await ask('search.selfCheck', {})).toMatchObject({
      disagreements: [],
      damagedTexts: 0,
      missingReports: 0,
    });
  });
});

function readText(text: string): ReadText {
  return { name: 'a.txt', text, format: 'txt', encoding: null, discarded: [], notices: [] };
}

/** As the file of the library gives it back. */
function unpacked({ findings: { analysis, packedAnalysis, figures } }: NewReport) {
  if (packedAnalysis === undefined || !('packed' in figures)) {
    throw new Error('what was found in other threads comes packed');
  }
  expect(JSON.parse(packedAnalysis)).toEqual(analysis);
  return { analysis, figures: unpackFigures(figures) };
}

describe('threads that understand', () => {
  it('find what is found without them', async () => {
    const resources = join(root, 'resources');
    const bundle = readFileSync(join(resources, 'sample', 'weifang-reports.txt'), 'utf8');
    const invented = [1, 2, 3].map((seed) => generateReport(seed, { characters: 900 }).raw.text);
    const texts = [bundle, ...invented, '，。！', '抓取时间：2019年1月1日'].map(readText);
    const knowledge = () => loadKnowledge(resources);
    const [here, apart] = await Promise.all(
      [1, texts.length].map(async (count) => {
        const pool = openUnderstandingPool(count, knowledge, resources);
        const files = await Promise.all(texts.map((text) => pool.understand(text)));
        await pool.close();
        return files;
      }),
    );
    const read = apart?.map((file) => ({
      ...file,
      documents: file?.documents.map((document) => ({
        ...document,
        findings: unpacked(document),
      })),
    }));
    // As they are stored: what is undefined is left out.
    expect(read).toEqual(JSON.parse(JSON.stringify(here)));
  });

  it('answer for every text although they cannot start', async () => {
    const pool = openUnderstandingPool(
      20,
      () => Promise.reject(new Error('not asked here')),
      join(folder, 'nowhere'),
    );
    const text = readText('各位代表：');
    const answers = await Promise.all([1, 2].map(() => pool.understand(text)));
    expect(answers).toEqual([null, null]);
    await pool.close();
    expect(await pool.understand(text)).toBeNull();
  });
});
