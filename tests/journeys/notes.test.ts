import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Desk,
  goTo,
  makeFolder,
  openDesk,
  openReport,
  openSample,
  removeFolder,
  selectWords,
} from './desk.ts';

const PASSAGE = '围绕改善群众生活条件';
const NOTE = '一句写清目的、投资、户数，可借鉴';

describe('writing notes', () => {
  const folder = makeFolder();
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk(folder);
    await openSample(desk);
    await openReport(desk.page, '2019年昌城镇政府工作报告');
  });
  afterAll(async () => {
    await desk.close();
    removeFolder(folder);
  });

  it('saves a note on a passage chosen by mouse', async () => {
    const { page } = desk;
    await selectWords(page, PASSAGE);
    await page.getByRole('button', { name: '借鉴' }).click();
    await page.getByRole('textbox', { name: '批注内容' }).fill(NOTE);
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('已保存', { exact: true }).waitFor();
  });

  it('has the note after being killed right after 已保存', async () => {
    desk.app.process().kill('SIGKILL');
    desk = await openDesk(folder);
    await openReport(desk.page, '2019年昌城镇政府工作报告');
    const card = desk.page.getByRole('article', { name: '借鉴批注' });
    await card.getByText(NOTE).waitFor();
    const marked = await desk.page.evaluate(() =>
      [...((CSS.highlights.get('note-1') ?? new Set()) as Set<Range>)].map(String),
    );
    expect(marked).toEqual([PASSAGE]);
  });

  it('lists the note with its passage and leads back to it', async () => {
    const { page } = desk;
    await goTo(page, '批注');
    await page.getByText(NOTE).first().waitFor();
    await page.getByText(PASSAGE).first().waitFor();
    await page.getByRole('button', { name: NOTE }).first().click();
    await page.locator('.report-text').waitFor();
  });

  it('finds the note by search', async () => {
    const { page } = desk;
    await goTo(page, '检索');
    await page.getByRole('searchbox', { name: '检索内容' }).fill('写清目的');
    await page.locator('.hit', { hasText: '写清目的' }).waitFor();
    await page.getByText('共 1 处').waitFor();
  });

  it('writes a note by keyboard alone', async () => {
    const { page } = desk;
    await openReport(page, '2019年井沟镇政府工作报告');
    await page.getByRole('button', { name: '逐句选择' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('3');
    await page.keyboard.type('请农办核一次数');
    await page.keyboard.press('Control+Enter');
    await page.getByText('已保存', { exact: true }).waitFor();
    await page.getByRole('article', { name: '核对批注' }).getByText('请农办核一次数').waitFor();
  });

  it('goes through without a fault in the page', () => {
    expect(desk.faults).toEqual([]);
  });
});
