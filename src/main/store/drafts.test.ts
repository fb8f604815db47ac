import { afterEach, beforeEach, expect, it } from 'vitest';
import { inspectPages } from './backup/checkFile.ts';
import { type Connection, openConnection } from './connection.ts';
import { createDraftStore, type DraftStore } from './drafts.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/list.ts';
import { moveSettlements, settlementOn } from './settlements.ts';

let connection: Connection;
let drafts: DraftStore;
let lastId = 0;

beforeEach(() => {
  connection = openConnection(':memory:');
  migrate(connection, migrations);
  drafts = createDraftStore({
    connection,
    indexer: { add: () => undefined, remove: () => undefined } as never,
    now: () => '2026-01-01T00:00:00.000Z',
    newId: () => {
      lastId += 1;
      return String(lastId);
    },
    device: '测试机',
  });
});
afterEach(() => connection.close());

const begin = () =>
  drafts.begin({
    title: '2027年柳河镇政府工作报告',
    town: '柳河镇',
    planYear: 2027,
    basisId: null,
    blocks: [{ kind: 'paragraph', level: 0, text: '修路六公里。', source: null }],
  });

it('finds a word of a draft that is not the one that was written', async () => {
  await begin();
  expect(inspectPages(connection, 'quick_check').changedTexts).toEqual([]);
  connection.prepare(`UPDATE drafts SET blocks = replace(blocks, '六', '九')`).run();
  expect(inspectPages(connection, 'quick_check').changedTexts).toHaveLength(1);
});

it('numbers versions from one and hands back each as it was', async () => {
  const { id, blocks, title } = await begin();
  const first = await drafts.keepVersion(id, '一稿');
  await drafts.save(id, { title, blocks: [] });
  const second = await drafts.keepVersion(id, '空稿');
  expect([first?.sequence, second?.sequence]).toEqual([1, 2]);
  expect(await drafts.readVersion(id, first?.id ?? '')).toEqual(blocks);
  expect(await drafts.readVersion(id, second?.id ?? '')).toEqual([]);
});

it('saves nothing into a draft that is not there or was removed', async () => {
  const { id } = await begin();
  await drafts.setRemoved(id, true);
  expect(await drafts.save(id, { title: '', blocks: [] })).toBeUndefined();
  expect(await drafts.save('nowhere', { title: '', blocks: [] })).toBeUndefined();
});

it('keeps the lines under the title until they are written over', async () => {
  const { id, title, blocks } = await begin();
  await drafts.save(id, { title, congress: '在第五次会议上', speaker: '镇长　张三', blocks });
  await drafts.save(id, { title, speaker: '', blocks });
  expect(await drafts.find(id)).toMatchObject({ congress: '在第五次会议上', speaker: '' });
});

it('keeps what was decided about a term until it is given back', async () => {
  const { id } = await begin();
  await drafts.setTerm(id, '三清一增', { explanation: '清资产' });
  await drafts.setTerm(id, '三清一增', { explanation: '清资源' });
  await drafts.setTerm(id, '双招双引', { explanation: null });
  expect(await drafts.listTerms(id)).toEqual([
    { term: '三清一增', explanation: '清资源' },
    { term: '双招双引', explanation: null },
  ]);
  await drafts.setTerm(id, '三清一增', undefined);
  expect((await drafts.listTerms(id)).map(({ term }) => term)).toEqual(['双招双引']);
});

it('brings a draft of an older library forward with every word, its lines empty', () => {
  const older = openConnection(':memory:');
  migrate(
    older,
    migrations.slice(
      0,
      migrations.findIndex(({ version }) => version === 210),
    ),
  );
  older
    .prepare(
      `INSERT INTO drafts VALUES ('d', '题', '柳河镇', 2027, NULL, 'a', 'b', NULL, '[]', 'hash')`,
    )
    .run();
  const before = older.prepare('SELECT * FROM drafts').all();
  migrate(older, migrations);
  expect(older.prepare('SELECT * FROM drafts').all()).toEqual(
    before.map((row) => ({ ...(row as object), congress: '', speaker: '' })),
  );
  older.close();
});

it('keeps a settled commitment with its words when the report is replaced by a corrected text', async () => {
  const { id } = await begin();
  const before = '今年要改厕八百户,修路六公里,新建敬老院一座,绿化荒山九百亩。';
  const after = '今年,我们要改厕八百零二户,修路六公里,新建镇敬老院一座。';
  const spanOf = (text: string, words: string) => {
    const start = text.indexOf(words);
    return { start, end: start + words.length };
  };
  const decision = { outcome: 'kept', reason: '验收' };
  await drafts.settle(id, 'plan', spanOf(before, '修路六公里'), decision);
  await drafts.settle(id, 'plan', spanOf(before, '绿化荒山九百亩'), decision);
  moveSettlements(connection, 'plan', before, after);
  const kept = await drafts.listSettlements(id, 'plan');
  expect(kept.map(({ start, end }) => after.slice(start, end))).toEqual(['修路六公里']);
});

it('keeps a settled commitment whose bounds are later read otherwise, and writes over it there', async () => {
  const { id } = await begin();
  await drafts.report(id, 'plan', [{ start: 10, end: 20, reported: '已通车' }]);
  await drafts.settle(id, 'plan', { start: 10, end: 20 }, { outcome: 'partly', reason: '顺延' });
  const settlements = await drafts.listSettlements(id, 'plan');
  expect(settlementOn({ start: 8, end: 18 }, settlements)?.reason).toBe('顺延');
  expect(settlementOn({ start: 20, end: 30 }, settlements)).toBeUndefined();
  expect(settlementOn({ start: 16, end: 30 }, settlements)).toBeUndefined();
  await drafts.settle(id, 'plan', { start: 8, end: 18 }, null);
  expect(await drafts.listSettlements(id, 'plan')).toMatchObject([
    { start: 8, end: 18, outcome: null, reported: '已通车' },
  ]);
});
