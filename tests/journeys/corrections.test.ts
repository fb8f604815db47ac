import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { goTo, openReport, openSample, selectWords } from './desk.ts';
import { sharedDesk } from './sharedDesk.ts';

const TITLE = '2019年昌城镇政府工作报告';

describe('correcting what was understood', () => {
  const desk = sharedDesk(async () => {
    await openSample(desk);
    await openReport(desk.page, TITLE);
  });

  const restart = async () => {
    await desk.close();
    await desk.open();
    await openReport(desk.page, TITLE);
  };
  const outlineRow = (heading: string): Locator =>
    desk.page
      .getByRole('navigation', { name: '提纲' })
      .getByRole('listitem')
      .filter({ hasText: heading })
      .first();
  const choose = (name: string) => desk.page.getByRole('menuitem', { name, exact: true }).click();
  const undoByToast = () => desk.page.getByRole('button', { name: '撤销' }).last().click();

  it('changes the role of a section in two clicks, and takes it back', async () => {
    const row = outlineRow('一、坚持转型升级');
    const role = row.getByRole('button', { name: /^部分：/ });
    const before = await role.textContent();
    await role.click();
    await choose('民生实事');
    await row.getByRole('button', { name: '部分：民生实事，已认定' }).waitFor();
    await undoByToast();
    await expect.poll(() => role.textContent()).toBe(before);
  });

  it('keeps the role over a restart and gives the inferred one back when asked', async () => {
    const role = () => outlineRow('一、坚持转型升级').getByRole('button', { name: /^部分：/ });
    const before = await role().textContent();
    await role().click();
    await choose('总体要求');
    await outlineRow('一、坚持转型升级').getByText('总体要求').waitFor();
    await restart();
    await outlineRow('一、坚持转型升级').getByText('总体要求').waitFor();
    await role().click();
    await choose('恢复推断');
    await expect.poll(() => role().textContent()).toBe(before);
  });

  it('moves a section to another topic from its row, which stays as it was under the pointer', async () => {
    const row = outlineRow('（一）狠抓项目建设');
    const heading = row.locator('.outline-words');
    const before = await heading.boundingBox();
    await row.hover();
    await row.getByRole('button', { name: '部分：回顾' }).click();
    expect(await heading.boundingBox()).toEqual(before);
    await desk.page.locator('[role="menu"]:focus-within').waitFor();
    await desk.page.keyboard.press('End');
    await desk.page.keyboard.press('ArrowRight');
    await choose('安全生产与防灾应急');
    await desk.page.getByText('已移到“安全生产与防灾应急”').waitFor();
    await undoByToast();
  });

  it('moves a sentence to another topic, the text and the notes staying where they are', async () => {
    const { page } = desk;
    const text = await page.locator('.report-text').textContent();
    await selectWords(page, '围绕改善群众生活条件');
    const topic = page.getByRole('button', { name: /^主题：/ });
    await topic.click();
    await choose('安全生产与防灾应急');
    await expect.poll(() => topic.textContent()).toBe('主题：安全生产与防灾应急');
    expect(await page.locator('.report-text').textContent()).toBe(text);
    await page.keyboard.press('Escape');
    await page.getByRole('toolbar', { name: '给选中的文字写批注' }).waitFor({ state: 'hidden' });
  });

  it('shows each fact with its sentence, and lights the sentence when pressed', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: '资料信息' }).click();
    const dialog = page.getByRole('dialog', { name: '资料信息' });
    const fact = dialog.getByRole('listitem', { name: '会议' });
    expect(await fact.textContent()).toContain('推断');
    const size = page.viewportSize() ?? { width: 1366, height: 768 };
    await page.setViewportSize({ ...size, width: 640 });
    const [line, words] = await Promise.all(
      [fact, fact.locator('.link-button')].map((part) => part.boundingBox()),
    );
    const right = (box: typeof line = null) => (box?.x ?? 0) + (box?.width ?? 0);
    expect(right(words)).toBeLessThanOrEqual(right(line));
    await page.setViewportSize(size);
    await fact.locator('.link-button').click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => CSS.highlights.get('lit')?.size)).toBe(1);
  });

  it('takes a corrected year into the list of the library, and never loses it', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: '资料信息' }).click();
    const fact = page.getByRole('listitem', { name: '回顾年' });
    await fact.getByRole('button', { name: '更改回顾年' }).click();
    await fact.getByRole('textbox').fill('去年');
    await fact.getByRole('button', { name: '认定' }).click();
    await fact.getByRole('alert').waitFor();
    await fact.getByRole('textbox').fill('2016');
    await fact.getByRole('button', { name: '认定' }).click();
    await fact.getByText('已认定').waitFor();
    await page.keyboard.press('Escape');
    await restart();
    await goTo(desk.page, '资料库');
    const row = desk.page.getByRole('row', { name: TITLE });
    expect(await row.textContent()).toContain('2016');
  });

  it('goes through without a fault in the page', () => {
    expect(desk.faults).toEqual([]);
  });
});
