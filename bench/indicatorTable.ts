/*
 * The figures table of eight synthetic reports beside a plain HTML table with the words of the same cells
 * in an empty page, in one run:
 * - from the click to the table on screen ÷ painting the plain table, p95 of 20: as it opens, with the rows
 *   that two reports state, and when every row is asked for;
 * - frames of more than 50 ms while scrolling through every row, by the processor time of the window's
 *   main thread: by the clock, a busy machine makes any task long.
 * Run: node bench/indicatorTable.ts (after a build)
 */
import { join } from 'node:path';
import { _electron, type Page } from 'playwright-core';
import { goTo, makeFolder, openDesk, removeFolder } from '../tests/journeys/desk.ts';
import { openFigures, pasteReports, townReports } from '../tests/journeys/figureReports.ts';
import { findHost } from '../tests/launch/findHost.ts';
import { median, quantile, reportRatio } from './statistics.ts';

const ROUNDS = 20;
const SCROLL_STEPS = 120;
/** Longer ones keep the window from answering. */
const LONG_TASK = 50;

/** Runs in the page: from the click to the frame after the table fills its area, in milliseconds. */
async function paintOurs(page: Page, control: '看指标表' | '至少两篇写到'): Promise<number> {
  return page.evaluate(async (name) => {
    const frame = () => new Promise(requestAnimationFrame);
    const named = [...document.querySelectorAll<HTMLElement>('button, label')].find(
      ({ textContent }) => textContent === name,
    );
    const counted = () => document.querySelector('.figures-count')?.textContent;
    const filled = () => {
      const area = document.querySelector('.figures-area')?.getBoundingClientRect();
      const lowest =
        area && document.elementFromPoint(area.left + area.width / 2, area.bottom - 24);
      return lowest?.closest('.figures-table tbody tr') != null;
    };
    const old = counted();
    const before = performance.now();
    named?.click();
    while (counted() === old || !filled()) await frame();
    await frame();
    return performance.now() - before;
  }, control);
}

async function paintPlain(page: Page, rows: string[][]): Promise<number> {
  return page.evaluate(async (lines) => {
    const frame = () => new Promise(requestAnimationFrame);
    document.body.replaceChildren();
    await frame();
    await frame();
    const before = performance.now();
    const area = document.createElement('div');
    area.style.cssText = 'height:600px;overflow:auto;font-size:14px';
    const table = document.createElement('table');
    for (const line of lines) {
      const row = table.insertRow();
      for (const words of line) row.insertCell().textContent = words;
    }
    area.append(table);
    document.body.append(area);
    await frame();
    await frame();
    return performance.now() - before;
  }, rows);
}

/**
 * The longest frames, in milliseconds of the main thread's own processor time, while `selector` is scrolled
 * to its end and back in 120 steps. All tasks of a frame together: none of them can have been longer.
 */
async function scrollThrough(page: Page, selector: string): Promise<number[]> {
  const inspector = await page.context().newCDPSession(page);
  await inspector.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async () => {
    const { metrics } = await inspector.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
  const frames: number[] = [];
  let before = await spent();
  for (let step = 1; step <= SCROLL_STEPS; step += 1) {
    const share = 1 - Math.abs(1 - (2 * step) / SCROLL_STEPS);
    await page.evaluate(
      async ([scrolled, part]) => {
        const area = document.querySelector(scrolled) as HTMLElement;
        area.scrollTop = (area.scrollHeight - area.clientHeight) * part;
        await new Promise(requestAnimationFrame);
        await new Promise(requestAnimationFrame);
      },
      [selector, share] as const,
    );
    const now = await spent();
    frames.push(now - before);
    before = now;
  }
  await inspector.detach();
  return frames;
}

/** The words of every cell of the table, met while going down it. */
async function readCells(page: Page): Promise<string[][]> {
  return page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    const area = document.querySelector('.figures-area') as HTMLElement;
    const rows = new Map<string, string[]>();
    const undrawn = () => {
      const { top, bottom } = area.getBoundingClientRect();
      return [...area.querySelectorAll<HTMLElement>('tbody:not([data-drawn])')].some((body) => {
        const box = body.getBoundingClientRect();
        return box.top < bottom && box.bottom > top;
      });
    };
    area.scrollTop = 0;
    do {
      await frame();
      while (undrawn()) await frame();
      for (const row of area.querySelectorAll<HTMLTableRowElement>('tr[data-row]')) {
        rows.set(
          row.dataset.row ?? '',
          [...row.cells].map((cell) => cell.textContent),
        );
      }
      area.scrollTop += area.clientHeight / 2;
    } while (area.scrollTop + area.clientHeight < area.scrollHeight - 1);
    return [...rows.values()];
  });
}

async function openBlank(userDataDir: string) {
  const app = await _electron.launch({
    executablePath: findHost().executablePath,
    cwd: join(import.meta.dirname, 'blank'),
    args: ['.', `--user-data-dir=${userDataDir}`],
    env: { ...process.env, ELECTRON_STAND_IN_HEADLESS: '1' } as Record<string, string>,
  });
  const page = await app.firstWindow();
  await page.getByText('blank').waitFor();
  return { app, page };
}

function report(what: string, rows: string[][], ours: number[], plain: number[]): void {
  const cells = rows.reduce((sum, row) => sum + row.length, 0);
  process.stdout.write(
    `${what}: ${rows.length} rows, ${cells} cells; ` +
      `p95 ${quantile(ours, 0.95).toFixed(1)} ms (median ${median(ours).toFixed(1)}), ` +
      `plain ${quantile(plain, 0.95).toFixed(1)} ms (median ${median(plain).toFixed(1)})\n`,
  );
  reportRatio(
    `${what} ÷ the same cells as a plain table, p95`,
    quantile(ours, 0.95) / quantile(plain, 0.95),
    3,
  );
}

const folder = makeFolder();
const blankFolder = makeFolder();
try {
  const desk = await openDesk(folder);
  const { page } = desk;
  const reports = townReports();
  await pasteReports(page, reports);
  await goTo(page, '资料库');
  await openFigures(
    page,
    reports.map(({ title }) => title),
  );
  const first = await readCells(page);
  await paintOurs(page, '至少两篇写到');
  const all = await readCells(page);

  const blank = await openBlank(blankFolder);
  const opened: number[] = [];
  const openedPlain: number[] = [];
  const widened: number[] = [];
  const widenedPlain: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.getByRole('button', { name: '后退' }).click();
    await page.getByRole('button', { name: '看指标表' }).waitFor();
    opened.push(await paintOurs(page, '看指标表'));
    openedPlain.push(await paintPlain(blank.page, first));
    widened.push(await paintOurs(page, '至少两篇写到'));
    widenedPlain.push(await paintPlain(blank.page, all));
  }
  const frames = await scrollThrough(page, '.figures-area');
  const plainFrames = await scrollThrough(blank.page, 'div');
  await blank.app.close();
  await desk.close();

  process.stdout.write(`${findHost().kind}\n`);
  report('opening the figures table', first, opened, openedPlain);
  report('asking for every row', all, widened, widenedPlain);
  const long = frames.filter((spent) => spent > LONG_TASK).length;
  process.stdout.write(
    `scrolling, processor time of a frame: median ${median(frames).toFixed(1)} ms, longest ${Math.max(...frames).toFixed(1)}; ` +
      `plain page ${median(plainFrames).toFixed(1)}, ${Math.max(...plainFrames).toFixed(1)}\n` +
      `${long === 0 ? '✓' : '×'} frames over ${LONG_TASK} ms while scrolling: ${long}\n`,
  );
  if (long > 0) process.exitCode = 1;
} finally {
  removeFolder(folder);
  removeFolder(blankFolder);
}
