import { readdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp } from '../launch/host.ts';
import {
  answerOpenDialog,
  answerSaveDialog,
  type Desk,
  goTo,
  makeFolder,
  openDesk,
  openSample,
  removeFolder,
  reportRow,
} from './desk.ts';

const TOWN_REPORT = '2019年昌城镇政府工作报告';

/** Asks as the page does. */
async function ask(page: Page, name: string, input: unknown): Promise<unknown> {
  const outcome = await page.evaluate(
    ([route, value]) => window.zhenjian.request(route as string, value),
    [name, input] as const,
  );
  if (!outcome.ok) throw new Error(outcome.failure.message);
  return outcome.value;
}

/** Everything the person would miss. */
async function contents(page: Page): Promise<unknown> {
  return [await ask(page, 'reports.list', {}), await ask(page, 'annotations.list', {})];
}

async function addNote(page: Page, note: string): Promise<void> {
  const { reports } = (await ask(page, 'reports.list', {})) as { reports: { id: string }[] };
  await ask(page, 'annotations.create', { documentId: reports[0]?.id, start: 5, end: 15, note });
}

describe('keeping the library safe', () => {
  const folder = makeFolder();
  const backup = join(folder, '年底.zhenjian-backup');
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk(folder);
    await openSample(desk);
    await addNote(desk.page, '备份里的批注');
  });
  afterAll(async () => {
    await desk.close();
    removeFolder(folder);
  });

  it('backs up to one file and, after changes, restores exactly what was there', async () => {
    const { page } = desk;
    const before = await contents(page);
    await goTo(page, '设置');
    await answerSaveDialog(desk, backup);
    await page.getByRole('button', { name: '备份到一个文件' }).click();
    await page.getByText('已备份并核对：10 篇、1 条批注。').waitFor();

    await addNote(page, '备份以后的批注');
    await ask(page, 'library.removeSample', {});
    expect(await contents(page)).not.toEqual(before);
    await answerOpenDialog(desk, [backup]);
    await page.getByRole('button', { name: '从备份还原' }).click();
    await page.getByText('已还原。').waitFor();
    expect(await contents(page)).toEqual(before);
  });

  it('leads back from the restore by a snapshot', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: '从快照还原' }).click();
    const dialog = page.getByRole('dialog', { name: '从快照还原' });
    await dialog.getByText('移除样例前留存').waitFor();
    await dialog.getByRole('radio').nth(1).check();
    await dialog.getByRole('button', { name: '还原选中的快照' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const { annotations } = (await ask(page, 'annotations.list', {})) as { annotations: unknown[] };
    expect(annotations).toHaveLength(2);
    await page.getByRole('button', { name: '查验资料库' }).click();
    await page.getByText('查验完好').waitFor();
    expect(desk.faults).toEqual([]);
  });
});

describe('a damaged library', () => {
  const folder = makeFolder();
  afterAll(() => removeFolder(folder));

  it('opens on one screen in Chinese and is good again after at most three clicks', async () => {
    const desk = await openDesk(folder);
    await openSample(desk);
    await addNote(desk.page, '关闭前的批注');
    const before = await contents(desk.page);
    await desk.close();
    truncateSync(join(folder, 'library', 'library.zhenjian'), 40_000);

    const { app, page } = await launchApp({ userDataDir: folder });
    await page.getByRole('heading', { name: '资料库没有打开' }).waitFor();
    await page.getByText('资料库文件已损坏').waitFor();
    await page.getByText('10 篇 1 条批注').waitFor();
    await page.getByRole('button', { name: '还原选中的快照' }).click();
    await reportRow(page, TOWN_REPORT).waitFor();
    expect(await contents(page)).toEqual(before);
    expect(readdirSync(join(folder, 'library', 'set-aside'))).toHaveLength(1);
    await app.close();
  });
});
