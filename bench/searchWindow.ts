/*
 * A keystroke in the box to the first page on screen, in the real window, beside painting the same rows
 * from memory (the answer the window has kept) in the same run; and tasks over 50 ms meanwhile in the
 * window and in main. Synthetic library of 18,000 reports, or as many as are named, made once and kept in
 * the system's folder for temporary files. With `make` it is made and nothing measured.
 * Run after a build: node bench/searchWindow.ts [reports] [make]
 */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Desk, goTo, openDesk } from '../tests/journeys/desk.ts';
import { findHost } from '../tests/launch/findHost.ts';
import { makeProvince } from './search/province.ts';
import { median, quantile, reportRatio } from './statistics.ts';

const reports = Number(process.argv[2] ?? 18_000);
const folder = join(tmpdir(), `zhenjian-province-${reports}`);
/** Common words and rare ones; each has fifty sentences and more. */
const WORDS = [
  '发展',
  '建设',
  '项目',
  '经济',
  '农业',
  '收入',
  '增长',
  '招商',
  '信访',
  '产业',
  '乡村振兴',
  '安全生产',
  '合作社',
  '人居环境',
  '美丽乡村',
  '村',
  '路',
  '水',
  '企业',
  '投资',
  '社区',
  '学校',
  '医院',
  '环境',
  '党建',
  '就业',
  '养老',
  '土地',
  '污水',
  '绿化',
];
const LONG_TASK_MS = 50;

/** Types words into the box and waits for the frame in which their hits stand there; milliseconds. */
const typeAndPaint = `async (words) => {
  const frame = () => new Promise(requestAnimationFrame);
  const box = document.querySelector('input[aria-label="检索内容"]');
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
  const before = performance.now();
  set.call(box, words);
  box.dispatchEvent(new Event('input', { bubbles: true }));
  for (;;) {
    await frame();
    const mark = document.querySelector('.hit mark');
    if (mark?.textContent === words && document.querySelectorAll('.hit').length >= 50) break;
    if (performance.now() - before > 20000) return NaN;
  }
  await frame();
  return performance.now() - before;
}`;

/** Starts telling long tasks of the window and pauses of main, and forgets those before. */
async function watch({ page, app }: Desk): Promise<void> {
  await page.evaluate(() => {
    const kept = window as unknown as { longTasks: number[]; watching?: boolean };
    kept.longTasks = [];
    if (kept.watching) return;
    kept.watching = true;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) kept.longTasks.push(duration);
    }).observe({ entryTypes: ['longtask'] });
  });
  await app.evaluate(() => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
    const kept = globalThis as { pauses?: ReturnType<typeof monitorEventLoopDelay> };
    kept.pauses ??= monitorEventLoopDelay({ resolution: 5 });
    kept.pauses.enable();
    kept.pauses.reset();
  });
}

/** Long tasks of the window and the longest pause of main since `watch`, in milliseconds. */
async function readWatch({ page, app }: Desk) {
  const longTasks = await page.evaluate(
    () => (window as unknown as { longTasks: number[] }).longTasks,
  );
  const longestPause = await app.evaluate(
    () => ((globalThis as { pauses?: { max: number } }).pauses?.max ?? 0) / 1e6,
  );
  return { longTasks, longestPause };
}

/**
 * Types a word letter by letter faster than it can be answered, each time behind a common one: what
 * stands there in the end has to be the last, and nothing of an earlier one may come after it.
 */
const overtake = `async (common, words) => {
  const box = document.querySelector('input[aria-label="检索内容"]');
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
  const type = (value) => {
    set.call(box, value);
    box.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const before = performance.now();
  for (const value of common) {
    type(value);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  type(words);
  const shown = () => document.querySelector('.hit mark')?.textContent;
  while (shown() !== words && performance.now() - before < 20000) await new Promise(requestAnimationFrame);
  const milliseconds = performance.now() - before;
  for (let frame = 0; frame < 60; frame++) {
    await new Promise(requestAnimationFrame);
    if (shown() !== words) return NaN;
  }
  return milliseconds;
}`;

if (!existsSync(folder)) {
  const part = `${folder}.part`;
  rmSync(part, { recursive: true, force: true });
  await makeProvince(join(part, 'library'), reports);
  renameSync(part, folder);
}
if (process.argv[3] === 'make') process.exit();

const desk = await openDesk(folder);
try {
  const { page } = desk;
  page.setDefaultTimeout(120_000);
  await goTo(page, '检索');
  await page.getByRole('searchbox', { name: '检索内容' }).waitFor();
  const paint = (words: string): Promise<number> =>
    page.evaluate(`(${typeAndPaint})(${JSON.stringify(words)})`);
  await paint('政府');
  await watch(desk);
  const asked: number[] = [];
  const remembered: number[] = [];
  const worst: string[] = [];
  for (const words of WORDS) {
    asked.push(await paint(words));
    await paint('政府');
    remembered.push(await paint(words));
    await paint('政府');
    worst.push(`${words} ${asked.at(-1)?.toFixed(0)}/${remembered.at(-1)?.toFixed(0)}`);
  }
  const { longTasks, longestPause } = await readWatch(desk);
  const last: number = await page.evaluate(
    `(${overtake})(['发', '建', '工', '大', '区', '地'], '信访')`,
  );
  const [ours, theirs] = [quantile(asked, 0.95), quantile(remembered, 0.95)];
  process.stdout.write(
    `${findHost().kind}, ${reports} reports: asked p95 ${ours.toFixed(1)} ms (median ${median(asked).toFixed(1)}), from memory p95 ${theirs.toFixed(1)} ms (median ${median(remembered).toFixed(1)})\n${worst.join(', ')}\n`,
  );
  reportRatio('keystroke to painted page ÷ the same rows from memory, p95', ours / theirs, 2);
  process.stdout.write(
    `tasks over ${LONG_TASK_MS} ms in the window: ${longTasks.length} (longest ${Math.max(0, ...longTasks).toFixed(0)} ms); longest pause of main ${longestPause.toFixed(0)} ms\n`,
  );
  process.stdout.write(
    Number.isNaN(last)
      ? '× an earlier query was painted after the newest\n'
      : `✓ the newest of seven queries typed at once is painted after ${last.toFixed(0)} ms, and stays\n`,
  );
  if (longTasks.length > 0 || longestPause > LONG_TASK_MS || Number.isNaN(last)) {
    process.exitCode = 1;
  }
} finally {
  await desk.close();
}
