import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Input } from '../../../shared/contract/routes.ts';
import { type DraftLibrary, openDraftLibrary } from './draftLibrary.cases.ts';

let library: DraftLibrary;
let id: string;

beforeAll(async () => {
  library = await openDraftLibrary();
  const { draft } = await library.ask('drafts.begin', {
    town: '昌城镇',
    planYear: 2020,
    basisId: null,
  });
  id = draft.id;
});
afterAll(() => library.close());

type Question = Input<'drafts.beside'>;

async function shelf(name: Question['shelf'], asked: Partial<Question> = {}) {
  const words = '（三）改厕\n推进农村改厕，整治农村人居环境，清理垃圾。';
  const { about, groups } = await library.ask('drafts.beside', {
    id,
    shelf: name,
    words,
    headings: ['（三）改厕'],
    wanted: '',
    ...asked,
  });
  return { about, groups, passages: groups.flatMap(({ passages }) => passages) };
}

it('shows what other towns write about the topic of the section, each passage as it stands in its report', async () => {
  const { about, groups, passages } = await shelf('peers');
  expect(about).toContain('美丽乡村与人居环境');
  expect(new Set(groups.map(({ name }) => name))).toEqual(new Set(['皇华镇', '井沟镇']));
  for (const { documentId, start, end, text: quoted } of passages.slice(0, 3)) {
    const { text } = await library.ask('reports.get', { id: documentId });
    expect(text.slice(start, end)).toBe(quoted);
  }
});

it('shows the section of the own last report that has the same heading, years and numbers apart', async () => {
  const basis = await library.reportOf('昌城镇');
  const { draft } = await library.ask('drafts.begin', {
    town: '昌城镇',
    planYear: 2020,
    basisId: basis.id,
  });
  const heading = draft.blocks.find(({ text }) => text.includes('狠抓项目建设'));
  const { groups } = await shelf('last-year', { headings: [heading?.text ?? ''] });
  const [section] = groups;
  expect(section?.name).toBe('上年本节');
  expect(section?.passages.length).toBeGreaterThan(2);
  const { text } = await library.ask('reports.get', { id: basis.id });
  const start = text.indexOf('狠抓项目建设');
  expect(section?.passages.every((passage) => passage.start > start)).toBe(true);
  expect(section?.passages[0]?.label).toMatch(/^昌城镇2019年报告·/u);
});

it('says what the own last report has on the topic where no heading is like it', async () => {
  const { groups, passages } = await shelf('last-year');
  expect(groups.map(({ name }) => name)).toEqual(['上年有关各句']);
  expect(passages.map(({ text }) => text).join('')).toContain('厕');
});

it('finds what is looked for word by word, and nothing unasked', async () => {
  expect((await shelf('search')).passages).toEqual([]);
  const { passages } = await shelf('search', { wanted: '旱厕' });
  expect(passages.length).toBeGreaterThan(2);
  expect(passages.every(({ text }) => text.includes('旱厕'))).toBe(true);
});

it('lists figures with the sentence each stands in, the own town first', async () => {
  const { groups, passages } = await shelf('figures', { wanted: '旱厕' });
  expect(groups[0]?.name).toBe('昌城镇2019年报告');
  const figure = passages.find(({ lead }) => lead?.includes('4774户（'));
  expect(figure?.text).toContain('4774户');
  const places = passages.map(({ documentId, start }) => `${documentId} ${start}`);
  expect(new Set(places).size).toBe(places.length);
});

it('lists what the own town has done where the section is about nothing yet', async () => {
  const heading = '一、2019年工作回顾';
  const { about, groups, passages } = await shelf('figures', {
    words: heading,
    headings: [heading],
  });
  expect(about).toBeNull();
  expect(groups.map(({ name }) => name)).toEqual(['昌城镇2019年报告']);
  expect(passages[0]?.lead?.split('\n')[0]).toBe('地方财政收入 1.87亿元（完成）');
});

it('lists notes with the words they are on, those about the section first', async () => {
  const report = await library.reportOf('井沟镇');
  const { text } = await library.ask('reports.get', { id: report.id });
  const note = (start: number, words: string) =>
    library.ask('annotations.create', {
      documentId: report.id,
      start,
      end: start + 20,
      note: words,
    });
  await note(text.indexOf('财政总收入'), '口径要统一');
  await note(text.indexOf('垃圾'), '农村垃圾的写法可借鉴');
  const { groups } = await shelf('notes');
  expect(groups.map(({ name }) => name)).toEqual(['与本节有关', '其他批注']);
  expect(groups[0]?.passages[0]?.lead).toBe('批注：农村垃圾的写法可借鉴');
  expect((await shelf('notes', { wanted: '口径' })).passages).toHaveLength(1);
});
