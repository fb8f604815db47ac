/*
 * The comparison on the screen beside the least the same host can do, four reports, in one run:
 * - the first start of a new library to three towns by topic, in seconds;
 * - click to the table of topics on screen ÷ painting the same cells as a plain table in an empty page,
 *   p95 of 20, folded and whole;
 * - tasks over 50 ms while scrolling four linked columns, beside four plain columns';
 * - what the window's processes hold after all of it, above a blank window's.
 * Run: node bench/matrix.ts (after a build)
 */
import type { Page } from 'playwright-core';
import { goTo, makeFolder, openDesk, openSample, removeFolder } from '../tests/journeys/desk.ts';
import { findHost } from '../tests/launch/findHost.ts';
import { openBlank } from './screen/blankWindow.ts';
import { longTasksWhileScrolling } from './screen/longTasks.ts';
import { rendererMegabytes } from './screen/rendererMemory.ts';
import { median, quantile, reportRatio } from './statistics.ts';

const ROUNDS = 20;
const MOST_MEGABYTES = 400;
const MOST_SECONDS = 30;
const TITLES = [
  '2019年昌城镇政府工作报告',
  '2019年辛兴镇政府工作报告',
  '2019年井沟镇政府工作报告',
  '潍坊市政府工作报告',
];

/** From a click on `button` to the frame after the table is as it should be, in milliseconds. */
async function clickToTable(page: Page, button: string, whole: boolean): Promise<number> {
  return page.evaluate(
    async ([name, all]) => {
      const frame = () => new Promise(requestAnimationFrame);
      const pressed = [...document.querySelectorAll<HTMLElement>('button, [role=tab]')].find(
        (each) => each.textContent === name,
      );
      const rows = () => document.querySelectorAll('.topics-table tbody tr').length;
      const opened = () => document.querySelector('.topic-whole') !== null;
      const before = performance.now();
      pressed?.click();
      while (rows() < 20 || opened() !== all) await frame();
      await frame();
      return performance.now() - before;
    },
    [button, whole] as const,
  );
}

/** The cells of the table as they stand on the screen. */
function cellsOf(page: Page): Promise<string[][]> {
  return page
    .locator('.topics-table tr')
    .evaluateAll((rows) =>
      (rows as HTMLTableRowElement[]).map((row) =>
        [...row.cells].map(({ textContent }) => textContent ?? ''),
      ),
    );
}

async function paintPlainTable(page: Page, rows: string[][]): Promise<number> {
  return page.evaluate(async (cells) => {
    const frame = () => new Promise(requestAnimationFrame);
    document.body.replaceChildren();
    await frame();
    await frame();
    const before = performance.now();
    const table = document.createElement('table');
    table.style.cssText = 'table-layout:fixed;width:100%;font-size:16px;line-height:1.75';
    for (const row of cells) {
      const line = table.insertRow();
      for (const words of row) line.insertCell().textContent = words;
    }
    document.body.append(table);
    await frame();
    await frame();
    return performance.now() - before;
  }, rows);
}

async function showPlainColumns(page: Page, texts: string[][]): Promise<void> {
  await page.evaluate((columns) => {
    document.body.replaceChildren();
    for (const paragraphs of columns) {
      const column = document.createElement('div');
      column.style.cssText =
        'float:left;width:24%;height:600px;overflow:auto;font-size:18px;line-height:1.8';
      for (const words of paragraphs) {
        const paragraph = document.createElement('p');
        paragraph.textContent = words;
        column.append(paragraph);
      }
      document.body.append(column);
    }
  }, texts);
}

const folder = makeFolder();
const blankFolder = makeFolder();
try {
  const began = performance.now();
  const desk = await openDesk(folder);
  const { page } = desk;
  await openSample(desk);
  await goTo(page, '资料库');
  for (const title of TITLES.slice(0, 3)) {
    await page.getByRole('checkbox', { name: `选择${title}` }).click();
  }
  await page.getByRole('button', { name: '并排对照' }).click();
  await page.getByRole('tab', { name: '按主题' }).click();
  await page.locator('.topics-table tbody tr').nth(19).waitFor({ timeout: 60_000 });
  const seconds = (performance.now() - began) / 1000;
  await goTo(page, '资料库');
  await page.getByRole('checkbox', { name: `选择${TITLES[3]}` }).click();
  await page.getByRole('button', { name: '并排对照' }).click();
  await page.locator('.compare-column').nth(3).waitFor({ timeout: 60_000 });
  const texts = await page
    .locator('.compare-column .report-text')
    .evaluateAll((columns) =>
      columns.map((column) => [...column.children].map((block) => block.textContent ?? '')),
    );
  await page.locator('.compare-column').first().hover();
  const tasks = await longTasksWhileScrolling(page, '.compare-scroll');

  const folded: number[] = [];
  const whole: number[] = [];
  await clickToTable(page, '按主题', false);
  const foldedCells = await cellsOf(page);
  for (let round = 0; round < ROUNDS; round += 1) {
    whole.push(await clickToTable(page, '全部', true));
    if (round + 1 < ROUNDS) await clickToTable(page, '摘要', false);
  }
  const wholeCells = await cellsOf(page);
  const held = rendererMegabytes(desk.app);
  await clickToTable(page, '摘要', false);
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.getByRole('tab', { name: '提纲' }).click();
    await page.locator('.heading-cell').first().waitFor();
    folded.push(await clickToTable(page, '按主题', false));
  }
  await desk.close();

  const plain = await openBlank(blankFolder);
  const blankHeld = rendererMegabytes(plain.app);
  const plainFolded: number[] = [];
  const plainWhole: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    plainFolded.push(await paintPlainTable(plain.page, foldedCells));
    plainWhole.push(await paintPlainTable(plain.page, wholeCells));
  }
  await showPlainColumns(plain.page, texts);
  const plainTasks = await longTasksWhileScrolling(plain.page, 'div');
  await plain.app.close();

  const characters = wholeCells.flat().join('').length;
  process.stdout.write(
    `${seconds <= MOST_SECONDS ? '✓' : '×'} first start to three towns by topic: ${seconds.toFixed(1)} s (bound ${MOST_SECONDS} s)\n`,
  );
  if (seconds > MOST_SECONDS) process.exitCode = 1;
  process.stdout.write(`${findHost().kind}: whole table of ${characters} characters\n`);
  for (const [what, ours, theirs] of [
    ['folded', folded, plainFolded],
    ['whole', whole, plainWhole],
  ] as const) {
    process.stdout.write(
      `${what}: ours median ${median(ours).toFixed(1)} ms, plain ${median(theirs).toFixed(1)} ms\n`,
    );
    const ratio = quantile(ours, 0.95) / quantile(theirs, 0.95);
    reportRatio(`table of topics, ${what} ÷ plain table, p95`, ratio, 3);
  }
  process.stdout.write(
    `tasks over 50 ms while scrolling four columns: ${tasks}, plain page ${plainTasks}\n`,
  );
  if (tasks > plainTasks) process.exitCode = 1;
  const above = held - blankHeld;
  process.stdout.write(
    `${above <= MOST_MEGABYTES ? '✓' : '×'} window above a blank one: ${above.toFixed(0)} MB (bound ${MOST_MEGABYTES} MB; ${held.toFixed(0)} and ${blankHeld.toFixed(0)})\n`,
  );
  if (above > MOST_MEGABYTES) process.exitCode = 1;
} finally {
  removeFolder(folder);
  removeFolder(blankFolder);
}
