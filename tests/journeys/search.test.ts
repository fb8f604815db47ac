import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { goTo, openSample, SAMPLE_FILE } from './desk.ts';
import { sharedDesk } from './sharedDesk.ts';

const lines = readFileSync(SAMPLE_FILE, 'utf8').split('\n');
const bodies = [2, 6, 10, 14, 18, 22, 26, 30, 34, 38].map((at) => lines[at] ?? '');

function countInSample(words: string): number {
  return bodies.reduce((sum, body) => sum + body.split(words).length - 1, 0);
}

describe('searching', () => {
  const desk = sharedDesk(async () => {
    await openSample(desk);
    await goTo(desk.page, '检索');
  });

  const ask = async (query: string) => {
    await desk.page.getByRole('searchbox', { name: '检索内容' }).fill(query);
  };

  it.each(['改厕', '河岔', '10544.4', '三清一增'])(
    'counts every occurrence of %s',
    async (words) => {
      await ask(words);
      const count = countInSample(words);
      expect(count).toBeGreaterThan(0);
      await desk.page.getByText(`共 ${count} 处`).waitFor();
      const marks = desk.page.locator('.hit mark');
      await expect.poll(() => marks.count()).toBeGreaterThanOrEqual(count);
      for (const mark of await marks.allInnerTexts()) expect(mark).toBe(words);
    },
  );

  it('finds punctuation in either width', async () => {
    const inFile = '财政总收入10544.4万元,同比增长99.5%;';
    await ask('"财政总收入10544.4万元，同比增长９９.５％；"');
    await desk.page.getByText(`共 ${countInSample(inFile)} 处`).waitFor();
  });

  it('finds a report by the name in its title where the text never says it', async () => {
    expect(countInSample('辛兴')).toBe(0);
    await ask('辛兴');
    await desk.page.locator('.hit', { hasText: '辛兴' }).waitFor();
  });

  it('opens the sentence lit in its report, and comes back to the same place', async () => {
    const { page } = desk;
    await ask('社区');
    await page.getByText(`共 ${countInSample('社区')} 处`).waitFor();
    const area = page.locator('.search-hits');
    const hit = page.locator('.hit').nth(12);
    await hit.scrollIntoViewIfNeeded();
    await area.evaluate((element) => element.scrollBy(0, 40));
    const before = await area.evaluate((element) => element.scrollTop);
    expect(before).toBeGreaterThan(0);
    await hit.click();

    await page.locator('.report-text').waitFor();
    const lit = () =>
      page.evaluate(() => {
        const [range] = (CSS.highlights.get('lit') ?? new Set()) as Set<Range>;
        return range && { words: range.toString(), top: range.getBoundingClientRect().top };
      });
    await expect.poll(async () => (await lit())?.words).toBe('社区');
    const top = (await lit())?.top ?? -1;
    expect(top).toBeGreaterThan(90);
    expect(top).toBeLessThan(740);

    await page.getByRole('button', { name: '后退' }).click();
    await page.getByText(`共 ${countInSample('社区')} 处`).waitFor();
    await expect.poll(() => area.evaluate((element) => element.scrollTop)).toBe(before);
  });

  it('says so in Chinese when nothing is found or the query is malformed', async () => {
    await ask('鲲鹏展翅九万里');
    await desk.page.getByText('没有找到“鲲鹏展翅九万里”').waitFor();
    await ask('，。；');
    await expect
      .poll(() => desk.page.locator('.empty-title').first().innerText())
      .toMatch(/[一-鿿]/u);
  });

  it('goes through without a fault in the page', () => {
    expect(desk.faults).toEqual([]);
  });
});
