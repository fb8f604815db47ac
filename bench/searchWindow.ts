/*
 * A keystroke in the box to the first page on screen, in the real window, beside painting the same rows
 * from memory (the answer the window has kept) in the same run; and tasks over 50 ms meanwhile in the
 * window and in main. Synthetic library of 18,000 reports, or as many as are named.
 * Run after a build: node bench/searchWindow.ts [reports] [folder that holds or gets the library]
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { goTo, makeFolder, openDesk, removeFolder } from '../tests/journeys/desk.ts';
import { findHost } from '../tests/launch/findHost.ts';
import { makeProvince } from './search/province.ts';
import { median, quantile, reportRatio } from './statistics.ts';

const reports = Number(process.argv[2] ?? 18_000);
const given = process.argv[3];
const folder = given ?? makeFolder();
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

/** Longest pauses of main's event loop, in milliseconds, since the last call. */
async function mainPauses(app: Awaited<ReturnType<typeof openDesk>>['app']): Promise<number> {
  return app.evaluate(() => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
    const kept = globalThis as { pauses?: ReturnType<typeof monitorEventLoopDelay> };
    const longest = (kept.pauses?.max ?? 0) / 1e6;
    kept.pauses ??= monitorEventLoopDelay({ resolution: 5 });
    kept.pauses.enable();
    kept.pauses.reset();
    return longest;
  });
}

try {
  if (!existsSync(join(folder, 'library', 'library.zhenjian'))) {
    await makeProvince(join(folder, 'library'), reports);
  }
  const desk = await openDesk(folder);
  const { page, app } = desk;
  page.setDefaultTimeout(120_000);
  await goTo(page, '检索');
  await page.getByRole('searchbox', { name: '检索内容' }).waitFor();
  const paint = (words: string): Promise<number> =>
    page.evaluate(`(${typeAndPaint})(${JSON.stringify(words)})`);
  await paint('政府');
  await page.evaluate(() => {
    const kept = window as unknown as { longTasks: number[] };
    kept.longTasks = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) kept.longTasks.push(duration);
    }).observe({ entryTypes: ['longtask'] });
  });
  await mainPauses(app);
  const asked: number[] = [];
  const remembered: number[] = [];
  for (const words of WORDS) {
    asked.push(await paint(words));
    await paint('政府');
    remembered.push(await paint(words));
    await paint('政府');
  }
  const longTasks = await page.evaluate(
    () => (window as unknown as { longTasks: number[] }).longTasks,
  );
  const longestPause = await mainPauses(app);
  await desk.close();
  const [ours, theirs] = [quantile(asked, 0.95), quantile(remembered, 0.95)];
  process.stdout.write(
    `${findHost().kind}, ${reports} reports: asked p95 ${ours.toFixed(1)} ms (median ${median(asked).toFixed(1)}), from memory p95 ${theirs.toFixed(1)} ms (median ${median(remembered).toFixed(1)})\n`,
  );
  reportRatio('keystroke to painted page ÷ the same rows from memory, p95', ours / theirs, 2);
  process.stdout.write(
    `tasks over ${LONG_TASK_MS} ms in the window: ${longTasks.length} (longest ${Math.max(0, ...longTasks).toFixed(0)} ms); longest pause of main ${longestPause.toFixed(0)} ms\n`,
  );
  if (longTasks.length > 0 || longestPause > LONG_TASK_MS) process.exitCode = 1;
} finally {
  if (given === undefined) removeFolder(folder);
}
