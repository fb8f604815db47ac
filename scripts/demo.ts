/**
 * Walks through the whole job without a display, on the real app with the sample library: pictures,
 * the printed brief and a summary are left in `out/demo/`.
 */
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import {
  answerSaveDialog,
  type Desk,
  goTo,
  makeFolder,
  openDesk,
  openReport,
  openSample,
  ROOT,
  removeFolder,
  selectWords,
} from '../tests/journeys/desk.ts';
import { findHost } from '../tests/launch/findHost.ts';

const RESULTS = join(ROOT, 'out/demo');
const BRIEF = join(RESULTS, '三镇对照.pdf');
const TOWNS = ['昌城镇', '辛兴镇', '井沟镇'];
const PASSAGE = '投资430万元';
const NOTE = '请核每户投入多少';

type Step = { title: string; walk: (desk: Desk) => Promise<void> };

const steps: Step[] = [
  { title: '打开样例库', walk: openSample },
  {
    title: '读一篇报告',
    walk: ({ page }) => openReport(page, '2019年昌城镇政府工作报告'),
  },
  {
    title: '划一句,写一条批注',
    walk: async ({ page }) => {
      await selectWords(page, PASSAGE);
      await page.getByRole('button', { name: '核对' }).click();
      await page.getByRole('textbox', { name: '批注内容' }).fill(NOTE);
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByText('已保存', { exact: true }).waitFor();
    },
  },
  {
    title: '检索改厕',
    walk: async ({ page }) => {
      await goTo(page, '检索');
      await page.getByRole('searchbox', { name: '检索内容' }).fill('改厕');
      await page.locator('.hit mark').first().waitFor();
    },
  },
  {
    title: '三镇并排对照',
    walk: async ({ page }) => {
      await chooseTowns(page);
      await page.getByRole('button', { name: '并排对照' }).click();
      await page.locator('.compare-column').nth(2).waitFor();
    },
  },
  {
    title: '三镇指标对照',
    walk: async ({ page }) => {
      await page.getByRole('tab', { name: '指标' }).click();
      await page
        .getByRole('row', { name: /^地方财政收入/u })
        .first()
        .waitFor();
    },
  },
  {
    title: '编简报',
    walk: async ({ page }) => {
      await goTo(page, '资料库');
      await page.getByRole('button', { name: '编简报' }).click();
      await page.getByLabel('简报预览').getByText(NOTE).first().waitFor();
    },
  },
  {
    title: '导出 PDF',
    walk: async (desk) => {
      await answerSaveDialog(desk, BRIEF);
      await desk.page.getByRole('button', { name: '导出 PDF' }).click();
      await desk.page.getByText('已导出“三镇对照.pdf”').waitFor({ timeout: 30_000 });
    },
  },
];

/** Chooses the three towns in the library, where a choice already made stays. */
async function chooseTowns(page: Desk['page']): Promise<void> {
  await goTo(page, '资料库');
  for (const town of TOWNS) {
    await page.getByRole('checkbox', { name: `选择2019年${town}政府工作报告` }).click();
  }
}

async function walkThrough(folder: string): Promise<{ lines: string[]; faults: string[] }> {
  const lines: string[] = [];
  const desk = await openDesk(folder);
  try {
    for (const [at, { title, walk }] of steps.entries()) {
      const start = performance.now();
      await walk(desk);
      const took = Math.round(performance.now() - start);
      const picture = `${String(at + 1).padStart(2, '0')}-${title.replace(/[,\s]/gu, '')}.png`;
      await desk.page.screenshot({ path: join(RESULTS, picture) });
      lines.push(`${at + 1}. ${title}(${took} 毫秒):${picture}`);
      process.stdout.write(`${lines.at(-1)}\n`);
    }
  } finally {
    await desk.close();
  }
  return { lines, faults: desk.faults };
}

/** The note must be there after a restart, as what was shown as saved is. */
async function findNoteAgain(folder: string): Promise<void> {
  const desk = await openDesk(folder);
  try {
    await goTo(desk.page, '批注');
    await desk.page.getByText(NOTE).first().waitFor();
  } finally {
    await desk.close();
  }
}

rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });
const { reason } = findHost();
process.stdout.write(`${reason}\n`);
const folder = makeFolder();
try {
  const { lines, faults } = await walkThrough(folder);
  await findNoteAgain(folder);
  const summary = [
    '# 演示小结',
    '',
    reason,
    '',
    ...lines,
    '',
    `简报:${relative(RESULTS, BRIEF)}(${Math.ceil(statSync(BRIEF).size / 1024)} KB)`,
    '重新启动后,批注仍在。',
    faults.length === 0 ? '页面没有报错。' : `页面报错:${faults.join(';')}`,
    '',
  ].join('\n');
  writeFileSync(join(RESULTS, '小结.md'), summary);
  process.stdout.write(`重新启动后,批注仍在。图片、PDF 和小结在 ${relative(ROOT, RESULTS)}/。\n`);
  if (faults.length > 0) process.exitCode = 1;
} finally {
  removeFolder(folder);
}
