import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { goTo, openSample, SAMPLE_FILE } from './desk.ts';
import { sharedDesk } from './sharedDesk.ts';

const lines = readFileSync(SAMPLE_FILE, 'utf8').split('\n');
const bodies = [2, 6, 10, 14, 18, 22, 26, 30, 34, 38].map((at) => lines[at] ?? '');

function countInSample(words: string): number {
  return bodies.reduce((sum, body) => sum + body.split(words).length - 1, 0);
}

/** How often one of two words stands in the sample with the other at most so many characters away. */
function countNear(left: string, right: string, distance: number): number {
  const placesOf = (body: string, words: string) =>
    Array.from(body.matchAll(new RegExp(words, 'gu')), ({ index }) => index);
  return bodies.reduce((sum, body) => {
    const [ones, others] = [placesOf(body, left), placesOf(body, right)];
    const isNear = (one: number, other: number) =>
      one < other ? other - one - left.length <= distance : one - other - right.length <= distance;
    return (
      sum +
      ones.filter((one) => others.some((other) => isNear(one, other))).length +
      others.filter((other) => ones.some((one) => isNear(one, other))).length
    );
  }, 0);
}

describe('what can be typed into the search box', () => {
  const desk = sharedDesk(async () => {
    await openSample(desk);
    await goTo(desk.page, '检索');
  });

  const ask = (query: string) => desk.page.getByRole('searchbox', { name: '检索内容' }).fill(query);
  const total = () => desk.page.locator('.search-total strong');
  const expectTotal = (count: number) =>
    expect.poll(() => total().innerText()).toBe(`共 ${count} 处`);
  const marks = () => desk.page.locator('.hit mark').allTextContents();

  it('finds simplified text by traditional characters', async () => {
    await ask('美麗鄉村');
    await expectTotal(countInSample('美丽乡村'));
    await expect.poll(async () => new Set(await marks())).toEqual(new Set(['美丽乡村']));
  });

  it('finds two words within so many characters of each other', async () => {
    const count = countNear('社区', '建设', 5);
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThan(countNear('社区', '建设', 40));
    await ask('社区 近5 建设');
    await expectTotal(count);
  });

  it('leaves out sections with a word that is excluded', async () => {
    await ask('社区');
    await expectTotal(countInSample('社区'));
    await ask('社区 -党建');
    await expect
      .poll(async () => Number((await total().innerText()).replace(/\D/gu, '')))
      .toBeLessThan(countInSample('社区'));
    expect(await desk.page.locator('.hit', { hasText: '党建' }).count()).toBe(0);
  });

  it('looks in headings alone, and says that a hit stands in one', async () => {
    await ask('标题：安全');
    await expect.poll(async () => new Set(await marks())).toEqual(new Set(['安全']));
    for (const why of await desk.page.locator('.hit').allTextContents()) {
      expect(why).toMatch(/在标题中|题名/u);
    }
    await desk.page.getByRole('button', { name: '为何在前' }).click();
    await desk.page.getByRole('dialog', { name: '命中怎样排先后' }).waitFor();
    await desk.page.keyboard.press('Escape');
  });

  it('looks in notes alone', async () => {
    const { page } = desk;
    const send = (name: string, input: unknown) =>
      page.evaluate(([route, value]) => window.zhenjian.request(route as string, value), [
        name,
        input,
      ] as const);
    const listed = await send('reports.list', {});
    if (!listed.ok) throw new Error(listed.failure.message);
    const [first] = (listed.value as { reports: { id: string }[] }).reports;
    const note = '社区一节可借鉴';
    await send('annotations.create', { documentId: first?.id, start: 0, end: 8, note });
    await ask('批注:社区');
    await expectTotal(1);
    await page.locator('.hit', { hasText: '社区一节可借鉴' }).click();
    await page.locator('.report-text').waitFor();
    await page.getByRole('button', { name: '后退' }).click();
    await page.locator('.hit').waitFor();
  });

  it.each(['ccz', 'changcheng'])('offers the place that %s may stand for', async (typed) => {
    await ask(typed);
    await desk.page
      .getByRole('group', { name: '地名' })
      .getByRole('button', { name: '昌城镇' })
      .click();
    await desk.page.locator('.hit mark', { hasText: '昌城镇' }).first().waitFor();
    await expect
      .poll(() => desk.page.getByRole('searchbox', { name: '检索内容' }).inputValue())
      .toBe('昌城镇');
  });

  it('goes through without a fault in the page', () => {
    expect(desk.faults).toEqual([]);
  });
});
