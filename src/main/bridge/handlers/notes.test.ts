import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ServedDesk } from '../../../../tests/fixtures/servedLibrary.ts';

const desk = new ServedDesk();
const { ask, choose, library } = desk;
const file = join(desk.folder, '批注');
desk.answer = file;
let id = '';
let body = '';

/** A made-up report of a made-up town, in which a formula stands three times. */
const text = [
  '2023年青石镇政府工作报告',
  '各位代表：',
  '一、2022年工作回顾',
  '镇卫生院完成改造，家庭医生签约服务覆盖全部行政村，群众满意度明显提升，老人看病不再进城。',
  '新修道路12公里，惠及五个村，取得明显成效。学校扩建工程按期完工，取得明显成效。',
  '粮食生产再获丰收，农业保险应保尽保，取得明显成效，合作社发展到二十六家。',
  '二、2023年工作安排',
  '坚持项目为王，全力招商引资，新引进项目六个，建设老年食堂四处，让独居老人吃上热饭。',
].join('\n');
const corrected = text
  .replace('学校扩建工程按期完工，取得明显成效', '校舍扩建告竣，取得明显成效')
  .replace('新修道路12公里，惠及五个村', '道路新修12公里')
  .replace('建设老年食堂四处，', '');

async function annotate(words: string, note: string, from = 0) {
  const start = body.indexOf(words, from);
  const end = start + words.length;
  return (await ask('annotations.create', { documentId: id, start, end, note })).annotation;
}

const noteOf = async (noteId: string) =>
  (await ask('annotations.list', {})).annotations.find((each) => each.id === noteId);

beforeAll(async () => {
  const source = { kind: 'chosen', fileId: choose('报告.txt', text) } as const;
  const { previewId } = await ask('imports.preview', { source });
  const { outcomes } = await ask('imports.commit', { previewId, include: [0] });
  id = outcomes[0]?.documentIds[0] ?? '';
  body = (await ask('reports.get', { id })).text;
});
afterAll(() => desk.close());

it('offers the places a note may belong to, and puts it on the one the person says', async () => {
  const doubtful = await annotate('取得明显成效', '哪一处？', body.indexOf('学校扩建'));
  const gone = await annotate('建设老年食堂四处', '删了也要留');
  await ask('reports.replaceText', { id, fileId: choose('更正.txt', corrected) });
  expect(await noteOf(doubtful.id)).toMatchObject({ state: 'review', quote: '取得明显成效' });

  const { former, candidates } = await ask('annotations.candidates', { id: doubtful.id });
  expect(former).toMatchObject({ quote: '取得明显成效' });
  expect(former.before).toMatch(/学校扩建工程按期完工，$/u);
  const meant = candidates.find(({ before }) => before.endsWith('校舍扩建告竣，'));
  if (meant === undefined) throw new Error('the reworded sentence is not among the candidates');

  const { start, end } = meant;
  const settled = await ask('annotations.settle', { id: doubtful.id, start, end });
  const now = (await ask('reports.get', { id })).text;
  expect(settled.annotation).toMatchObject({ state: 'anchored', start, end, note: '哪一处？' });
  expect(now.slice(start - 7, end)).toBe('校舍扩建告竣，取得明显成效');

  const { revision } = settled.annotation;
  await ask('annotations.undo', { id: doubtful.id, revision });
  expect(await noteOf(doubtful.id)).toMatchObject({ state: 'review', note: '哪一处？' });
  const again = await library.dispatch('annotations.undo', { id: doubtful.id, revision });
  expect(again).toMatchObject({ ok: false, failure: { code: 'changed-since' } });

  expect(await noteOf(gone.id)).toMatchObject({ quote: '建设老年食堂四处' });
  expect((await noteOf(gone.id))?.state).not.toBe('anchored');
});

it('refuses to settle a note outside the text', async () => {
  const note = await annotate('粮食生产再获丰收', '');
  for (const [start, end] of [
    [5, 5],
    [0, 100_000],
  ] as const) {
    const answer = await library.dispatch('annotations.settle', { id: note.id, start, end });
    expect(answer).toMatchObject({ ok: false, failure: { code: 'no-passage' } });
  }
  expect(await noteOf(note.id)).toMatchObject({ state: 'anchored', start: note.start });
});

it('exports the notes asked for, in the order asked, and none that is not there', async () => {
  const { annotations } = await ask('annotations.list', {});
  const ids = annotations.map((each) => each.id).toReversed();
  const written = await ask('annotations.export', { ids: ids.slice(0, 2), format: 'json' });
  expect(written).toEqual({ fileName: '批注', notes: 2 });
  const exchanged: { id: string }[] = JSON.parse(readFileSync(file, 'utf8'));
  expect(exchanged.map((each) => each.id)).toEqual(
    ids.slice(0, 2).map((each) => `urn:uuid:${each}`),
  );

  await ask('annotations.export', { ids, format: 'txt' });
  const words = readFileSync(file, 'utf8');
  expect(words).toContain('原文：建设老年食堂四处');
  expect(words).toMatch(/出处：青石镇2023年报告·一、2022年工作回顾/u);

  const answer = await library.dispatch('annotations.export', { ids: ['nobody'], format: 'md' });
  expect(answer).toMatchObject({ ok: false, failure: { code: 'no-annotation' } });
});
