/*
 * What the window costs beside the least the same host can do, in one run:
 * - start to the library on screen ÷ start to a blank window;
 * - click to first paint of three reports in three columns ÷ painting the same texts as plain
 *   paragraphs in an empty page, p95 of 20;
 * - tasks over 50 ms while scrolling the columns, beside the plain page's.
 * Run: node bench/window.ts (after a build)
 */
import type { Page } from 'playwright-core';
import {
  type Desk,
  goTo,
  makeFolder,
  openDesk,
  openSample,
  removeFolder,
} from '../tests/journeys/desk.ts';
import { findHost } from '../tests/launch/findHost.ts';
import { launchApp } from '../tests/launch/host.ts';
import { openBlank, untilVisible } from './screen/blankWindow.ts';
import { longTasksWhileScrolling } from './screen/longTasks.ts';
import { median, quantile, reportRatio } from './statistics.ts';

const STARTS = 9;
const PAINTS = 20;
const TOWNS = ['昌城镇', '辛兴镇', '井沟镇'];
const folder = makeFolder();

async function timed(work: () => Promise<{ app: { close: () => Promise<void> } }>) {
  const before = performance.now();
  const { app } = await work();
  const milliseconds = performance.now() - before;
  await app.close();
  return milliseconds;
}

async function startToLibrary() {
  const { app, page } = await launchApp({ userDataDir: folder });
  // Asked for as the blank window's word is: by its text, which costs the page next to nothing.
  await untilVisible(page.getByText('2019年昌城镇政府工作报告', { exact: true }));
  return { app };
}

/** Runs in the page: from a start to the frame after everything stands, in milliseconds. */
const paintColumns = `(async () => {
  const frame = () => new Promise(requestAnimationFrame);
  const button = [...document.querySelectorAll('button')].find((each) => each.textContent === '并排对照');
  const before = performance.now();
  button.click();
  while (document.querySelectorAll('.compare-column .report-text').length < 3) await frame();
  await frame();
  return performance.now() - before;
})()`;

async function paintPlain(page: Page, texts: string[][]): Promise<number> {
  return page.evaluate(async (columns) => {
    const frame = () => new Promise(requestAnimationFrame);
    document.body.replaceChildren();
    await frame();
    await frame();
    const before = performance.now();
    for (const paragraphs of columns) {
      const column = document.createElement('div');
      column.style.cssText =
        'position:relative;float:left;width:33%;height:700px;overflow:auto;font-size:18px;line-height:1.8';
      for (const words of paragraphs) {
        const paragraph = document.createElement('p');
        paragraph.textContent = words;
        column.append(paragraph);
      }
      document.body.append(column);
    }
    await frame();
    await frame();
    return performance.now() - before;
  }, texts);
}

async function tickThree({ page }: Desk) {
  await goTo(page, '资料库');
  for (const town of TOWNS) {
    await page.getByRole('checkbox', { name: `选择2019年${town}政府工作报告` }).click();
  }
}

try {
  const first = await openDesk(folder);
  await openSample(first);
  await first.close();

  const blankFolder = makeFolder();
  const blank: number[] = [];
  const library: number[] = [];
  for (let round = 0; round < STARTS; round += 1) {
    blank.push(await timed(() => openBlank(blankFolder)));
    library.push(await timed(startToLibrary));
  }
  process.stdout.write(
    `${findHost().kind}: blank ${median(blank).toFixed(0)} ms, library ${median(library).toFixed(0)} ms\n`,
  );
  reportRatio('start to library on screen ÷ blank window', median(library) / median(blank), 1.4);

  const desk = await openDesk(folder);
  await tickThree(desk);
  const painted: number[] = [];
  for (let round = 0; round < PAINTS; round += 1) {
    painted.push((await desk.page.evaluate(paintColumns)) as number);
    if (round + 1 === PAINTS) break;
    await desk.page.getByRole('button', { name: '后退' }).click();
    await desk.page.getByRole('button', { name: '并排对照' }).waitFor();
  }
  const texts = await desk.page
    .locator('.compare-column .report-text')
    .evaluateAll((columns) =>
      columns.map((column) => [...column.children].map((block) => block.textContent ?? '')),
    );
  await desk.page.locator('.compare-column').first().hover();
  const tasks = await longTasksWhileScrolling(desk.page, '.compare-scroll');

  const plain = await openBlank(blankFolder);
  const plainPainted: number[] = [];
  for (let round = 0; round < PAINTS; round += 1) {
    plainPainted.push(await paintPlain(plain.page, texts));
  }
  const plainTasks = await longTasksWhileScrolling(plain.page, 'div');
  await plain.app.close();
  await desk.close();
  removeFolder(blankFolder);

  const [ours, theirs] = [quantile(painted, 0.95), quantile(plainPainted, 0.95)];
  process.stdout.write(
    `three columns p95 ${ours.toFixed(1)} ms (median ${median(painted).toFixed(1)}), plain ${theirs.toFixed(1)} ms (median ${median(plainPainted).toFixed(1)})\n`,
  );
  reportRatio('click to three columns ÷ plain paragraphs, p95', ours / theirs, 2.5);
  process.stdout.write(`tasks over 50 ms while scrolling: ${tasks}, plain page ${plainTasks}\n`);
  if (tasks > plainTasks) process.exitCode = 1;
} finally {
  removeFolder(folder);
}
