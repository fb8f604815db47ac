import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from '../../shared/contract/failure.ts';
import { type Input, type Output, type RouteName, routes } from '../../shared/contract/routes.ts';
import { openReader } from '../ingest/readInWorker.ts';
import { openConnection } from '../store/connection.ts';
import { LIBRARY_FILE } from './openLibrary.ts';
import { type ServedLibrary, serveLibrary } from './serve.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const resourcesDir = join(root, 'resources');
const sampleFile = join(resourcesDir, 'sample', 'weifang-reports.txt');
const lines = readFileSync(sampleFile, 'utf8').split('\n');
const bodies = [2, 6, 10, 14, 18, 22, 26, 30, 34, 38].map((at) => lines[at] ?? '');

const reader = openReader();
let clock = 0;

function serve(libraryDir: string): ServedLibrary {
  return serveLibrary(
    { libraryDir, resourcesDir, fontsDir: join(root, 'node_modules') },
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
    () => {
      clock += 1000;
      return new Date(clock).toISOString();
    },
  );
}

/** Asks and holds the answer against the contract: outputs are checked in tests, not in the product. */
async function ask<N extends RouteName>(
  library: ServedLibrary,
  name: N,
  input: Input<N>,
): Promise<Output<N>> {
  const outcome = (await library.dispatch(name, input)) as Outcome<Output<N>>;
  if (!outcome.ok) throw new Error(`${outcome.failure.code}: ${outcome.failure.message}`);
  return routes[name].output.parse(outcome.value) as Output<N>;
}

afterAll(() => reader.close());

describe('the sample library', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhenjian-library-'));
  let library: ServedLibrary;
  beforeAll(async () => {
    library = serve(folder);
    await ask(library, 'library.openSample', {});
  });
  afterAll(async () => {
    await library.close();
    rmSync(folder, { recursive: true });
  });

  const reports = async () => (await ask(library, 'reports.list', {})).reports;
  const idOf = async (town: string) => {
    const report = (await reports()).find(({ title }) => title.includes(town));
    if (!report) throw new Error(`no report of ${town}`);
    return report.id;
  };
  const bodiesNow = async () => {
    const texts = await Promise.all(
      (await reports()).map(async ({ id }) => (await ask(library, 'reports.get', { id })).text),
    );
    return texts.sort();
  };

  it('keeps every text byte for byte, also after a restart', async () => {
    expect(await bodiesNow()).toEqual([...bodies].sort());
    await library.close();
    library = serve(folder);
    expect(await bodiesNow()).toEqual([...bodies].sort());
  });

  it('refuses to change the words of a report, whoever asks', () => {
    const connection = openConnection(join(folder, LIBRARY_FILE));
    expect(() => connection.exec("UPDATE reports SET text = text || '。'")).toThrow(
      /never change/u,
    );
    connection.close();
  });

  it('answers every question in the shape of the contract', async () => {
    const ids = [await idOf('昌城镇'), await idOf('辛兴镇'), await idOf('井沟镇')];
    await ask(library, 'library.status', {});
    await ask(library, 'reports.listLeftovers', {});
    await ask(library, 'comparison.align', { ids });
    await ask(library, 'comparison.topics', { ids });
    await ask(library, 'comparison.outlines', { ids });
    await ask(library, 'indicators.table', { ids });
    await ask(library, 'indicators.ofReport', { id: ids[0] as string });
    await ask(library, 'briefs.preview', { spec: { title: '参阅', documents: ids } });
    await ask(library, 'settings.get', {});
  });

  it('counts occurrences as a plain scan does, in every text and filter', async () => {
    for (const words of ['改厕', '河岔', '10544.4', '三清一增', '的', '，']) {
      const { total, hits } = await ask(library, 'search.run', {
        query: words === '，' ? '"，"' : words,
        allOffsets: true,
        limit: 100_000,
      });
      const wanted = words === '，' ? ',' : words;
      const expected = bodies.reduce((sum, body) => sum + body.split(wanted).length - 1, 0);
      expect(total, words).toBe(expected);
      expect(hits, words).toHaveLength(expected);
    }
    const towns = await ask(library, 'search.run', { query: '社区', localities: ['高密市'] });
    expect(towns.total).toBe((bodies[8] ?? '').split('社区').length - 1);
    const years = await ask(library, 'search.run', { query: '改厕', years: [2021] });
    expect(years.total).toBe(2);
    const roles = await ask(library, 'search.run', { query: '改厕', roles: ['tasks'] });
    expect(roles.total).toBe(1);
  });

  it('leaves the place of 辛兴镇 to the person, and can take the decision back', async () => {
    const id = await idOf('辛兴镇');
    const now = async () => (await ask(library, 'reports.get', { id })).summary;
    expect((await now()).conflict?.message).toBe('题名为辛兴镇，正文 8 处为皇华镇');
    expect((await now()).place).toEqual(['潍坊市', '诸城市', '待认定']);
    const { decision } = await ask(library, 'reports.decideLocality', { id, choice: 'stated' });
    expect((await now()).town).toBe('辛兴镇');
    expect((await now()).conflict).toBeNull();
    await ask(library, 'reports.undoDecision', { id, decisionId: decision.id });
    expect((await now()).conflict).not.toBeNull();
    expect(
      await library.dispatch('reports.undoDecision', { id, decisionId: decision.id }),
    ).toMatchObject({
      ok: false,
      failure: { code: 'no-decision' },
    });
  });

  it('keeps a note, changes it in revisions, and brings a removed one back', async () => {
    const documentId = await idOf('昌城镇');
    const start = (bodies[0] ?? '').indexOf('围绕改善群众生活条件');
    const { annotation } = await ask(library, 'annotations.create', {
      documentId,
      start,
      end: start + 10,
      note: '写法可借鉴',
      category: '借鉴',
    });
    expect(annotation.quote).toBe('围绕改善群众生活条件');
    await ask(library, 'annotations.update', { id: annotation.id, note: '写法可学' });
    const found = async (query: string) => (await ask(library, 'search.run', { query })).total;
    expect(await found('写法可借鉴')).toBe(0);
    expect(await found('写法可学')).toBe(1);
    await ask(library, 'annotations.remove', { id: annotation.id });
    expect((await ask(library, 'annotations.list', {})).annotations).toEqual([]);
    expect(await found('写法可学')).toBe(0);
    await ask(library, 'annotations.restore', { id: annotation.id });
    const [restored] = (await ask(library, 'annotations.list', { documentId })).annotations;
    expect(restored).toMatchObject({ id: annotation.id, note: '写法可学', category: '借鉴' });
    expect(restored?.createdAt).toBe(annotation.createdAt);
  });

  it('takes the sample with its notes out of sight and out of search, and brings all back', async () => {
    const before = await ask(library, 'library.status', {});
    expect(await ask(library, 'library.removeSample', {})).toEqual({ removed: 10 });
    expect((await reports()).length).toBe(0);
    expect((await ask(library, 'search.run', { query: '写法可学' })).total).toBe(0);
    expect((await ask(library, 'search.run', { query: '社区' })).total).toBe(0);
    await ask(library, 'library.openSample', {});
    expect(await ask(library, 'library.status', {})).toEqual(before);
    expect((await ask(library, 'search.run', { query: '写法可学' })).total).toBe(1);
  });

  it('knows each of its documents again, also from a file', async () => {
    const fileId = library.context.previews.putFile({ path: sampleFile, name: 'again.txt' });
    const preview = await ask(library, 'imports.preview', { source: { kind: 'chosen', fileId } });
    expect(preview.documents.every(({ duplicateOf }) => duplicateOf !== null)).toBe(true);
    const { outcomes } = await ask(library, 'imports.commit', {
      previewId: preview.previewId,
      include: preview.documents.map(({ index }) => index),
    });
    expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set(['duplicate']));
    expect((await reports()).length).toBe(10);
  });

  it('says in Chinese what it cannot do', async () => {
    for (const [name, input] of [
      ['reports.get', { id: 'nobody' }],
      ['annotations.update', { id: 'nobody', note: '' }],
      [
        'annotations.create',
        { documentId: await idOf('昌城镇'), start: 5, end: 999_999, note: '' },
      ],
      ['imports.commit', { previewId: 'nobody', include: [0] }],
      ['reports.burn', {}],
    ] as const) {
      const outcome = await library.dispatch(name, input);
      expect(outcome).toMatchObject({ ok: false });
      if (!outcome.ok) expect(outcome.failure.message).toMatch(/[一-鿿].*。$/u);
    }
  });
});
