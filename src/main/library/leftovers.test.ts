import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ServedDesk } from '../../../tests/fixtures/servedLibrary.ts';

const desk = new ServedDesk();
const { ask, library } = desk;

/** A made-up report of a made-up town, as a page of a web site gave it. */
const body = [
  '各位代表：',
  '一、2022年工作回顾',
  '全镇完成固定资产投资3.2亿元。全镇改厕八百户，全镇通上自来水。',
  '二、2023年工作安排',
  '全镇新修道路12公里。办好民生实事，建设老年食堂四处。',
].join('\n');
const page = `当前位置：首页 > 镇务公开\n来源：青石镇党政办\n2023年青石镇政府工作报告\n${body}\n联系我们\n上一篇：无`;

async function importText(text: string) {
  const { previewId } = await ask('imports.preview', { source: { kind: 'pasted', text } });
  return (await ask('imports.commit', { previewId, include: [0] })).outcomes;
}

afterAll(() => desk.close());

describe('leftovers of a web page', () => {
  let id = '';
  let quotes: string[] = [];
  const leftovers = async () => (await ask('reports.get', { id })).leftovers;
  const text = async () => (await ask('reports.get', { id })).text;
  const noted = async () => {
    const words = await text();
    const { annotations } = await ask('annotations.list', { documentId: id });
    return annotations.map(({ start, end, state }) => [state, words.slice(start, end)]);
  };

  beforeAll(async () => {
    id = (await importText(page))[0]?.documentIds[0] ?? '';
    const words = await text();
    const starts = [...words.matchAll(/全镇/g)].map(({ index }) => index);
    for (const start of [...starts, words.indexOf('老年食堂')]) {
      await ask('annotations.create', { documentId: id, start, end: start + 4, note: '看' });
    }
    quotes = (await noted()).map(([, quote]) => quote as string);
    expect(quotes).toHaveLength(5);
  });

  it('are kept with the end of the report at which they stood', async () => {
    expect(await text()).toBe(body);
    expect((await leftovers()).map(({ edge, text: words }) => [edge, words])).toEqual([
      ['before', '当前位置：首页 > 镇务公开\n来源：青石镇党政办'],
      ['after', '联系我们\n上一篇：无'],
    ]);
  });

  it('go back to where they stood, and every note stays on its words', async () => {
    const [before, after] = await leftovers();
    await ask('reports.restoreLeftover', { leftoverId: before?.id ?? '' });
    await ask('reports.restoreLeftover', { leftoverId: after?.id ?? '' });
    expect(await text()).toBe(`${before?.text}\n${body}\n${after?.text}`);
    expect((await leftovers()).map(({ restored }) => restored)).toEqual([true, true]);
    expect(await noted()).toEqual(quotes.map((quote) => ['anchored', quote]));
    expect((await ask('search.run', { query: '上一篇' })).total).toBe(1);
    expect(await ask('library.verify', {})).toMatchObject({ sound: true });
  });

  it('are not put back twice', async () => {
    const [before] = await leftovers();
    const again = await library.dispatch('reports.restoreLeftover', { leftoverId: before?.id });
    expect(again).toMatchObject({ ok: false, failure: { code: 'no-leftover' } });
  });

  it('leave the report known as the file it came from', async () => {
    expect((await importText(page))[0]?.status).toBe('duplicate');
  });

  it('come out again, and every note still stays on its words', async () => {
    for (const { id: leftoverId } of await leftovers()) {
      await ask('reports.takeOutLeftover', { leftoverId });
    }
    expect(await text()).toBe(body);
    expect((await leftovers()).map(({ restored }) => restored)).toEqual([false, false]);
    expect(await noted()).toEqual(quotes.map((quote) => ['anchored', quote]));
    expect((await ask('search.run', { query: '上一篇' })).total).toBe(0);
  });
});

describe('what the person says a section does', () => {
  it('is what its figures are read by, until it is taken back', async () => {
    const id = (await importText(page.replaceAll('青石镇', '白石镇').replace('八百', '九百')))[0]
      ?.documentIds[0] as string;
    const nature = async () => {
      const { readings } = await ask('indicators.ofReport', { id });
      return readings.find(({ unit }) => unit === '亿元')?.nature;
    };
    expect(await nature()).toBe('actual');
    const { text } = await ask('reports.get', { id });
    const { decision } = await ask('reports.decide', {
      id,
      field: 'role',
      value: { start: text.indexOf('一、'), end: text.indexOf('二、'), role: 'tasks' },
    });
    expect(await nature()).toBe('target');
    await ask('reports.undoDecision', { id, decisionId: decision.id });
    expect(await nature()).toBe('actual');
  });
});
