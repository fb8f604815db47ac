/** Walks the way that docs/使用手册.md describes, on the sample library, and takes its pictures. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import {
  answerSaveDialog,
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

/** Smaller than the screen it is drawn for, so that a page of the manual stays light. */
const SIZE = { width: 1280, height: 720 };
const pictures = join(ROOT, 'docs', 'pictures');

const data = makeFolder();
const desk = await openDesk(data);
const { page } = desk;
const take = async (name: string) => {
  // Whatever slides in is in its place by then.
  await page.waitForTimeout(400);
  await page.screenshot({ path: join(pictures, `手册-${name}.png`) });
};
try {
  await page.setViewportSize(SIZE);
  await page.getByText('先看样例，再放本镇的报告').waitFor();
  await take('1首次启动');
  await openSample(desk);
  await openReport(page, '2019年昌城镇政府工作报告');
  await selectWords(page, '围绕改善群众生活条件');
  await take('2划句');
  await page.getByRole('button', { name: '借鉴' }).click();
  await page.getByRole('textbox', { name: '批注内容' }).fill('一句写清目的、投资、户数，可照此写');
  await take('3写批注');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('已保存', { exact: true }).waitFor();
  await tickTowns(page);
  await take('4选三镇');
  await page.getByRole('button', { name: '并排对照' }).click();
  await page.getByRole('tab', { name: '按主题' }).click();
  await take('5按主题对照');
  await tickTowns(page);
  await page.getByRole('button', { name: '编简报' }).click();
  await page.getByLabel('简报预览').waitFor();
  await page.getByRole('button', { name: '编辑编者按' }).click();
  await page
    .getByRole('textbox', { name: '编者按' })
    .fill('三镇改厕各有长处，户均投入相差较大，口径待核。');
  await page.getByLabel('简报预览').getByText('户均投入相差较大').waitFor();
  await take('6编简报');
  await page.getByRole('button', { name: '编辑分专题摘编' }).click();
  const topics = page.getByRole('list', { name: '专题' });
  await topics.getByRole('button', { expanded: false }).first().click();
  await page.getByRole('button', { name: '删节' }).first().click();
  await page.locator('.cut-clause').first().click();
  await take('7删节');
  await page.keyboard.press('Escape');
  const file = join(data, '三镇.pdf');
  await answerSaveDialog(desk, file);
  await page.getByRole('button', { name: '导出 PDF' }).click();
  await page.getByText('已导出“三镇.pdf”').waitFor({ timeout: 40_000 });
  execFileSync('pdftoppm', [
    ...['-png', '-r', '60', '-f', '1', '-l', '1', '-singlefile'],
    file,
    join(pictures, '手册-8印出的第一面'),
  ]);
  await goTo(page, '批注');
  await page.locator('.toast').first().waitFor({ state: 'detached', timeout: 20_000 });
  await take('9批注清单');
  process.stdout.write(
    '手册图片在 docs/pictures/。\nPictures of the manual are in docs/pictures/.\n',
  );
} finally {
  await desk.close();
  removeFolder(data);
}
