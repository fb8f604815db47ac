import { describe, expect, it } from 'vitest';
import { goTo, openReport, openSample, selectWords, untilSaved } from './desk.ts';
import { sharedDesk } from './sharedDesk.ts';

const PASSAGE = '围绕改善群众生活条件';
const NOTE = '一句写清目的、投资、户数，可借鉴';

describe('writing notes', () => {
  const desk = sharedDesk(async () => {
    await openSample(desk);
    await openReport(desk.page, '2019年昌城镇政府工作报告');
  });

  it('saves a note on a passage chosen by mouse', async () => {
    const { page } = desk;
    await selectWords(page, PASSAGE);
    await page.getByRole('button', { name: '借鉴' }).click();
    await page.getByRole('textbox', { name: '批注内容' }).fill(NOTE);
    await untilSaved(page, () => page.getByRole('button', { name: '保存' }).click());
  });

  it('has the note after being killed right after 已保存', async () => {
    desk.app.process().kill('SIGKILL');
    await desk.open();
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
    await untilSaved(page, () => page.keyboard.press('Control+Enter'));
    await page.getByRole('article', { name: '核对批注' }).getByText('请农办核一次数').waitFor();
  });

  it('asks once for a name to sign with, and takes tags by comma and by Enter', async () => {
    const { page } = desk;
    await goTo(page, '批注');
    const note = page.locator('.note-group li', { hasText: '请农办核一次数' });
    await note.getByRole('button', { name: '修改' }).click();
    const tags = page.getByRole('textbox', { name: '加标签' });
    await tags.pressSequentially('农办，');
    await tags.pressSequentially('核数');
    await tags.press('Enter');
    await page.getByRole('textbox', { name: '署名' }).fill('王干事');
    await page.getByRole('button', { name: '保存' }).click();
    await note.getByText('王干事').waitFor();
    await note.getByRole('list', { name: '标签' }).getByText('核数').waitFor();

    await note.getByRole('button', { name: '修改' }).click();
    expect(await page.getByRole('textbox', { name: '署名' }).count()).toBe(0);
    await page.getByRole('button', { name: '移除农办' }).click();
    await page.keyboard.press('Control+Enter');
    await note.getByText('农办', { exact: true }).waitFor({ state: 'detached' });
    await note.getByText('核数', { exact: true }).waitFor();
  });

  it('narrows the list by category, tag and words, and shows all again', async () => {
    const { page } = desk;
    await page.getByRole('status').getByText('2 条', { exact: true }).waitFor();
    await page.getByRole('checkbox', { name: '核数' }).check();
    await page.getByText('所示 1 条，共 2 条').waitFor();
    expect(await page.getByText(NOTE).count()).toBe(0);
    await page.getByRole('checkbox', { name: '借鉴' }).check();
    await page.getByText('没有这样的批注').waitFor();
    await page.getByRole('button', { name: '看全部批注' }).click();
    await page.getByRole('searchbox', { name: '在批注里找' }).fill('改善群众');
    await page.getByText('所示 1 条，共 2 条').waitFor();
    await page.getByRole('article', { name: '借鉴批注' }).waitFor();
    await page.getByRole('button', { name: '清除' }).click();
  });

  it('brings a deleted note and the words before an edit back', async () => {
    const { page } = desk;
    const note = page.locator('.note-group li', { hasText: NOTE });
    // The newest stands first, once it is there: those of the steps before say the same words.
    const undo = async (done: string) => {
      await page.waitForTimeout(800);
      const newest = page.locator('.toast', { hasText: done }).first();
      await newest.getByRole('button', { name: '撤销' }).click();
    };
    await note.getByRole('button', { name: '删除' }).click();
    await note.waitFor({ state: 'detached' });
    await undo('已删除 1 条批注。');
    await note.getByRole('button', { name: '修改' }).click();
    await page.getByRole('textbox', { name: '批注内容' }).fill('改坏了');
    await page.getByRole('button', { name: '保存' }).click();
    await page.locator('.note-group li', { hasText: '改坏了' }).waitFor();
    await undo('已修改 1 条批注。');
    await note.waitFor();
  });

  it('calls a category as the person does, everywhere, and takes that back', async () => {
    const { page } = desk;
    await goTo(page, '设置');
    const line = page.locator('.category-settings li').first();
    await line.getByRole('textbox', { name: '名称' }).fill('可学');
    await page.keyboard.press('Enter');
    await page.getByText('“借鉴”已改称“可学”。').waitFor();
    await goTo(page, '批注');
    await page.getByRole('article', { name: '可学批注' }).first().waitFor();
    await page
      .locator('.toast', { hasText: '已改称' })
      .getByRole('button', { name: '撤销' })
      .click();
    await page.getByRole('article', { name: '借鉴批注' }).first().waitFor();
  });

  it('goes through without a fault in the page', () => {
    expect(desk.faults).toEqual([]);
  });
});
