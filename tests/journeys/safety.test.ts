import { spawnSync } from 'node:child_process';
import { readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
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
  openReport,
  openSample,
  removeFolder,
  reportRow,
  selectWords,
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

/** Starts a program with a small disk in memory at `folder`, which only that program sees. */
function onSmallDisk(folder: string, executablePath: string): string {
  const starter = join(folder, 'start.sh');
  const mount = `mount -t tmpfs -o size=${SMALL_DISK} none '${folder}'`;
  const inside = `${mount} && exec '${executablePath}' "$@"`;
  writeFileSync(
    starter,
    `#!/bin/sh\nexec unshare -rm sh -c '${inside.replaceAll("'", "'\\''")}' sh "$@"\n`,
    {
      mode: 0o755,
    },
  );
  return starter;
}

const SMALL_DISK = '12m';
const canMount =
  spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'none', tmpdir()]).status === 0;

describe.skipIf(!canMount)('a disk that is full (needs a user namespace)', () => {
  const folder = makeFolder();
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk(join(folder, 'data'), {
      through: (executablePath) => onSmallDisk(folder, executablePath),
    });
    await openSample(desk);
  });
  afterAll(async () => {
    await desk.close();
    removeFolder(folder);
  });

  const filler = join(folder, 'filler');
  const fill = () =>
    desk.app.evaluate((_electron, path) => {
      const { appendFileSync } = process.getBuiltinModule('node:fs');
      for (let size = 1 << 20; size >= 1; size >>= 1) {
        try {
          for (;;) appendFileSync(path, Buffer.alloc(size));
        } catch {}
      }
    }, filler);
  const empty = () =>
    desk.app.evaluate(
      (_electron, path) => process.getBuiltinModule('node:fs').rmSync(path),
      filler,
    );

  it('is said at once when a note is saved, and the words stay until they can be', async () => {
    const { page } = desk;
    await openReport(page, TOWN_REPORT);
    await selectWords(page, '围绕改善群众生活条件');
    await page.getByRole('button', { name: '借鉴' }).click();
    const words = page.getByRole('textbox', { name: '批注内容' });
    const note = '磁盘满时写的批注。'.repeat(2000);
    await words.fill(note);
    await fill();
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('磁盘已满，这一步没有完成').first().waitFor();
    expect(await page.getByText('已保存', { exact: true }).count()).toBe(0);
    expect(await words.inputValue()).toBe(note);
    await empty();
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('已保存', { exact: true }).waitFor();
    const { annotations } = (await ask(page, 'annotations.list', {})) as {
      annotations: { note: string }[];
    };
    expect(annotations.map((each) => each.note)).toEqual([note]);
  });

  it('is said under a draft, which is saved by itself once there is room', async () => {
    const { page } = desk;
    const { draft } = (await ask(page, 'drafts.begin', {
      ...{ town: '甲山镇', planYear: 2027, basisId: null },
    })) as { draft: { id: string; title: string } };
    await goTo(page, '起草');
    await page.getByRole('button', { name: draft.title, exact: true }).click();
    const editor = page.getByRole('textbox', { name: '正文' });
    await editor.click();
    await fill();
    const words = '磁盘满时写的一段。'.repeat(2000);
    await page.keyboard.insertText(words);
    await page.getByText('没有存上，正文仍在屏幕上').waitFor();
    expect(await editor.innerText()).toContain(words);
    const stored = async () => {
      const { draft: now } = (await ask(page, 'drafts.get', { id: draft.id })) as {
        draft: { blocks: { text: string }[] };
      };
      return now.blocks.map(({ text }) => text).join('');
    };
    expect(await stored()).not.toContain(words);
    await empty();
    await page.getByText(/^已存 /u).waitFor();
    expect(await stored()).toContain(words);
  });
});
