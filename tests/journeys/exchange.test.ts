import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp } from '../launch/host.ts';
import {
  answerOpenDialog,
  answerSaveDialog,
  ask,
  type Desk,
  goTo,
  makeFolder,
  openDesk,
  openSample,
  ROOT,
  removeFolder,
  tickTowns,
} from './desk.ts';

/** Where the pictures of the dialogs go. */
const PICTURES = join(ROOT, 'out', 'exchange');

type Note = { id: string; note: string; author: string };

const notesOf = async (desk: Desk): Promise<string[]> => {
  const { annotations } = await ask<{ annotations: Note[] }>(desk, 'annotations.list', {});
  return annotations.map(({ note, author }) => `${author}：${note}`).sort();
};

const photograph = (desk: Desk, name: string) =>
  desk.page.screenshot({ path: join(PICTURES, `${name}.png`) });

describe('two offices exchanging packages', () => {
  const folders = [makeFolder(), makeFolder(), makeFolder()] as const;
  const stick = folders[2];
  const fromZhang = join(stick, '昌城等三镇.zhenjian-package');
  const fromLi = join(stick, '李四的.zhenjian-package');
  let zhang: Desk;
  let li: Desk;
  let noteId: string;

  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    zhang = await openDesk(folders[0]);
    await openSample(zhang);
    await ask(zhang, 'settings.set', { author: '张三' });
    const { reports } = await ask<{ reports: { id: string; title: string }[] }>(
      zhang,
      'reports.list',
      {},
    );
    const documentId = reports.find(({ title }) => title.includes('昌城镇'))?.id;
    const written = await ask<{ annotation: Note }>(zhang, 'annotations.create', {
      ...{ documentId, start: 100, end: 130, note: '初稿', category: '借鉴' },
    });
    noteId = written.annotation.id;
  });
  afterAll(async () => {
    await zhang?.close();
    await li?.close();
    chmodSync(stick, 0o755);
    for (const folder of folders) removeFolder(folder);
  });

  it('packs the ticked reports, with a digest to compare', async () => {
    const { page } = zhang;
    await tickTowns(page);
    await page.getByRole('button', { name: '导出交换包' }).click();
    const dialog = page.getByRole('dialog', { name: '导出交换包' });
    await dialog.getByLabel('名称').fill('三镇 2019 年报告');
    await photograph(zhang, '导出');
    await answerSaveDialog(zhang, fromZhang);
    await dialog.getByRole('button', { name: '导出…' }).click();
    const done = page.getByRole('dialog', { name: '已导出交换包' });
    await done.getByText('3 篇资料、1 条批注').waitFor();
    const digest = readFileSync(fromZhang).subarray(-64).toString().match(/.{4}/gu)?.join(' ');
    await done.getByText(digest ?? 'none').waitFor();
    await photograph(zhang, '已导出');
    await done.getByRole('button', { name: '完成' }).click();
    expect(readdirSync(stick)).toEqual(['昌城等三镇.zhenjian-package']);
  });

  it('asks what to do with one that was opened by a double click, on a stick that is locked', async () => {
    chmodSync(fromZhang, 0o444);
    chmodSync(stick, 0o555);
    // The dialog stands before everything else, so nothing else is waited for.
    const { app, page } = await launchApp({ userDataDir: folders[1], args: [fromZhang] });
    li = { app, page, faults: [], close: () => app.close() };
    const dialog = page.getByRole('dialog', { name: '并入交换包' });
    await dialog.getByText('三镇 2019 年报告').waitFor();
    await dialog.getByText('新 3 篇').waitFor();
    await photograph(li, '并入');
    await dialog.getByRole('button', { name: '并入', exact: true }).click();
    const done = page.getByRole('dialog', { name: '已并入交换包' });
    await done.getByText('批注：新 1 条').waitFor();
    await done.getByRole('button', { name: '完成' }).click();
    await done.waitFor({ state: 'hidden' });
    expect(await notesOf(li)).toEqual(['张三：初稿']);
    expect(readdirSync(stick)).toEqual(['昌城等三镇.zhenjian-package']);
    chmodSync(stick, 0o755);
  });

  it('keeps both versions of a note that both changed, shows them, and leads back', async () => {
    await ask(li, 'settings.set', { author: '李四' });
    await ask(li, 'annotations.update', { id: noteId, note: '李四：改厕一节可以直接用' });
    await ask(zhang, 'annotations.update', { id: noteId, note: '张三：先核对户数' });
    await goTo(li.page, '设置');
    await li.page.getByRole('button', { name: '导出交换包' }).click();
    const choosing = li.page.getByRole('dialog', { name: '选要交换的资料' });
    await photograph(li, '选资料');
    await choosing.getByRole('button', { name: '下一步（3 篇）' }).click();
    await answerSaveDialog(li, fromLi);
    await li.page.getByRole('button', { name: '导出…' }).click();
    await li.page.getByRole('dialog', { name: '已导出交换包' }).waitFor();

    const { page } = zhang;
    await goTo(page, '设置');
    const merge = async () => {
      await answerOpenDialog(zhang, [fromLi]);
      await page.getByRole('button', { name: '并入交换包' }).click();
      const dialog = page.getByRole('dialog', { name: '并入交换包' });
      await dialog.getByText('两边都改过 1 条，两个版本都留').waitFor();
      await photograph(zhang, '并入有不同');
      await dialog.getByRole('button', { name: '并入', exact: true }).click();
      const done = page.getByRole('dialog', { name: '已并入交换包' });
      await done.getByText('李四：改厕一节可以直接用').waitFor();
      await done.getByText('张三：先核对户数').waitFor();
      return done;
    };
    const first = await merge();
    await page.emulateMedia({ colorScheme: 'dark' });
    await photograph(zhang, '已并入-深色');
    await page.emulateMedia({ colorScheme: 'light' });
    await photograph(zhang, '已并入');
    await first.getByRole('button', { name: '撤销并入' }).click();
    await page.getByText('已撤销并入').waitFor();
    expect(await notesOf(zhang)).toEqual(['张三：张三：先核对户数']);

    const again = await merge();
    await again.getByRole('button', { name: '完成' }).click();
    expect(await notesOf(zhang)).toHaveLength(2);
    await goTo(page, '批注');
    await page.getByText('李四：改厕一节可以直接用').first().waitFor();
    await page.getByText('张三：先核对户数').first().waitFor();
    await photograph(zhang, '批注');
    expect(zhang.faults).toEqual([]);
    expect(li.faults).toEqual([]);
  });

  it('refuses a package that was tampered with, in one sentence', async () => {
    const bytes = readFileSync(fromLi);
    bytes[2000] = (bytes[2000] ?? 0) ^ 1;
    const tampered = join(stick, '改过的.zhenjian-package');
    writeFileSync(tampered, bytes);
    await goTo(zhang.page, '设置');
    await answerOpenDialog(zhang, [tampered]);
    await zhang.page.getByRole('button', { name: '并入交换包' }).click();
    await zhang.page.getByText('与它的校验码对不上').first().waitFor();
    await photograph(zhang, '拒绝');
    expect(await notesOf(zhang)).toHaveLength(2);
  });

  it('packs and merges from the command line too', () => {
    const kb = (...args: string[]) =>
      JSON.parse(
        spawnSync(process.execPath, [join(ROOT, 'scripts', 'kb.mjs'), ...args], {
          encoding: 'utf8',
        }).stdout,
      ) as Record<string, unknown>;
    const [there, back] = [join(folders[2], 'kb'), join(stick, '回.zhenjian-package')];
    expect(kb('merge', fromZhang, '--preview', '--library', there)).toMatchObject({
      ...{ title: '三镇 2019 年报告', author: '张三', changes: true, reports: { fresh: 3 } },
    });
    expect(kb('merge', fromZhang, '--library', there)).toMatchObject({
      merged: { notes: { fresh: 1 } },
    });
    const { documents } = kb('list', '--library', there) as { documents: { id: string }[] };
    const ids = documents.map(({ id }) => id);
    expect(kb('pack', back, ...ids, '--title', '回', '--library', there)).toMatchObject({
      ...{ fileName: '回.zhenjian-package', reportCount: 3, noteCount: 1 },
    });
    const bytes = readFileSync(back);
    bytes[300] = (bytes[300] ?? 0) ^ 4;
    writeFileSync(back, bytes);
    expect(kb('merge', back, '--library', there)).toMatchObject({ code: 'tampered-package' });
  });
});
