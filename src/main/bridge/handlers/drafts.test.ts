import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from '../../../shared/contract/failure.ts';
import {
  type Input,
  type Output,
  type RouteName,
  routes,
} from '../../../shared/contract/routes.ts';
import type { DraftBlock } from '../../../shared/draft/blocks.ts';
import { renderXlsx } from '../../export/spreadsheet.ts';
import { openReader } from '../../ingest/readInWorker.ts';
import { type ServedLibrary, serveLibrary } from '../../library/serve.ts';

const root = join(import.meta.dirname, '..', '..', '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'zhenjian-drafts-'));
const reader = openReader();
const file = join(folder, '稿');
let library: ServedLibrary;

async function ask<N extends RouteName>(name: N, input: Input<N>): Promise<Output<N>> {
  const outcome = (await library.dispatch(name, input)) as Outcome<Output<N>>;
  if (!outcome.ok) throw new Error(`${outcome.failure.code}: ${outcome.failure.message}`);
  return routes[name].output.parse(outcome.value) as Output<N>;
}

function open(): void {
  library = serveLibrary(
    {
      libraryDir: folder,
      resourcesDir: join(root, 'resources'),
      fontsDir: join(root, 'node_modules'),
    },
    {
      reader,
      host: {
        chooseFilesToOpen: async () => [{ path: file, name: '清单.xlsx', size: 9 }],
        chooseFileToSave: async () => file,
        chooseFolder: async () => null,
      },
      print: { print: async () => new Uint8Array() },
      emit: () => undefined,
    },
    () => new Date().toISOString(),
  );
}

const own = (text: string): DraftBlock => ({ kind: 'paragraph', level: 0, text, source: null });

async function reportOf(town: string) {
  const { reports } = await ask('reports.list', {});
  const report = reports.find(({ title }) => title === `2019年${town}政府工作报告`);
  if (!report) throw new Error(town);
  return report;
}

async function textOf(town: string) {
  return (await ask('reports.get', { id: (await reportOf(town)).id })).text;
}

beforeAll(async () => {
  open();
  await ask('library.openSample', {});
});
afterAll(async () => {
  await library.close();
  await reader.close();
  rmSync(folder, { recursive: true });
});

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
    expect((await ask('drafts.get', { id: draft.id })).lastReportId).toBe(basis.id);
  });

  it('is on the disk once it is said to be saved, after another start too', async () => {
    const blocks = [...draft.blocks, own('改厕500户。')];
    await ask('drafts.save', { id: draft.id, title: draft.title, blocks });
    await library.close();
    open();
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

  it('goes and comes back', async () => {
    await ask('drafts.remove', { id: draft.id });
    expect((await ask('drafts.list', {})).drafts).toEqual([]);
    await ask('drafts.restore', { id: draft.id });
    expect((await ask('drafts.list', {})).drafts.map(({ id }) => id)).toEqual([draft.id]);
  });

  it('shows beside what is being written what the own report and other towns say about it', async () => {
    const words = '（三）改厕\n推进农村改厕，整治农村人居环境，清理垃圾。';
    const { topics, own: last, peers } = await ask('drafts.beside', { id: draft.id, words });
    expect(topics.map(({ name }) => name)).toContain('美丽乡村与人居环境');
    expect(last.every(({ label }) => label.startsWith('昌城镇2019年报告'))).toBe(true);
    expect(last.map(({ text }) => text).join('')).toContain('厕');
    expect(new Set(peers.map(({ label }) => label.slice(0, 3)))).toEqual(
      new Set(['皇华镇', '井沟镇']),
    );
    const [first] = peers;
    if (!first) throw new Error('no passages');
    const { text } = await ask('reports.get', { id: first.documentId });
    expect(text.slice(first.start, first.end)).toBe(first.text);
  });

  it('answers each commitment of last year from this draft only, until the person settles it', async () => {
    const planId = (await reportOf('昌城镇')).id;
    const { promises } = await ask('drafts.promises', { id: draft.id, planId });
    expect(promises.length).toBeGreaterThan(10);
    const [first] = promises;
    if (!first) throw new Error('no promises');
    const { start, end } = first;
    const decision = { outcome: 'partly' as const, reason: '二期顺延' };
    await ask('drafts.settle', { id: draft.id, planId, start, end, decision });
    const after = await ask('drafts.promises', { id: draft.id, planId });
    expect(after.promises[0]?.settled).toEqual(decision);
    await ask('drafts.settle', { id: draft.id, planId, start, end, decision: null });
    expect(
      (await ask('drafts.promises', { id: draft.id, planId })).promises[0]?.settled,
    ).toBeNull();
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
    writeFileSync(file, xlsx);
    const { taken } = await ask('drafts.takeReported', { id: draft.id, planId });
    expect(taken).toEqual({ fileName: '清单.xlsx', filled: 1, unknown: 1 });
    const after = (await ask('drafts.promises', { id: draft.id, planId })).promises;
    expect(after.filter(({ reported }) => reported !== null)).toHaveLength(1);
    expect(after[1]?.reported).toBe('完成 9 处');
    writeFileSync(file, '不是表格');
    await expect(ask('drafts.takeReported', { id: draft.id, planId })).rejects.toThrow(
      /读不出表格/u,
    );
  });

  it('is written out without a trace of the program', async () => {
    for (const format of ['docx', 'reading-docx', 'txt'] as const) {
      await ask('drafts.export', { id: draft.id, format });
      expect(readFileSync(file).length).toBeGreaterThan(200);
      expect(readFileSync(file, 'utf8')).not.toMatch(/镇鉴|zhenjian/iu);
    }
    expect(readFileSync(file, 'utf8')).toContain('改厕500户。');
    const planId = (await reportOf('昌城镇')).id;
    await ask('drafts.exportPromises', { id: draft.id, planId });
    expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
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

  it('says in one sentence that a draft is not there', async () => {
    await expect(ask('drafts.check', { id: 'nowhere' })).rejects.toThrow(/没有找到这份稿子/);
  });
});
