import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ServedDesk } from '../../../../tests/fixtures/servedLibrary.ts';

const desk = new ServedDesk();
const { ask, choose, library } = desk;
const file = join(desk.folder, '批注');
desk.answer = file;

/** Made-up reports of five made-up towns. */
const WORKS = { 青石镇: '改厕八百户', 白塔镇: '改厕一千二百户', 红岭镇: '改厕六百户' } as const;
const towns = [...Object.entries(WORKS), ['黄桥镇', '改厕四百户'], ['绿野镇', '改厕二百户']];
const textOf = (town: string, work: string) =>
  [
    `2023年${town}政府工作报告`,
    '各位代表：',
    `我代表${town}人民政府向大会报告工作。`,
    '一、2022年工作回顾',
    `人居环境不断改善，全年投入资金推进${work}，建成美丽庭院一批，镇村面貌焕然一新。`,
    `粮食生产再获丰收，${town}的合作社又多了${town.length + work.length}家，农业保险应保尽保。`,
    '二、2023年工作安排',
    '坚持项目为王，全力招商引资，新引进项目六个，建设老年食堂四处，让独居老人吃上热饭。',
  ].join('\n');
const ids: string[] = [];
const bodies: string[] = [];

function passageOf(at: number) {
  const words = towns[at]?.[1] ?? '';
  const start = bodies[at]?.indexOf(words) ?? -1;
  return { documentId: ids[at] ?? '', start, end: start + words.length };
}

/** The towns under whose reports the words of a note are found. */
async function foundUnder(query: string): Promise<string[]> {
  const { hits, total } = await ask('search.run', { query });
  expect(total).toBe(hits.length);
  expect(hits.every(({ where }) => where === 'note')).toBe(true);
  return hits.map(({ documentId }) => towns[ids.indexOf(documentId)]?.[0] ?? '').sort();
}

const notesOf = async (at: number) =>
  (await ask('annotations.list', { documentId: ids[at] })).annotations;

beforeAll(async () => {
  for (const [town = '', work = ''] of towns) {
    const fileId = choose(`${town}.txt`, textOf(town, work));
    const { previewId } = await ask('imports.preview', { source: { kind: 'chosen', fileId } });
    const { outcomes } = await ask('imports.commit', { previewId, include: [0] });
    const id = outcomes[0]?.documentIds[0] ?? '';
    ids.push(id);
    bodies.push((await ask('reports.get', { id })).text);
  }
});
afterAll(() => desk.close());

describe('a note that ties passages of several reports', () => {
  it('stands in each of them on its own passage, and once in the list of all', async () => {
    const { annotation } = await ask('annotations.create', {
      ...passageOf(0),
      further: [passageOf(1), passageOf(2)],
      note: '户均投入差一半',
      category: '核对',
    });
    expect(annotation).toMatchObject({ ...passageOf(0), quote: '改厕八百户' });
    expect(annotation.targets.map(({ quote }) => quote)).toEqual(Object.values(WORKS));
    for (const at of [0, 1, 2]) {
      const [note] = await notesOf(at);
      expect(note).toMatchObject({ id: annotation.id, ...passageOf(at), quote: towns[at]?.[1] });
    }
    expect((await ask('annotations.list', {})).annotations).toHaveLength(1);
    expect(await foundUnder('投入差一半')).toEqual(['白塔镇', '红岭镇', '青石镇']);
    const { reports } = await ask('reports.list', {});
    const counts = new Map(reports.map(({ id, annotationCount }) => [id, annotationCount]));
    expect(ids.map((id) => counts.get(id))).toEqual([1, 1, 1, 0, 0]);
  });

  it('takes up to four reports and says so at the fifth, keeping what it had', async () => {
    const [note] = await notesOf(0);
    const id = note?.id ?? '';
    const tied = await ask('annotations.tie', { id, passages: [passageOf(3), passageOf(3)] });
    expect(tied.annotation.targets).toHaveLength(4);
    const fifth = await library.dispatch('annotations.tie', { id, passages: [passageOf(4)] });
    expect(fifth).toMatchObject({ ok: false, failure: { code: 'too-many-reports' } });
    await ask('annotations.undo', { id, revision: tied.annotation.revision });
    expect((await notesOf(0))[0]?.targets).toHaveLength(3);
  });

  it('lets one passage go, and has it back', async () => {
    const [note] = await notesOf(0);
    const id = note?.id ?? '';
    const { annotation } = await ask('annotations.untie', { id, target: 2 });
    expect(await notesOf(2)).toEqual([]);
    expect(await foundUnder('投入差一半')).toEqual(['白塔镇', '青石镇']);
    await ask('annotations.undo', { id, revision: annotation.revision });
    expect(await notesOf(2)).toHaveLength(1);
  });

  it('follows each of its passages when one report is corrected, and asks about that one alone', async () => {
    const [note] = await notesOf(1);
    const id = note?.id ?? '';
    const body = textOf(...(towns[1] as [string, string]));
    const corrected = body.replace('推进改厕一千二百户，建成', '推进改厕一千一百户，建成');
    const answer = await ask('reports.replaceText', {
      id: ids[1] ?? '',
      fileId: choose('更正.txt', corrected),
    });
    expect(answer).toMatchObject({ review: 1 });
    const states = (await notesOf(0))[0]?.targets.map(({ state }) => state);
    expect(states).toEqual(['anchored', 'review', 'anchored']);

    const { candidates } = await ask('annotations.candidates', { id, target: 1 });
    const place = candidates.find(({ quote }) => quote === '改厕一千一百户');
    if (place === undefined) throw new Error('the corrected figure is not among the candidates');
    const { start, end } = place;
    const settled = await ask('annotations.settle', { id, target: 1, start, end });
    expect(settled.annotation.targets.map(({ state }) => state)).toEqual(
      Array.from({ length: 3 }, () => 'anchored'),
    );
    expect((await notesOf(1))[0]).toMatchObject({ quote: '改厕一千一百户', state: 'anchored' });
  });

  it('stays in the list and the search under another report when the first is removed', async () => {
    await ask('reports.remove', { id: ids[0] ?? '' });
    expect(await foundUnder('投入差一半')).toEqual(['白塔镇', '红岭镇']);
    const { annotations } = await ask('annotations.list', {});
    expect(annotations.map(({ documentId }) => documentId)).toEqual([ids[1]]);
    expect((await ask('library.status', {})).annotationCount).toBe(1);
    await ask('reports.restore', { id: ids[0] ?? '' });
    expect((await ask('annotations.list', {})).annotations[0]?.documentId).toBe(ids[0]);
    expect(await foundUnder('投入差一半')).toEqual(['白塔镇', '红岭镇', '青石镇']);
    await ask('search.rebuild', {});
    expect(await foundUnder('投入差一半')).toEqual(['白塔镇', '红岭镇', '青石镇']);
  });

  it('goes out whole: every passage in the text and in the W3C list', async () => {
    const [note] = await notesOf(0);
    await ask('annotations.export', { ids: [note?.id ?? ''], format: 'json' });
    const [exchanged] = JSON.parse(readFileSync(file, 'utf8'));
    expect(exchanged.target.map(({ source }: { source: string }) => source)).toEqual(
      ids.slice(0, 3).map((id) => `urn:uuid:${id}`),
    );
  });

  it('goes into a brief with each of its passages, which is begun or added to once', async () => {
    const begun = await ask('briefs.addPassages', {
      briefId: null,
      passages: [passageOf(0), { ...passageOf(2), topic: 'T11' }],
    });
    expect(begun).toMatchObject({ added: 2, brief: { spec: { documents: [ids[0], ids[2]] } } });
    expect(begun.brief.spec.title).toBe('青石镇、红岭镇政府工作报告参阅材料');
    const { id } = begun.brief;
    const again = await ask('briefs.addPassages', {
      briefId: id,
      passages: [passageOf(0), passageOf(3)],
    });
    expect(again).toMatchObject({
      added: 1,
      brief: { id, spec: { title: begun.brief.spec.title } },
    });
    expect(again.brief.spec.excerpts).toHaveLength(3);
    const outside = { documentId: ids[0] ?? '', start: 5, end: 90_000 };
    const answer = await library.dispatch('briefs.addPassages', {
      briefId: id,
      passages: [outside],
    });
    expect(answer).toMatchObject({ ok: false, failure: { code: 'no-passage' } });
    const { body } = await ask('briefs.preview', { spec: again.brief.spec });
    const words = JSON.stringify(body);
    expect(words.split('户均投入差一半')).toHaveLength(1 + 2 + 2);
  });

  it('follows its category through a change of name, and refuses one that nobody knows', async () => {
    const { categories } = await ask('settings.get', {});
    const renamed = categories.map((each) =>
      each.id === '核对' ? { ...each, name: '待核实', shape: 'star' as const } : each,
    );
    await ask('settings.set', { categories: renamed });
    const [note] = await notesOf(0);
    expect(note?.category).toBe('待核实');
    const change = { id: note?.id ?? '', note: '户均投入差一半多' };
    expect((await ask('annotations.update', change)).annotation.category).toBe('待核实');
    const answer = await library.dispatch('annotations.update', { ...change, category: '核对' });
    expect(answer).toMatchObject({ ok: false, failure: { code: 'no-category' } });

    const without = renamed.map((each) => (each.id === '核对' ? { ...each, retired: true } : each));
    await ask('settings.set', { categories: without });
    expect((await notesOf(0))[0]?.category).toBe('待核实');
    const twins = await library.dispatch('settings.set', {
      categories: [...categories, { id: 'x', name: '借鉴', shape: 'bar', colour: 'teal' }],
    });
    expect(twins).toMatchObject({ ok: false, failure: { code: 'unclear-categories' } });
    await ask('settings.set', { categories });
    expect((await notesOf(0))[0]?.category).toBe('核对');
  });

  it('quotes the same words in a brief when a report is corrected, or none', async () => {
    const body = (await ask('reports.get', { id: ids[3] ?? '' })).text;
    const passage = (words: string) => {
      const start = body.indexOf(words);
      return { documentId: ids[3] ?? '', start, end: start + words.length };
    };
    const kept = '建设老年食堂四处，让独居老人吃上热饭';
    const { brief } = await ask('briefs.addPassages', {
      briefId: null,
      passages: [passage(kept), passage('新引进项目六个')],
    });
    const corrected = body
      .replace('一、2022年工作回顾', '一、2022年全年工作回顾')
      .replace('新引进项目六个，', '引进新项目七个，');
    await ask('reports.replaceText', {
      id: ids[3] ?? '',
      fileId: choose('再更正.txt', corrected),
    });
    const now = (await ask('reports.get', { id: ids[3] ?? '' })).text;
    const { briefs } = await ask('briefs.list', {});
    const quoted = briefs
      .find(({ id }) => id === brief.id)
      ?.spec.excerpts?.map(({ start, end }) => now.slice(start, end));
    expect(quoted).toEqual([kept]);
  });

  it('undoes whatever was done last: words, removal, and the note itself', async () => {
    const { annotation } = await ask('annotations.create', { ...passageOf(4), note: '先' });
    const { id } = annotation;
    const changed = await ask('annotations.update', { id, note: '后' });
    const undone = await ask('annotations.undo', { id, revision: changed.annotation.revision });
    expect(undone.annotation.note).toBe('先');
    const stale = await library.dispatch('annotations.undo', { id, revision: annotation.revision });
    expect(stale).toMatchObject({ ok: false, failure: { code: 'changed-since' } });

    const fresh = (await ask('annotations.create', { ...passageOf(4), note: '误点' })).annotation;
    await ask('annotations.undo', { id: fresh.id, revision: fresh.revision });
    expect((await notesOf(4)).map(({ note }) => note)).toEqual(['先']);
    expect((await ask('search.run', { query: '误点' })).total).toBe(0);
  });
});
