import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAMAGES } from '../../src/main/store/backup/damages.cases.ts';
import { ServedDesk } from '../fixtures/servedLibrary.ts';
import { launchApp } from '../launch/host.ts';
import {
  answerSaveDialog,
  goTo,
  makeFolder,
  openDesk,
  openSample,
  ROOT,
  removeFolder,
  reportRow,
} from './desk.ts';

const TOWN_REPORT = '2019年昌城镇政府工作报告';
/** Where the pictures of every screen go. */
const PICTURES = join(ROOT, 'out', 'rescue');

const template = makeFolder();
const backup = join(template, '年底.zhenjian-backup');
const folders: string[] = [];

/** A copy of the data of somebody who has worked and closed the app. */
function dataFolder(): string {
  const folder = makeFolder();
  folders.push(folder);
  cpSync(template, folder, { recursive: true });
  return folder;
}

const libraryFile = (folder: string) => join(folder, 'library', 'library.zhenjian');

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  const desk = await openDesk(template);
  await openSample(desk);
  await goTo(desk.page, '设置');
  await answerSaveDialog(desk, backup);
  await desk.page.getByRole('button', { name: '备份到一个文件' }).click();
  await desk.page.getByText('已备份并核对').waitFor();
  await desk.close();
});
afterAll(() => {
  for (const folder of [template, ...folders]) removeFolder(folder);
});

/** Starts the app on a library that cannot be used. */
async function openRescue(folder: string, code: string) {
  const { app, page } = await launchApp({ userDataDir: folder });
  page.setDefaultTimeout(15_000);
  await page.getByRole('heading', { name: '资料库没有打开' }).waitFor();
  await page.screenshot({ path: join(PICTURES, `${code}.png`) });
  return { app, page };
}

/** Cannot be written, even by who may write anything; null where the disk knows no such mark. */
function forbidWriting(folder: string): (() => void) | null {
  const mark = (sign: string) =>
    spawnSync('chattr', ['-R', `${sign}i`, join(folder, 'library')]).status === 0;
  if (mark('+')) return () => void mark('-');
  mark('-');
  return null;
}

describe('a library that cannot be used', () => {
  for (const [what, code, damage] of DAMAGES) {
    it(`that is ${what} is one screen in Chinese, and good again after one click`, async () => {
      const folder = dataFolder();
      damage(libraryFile(folder));
      const { app, page } = await openRescue(folder, code);
      const words = await page.getByRole('alert').first().innerText();
      expect(words).toMatch(/[一-鿿].*。/u);
      await page.getByText('10 篇 0 条批注').first().waitFor();
      await page.getByRole('button', { name: '还原选中的快照' }).click();
      await reportRow(page, TOWN_REPORT).waitFor();
      await app.close();
    });
  }

  it('that is damaged tells what came back from it', async () => {
    const folder = dataFolder();
    const desk = new ServedDesk({ folder: join(folder, 'library') });
    const [report] = (await desk.ask('reports.list', {})).reports;
    const documents = [report?.id ?? ''];
    await desk.ask('briefs.save', { id: null, spec: { title: '快照以后的材料', documents } });
    await desk.close();
    const file = libraryFile(folder);
    truncateSync(file, statSync(file).size - 1);
    const { app, page } = await openRescue(folder, 'damaged-with-more');
    await page.getByText('参阅材料、起草稿连同历稿和设置').waitFor();
    await page.getByRole('button', { name: '还原选中的快照' }).click();
    await page.getByText('从损坏的文件里另读回：参阅材料 1 份').waitFor();
    await reportRow(page, TOWN_REPORT).waitFor();
    await page.screenshot({ path: join(PICTURES, 'brought-back.png') });
    await app.close();
  });

  it('that lost its log after a crash is told, and goes on as it is after one click', async () => {
    const folder = dataFolder();
    const first = await openDesk(folder);
    await goTo(first.page, '设置');
    await first.page.getByLabel('署名').fill('党政办');
    await first.page.getByLabel('署名').press('Enter');
    const readSettings = () =>
      first.page.evaluate(async () => {
        const outcome = await window.zhenjian.request('settings.get', {});
        return outcome.ok ? outcome.value : null;
      });
    await expect.poll(readSettings).toMatchObject({ author: '党政办' });
    const left = makeFolder();
    folders.push(left);
    cpSync(folder, left, { recursive: true });
    await first.close();
    rmSync(`${libraryFile(left)}-wal`);
    rmSync(`${libraryFile(left)}-shm`, { force: true });
    const { app, page } = await openRescue(left, 'log-lost');
    await page.getByText('预写日志').waitFor();
    await page.getByRole('button', { name: '照现在的样子打开' }).click();
    await reportRow(page, TOWN_REPORT).waitFor();
    await app.close();
  });

  it('that another program has locked opens after it lets go and one click', async () => {
    const folder = dataFolder();
    const other = new Database(libraryFile(folder));
    other.pragma('locking_mode = EXCLUSIVE');
    other.exec('BEGIN EXCLUSIVE');
    const { app, page } = await openRescue(folder, 'library-in-use');
    await page.getByText('正被另一个程序占用').waitFor();
    expect(await page.getByRole('button', { name: '还原选中的快照' }).count()).toBe(0);
    other.exec('ROLLBACK');
    other.close();
    await page.getByRole('button', { name: '再试一次' }).click();
    await reportRow(page, TOWN_REPORT).waitFor();
    await app.close();
  });

  it('that may not be written opens once it may, after one click', async (context) => {
    const folder = dataFolder();
    const allow = forbidWriting(folder);
    if (allow === null) return context.skip('chattr +i is not allowed here');
    try {
      const { app, page } = await openRescue(folder, 'read-only');
      await page.getByText('不允许写入').waitFor();
      allow();
      await page.getByRole('button', { name: '再试一次' }).click();
      await reportRow(page, TOWN_REPORT).waitFor();
      await app.close();
    } finally {
      allow();
    }
  });
});

describe('a backup opened by a double click', () => {
  it('leads to the question whether to restore it, and back', async () => {
    const folder = dataFolder();
    const { app, page } = await launchApp({ userDataDir: folder, args: [backup] });
    const question = page.getByRole('alertdialog', { name: '用这个备份替换现有资料？' });
    await question.waitFor();
    await page.screenshot({ path: join(PICTURES, 'offered-backup.png') });
    await question.getByText('10 篇资料、0 条批注').waitFor();
    await question.getByRole('button', { name: '还原', exact: true }).click();
    await page.getByText('已还原。').waitFor();
    expect(readdirSync(join(folder, 'library', 'set-aside'))).toHaveLength(1);
    await app.close();
  });

  it('is asked about in the window that is open already, which comes to the front', async () => {
    const folder = dataFolder();
    const { app, page, host } = await launchApp({ userDataDir: folder });
    await reportRow(page, TOWN_REPORT).waitFor();
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
    const state = () =>
      app.evaluate(({ BrowserWindow }) => {
        const windows = BrowserWindow.getAllWindows();
        return { windows: windows.length, minimized: windows[0]?.isMinimized() };
      });
    expect(await state()).toEqual({ windows: 1, minimized: true });
    const second = spawn(host.executablePath, ['.', `--user-data-dir=${folder}`, backup], {
      cwd: ROOT,
      env: { ...process.env, LC_ALL: 'C.UTF-8', ELECTRON_STAND_IN_HEADLESS: '1' },
      stdio: 'ignore',
    });
    const [code] = await once(second, 'exit');
    expect(code).toBe(0);
    await expect.poll(state).toEqual({ windows: 1, minimized: false });
    const question = page.getByRole('alertdialog', { name: '用这个备份替换现有资料？' });
    await question.getByRole('button', { name: '不还原' }).click();
    await question.waitFor({ state: 'hidden' });
    await reportRow(page, TOWN_REPORT).waitFor();
    expect(existsSync(join(folder, 'library', 'set-aside'))).toBe(false);
    await app.close();
  });
});
