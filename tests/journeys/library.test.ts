import { describe, expect, it } from 'vitest';
import { openSample, reportRow } from './desk.ts';
import { sharedDesk } from './sharedDesk.ts';

/** Control among the modifiers of the DevTools protocol. */
const CONTROL = 2;

describe('opening the sample library for the first time', () => {
  const desk = sharedDesk();

  it('greets with five steps and holds nothing yet', async () => {
    await desk.page.getByText('先看样例，再放本镇的报告').waitFor();
    await desk.page.getByText('共 0 篇').waitFor();
  });

  it('brings 3 town reports, 1 city report and 6 articles, each under its place', async () => {
    const { page } = desk;
    await openSample(desk);
    const rows = page.getByRole('row').filter({ has: page.getByRole('checkbox') });
    const words = await rows.allInnerTexts();
    const counted = (kind: string) => words.filter((row) => row.includes(kind)).length;
    expect([counted('年度报告'), counted('上级报告'), counted('宣传文章')]).toEqual([3, 1, 6]);
    const places = await page.getByRole('treeitem').allInnerTexts();
    for (const place of ['潍坊市', '诸城市', '昌城镇', '高密市', '井沟镇', '昌邑市']) {
      expect(places.some((item) => item.includes(place))).toBe(true);
    }
  });

  it('shows both years of a report', async () => {
    const row = reportRow(desk.page, '2019年昌城镇政府工作报告');
    await expect(row.innerText()).resolves.toContain('回顾2018·部署2019');
  });

  it('asks which place the report titled 辛兴镇 belongs to, and changes nothing by itself', async () => {
    const { page } = desk;
    await page.getByText('题名为辛兴镇，正文 8 处为皇华镇。以哪个为准？').waitFor();
    const row = reportRow(page, '2019年辛兴镇政府工作报告');
    await expect(row.innerText()).resolves.toContain('待认定');

    await page.getByRole('button', { name: '以正文为准：皇华镇' }).click();
    await row.getByText('诸城市 皇华镇').waitFor();
    await page.getByRole('button', { name: '撤销' }).click();
    await row.getByText('待认定').waitFor();
    await page.getByText('题名为辛兴镇，正文 8 处为皇华镇。以哪个为准？').waitFor();
  });

  it('shows the page leftovers, which are in no text', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: '网站残留' }).click();
    const dialog = page.getByRole('dialog', { name: '网站残留' });
    const words = await dialog.innerText();
    for (const leftover of ['点我投稿', '联系我们', '企业入驻']) expect(words).toContain(leftover);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });

  it('tells the name of a sign the keyboard has reached', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: '2019年昌城镇政府工作报告', exact: true }).click();
    await page.getByRole('navigation', { name: '提纲' }).waitFor();
    await page.keyboard.press('Tab');
    // Scrolling hides a tip, and a report that was just opened may yet scroll to its place.
    await expect
      .poll(async () => {
        await page.getByRole('button', { name: '后退' }).blur();
        await page.getByRole('button', { name: '后退' }).focus();
        const tip = page.locator('.tooltip', { hasText: '后退' });
        return tip.waitFor({ timeout: 1000 }).then(
          () => true,
          () => false,
        );
      })
      .toBe(true);
    await page.keyboard.press('Enter');
    await page.locator('.tooltip').waitFor({ state: 'detached' });
    await reportRow(page, '2019年昌城镇政府工作报告').waitFor();
  });

  it('keeps the width a panel was given from one start to the next', async () => {
    const handle = () => desk.page.getByRole('separator').first();
    const width = async () => Number(await handle().getAttribute('aria-valuenow'));
    await handle().focus();
    const before = await width();
    await desk.page.keyboard.press('ArrowRight');
    await expect.poll(width).toBeGreaterThan(before);
    const given = await width();
    await desk.close();
    await desk.open();
    await reportRow(desk.page, '2019年昌城镇政府工作报告').waitFor();
    expect(await width()).toBe(given);
  });

  it('takes words typed at once after Ctrl+K, however lately the window was opened', async () => {
    const { page } = desk;
    await page.reload();
    await reportRow(page, '2019年昌城镇政府工作报告').waitFor();
    const keyboard = await page.context().newCDPSession(page);
    const key = (name: string, code: number, modifiers = 0) =>
      keyboard.send('Input.dispatchKeyEvent', {
        type: 'rawKeyDown',
        key: name,
        windowsVirtualKeyCode: code,
        modifiers,
      });
    // No key waits for what the one before it did.
    await Promise.all([
      key('k', 75, CONTROL),
      keyboard.send('Input.insertText', { text: '起草' }),
      key('Enter', 13),
    ]);
    await page.getByRole('button', { name: '开始起草' }).waitFor();
  });

  it('goes through without a fault in the page', () => {
    expect(desk.faults).toEqual([]);
  });
});
