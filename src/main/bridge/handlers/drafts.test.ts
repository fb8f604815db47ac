import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Output } from '../../../shared/contract/routes.ts';
import { renderXlsx } from '../../export/spreadsheet.ts';
import { type DraftLibrary, openDraftLibrary, own } from './draftLibrary.cases.ts';

let library: DraftLibrary;
const ask: DraftLibrary['ask'] = (name, input) => library.ask(name, input);
const reportOf = (town: string) => library.reportOf(town);

async function textOf(town: string) {
  return (await ask('reports.get', { id: (await reportOf(town)).id })).text;
}

beforeAll(async () => {
  library = await openDraftLibrary();
});
afterAll(() => library.close());

describe('a draft', () => {
  let draft: Output<'drafts.begin'>['draft'];

  it('begins with the headings of the town’s own last report, moved on a year, and none of its text', async () => {
    const basis = await reportOf('昌城镇');
    draft = (await ask('drafts.begin', { town: '昌城镇', planYear: 2020, basisId: basis.id }))
      .draft;
    expect(draft.title).toBe('2020年昌城镇政府工作报告');
    expect(draft.blocks.length).toBeGreaterThan(10);
    expect(draft.blocks.every(({ kind }) => kind === 'heading')).toBe(true);
    expect(draft.blocks.some(({ text }) => text.includes('2018年'))).toBe(false);
    expect(draft.blocks.map(({ role }) => role)).toEqual(
      expect.arrayContaining(['review', 'tasks']),
    );
    expect((await ask('drafts.get', { id: draft.id })).lastReportId).toBe(basis.id);
  });

  it('is on the disk once it is said to be saved, after another start too', async () => {
    const blocks = [...draft.blocks, own('改厕500户。')];
    await ask('drafts.save', { id: draft.id, title: draft.title, blocks });
    await library.restart();
    expect((await ask('drafts.get', { id: draft.id })).draft.blocks).toEqual(blocks);
  });

  it('keeps versions, compares them with what is there now, and goes back without losing that', async () => {
    const { version } = await ask('drafts.keepVersion', { id: draft.id, name: '一稿' });
    const blocks = [...draft.blocks, own('改厕600户。')];
    await ask('drafts.save', { id: draft.id, title: draft.title, blocks });
    const compared = await ask('drafts.compare', { id: draft.id, versionId: version.id });
    expect(compared.numbers).toEqual([{ beforeText: '500', afterText: '600' }]);
    const { draft: back } = await ask('drafts.returnTo', { id: draft.id, versionId: version.id });
    expect(back.blocks.at(-1)?.text).toBe('改厕500户。');
    const { versions } = await ask('drafts.versions', { id: draft.id });
    expect(versions.map(({ name }) => name)).toEqual(['退回前', '一稿']);
  });

  it('compares two versions with each other', async () => {
    const { versions } = await ask('drafts.versions', { id: draft.id });
    const [later, earlier] = versions;
    const compared = await ask('drafts.compare', {
      id: draft.id,
      versionId: earlier?.id ?? '',
      withId: later?.id ?? '',
    });
    expect(compared.numbers).toEqual([{ beforeText: '500', afterText: '600' }]);
  });

  it('goes and comes back', async () => {
    await ask('drafts.remove', { id: draft.id });
    expect((await ask('drafts.list', {})).drafts).toEqual([]);
    await ask('drafts.restore', { id: draft.id });
    expect((await ask('drafts.list', {})).drafts.map(({ id }) => id)).toEqual([draft.id]);
  });

  it('answers each commitment of last year from this draft only, until the person settles it', async () => {
    const planId = (await reportOf('昌城镇')).id;
    const { promises } = await ask('drafts.promises', { id: draft.id, planId });
    expect(promises.length).toBeGreaterThan(10);
    const [first] = promises;
    if (!first) throw new Error('no promises');
    const { start, end } = first;
    expect(promises.every(({ place }) => place !== '')).toBe(true);
    const decision = { outcome: 'partly' as const, reason: '二期顺延' };
    await ask('drafts.settle', { id: draft.id, planId, start, end, decision });
    const after = await ask('drafts.promises', { id: draft.id, planId });
    expect(after.promises[0]?.settled).toEqual(decision);
    await ask('drafts.settle', { id: draft.id, planId, start, end, decision: null });
    expect(
      (await ask('drafts.promises', { id: draft.id, planId })).promises[0]?.settled,
    ).toBeNull();
  });

  it('takes no heading for an answer before anything is written under it', async () => {
    const planId = (await reportOf('昌城镇')).id;
    const all = (await ask('drafts.promises', { id: draft.id, planId })).promises;
    const promise = all.find(({ text }) => text.length > 14)?.text.replace(/。$/u, '') ?? '';
    const heading = { kind: 'heading' as const, level: 1, source: null };
    const chapter = { ...heading, text: '一、2019年工作回顾' };
    const copied = { ...heading, level: 2, text: `（一）${promise}` };
    const begun = (await ask('drafts.begin', { town: '昌城镇', planYear: 2021, basisId: null }))
      .draft;
    const answersTo = async (blocks: typeof begun.blocks) => {
      await ask('drafts.save', { id: begun.id, title: begun.title, blocks });
      const { promises } = await ask('drafts.promises', { id: begun.id, planId });
      return promises.filter(({ text }) => text.startsWith(promise)).map(({ outcome }) => outcome);
    };
    expect(await answersTo([chapter, copied])).toEqual(['unmentioned']);
    expect(await answersTo([chapter, own(`${promise}。`)])).not.toEqual(['unmentioned']);
    await ask('drafts.remove', { id: begun.id });
  });

  it('fills the table with what departments wrote in it, by the sentence and not by the row', async () => {
    const planId = (await reportOf('昌城镇')).id;
    const { promises } = await ask('drafts.promises', { id: draft.id, planId });
    const [first, second] = promises;
    const xlsx = await renderXlsx([
      {
        name: '表',
        heads: ['部门', '上年报告原句', '完成情况（部门填写）'],
        widths: [9, 9, 9],
        rows: [
          ['农办', second?.text ?? '', '完成 9 处'],
          ['工办', first?.text ?? '', null],
          ['工办', '清单里没有的一句', '完成'],
        ],
      },
    ]);
    writeFileSync(library.file, xlsx);
    const { taken } = await ask('drafts.takeReported', { id: draft.id, planId });
    expect(taken).toMatchObject({ fileName: '清单.xlsx', filled: 1, unknown: 1 });
    const after = (await ask('drafts.promises', { id: draft.id, planId })).promises;
    expect(after.filter(({ reported }) => reported !== null)).toHaveLength(1);
    expect(after[1]?.reported).toBe('完成 9 处');
    await ask('drafts.setReported', { id: draft.id, planId, answers: taken?.before ?? [] });
    const undone = (await ask('drafts.promises', { id: draft.id, planId })).promises;
    expect(undone.filter(({ reported }) => reported !== null)).toEqual([]);
    writeFileSync(library.file, '不是表格');
    await expect(ask('drafts.takeReported', { id: draft.id, planId })).rejects.toThrow(
      /读不出表格/u,
    );
  });
});

describe('checking a draft', () => {
  it('finds all eight places where a neighbour’s name was left, and stays silent about one for good', async () => {
    const begun = await ask('drafts.begin', { town: '辛兴镇', planYear: 2019, basisId: null });
    const { id, title } = begun.draft;
    const blocks = [own(await textOf('辛兴镇'))];
    await ask('drafts.save', { id, title, blocks });
    const { findings } = await ask('drafts.check', { id });
    const stray = findings.filter(({ rule }) => rule === 'stray-name');
    expect(stray.flatMap(({ spans }) => spans)).toHaveLength(8);
    const key = stray[0]?.key ?? '';
    await ask('drafts.dismiss', { id, key, dismissed: true });
    const again = await ask('drafts.check', { id });
    expect(again.findings.filter((one) => one.dismissed).map((one) => one.key)).toEqual([key]);
  });

  it('points at what the person’s own list says is out of date in the draft’s year, and at nothing else', async () => {
    const begun = await ask('drafts.begin', { town: '辛兴镇', planYear: 2019, basisId: null });
    const { id, title } = begun.draft;
    await ask('drafts.save', { id, title, blocks: [own('配合食药监局检查，落实全面小康。')] });
    const entry = {
      id: '1',
      wording: '食药监局',
      instead: '市场监管局',
      remark: '',
      since: '2013',
      until: '2018-03',
      source: '机构改革方案',
    };
    const pointed = async () => {
      const { findings } = await ask('drafts.check', { id });
      return findings.filter(({ rule }) => rule === 'outdated-wording').map((one) => one.message);
    };
    await ask('wordings.put', entry);
    await ask('wordings.put', { ...entry, id: '2', wording: '全面小康', until: '', since: '' });
    expect(await pointed()).toHaveLength(2);
    expect((await pointed()).find((message) => message.includes('食药'))).toMatch(
      /有效期至2018年3月.*市场监管局.*机构改革方案/u,
    );
    await ask('wordings.put', { ...entry, until: '2019' });
    expect(await pointed()).toHaveLength(1);
    await ask('wordings.remove', { id: '2' });
    expect(await pointed()).toEqual([]);
    await library.restart();
    expect((await ask('wordings.list', {})).wordings).toEqual([{ ...entry, until: '2019' }]);
  });

  it('says in one sentence that a draft is not there', async () => {
    await expect(ask('drafts.check', { id: 'nowhere' })).rejects.toThrow(/没有找到这份稿子/);
  });
});

describe('last year’s 民生实事', () => {
  it('are listed item by item in their own words, and a report without them has none', async () => {
    const { draft } = await ask('drafts.begin', { town: '皇华镇', planYear: 2020, basisId: null });
    const actionsOf = async (town: string) =>
      (await ask('drafts.promises', { id: draft.id, planId: (await reportOf(town)).id })).actions;
    const actions = await actionsOf('辛兴镇');
    expect(actions.map(({ place }) => place)).toEqual(
      Array.from({ length: 10 }, (_, index) => `实事第${index + 1}件`),
    );
    expect(actions[6]?.text).toContain('改造全镇4651户农村旱厕');
    expect(await actionsOf('昌城镇')).toEqual([]);
  });

  it('leave gaps in the draft that the check counts until they are filled', async () => {
    const { draft } = await ask('drafts.begin', { town: '皇华镇', planYear: 2020, basisId: null });
    const gapsIn = async (text: string) => {
      await ask('drafts.save', { id: draft.id, title: draft.title, blocks: [own(text)] });
      const { findings } = await ask('drafts.check', { id: draft.id });
      return findings.filter(({ rule }) => rule === 'gap').flatMap(({ spans }) => spans);
    };
    expect(await gapsIn('改造农村旱厕〔待填〕户，投入____万元。')).toHaveLength(2);
    expect(await gapsIn('改造农村旱厕4651户，投入600万元。')).toEqual([]);
  });
});
