import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Locator, Page } from 'playwright-core';
import { type LaunchOptions, launchApp } from '../launch/host.ts';

export const ROOT = join(import.meta.dirname, '..', '..');
export const SAMPLE_FILE = join(ROOT, 'resources', 'sample', 'weifang-reports.txt');

/** The app as it is on the person's screen, with what went wrong in the page. */
export interface Desk {
  app: ElectronApplication;
  page: Page;
  /** Errors and policy violations the page told of; a journey ends with none. */
  faults: string[];
  close: () => Promise<void>;
}

/** A folder for one journey's data; removed by `removeFolder`. */
export function makeFolder(): string {
  return mkdtempSync(join(tmpdir(), 'zhenjian-journey-'));
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Starts the app on a data folder. */
export async function openDesk(
  userDataDir: string,
  options: Omit<LaunchOptions, 'userDataDir'> = {},
): Promise<Desk> {
  const { app, page } = await launchApp({ userDataDir, ...options });
  page.setDefaultTimeout(15_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`),
    );
  });
  await page.getByRole('navigation', { name: '主导航' }).waitFor();
  return { app, page, faults, close: () => app.close() };
}

/** From the first start to the list of the sample library. */
export async function openSample({ page }: Pick<Desk, 'page'>): Promise<void> {
  await page.getByRole('button', { name: '打开样例库' }).click();
  await reportRow(page, '2019年昌城镇政府工作报告').waitFor();
}

export function reportRow(page: Page, title: string): Locator {
  return page.getByRole('row', { name: title });
}

export async function goTo(page: Page, view: string): Promise<void> {
  await page
    .getByRole('navigation', { name: '主导航' })
    .getByRole('button', { name: view })
    .click();
}

/** Opens a report from the library by its title. */
export async function openReport(page: Page, title: string): Promise<void> {
  await goTo(page, '资料库');
  await page.getByRole('button', { name: title, exact: true }).click();
  await page.locator('.report-text').waitFor();
}

/** Goes to the library and ticks the reports of the three towns, where they are not ticked yet. */
export async function tickTowns(page: Page): Promise<void> {
  await goTo(page, '资料库');
  for (const town of ['昌城镇', '辛兴镇', '井沟镇']) {
    const box = page.getByRole('checkbox', { name: `选择2019年${town}政府工作报告` });
    if (!(await box.isChecked())) await box.click();
  }
}

/** Drags over `words` in the text on the screen, as a hand with a mouse does. */
export async function selectWords(page: Page, words: string): Promise<void> {
  const ends = await page.locator('.report-text').evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      const at = node.data.indexOf(wanted);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      node.parentElement?.scrollIntoView({ block: 'center' });
      const boxes = [...range.getClientRects()];
      const first = boxes[0];
      const last = boxes.at(-1);
      if (!first || !last) continue;
      return {
        from: { x: first.left + 1, y: first.top + first.height / 2 },
        to: { x: last.right - 1, y: last.top + last.height / 2 },
      };
    }
    return null;
  }, words);
  if (ends === null) throw new Error(`“${words}” is not on the screen`);
  await page.mouse.move(ends.from.x, ends.from.y);
  await page.mouse.down();
  await page.mouse.move(ends.to.x, ends.to.y, { steps: 8 });
  await page.mouse.up();
}

/**
 * Does what saves a note and waits for 已保存. The word stays a moment only: it is watched for from
 * within the page, since a look from outside now and then may come too late on a busy machine.
 */
export async function untilSaved(page: Page, save: () => Promise<void>): Promise<void> {
  const said = page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const observer = new MutationObserver(() => {
          const found = [...document.querySelectorAll('.note-status')].some(
            (element) => element.textContent === '已保存',
          );
          if (!found) return;
          observer.disconnect();
          resolve();
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
  );
  await save();
  await said;
}

/** Answers the next save dialog with `path`: the real one cannot be driven. */
export async function answerSaveDialog({ app }: Pick<Desk, 'app'>, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
}

/** Answers the next open dialog with `paths`. */
export async function answerOpenDialog({ app }: Pick<Desk, 'app'>, paths: string[]): Promise<void> {
  await app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths });
  }, paths);
}

/** The answer of a handler, asked as the window asks. */
export async function ask<T>(
  { page }: Pick<Desk, 'page'>,
  route: string,
  input: unknown,
): Promise<T> {
  const outcome = await page.evaluate(
    ([name, value]) => window.zhenjian.request(name as string, value),
    [route, input],
  );
  if (!outcome.ok) throw new Error(`${route}: ${outcome.failure.message}`);
  return outcome.value as T;
}
