/** Takes a picture of every view of the built app on the sample library. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Desk,
  goTo,
  makeFolder,
  openDesk,
  openReport,
  openSample,
  ROOT,
  removeFolder,
  selectWords,
  tickTowns,
} from '../tests/journeys/desk.ts';

const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
];
const THEMES = ['light', 'dark'] as const;
const folder = join(ROOT, 'out', 'shots');

/** Each view by the name of its picture, in an order in which each leads to the next. */
const VIEWS: [name: string, open: (desk: Desk) => Promise<unknown>][] = [
  ['资料库', ({ page }) => goTo(page, '资料库')],
  [
    '阅读',
    async (desk) => {
      await openReport(desk.page, '2019年昌城镇政府工作报告');
      const outline = desk.page.getByRole('navigation', { name: '提纲' });
      await outline.getByRole('button', { name: '突出美丽乡村建设' }).click();
    },
  ],
  [
    '检索',
    async ({ page }) => {
      await goTo(page, '检索');
      await page.getByRole('searchbox', { name: '检索内容' }).fill('改厕');
      await page.locator('.hit').first().waitFor();
    },
  ],
  ['并排', (desk) => compare(desk, '并排')],
  ['按主题', (desk) => compare(desk, '按主题')],
  ['提纲', (desk) => compare(desk, '提纲')],
  ['指标', (desk) => compare(desk, '指标')],
  ['批注', ({ page }) => goTo(page, '批注')],
  [
    '简报',
    async ({ page }) => {
      await tickTowns(page);
      await page.getByRole('button', { name: '编简报' }).click();
      await page.getByLabel('简报预览').waitFor();
    },
  ],
  ['起草', openDraft],
  ['设置', ({ page }) => goTo(page, '设置')],
];

/** A draft of next year's report, begun at the first picture. */
async function openDraft({ page }: Desk): Promise<void> {
  await goTo(page, '起草');
  const title = page.getByRole('button', { name: '2020年昌城镇政府工作报告', exact: true });
  const editor = page.getByRole('textbox', { name: '正文' });
  const place = page.getByLabel('镇（街道、乡）');
  await editor.or(title).or(place).first().waitFor();
  if (await editor.isVisible()) return;
  if (await title.isVisible()) {
    await title.click();
  } else {
    await place.fill('昌城镇');
    await page.getByRole('button', { name: '开始起草' }).click();
  }
  await editor.waitFor();
}

/** The three towns, in one of the ways to lay them beside each other. */
async function compare({ page }: Desk, mode: string): Promise<void> {
  const tab = page.getByRole('tab', { name: mode });
  if (!(await tab.isVisible())) await goTo(page, '对照');
  await tab.click();
}

async function prepare(desk: Desk): Promise<void> {
  const { page } = desk;
  await openReport(page, '2019年昌城镇政府工作报告');
  await selectWords(page, '围绕改善群众生活条件');
  await page.getByRole('button', { name: '借鉴' }).click();
  await page.getByRole('textbox', { name: '批注内容' }).fill('一句写清目的、投资、户数，可借鉴');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('已保存', { exact: true }).waitFor();
  await page.getByLabel('关闭提示').click();
  await tickTowns(page);
  await page.getByRole('button', { name: '并排对照' }).click();
  await page.locator('.compare-column').nth(2).waitFor();
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const data = makeFolder();
const desk = await openDesk(data);
try {
  const { page } = desk;
  await page.getByText('先看样例，再放本镇的报告').waitFor();
  await page.screenshot({ path: join(folder, '首次启动.png') });
  await openSample(desk);
  await prepare(desk);
  for (const size of SIZES) {
    await page.setViewportSize(size);
    for (const theme of THEMES) {
      await page.emulateMedia({ colorScheme: theme });
      for (const [name, open] of VIEWS) {
        await open(desk);
        // What the pointer rests on by chance is not what the view looks like.
        await page.mouse.move(size.width / 2, 1);
        await page.waitForTimeout(500);
        await page.screenshot({ path: join(folder, `${name}-${size.width}-${theme}.png`) });
      }
    }
  }
  process.stdout.write('图片在 out/shots/。\nPictures are in out/shots/.\n');
} finally {
  await desk.close();
  removeFolder(data);
}
