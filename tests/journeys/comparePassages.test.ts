import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerSaveDialog, ask, goTo, openSample, tickTowns } from './desk.ts';
import { sharedDesk } from './sharedDesk.ts';

describe('three towns at 1366×768, by mouse', () => {
  const desk = sharedDesk(async () => {
    await openSample(desk);
    await tickTowns(desk.page);
    await desk.page.getByRole('button', { name: '并排对照' }).click();
    await desk.page.getByRole('tab', { name: '按主题' }).click();
    await row('美丽乡村与人居环境').waitFor();
  });
  const { folder } = desk;

  const row = (name: string) =>
    desk.page.getByRole('row').filter({ has: desk.page.getByRole('rowheader', { name }) });
  const strip = () => desk.page.getByRole('toolbar', { name: '这一段' });
  const passageIn = (topic: string, column: number) =>
    row(topic).getByRole('cell').nth(column).locator('.topic-passage').first();
  const undo = () => desk.page.getByRole('button', { name: '撤销' }).first().click();

  it('has no bar that scrolls sideways', async () => {
    const wide = await desk.page
      .locator('.compare-table-area')
      .evaluate((area) => area.scrollWidth - area.clientWidth);
    expect(wide).toBeLessThanOrEqual(0);
    const toolbar = await desk.page
      .locator('.topics-toolbar')
      .evaluate((bar) => bar.scrollWidth - bar.clientWidth);
    expect(toolbar).toBeLessThanOrEqual(0);
  });

  it('moves a passage to another topic in two clicks, keeps it, and takes it back', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: '全部', exact: true }).click();
    const latrines = page
      .locator('[data-passage^="T11 "]')
      .filter({ hasText: '完成旱厕改造4774户' });
    const moved = page.locator('[data-passage^="T14 "]').filter({ hasText: '完成旱厕改造4774户' });
    await latrines.scrollIntoViewIfNeeded();
    await latrines.hover();
    await strip().getByRole('button', { name: '换主题' }).click();
    await page.getByRole('menuitem', { name: '医疗卫生与健康' }).click();
    await moved.waitFor();
    await expect.poll(() => latrines.count()).toBe(0);
    await undo();
    await expect.poll(() => moved.count()).toBe(0);
    await latrines.waitFor();
    await page.getByRole('button', { name: '摘要', exact: true }).click();
  });

  it('ties passages of three towns with one note', async () => {
    const { page } = desk;
    for (const column of [0, 1, 2]) {
      await passageIn('安全生产与防灾应急', column).scrollIntoViewIfNeeded();
      await passageIn('安全生产与防灾应急', column).hover();
      await strip().getByRole('button', { name: '选入' }).click();
    }
    const bar = page.getByRole('region', { name: '已选的文字' });
    await bar.getByText('3 段').waitFor();
    await bar.getByRole('button', { name: '一并批注' }).click();
    const dialog = page.getByRole('dialog', { name: /写一条批注/u });
    expect(await dialog.locator('blockquote').count()).toBe(3);
    await dialog.getByRole('textbox', { name: '批注内容' }).fill('三镇的安全生产做法可合写一段');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await bar.waitFor({ state: 'hidden' });
    const { annotations } = await ask<{
      annotations: { note: string; targets: { documentId: string }[] }[];
    }>(desk, 'annotations.list', {});
    const [note] = annotations.filter(({ note: words }) => words.startsWith('三镇的安全生产'));
    expect(new Set(note?.targets.map(({ documentId }) => documentId)).size).toBe(3);
  });

  it('takes a passage into a new brief, and out again', async () => {
    const { page } = desk;
    await passageIn('教育', 0).scrollIntoViewIfNeeded();
    await passageIn('教育', 0).hover();
    await strip().getByRole('button', { name: '加入简报' }).click();
    await page.getByRole('menuitem', { name: '新起一份简报' }).click();
    await page.getByText(/已将 1 段加入简报/u).waitFor();
    const briefs = () =>
      ask<{ briefs: { spec: { excerpts?: unknown[] } }[] }>(desk, 'briefs.list', {});
    expect((await briefs()).briefs[0]?.spec.excerpts).toHaveLength(1);
    await undo();
    await expect.poll(async () => (await briefs()).briefs.length).toBe(0);
  });

  it('prints what is in sight, lying on its side, and writes it for Word', async () => {
    const { page } = desk;
    await page.getByRole('searchbox', { name: '按字词筛选' }).fill('旱厕');
    await page.getByRole('button', { name: '全部', exact: true }).click();
    for (const [item, extension, magic] of [
      ['PDF（横排，可打印）', 'pdf', '%PDF'],
      ['Word 文档（DOCX）', 'docx', 'PK'],
    ] as const) {
      const path = join(folder, `主题对照表.${extension}`);
      await answerSaveDialog(desk, path);
      await page.getByRole('button', { name: '导出', exact: true }).click();
      await page.getByRole('menuitem', { name: item }).click();
      await page.getByText(`已导出“主题对照表.${extension}”。`).waitFor({ timeout: 60_000 });
      expect(readFileSync(path).subarray(0, magic.length).toString('latin1')).toBe(magic);
    }
    await page.getByRole('button', { name: '清空' }).click();
  });

  it('shows only the topics chosen, and only the livelihood projects', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: '选主题' }).click();
    const dialog = page.getByRole('dialog', { name: '只看哪些主题' });
    await dialog.getByRole('checkbox', { name: '美丽乡村与人居环境' }).click();
    await dialog.getByRole('button', { name: '好', exact: true }).click();
    await page.getByRole('group', { name: '部分' }).getByRole('button', { name: '实事' }).click();
    expect(await page.locator('.topics-table tbody tr').count()).toBe(1);
    expect(await page.locator('.topics-table tbody').innerText()).toContain('旱厕');
    await page.getByRole('group', { name: '部分' }).getByRole('button', { name: '全文' }).click();
    await page.getByRole('button', { name: '主题 1', exact: true }).click();
    await page.getByRole('button', { name: '看全部' }).click();
    await page.keyboard.press('Escape');
  });

  it('keeps the three as a set and opens it again', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: '存为常用' }).click();
    await page.getByRole('textbox', { name: '名称' }).fill('本县三镇');
    await page.getByRole('button', { name: '存下' }).click();
    await page.getByText('已存为常用组合“本县三镇”。').waitFor();
    await goTo(page, '对照');
    const sets = page.getByRole('complementary', { name: '常用组合' });
    if (!(await sets.isVisible())) await page.getByRole('button', { name: '对照' }).first().click();
    await sets.getByRole('button', { name: /^本县三镇/u }).click();
    await page.locator('.compare-column, .topics-table').first().waitFor();
  });

  it('annotates words selected in a column', async () => {
    const { page } = desk;
    await page.getByRole('tab', { name: '并排' }).click();
    const paragraph = page.locator('.compare-column').nth(1).locator('.report-text p').nth(3);
    await paragraph.scrollIntoViewIfNeeded();
    await paragraph.click({ clickCount: 3 });
    await strip().getByRole('button', { name: '批注' }).click();
    const dialog = page.getByRole('dialog', { name: '写批注' });
    const words = (await dialog.locator('blockquote').innerText()).slice(0, 10);
    expect(await paragraph.innerText()).toContain(words);
    await dialog.getByRole('textbox', { name: '批注内容' }).fill('核对口径');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const { annotations } = await ask<{ annotations: { note: string }[] }>(
      desk,
      'annotations.list',
      {},
    );
    expect(annotations.map(({ note }) => note)).toContain('核对口径');
  });

  it('prints the whole texts side by side', async () => {
    const { page } = desk;
    const path = join(folder, '全文并排对照.pdf');
    await answerSaveDialog(desk, path);
    await page.getByRole('button', { name: '导出', exact: true }).click();
    await page.getByRole('menuitem', { name: 'PDF（横排，可打印）' }).click();
    await page.getByText('已导出“全文并排对照.pdf”。').waitFor({ timeout: 60_000 });
    expect(readFileSync(path).subarray(0, 4).toString('latin1')).toBe('%PDF');
  });

  it('copies the headings, paired', async () => {
    const { page } = desk;
    await page.getByRole('tab', { name: '提纲' }).click();
    await page.getByRole('button', { name: '导出', exact: true }).click();
    await page.getByRole('menuitem', { name: '复制为文字' }).click();
    await page.getByText(/已复制 \d+ 行标题/u).waitFor();
  });

  it('counts a formula the person added as nobody’s wording, and takes it back', async () => {
    const { page } = desk;
    await page.getByRole('tab', { name: '并排' }).click();
    await page.getByRole('button', { name: '共有与独有' }).click();
    const panel = page.getByRole('complementary', { name: '共有与独有' });
    const shared = panel.getByRole('listitem').filter({ hasText: '扎实推进“三清一增”集中行动' });
    await shared.waitFor();
    expect(await shared.innerText()).not.toContain('规定提法');
    await panel.getByRole('button', { name: '规定提法…' }).click();
    await page.getByRole('textbox', { name: '查找或添加' }).fill('扎实推进……集中行动');
    await page.keyboard.press('Enter');
    await page.getByText('已列为规定提法').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => shared.innerText()).toContain('规定提法');
    await undo();
    await expect.poll(() => shared.innerText()).not.toContain('规定提法');
  });

  it('goes through without a fault in the page', () => {
    expect(desk.faults).toEqual([]);
  });
});
