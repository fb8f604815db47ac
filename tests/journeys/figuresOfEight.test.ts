import { describe, expect, it } from 'vitest';
import { goTo } from './desk.ts';
import { openFigures, pasteReports, TOWNS, townReports } from './figureReports.ts';
import { sharedDesk } from './sharedDesk.ts';

describe('the figures of eight towns', () => {
  const desk = sharedDesk(async () => {
    const reports = townReports();
    await pasteReports(desk.page, reports);
    await goTo(desk.page, '资料库');
    await openFigures(
      desk.page,
      reports.map(({ title }) => title),
    );
    await desk.page.getByRole('switch', { name: '至少两篇写到' }).click();
  });

  const table = () => desk.page.getByRole('table', { name: /^指标对照表/u });
  const area = () => desk.page.locator('.figures-area');

  it('stand in eight columns, the names in sight however far one scrolls', async () => {
    const heads = await table()
      .locator('thead tr')
      .first()
      .getByRole('columnheader')
      .allInnerTexts();
    expect(heads.slice(1).map((words) => words.trim())).toEqual(TOWNS);
    await area().evaluate((element) => element.scrollTo(10_000, 0));
    const last = table().getByRole('columnheader', { name: TOWNS[7] });
    const name = table()
      .getByRole('rowheader', { name: /^地方财政收入/u })
      .first();
    const [seen, lastBox, nameBox] = await Promise.all([
      area().boundingBox(),
      last.boundingBox(),
      name.boundingBox(),
    ]);
    expect(lastBox?.x).toBeGreaterThan(nameBox?.x ?? 0);
    expect((lastBox?.x ?? 0) + (lastBox?.width ?? 0)).toBeLessThanOrEqual(
      (seen?.x ?? 0) + (seen?.width ?? 0),
    );
    expect(nameBox?.x).toBeCloseTo(seen?.x ?? 0, 0);
    await area().evaluate((element) => element.scrollTo(0, 0));
  });

  it('draw only what is near, and the arrow keys still reach the last of a column', async () => {
    const { page } = desk;
    const all = Number(await table().getAttribute('aria-rowcount'));
    expect(await table().locator('tr[data-row]').count()).toBeLessThan(all / 2);
    await table().locator('.figure-reading[tabindex="0"]').focus();
    const reached = () => page.evaluate(() => document.activeElement?.getAttribute('data-key'));
    for (let before: string | null | undefined; before !== (await reached()); ) {
      before = await reached();
      for (let step = 0; step < 10; step += 1) await page.keyboard.press('ArrowDown');
    }
    const row = page.locator('tr:focus-within');
    expect(Number(await row.getAttribute('aria-rowindex'))).toBeGreaterThan(all / 2);
    const [box, seen] = await Promise.all([row.boundingBox(), area().boundingBox()]);
    expect(box?.y).toBeGreaterThanOrEqual(seen?.y ?? 0);
    expect(box?.y).toBeLessThan((seen?.y ?? 0) + (seen?.height ?? 0));
  });

  it('come back to the same rows after reading a sentence', async () => {
    const { page } = desk;
    await page.keyboard.press('Enter');
    const chosen = page.locator('.figure-reading[aria-pressed="true"]');
    const before = { key: await chosen.getAttribute('data-key'), box: await chosen.boundingBox() };
    await page
      .getByRole('region', { name: '所选数字' })
      .getByRole('button', { name: '看原文' })
      .click();
    await page.locator('.report-text').waitFor();
    await page.getByRole('button', { name: '后退' }).click();
    await chosen.waitFor();
    expect(await chosen.getAttribute('data-key')).toBe(before.key);
    await expect
      .poll(async () => Math.abs(((await chosen.boundingBox())?.y ?? 0) - (before.box?.y ?? 0)))
      .toBeLessThan(60);
  });

  it('are filtered by topic and scope, sorted, and shown as written', async () => {
    const { page } = desk;
    const count = page.locator('.figures-count');
    const before = await count.innerText();
    await page.getByRole('combobox', { name: '主题' }).click();
    await page.getByRole('option', { name: '综合经济与财税' }).click();
    await expect.poll(() => count.innerText()).not.toBe(before);
    expect(await table().locator('.figures-topic-name').allInnerTexts()).toEqual([
      '综合经济与财税',
    ]);
    await page.getByRole('combobox', { name: '范围' }).click();
    await page.getByRole('option', { name: '含村、企业、项目' }).click();
    await expect
      .poll(() => count.innerText())
      .not.toMatch(new RegExp(`^${before.slice(0, 8)}`, 'u'));

    const head = table().getByRole('columnheader', { name: '2018 实绩' }).first();
    await head.getByRole('button').focus();
    await page.keyboard.press('Enter');
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    const first = async () =>
      (await table().locator('tr[data-row] td:nth-of-type(1) .figure-value').allInnerTexts())
        .map((words) => Number(words.replaceAll(',', '')))
        .filter((value) => !Number.isNaN(value));
    const falling = await first();
    expect(falling).toEqual(falling.toSorted((a, b) => b - a));

    await page.getByRole('group', { name: '单位' }).getByRole('button', { name: '按原文' }).click();
    await expect
      .poll(() => table().locator('.figure-value').first().innerText())
      .toMatch(/[万亿]?元|%|户|人/u);
  });

  it('go on beside their texts four at a time, and it is said', async () => {
    const { page } = desk;
    await page.getByRole('tab', { name: '按主题' }).click();
    await page
      .getByText(
        /^文字对照一次最多 4 篇，现为青石镇、柳河镇、云台镇、石桥镇；其余4 篇在“指标”里可看/u,
      )
      .waitFor();
    expect(desk.faults).toEqual([]);
  });
});
