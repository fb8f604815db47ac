import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, expect, it } from 'vitest';
import { ServedDesk } from '../../../tests/fixtures/servedLibrary.ts';
import { LIBRARY_FILE } from './openLibrary.ts';

const desk = new ServedDesk();
const { ask, choose, library } = desk;

/** A made-up report of a made-up town. */
const text = [
  '2023年青石镇政府工作报告',
  '各位代表：',
  '一、2022年工作回顾',
  '完成固定资产投资3.2亿元，增长8%。全年改厕八百户，污水管网同步铺到村口。',
  '镇卫生院完成改造，家庭医生签约服务覆盖全部行政村，群众满意度明显提升，老人看病不再进城。',
  '新修道路12公里，惠及五个村。学校扩建工程按期完工，新增学位三百个。',
  '粮食生产再获丰收，新建高标准农田两千亩，农业保险应保尽保，合作社发展到二十六家。',
  '二、2023年工作安排',
  '坚持项目为王，全力招商引资，新引进项目六个。',
  '抓好污染防治，河道清淤四十里，秸秆综合利用率保持在九成以上，守住蓝天碧水。',
  '办好民生实事，建设老年食堂四处，让独居老人吃上热饭，配餐到户不少于六十份。',
].join('\n');

const corrected = text
  .replace('改厕八百户', '改厕八百零二户')
  .replace('学校扩建工程按期完工，新增学位三百个。', '')
  .replace('坚持项目为王，', '各位代表，坚持项目为王，');

async function annotate(id: string, body: string, words: string): Promise<void> {
  const start = body.indexOf(words);
  await ask('annotations.create', {
    documentId: id,
    start,
    end: start + words.length,
    note: `关于${words}`,
  });
}

afterAll(() => desk.close());

it('replaces a text by its correction, carries the notes over and keeps the old words', async () => {
  const source = { kind: 'chosen', fileId: choose('报告.txt', text) } as const;
  const { previewId } = await ask('imports.preview', { source });
  const { outcomes } = await ask('imports.commit', { previewId, include: [0] });
  const id = outcomes[0]?.documentIds[0] ?? '';
  const body = (await ask('reports.get', { id })).text;
  await annotate(id, body, '群众满意度明显提升');
  await annotate(id, body, '建设老年食堂四处');
  await annotate(id, body, '改厕八百户');
  await annotate(id, body, '新增学位三百个');

  const fileId = choose('更正.txt', corrected);
  const notes = await ask('reports.replaceText', { id, fileId });
  expect(notes.anchored + notes.review + notes.orphaned).toBe(4);
  expect(notes.anchored).toBe(2);

  const report = await ask('reports.get', { id });
  expect(report.text).toContain('改厕八百零二户');
  const { annotations } = await ask('annotations.list', { documentId: id });
  for (const { state, start, end, quote } of annotations) {
    if (state === 'anchored') expect(report.text.slice(start, end)).toBe(quote);
    if (state === 'orphaned') expect(end).toBe(0);
  }
  const found = async (query: string) => (await ask('search.run', { query })).total;
  expect(await found('八百零二户')).toBe(1);
  expect(await found('学校扩建工程')).toBe(0);
  expect(await found('关于建设老年食堂四处')).toBe(1);
  expect(await ask('library.verify', {})).toMatchObject({ sound: true });

  const file = new Database(join(desk.folder, LIBRARY_FILE), { readonly: true });
  expect(file.prepare('SELECT text FROM superseded_texts').pluck().all()).toEqual([body]);
  file.close();

  const again = await library.dispatch('reports.replaceText', { id, fileId });
  expect(again).toMatchObject({ ok: false, failure: { code: 'same-text' } });
});

it('keeps the county that came with the old file unless the new text names another', async () => {
  const body = text.slice(text.indexOf('\n') + 1).replace('八百户', '九百户');
  const bundle = `-\n【诸城市招商】2023年青石镇政府工作报告\n${body.replaceAll('\n', '')}\n2025-07-08\n`;
  const source = { kind: 'chosen', fileId: choose('合集.txt', bundle) } as const;
  const { previewId } = await ask('imports.preview', { source });
  const { outcomes } = await ask('imports.commit', { previewId, include: [0] });
  const id = outcomes[0]?.documentIds[0] ?? '';
  const metadata = async () => (await ask('reports.get', { id })).summary.metadata;
  const known = await metadata();
  expect(known).toMatchObject({ county: '诸城市', prefecture: '潍坊市', province: '山东省' });

  const plain = `2023年青石镇政府工作报告\n${body.replace('九百户', '九百零一户')}`;
  await ask('reports.replaceText', { id, fileId: choose('更正二.txt', plain) });
  expect(await metadata()).toEqual(known);

  const elsewhere = plain.replace('2023年青石镇', '高密市2023年青石镇').replace('零一户', '零二户');
  await ask('reports.replaceText', { id, fileId: choose('更正三.txt', elsewhere) });
  expect(await metadata()).toMatchObject({ county: '高密市', sourceLabel: '诸城市招商' });
});

it('still refuses to change words that are not kept elsewhere, and the kept ones', () => {
  const file = new Database(join(desk.folder, LIBRARY_FILE));
  for (const sql of [
    "UPDATE reports SET text = text || '。'",
    "UPDATE superseded_texts SET text = ''",
  ]) {
    expect(() => file.exec(sql)).toThrow(/never change/u);
  }
  file.close();
});
