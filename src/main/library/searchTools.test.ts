import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LibraryEvent } from '../../shared/contract/events.ts';
import type { Outcome } from '../../shared/contract/failure.ts';
import { type Input, type Output, type RouteName, routes } from '../../shared/contract/routes.ts';
import { openReader } from '../ingest/readInWorker.ts';
import { openConnection } from '../store/connection.ts';
import { LIBRARY_FILE } from './openLibrary.ts';
import { type ServedLibrary, serveLibrary } from './serve.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'zhenjian-search-'));
const csv = join(folder, '词频.csv');
const reader = openReader();
const events: LibraryEvent[] = [];
let library: ServedLibrary;

beforeAll(async () => {
  library = serveLibrary(
    {
      libraryDir: folder,
      resourcesDir: join(root, 'resources'),
      fontsDir: join(root, 'node_modules'),
    },
    {
      reader,
      host: {
        chooseFilesToOpen: async () => [],
        chooseFileToSave: async () => csv,
        chooseFolder: async () => null,
      },
      print: { print: async () => new Uint8Array() },
      emit: (event) => events.push(event),
    },
    () => '2026-01-01T00:00:00.000Z',
  );
  await ask('library.openSample', {});
});
afterAll(async () => {
  await library.close();
  await reader.close();
  rmSync(folder, { recursive: true });
});

/** Asks and holds the answer against the contract. */
async function ask<N extends RouteName>(name: N, input: Input<N>): Promise<Output<N>> {
  const outcome = (await library.dispatch(name, input)) as Outcome<Output<N>>;
  if (!outcome.ok) throw new Error(`${outcome.failure.code}: ${outcome.failure.message}`);
  return routes[name].output.parse(outcome.value) as Output<N>;
}

const total = async (input: Input<'search.run'>) => (await ask('search.run', input)).total;

it('counts beside every value what choosing it finds, under the other filters', async () => {
  const query = '社区';
  const chosen = [{ query }, { query, planYears: [2019] }, { query, roles: ['tasks' as const] }];
  for (const narrowing of chosen) {
    const facets = await ask('search.facets', narrowing);
    expect(facets.places.length).toBeGreaterThan(2);
    expect(facets.roles.length).toBeGreaterThan(1);
    expect(facets.topics.length).toBeGreaterThan(3);
    for (const { path, count } of facets.places) {
      expect(await total({ ...narrowing, places: [path] }), path.join()).toBe(count);
    }
    for (const { value, count } of facets.planYears) {
      expect(await total({ ...narrowing, planYears: [value] }), `${value}`).toBe(count);
    }
    for (const { value, count } of facets.reviewYears) {
      expect(await total({ ...narrowing, reviewYears: [value] }), `${value}`).toBe(count);
    }
    for (const { value, count } of facets.kinds) {
      expect(await total({ ...narrowing, kinds: [value] }), value).toBe(count);
    }
    for (const { value, count } of facets.roles) {
      expect(await total({ ...narrowing, roles: [value] }), value).toBe(count);
    }
    for (const { value, count } of facets.topics) {
      expect(await total({ ...narrowing, topics: [value] }), value).toBe(count);
    }
  }
});

it('finds the peers of any town in its county, without the town itself', async () => {
  const { places } = await ask('search.places', { typed: 'ccz' });
  expect(places).toEqual([{ name: '昌城镇', path: ['潍坊市', '诸城市', '昌城镇'] }]);
  const town = places[0]?.path ?? [];
  const query = '社区';
  const facets = await ask('search.facets', { query, peersOf: town });
  const countOf = (...path: string[]) =>
    facets.places.find((place) => place.path.join() === path.join())?.count ?? 0;
  const peers = countOf('潍坊市', '诸城市') - countOf(...town);
  expect(peers).toBeGreaterThan(0);
  expect(await total({ query, peersOf: town })).toBe(peers);
});

it('finds a place that is still to be decided by either name', async () => {
  for (const typed of ['hhz', 'xxz']) {
    expect((await ask('search.places', { typed })).places[0]?.path.at(-1)).toBe('待认定');
  }
});

it.each(['changcheng', '昌城', 'CCZ'])('finds a place by %s', async (typed) => {
  expect((await ask('search.places', { typed })).places[0]?.name).toBe('昌城镇');
});

it('answers the page first and the same total afterwards', async () => {
  for (const query of ['镇', '社区', '发展 建设', '10544.4', '皇华']) {
    const first = await ask('search.run', { query, pageFirst: true });
    const whole = await ask('search.run', { query });
    const counted = await ask('search.count', { query, documentIds: [] });
    expect([counted.total, counted.documents]).toEqual([whole.total, whole.documents]);
    if (first.exact) expect(first.total).toBe(whole.total);
    if (counted.byTitle === 0 || first.exact) expect(first.hits).toEqual(whole.hits);
  }
});

it('answers a query of 10,000 characters with a hint', async () => {
  expect((await ask('search.run', { query: '改'.repeat(10_000) })).hint).toContain('检索词过长');
});

it('counts a place with all below it', async () => {
  const facets = await ask('search.facets', { query: '社区' });
  const countOf = (...path: string[]) =>
    facets.places.find((place) => place.path.join() === path.join())?.count ?? 0;
  expect(countOf('潍坊市', '诸城市', '昌城镇')).toBeGreaterThan(0);
  expect(countOf('潍坊市', '诸城市')).toBeGreaterThan(countOf('潍坊市', '诸城市', '昌城镇'));
  expect(countOf('潍坊市')).toBeGreaterThan(countOf('潍坊市', '诸城市'));
});

it('counts a note from the moment it is written', async () => {
  const query = '无中生有的词';
  const count = async () => (await ask('search.count', { query, documentIds: [] })).total;
  expect([await count(), await count()]).toEqual([0, 0]);
  const { reports } = await ask('reports.list', {});
  const documentId = reports[0]?.id ?? '';
  await ask('annotations.create', { documentId, start: 0, end: 4, note: query });
  expect(await count()).toBe(1);
});

it('offers the annual reports with the most occurrences to be laid side by side', async () => {
  const query = '社区';
  const { reports } = await ask('reports.list', {});
  const annual = reports.filter(({ kind }) => kind === 'annual-report').map(({ id }) => id);
  const { groups } = await ask('search.count', { query, documentIds: annual });
  const most = groups.sort((left, right) => right.count - left.count);
  const { comparable } = await ask('search.facets', { query });
  expect(comparable.slice(0, most.length)).toEqual(most.map(({ documentId }) => documentId));
  expect(comparable).toHaveLength(4);
});

it('sees what a decision of the person changed at the next search', async () => {
  const query = '社区';
  const before = await total({ query, kinds: ['term-report'] });
  const { reports } = await ask('reports.list', {});
  const { id = '' } = reports.find(({ town }) => town === '昌城镇') ?? {};
  const { decision } = await ask('reports.decideKind', { id, kind: 'term-report' });
  expect(await total({ query, kinds: ['term-report'] })).toBeGreaterThan(before);
  await ask('reports.undoDecision', { id, decisionId: decision.id });
  expect(await total({ query, kinds: ['term-report'] })).toBe(before);
});

it('shows the own town before its county and says why', async () => {
  await ask('settings.set', { homeLocality: '昌城镇' });
  const { reports } = await ask('reports.list', {});
  const { hits } = await ask('search.run', { query: '投资', limit: 200 });
  const inText = hits.filter(({ reasons }) => !reasons.includes('在标题中'));
  const [first] = inText;
  expect(reports.find(({ id }) => id === first?.documentId)?.town).toBe('昌城镇');
  expect(first?.reasons).toContain('本镇');
  expect((await ask('search.facets', { query: '投资' })).home?.at(-1)).toBe('昌城镇');
  await ask('settings.set', { homeLocality: '' });
});

it('takes whole numbers only where that is asked for', async () => {
  expect(await total({ query: '0544.4' })).toBeGreaterThan(0);
  expect(await total({ query: '0544.4', wholeNumbers: true })).toBe(0);
  expect(await total({ query: '10544.4', wholeNumbers: true })).toBeGreaterThan(0);
});

it('offers other wordings with their own counts and searches only those that are let stand', async () => {
  const { chips } = await ask('search.synonyms', { query: '改厕' });
  const chip = chips.find(({ wording }) => wording === '旱厕改造');
  expect(chip?.count).toBeGreaterThan(0);
  expect(chips.some(({ count }) => count === 0)).toBe(true);
  const alone = await total({ query: '改厕' });
  const both = await total({
    query: '改厕',
    expansions: [{ term: '改厕', wordings: ['旱厕改造'] }],
  });
  expect(both).toBe(alone + (chip?.count ?? 0));
});

it('keeps the own wordings until they are taken away', async () => {
  const pair = { term: '安全生产', wording: '隐患排查' };
  await ask('search.addSynonym', pair);
  const own = async () =>
    (await ask('search.synonyms', { query: '安全生产' })).chips.filter((chip) => chip.own);
  expect(await own()).toMatchObject([{ wording: '隐患排查' }]);
  await ask('search.removeSynonym', pair);
  expect(await own()).toEqual([]);
});

it('names the ways out of a search without hits', async () => {
  const query = '改厕 鲲鹏展翅';
  const found = await total({ query: '改厕' });
  expect(await ask('search.waysOut', { query })).toEqual({
    without: [],
    withoutAll: 0,
    fewer: [{ query: '改厕', total: found, everywhere: false }],
    wordings: [],
  });
  const [fewer] = (await ask('search.waysOut', { query, kinds: ['article'] })).fewer;
  expect(fewer).toEqual({ query: '改厕', total: found, everywhere: true });
  const inTown = { query: '改厕', kinds: ['annual-report' as const] };
  expect(await total(inTown)).toBe(0);
  const [wording] = (await ask('search.waysOut', inTown)).wordings;
  expect(wording).toMatchObject({ wording: '旱厕改造', total: 1 });
  expect((await ask('search.waysOut', { query: '改厕', kinds: ['article'] })).without).toEqual([
    { filter: 'kinds', total: found },
  ]);
});

it('leads out of a scope, of a run of words with punctuation, and of very many words', async () => {
  const fewerOf = async (query: string) => (await ask('search.waysOut', { query })).fewer;
  expect(await total({ query: '批注:社区' })).toBe(0);
  expect(await fewerOf('批注:社区')).toEqual([
    { query: '社区', total: await total({ query: '社区' }), everywhere: false },
  ]);
  for (const query of ['社区，改厕', '“社区、改厕”', '社区|改厕🎉']) {
    expect(await total({ query })).toBe(0);
    expect((await fewerOf(query))[0]?.query, query).toBe('社区 改厕');
  }
  expect((await fewerOf('批注:“社区、改厕”'))[0]?.query).toBe('社区 改厕');
  expect((await fewerOf('《改厕》'))[0]?.query).toBe('改厕');
  const words = Array.from({ length: 60 }, (_, i) => `鲲鹏${i}`).join(' ');
  expect((await fewerOf(`社区 改厕 ${words}`)).map(({ query }) => query)).toEqual(['社区', '改厕']);
});

it('counts other wordings where the query looks', async () => {
  const query = '标题:改厕';
  const { chips } = await ask('search.synonyms', { query });
  expect(chips.length).toBeGreaterThan(1);
  for (const { wording, count } of chips) {
    expect(count, wording).toBe(await total({ query: `标题:${wording}` }));
  }
});

it('writes frequencies by town and year for a spreadsheet', async () => {
  const table = await ask('search.frequency', { query: '社区', kinds: ['annual-report'] });
  expect(table.total).toBe(await total({ query: '社区', kinds: ['annual-report'] }));
  expect(table.towns).toContain('诸城市 昌城镇');
  expect(table.towns).toContain('诸城市 皇华镇（待认定）');
  await ask('search.exportFrequency', { query: '社区', kinds: ['annual-report'] });
  const written = readFileSync(csv, 'utf8');
  expect(written.startsWith('\uFEFF地区,')).toBe(true);
  expect(written.trimEnd().endsWith(`,${table.total}`)).toBe(true);
});

it('keeps searches under their names and forgets them', async () => {
  const search = { query: '改厕', planYears: [2019] };
  const { searches } = await ask('search.save', { name: '厕所', search });
  expect(searches).toMatchObject([{ name: '厕所', search }]);
  await ask('search.save', { name: '厕所', search: { query: '旱厕' } });
  const [kept, ...more] = (await ask('search.saved', {})).searches;
  expect(kept).toMatchObject({ name: '厕所', search: { query: '旱厕' } });
  expect(more).toEqual([]);
  expect(await ask('search.forget', { id: kept?.id ?? '' })).toEqual({ searches: [] });
});

it('lists every occurrence, document by document and in the order of the text', async () => {
  const { hits, total: all } = await ask('search.run', {
    query: '镇',
    allOffsets: true,
    limit: 100_000,
  });
  expect(hits.length).toBe(all);
  const seen: string[] = [];
  let last = -1;
  for (const { documentId, where, start } of hits) {
    if (seen.at(-1) !== documentId) {
      expect(seen).not.toContain(documentId);
      seen.push(documentId);
      last = -1;
    }
    if (where !== 'body') continue;
    expect(start).toBeGreaterThan(last);
    last = start;
  }
});

it('finds by self-check what is wrong with the index, and puts it right by writing it anew', async () => {
  const before = await total({ query: '社区' });
  const sound = { checked: 200, disagreements: [], damagedTexts: 0, missingReports: 0 };
  expect(await ask('search.selfCheck', {})).toEqual(sound);
  const connection = openConnection(join(folder, LIBRARY_FILE));
  connection.exec(
    "DELETE FROM search_entry WHERE kind = 0 AND document_key % 2 = 0; UPDATE search_state SET value = value + 1 WHERE name = 'generation'",
  );
  connection.close();
  expect(await total({ query: '社区' })).toBeLessThan(before);
  const broken = await ask('search.selfCheck', {});
  expect(broken.disagreements.length).toBeGreaterThan(0);
  expect(broken.missingReports).toBe(5);
  events.length = 0;
  const { documents } = await ask('search.rebuild', {});
  expect(documents).toBe((await ask('library.status', {})).reportCount);
  expect(events).toContainEqual(
    expect.objectContaining({ type: 'progress', task: 'search.rebuild', done: documents }),
  );
  expect(await total({ query: '社区' })).toBe(before);
  expect(await ask('search.selfCheck', {})).toEqual(sound);
});
