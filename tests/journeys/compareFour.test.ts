import { describe, expect, it } from 'vitest';
import { ask, openSample } from './desk.ts';
import { sharedDesk } from './sharedDesk.ts';

describe('four columns at 1920×1080, by keyboard alone and by mouse', () => {
  const desk = sharedDesk(async () => {
    await openSample(desk);
    await desk.page.setViewportSize({ width: 1920, height: 1080 });
  });

  const press = async (...keys: string[]) => {
    for (const key of keys) await desk.page.keyboard.press(key);
  };
  const focused = () =>
    desk.page.evaluate(() => {
      const at = document.activeElement as HTMLElement | null;
      return `${at?.getAttribute('aria-label') ?? ''} ${at?.innerText ?? ''}`.trim();
    });
  /** Goes on with Tab, as a person does, until what has the focus is called so. */
  const tabTo = async (name: RegExp, most = 80) => {
    for (let step = 0; step < most; step += 1) {
      if (name.test(await focused())) return;
      await press('Tab');
    }
    throw new Error(`no ${name} within ${most} steps; at “${await focused()}”`);
  };

  it('chooses four reports by pinyin initials and Enter', async () => {
    const { page } = desk;
    await tabTo(/^对照/u);
    await press('Enter');
    const field = page.getByRole('searchbox', { name: '按名称或拼音首字母查找' });
    await field.waitFor();
    await tabTo(/^按名称或拼音首字母查找/u);
    for (const initials of ['ccz', 'hhz', 'jgz', 'wfs']) {
      await page.keyboard.type(initials);
      await press('Enter');
    }
    await page.getByText('已选 4 篇').waitFor();
    await press('Enter');
    await page.locator('.compare-column').nth(3).waitFor({ timeout: 30_000 });
  });

  it('says openly that the city’s report is of another level', async () => {
    await desk.page.getByText('层级不同，只供并排参看').waitFor();
  });

  it('gives each of the four columns room to read', async () => {
    const widths = await desk.page
      .locator('.compare-column')
      .evaluateAll((all) => all.map((column) => column.getBoundingClientRect().width));
    for (const width of widths) expect(width).toBeGreaterThan(400);
  });

  it('ties passages of all four reports with one note, by mouse as well', async () => {
    const { page } = desk;
    await page.getByRole('tab', { name: '按主题' }).click();
    const row = page
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: '教育', exact: true }) });
    for (const column of [0, 1, 2, 3]) {
      const passage = row.getByRole('cell').nth(column).locator('.topic-passage').first();
      await passage.scrollIntoViewIfNeeded();
      await passage.hover();
      await page
        .getByRole('toolbar', { name: '这一段' })
        .getByRole('button', { name: '选入' })
        .click();
    }
    const bar = page.getByRole('region', { name: '已选的文字' });
    await bar.getByText('4 段').waitFor();
    await bar.getByRole('button', { name: '一并批注' }).click();
    await page.getByRole('textbox', { name: '批注内容' }).fill('市里与三镇的教育投入');
    await page.getByRole('button', { name: '保存' }).click();
    await bar.waitFor({ state: 'hidden' });
    await page.getByRole('tab', { name: '并排' }).click();
    await page.locator('.compare-column').nth(3).waitFor();
  });

  it('chooses sentences in two columns and writes one note on both', async () => {
    const { page } = desk;
    for (const column of [0, 1]) {
      await page
        .locator('.column-cursor button')
        .nth(column)
        .evaluate((button) => (button as HTMLElement).focus());
      await press('ArrowDown', 'ArrowDown', 'ArrowDown', 'Shift+ArrowDown');
      await press('Tab');
      await expect.poll(focused).toMatch(/选入/u);
      await press('Enter');
    }
    await page.getByRole('region', { name: '已选的文字' }).getByText('2 段').waitFor();
    await page
      .getByRole('button', { name: '一并批注' })
      .evaluate((button) => (button as HTMLElement).focus());
    await press('Enter');
    const dialog = page.getByRole('dialog', { name: /写一条批注/u });
    await dialog.waitFor();
    await expect.poll(focused).toContain('借鉴');
    await press('1');
    await page.keyboard.type('两镇的提法一致');
    await press('Control+Enter');
    await dialog.waitFor({ state: 'hidden' });
    const { annotations } = await ask<{ annotations: { targets: unknown[] }[] }>(
      desk,
      'annotations.list',
      {},
    );
    expect(annotations.map(({ targets }) => targets.length).sort()).toEqual([2, 4]);
  });

  it('goes from mode to mode, opens a row and its passage, and comes back', async () => {
    const { page } = desk;
    await page.getByRole('tab', { name: '并排' }).focus();
    await press('ArrowLeft', 'Enter');
    await page.locator('.topics-table tbody tr').first().waitFor();
    await tabTo(/^综合经济与财税/u);
    await press('Enter', 'ArrowRight');
    const passage = () =>
      page.evaluate(() => document.activeElement?.getAttribute('data-passage') ?? null);
    const at = await passage();
    expect(at).not.toBeNull();
    await press('Tab');
    expect(await focused()).toMatch(/选入/u);
    await press('Shift+Tab', 'Enter');
    await page.getByRole('navigation', { name: '提纲' }).waitFor();
    await press('Alt+ArrowLeft');
    await expect.poll(passage).toBe(at);
  });

  it('goes through without a fault in the page', () => {
    expect(desk.faults).toEqual([]);
  });
});
