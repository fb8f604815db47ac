import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, makeFolder, openDesk, openSample, removeFolder } from './desk.ts';

const TITLES = ['2019年昌城镇政府工作报告', '2019年辛兴镇政府工作报告', '2019年井沟镇政府工作报告'];

describe('reading three reports side by side', () => {
  const folder = makeFolder();
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk(folder);
    await openSample(desk);
    for (const title of TITLES) {
      await desk.page.getByRole('checkbox', { name: `选择${title}` }).click();
    }
    await desk.page.getByRole('button', { name: '并排对照' }).click();
    await desk.page.locator('.compare-column').nth(2).waitFor();
  });
  afterAll(async () => {
    await desk.close();
    removeFolder(folder);
  });

  const scrollers = () => desk.page.locator('.compare-scroll');
  const tops = () => scrollers().evaluateAll((all) => all.map(({ scrollTop }) => scrollTop));
  const wheelOver = async (column: number, distance: number) => {
    const box = await scrollers().nth(column).boundingBox();
    if (!box) throw new Error('the column is not on the screen');
    await desk.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await desk.page.mouse.wheel(0, distance);
    await desk.page.waitForTimeout(300);
  };

  it('gives each of the three columns room to read at 1366×768', async () => {
    const boxes = await desk.page.locator('.compare-column').evaluateAll((all) =>
      all.map((column) => {
        const { left, right } = column.getBoundingClientRect();
        return { left, right };
      }),
    );
    expect(boxes).toHaveLength(3);
    for (const { left, right } of boxes) {
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(1366);
      expect(right - left).toBeGreaterThan(400);
    }
    const size = await desk.page
      .locator('.compare-scroll .report-text')
      .first()
      .evaluate((text) => Number.parseFloat(getComputedStyle(text).fontSize));
    expect(size).toBeGreaterThanOrEqual(18);
  });

  it('brings the columns to their parts of a section together', async () => {
    const { page } = desk;
    const next = page.getByRole('button', { name: '下一节' });
    for (let step = 0; step < 5; step += 1) await next.click();
    const label = await page.locator('.compare-group').innerText();
    await expect
      .poll(() => page.locator('.compare-section-words').first().innerText())
      .toContain(label.slice(0, 8));
  });

  it('follows the column that is scrolled', async () => {
    const before = await tops();
    await wheelOver(0, 1600);
    const after = await tops();
    expect(after[0]).toBeGreaterThan((before[0] ?? 0) + 1000);
    const moved = after.slice(1).filter((top, at) => Math.abs(top - (before[at + 1] ?? 0)) > 100);
    expect(moved.length).toBeGreaterThan(0);
  });

  it('leaves the others alone once linking is switched off, and goes on from there', async () => {
    const link = desk.page.getByRole('switch', { name: '联动滚动' });
    await link.click();
    const before = await tops();
    await wheelOver(0, 700);
    const apart = await tops();
    expect(apart[0]).not.toBe(before[0]);
    expect(apart.slice(1)).toEqual(before.slice(1));

    await link.click();
    await desk.page.waitForTimeout(200);
    expect(await tops()).toEqual(apart);
  });

  it('opens a section in its report and comes back to the same places', async () => {
    const { page } = desk;
    const before = await tops();
    await page.locator('.compare-column').nth(1).getByRole('button', { name: '看原文' }).click();
    await page.getByRole('navigation', { name: '提纲' }).waitFor();
    await page.getByRole('button', { name: '后退' }).click();
    await page.locator('.compare-column').nth(2).waitFor();
    await expect.poll(tops).toEqual(before);
  });

  it('shows topics, outlines and figures of the same reports', async () => {
    const { page } = desk;
    await page.getByRole('tab', { name: '按主题' }).click();
    await page.getByRole('rowheader', { name: '美丽乡村与人居环境' }).waitFor();
    await page.getByRole('tab', { name: '提纲' }).click();
    await page.getByRole('button', { name: '2018年工作回顾' }).first().waitFor();
    await page.getByRole('tab', { name: '指标' }).click();
    const revenue = page.getByRole('row', { name: /^地方财政收入/u });
    const words = await revenue.first().innerText();
    for (const value of ['18,700', '6,436', '4,003.8']) expect(words).toContain(value);
  });

  it('goes through without a fault in the page', () => {
    expect(desk.faults).toEqual([]);
  });
});
