import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { goTo, openReport, openSample, SAMPLE_FILE } from './desk.ts';
import { sharedDesk } from './sharedDesk.ts';

/** Title lines and bodies as they stand in the sample file. */
const lines = readFileSync(SAMPLE_FILE, 'utf8').split('\n');
const sample = [1, 5, 9, 13, 17, 21, 25, 29, 33, 37].map((at) => ({
  title: (lines[at] ?? '').replace(/^【[^】]*】/u, ''),
  body: lines[at + 1] ?? '',
}));

describe('reading a report', () => {
  const desk = sharedDesk(openSample);

  it('lists chapters and numbered sections beside the text', async () => {
    await openReport(desk.page, '2019年昌城镇政府工作报告');
    const outline = desk.page.getByRole('navigation', { name: '提纲' });
    for (const heading of ['2018年工作回顾', '一、坚持转型升级', '（一）狠抓项目建设']) {
      await outline.getByRole('button', { name: heading }).first().waitFor();
    }
  });

  it('jumps to a section and marks where one is', async () => {
    const { page } = desk;
    const outline = page.getByRole('navigation', { name: '提纲' });
    const target = outline.getByRole('button', { name: '四、坚持内外兼修' });
    await target.click();
    const heading = page.locator('.report-text h3', { hasText: '四、坚持内外兼修' });
    await expect.poll(async () => (await heading.boundingBox())?.y).toBeLessThan(400);
    await expect.poll(() => target.getAttribute('aria-current')).toBe('location');
  });

  it('shows standard punctuation without changing a length, and says so', async () => {
    const shown = (await desk.page.locator('.report-text').textContent()) ?? '';
    const { body } = sample[0] as { body: string };
    expect(shown).toHaveLength(body.length);
    expect(shown).not.toBe(body);
    await desk.page.getByText('标点按规范显示，原文一字未动').waitFor();
  });

  it('shows every text character for character as it stands in the file', async () => {
    const { page } = desk;
    await goTo(page, '设置');
    await page.getByRole('switch', { name: '标点按规范显示' }).click();
    for (const { title, body } of sample) {
      await openReport(page, title);
      expect(await page.locator('.report-text').textContent(), title).toBe(body);
    }
  });

  it('goes through without a fault in the page', () => {
    expect(desk.faults).toEqual([]);
  });
});
