import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerSaveDialog, goTo, openSample } from './desk.ts';
import { sharedDesk } from './sharedDesk.ts';

describe('searching with filters, other wordings and counts', () => {
  const desk = sharedDesk(openSample);
  const { folder } = desk;

  const total = () => desk.page.locator('.search-total strong');
  const expectTotal = (count: number) =>
    expect.poll(() => total().innerText()).toBe(`共 ${count} 处`);
  const readTotal = async () => Number((await total().innerText()).replace(/\D/gu, ''));
  /** Begins at an empty search view. */
  const begin = async (query: string) => {
    const { page } = desk;
    await goTo(page, '检索');
    const box = page.getByRole('searchbox', { name: '检索内容' });
    await box.fill('');
    await page.getByText('搜什么都行').waitFor();
    const clear = page.getByRole('button', { name: '清除', exact: true });
    if (await clear.isVisible()) await clear.click();
    await box.fill(query);
  };
  const line = (label: string) =>
    desk.page.locator('.filter-line').filter({
      has: desk.page.getByRole('checkbox', { name: label, exact: true }),
    });
  /** The counts are those of the words that stand in the box, and nothing moves under the pointer any more. */
  const countsAreIn = () => desk.page.locator('.filters-frame[aria-busy=false]').waitFor();
  const tick = async (label: string) => {
    await countsAreIn();
    await desk.page.getByRole('checkbox', { name: label, exact: true }).click();
  };
  const countBeside = async (label: string) => {
    await countsAreIn();
    return Number(await line(label).locator('.num').innerText());
  };

  it('narrows by place, year and part at once, as the numbers beside them say', async () => {
    await begin('社区');
    await line('诸城市').waitFor();
    const all = await readTotal();
    const inCounty = await countBeside('诸城市');
    expect(inCounty).toBeLessThan(all);
    await tick('诸城市');
    await expectTotal(inCounty);
    await expect.poll(() => countBeside('年度报告')).toBe(inCounty);
    const tasks = await countBeside('重点任务');
    expect(tasks).toBeLessThan(inCounty);
    await tick('重点任务');
    await expectTotal(tasks);
    for (const tag of await desk.page.locator('.hit .tag').allTextContents()) {
      expect(tag).toBe('重点任务');
    }
    await desk.page.getByRole('button', { name: '清除', exact: true }).click();
    await expectTotal(all);
  });

  it('lets another wording count only while it is pressed, and shows those without a hit', async () => {
    await begin('改厕');
    await expectTotal(2);
    const chips = desk.page.getByRole('group', { name: '同义提法' });
    await chips.locator('.synonym-none').first().waitFor();
    await chips.getByRole('button', { name: '旱厕改造 1' }).click();
    await expectTotal(3);
    await desk.page.locator('mark', { hasText: '旱厕改造' }).waitFor();
    await chips.getByRole('button', { name: '移除旱厕改造' }).click();
    await expectTotal(2);
  });

  it('keeps a wording of the person, and gives it back after it was taken away', async () => {
    const { page } = desk;
    await begin('改厕');
    await page.getByRole('button', { name: '加同义词' }).click();
    await page.getByLabel('同义词', { exact: true }).fill('无害化厕所');
    await page.keyboard.press('Enter');
    await expectTotal(3);
    const chip = page.getByRole('button', { name: '无害化厕所 1' });
    await chip.click();
    await expectTotal(2);
    await page.getByRole('button', { name: '移除无害化厕所' }).click();
    await chip.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '撤销' }).click();
    await expectTotal(3);
  });

  it('offers ways out of a search without hits that lead to hits', async () => {
    const { page } = desk;
    await begin('改厕 鲲鹏展翅');
    await page.getByText('全部 10 篇的正文、题名和批注都逐字找过').waitFor();
    await page.getByRole('button', { name: '只找“改厕”（2 处）' }).click();
    await expectTotal(2);
    await tick('上级报告');
    await page.getByRole('searchbox', { name: '检索内容' }).fill('三清一增');
    await page.getByRole('button', { name: /^不限文种（\d+ 处）$/u }).click();
    await page.locator('.hit mark').first().waitFor();
  });

  it('tells what is wrong with a query in Chinese', async () => {
    await begin('标题:改厕 批注:改厕');
    await desk.page.getByText('不能同时使用').waitFor();
    await begin('“改厕');
    await desk.page.getByText('引号没有闭合').waitFor();
  });

  it('tells whole numbers from parts of numbers', async () => {
    await begin('0544.4');
    await total().waitFor();
    await desk.page.getByText('只合数字的一部分').first().waitFor();
    await desk.page.getByRole('switch', { name: '整数匹配' }).click();
    await desk.page.getByText('没有找到“0544.4”').waitFor();
    await desk.page.getByRole('button', { name: /^不限整数匹配/u }).click();
    await total().waitFor();
  });

  it('groups by year, the newest first, and lists more when asked', async () => {
    const { page } = desk;
    await begin('镇');
    await total().waitFor();
    const hits = page.locator('.hit');
    await expect.poll(() => hits.count()).toBe(50);
    const more = page.getByRole('button', { name: '再列一些' });
    // Hits out of sight are laid out a few at a time; until then the button may move away.
    const allLaidOut = () => expect.poll(() => page.locator('.hit-ahead').count()).toBe(0);
    await allLaidOut();
    await more.scrollIntoViewIfNeeded();
    // What the person was reading stays where it is, whatever is laid out above and below it meanwhile.
    const firstSeen = await hits.evaluateAll((all) => {
      const edge = all[0]?.closest('.search-hits')?.getBoundingClientRect().top ?? 0;
      return all.findIndex((hit) => hit.getBoundingClientRect().top >= edge);
    });
    const reading = await hits.nth(firstSeen).elementHandle();
    const place = async () => (await reading?.boundingBox())?.y ?? Number.NaN;
    const before = await place();
    await more.click();
    await expect.poll(() => hits.count()).toBeGreaterThan(50);
    await allLaidOut();
    expect(Math.abs((await place()) - before)).toBeLessThan(2);
    await page.getByRole('button', { name: '按年' }).click();
    await page.locator('.hit-year').first().waitFor();
    const years = await page.locator('.hit-year > h2').allInnerTexts();
    const numbers = years.map((year) => Number.parseInt(year, 10)).filter(Number.isFinite);
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
    await page.getByRole('button', { name: '按篇' }).click();
  });

  it('counts by year and town, and writes the table for a spreadsheet', async () => {
    const { page } = desk;
    await begin('社区');
    await page.getByRole('button', { name: '词频' }).click();
    await page.getByRole('img', { name: /历年词频/u }).waitFor();
    const row = page.getByRole('row', { name: /^诸城市 昌城镇/u });
    expect((await row.getByRole('cell').allInnerTexts()).slice(0, 2)).toEqual(['20', '—']);
    const file = join(folder, '词频.csv');
    await answerSaveDialog(desk, file);
    await page.getByRole('button', { name: '导出表格' }).click();
    await page.getByText('已导出 词频.csv').waitFor();
    const csv = readFileSync(file, 'utf8');
    expect(csv.startsWith('\uFEFF地区,2019年,')).toBe(true);
    expect(csv).toContain('诸城市 昌城镇,20,');
    await page.getByRole('button', { name: '按篇' }).click();
  });

  it('keeps a search under a name, runs it, and gives it back after it was deleted', async () => {
    const { page } = desk;
    await begin('社区');
    await line('高密市').waitFor();
    const count = await countBeside('高密市');
    await tick('高密市');
    await expectTotal(count);
    await page.getByRole('button', { name: '存为检索' }).click();
    await expect
      .poll(() => page.getByLabel('名称').evaluate((field) => field === document.activeElement))
      .toBe(true);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('高密的社区');
    await page.keyboard.press('Enter');
    await page.getByText('已存为“高密的社区”').waitFor();
    await begin('改厕');
    await page.getByRole('button', { name: '已存检索' }).click();
    await page.getByRole('button', { name: '高密的社区 “社区” · 高密市' }).click();
    await expectTotal(count);
    await page.getByRole('button', { name: '已存检索' }).click();
    await page.getByRole('button', { name: '删去高密的社区' }).click();
    await page.getByText('还没有存下的检索').waitFor();
    await page.getByRole('button', { name: '撤销' }).last().click();
    await page.getByRole('button', { name: '删去高密的社区' }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('goes from the box at the top to a sentence and back without a mouse', async () => {
    const { page } = desk;
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('河岔');
    await page.getByRole('option', { name: /在全部资料中检索“河岔”/u }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.hit mark').first().waitFor();
    const box = page.getByRole('searchbox', { name: '检索内容' });
    await box.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const second = page.locator('.hit').nth(1);
    await expect.poll(() => second.evaluate((hit) => hit === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await page.locator('.report-text').waitFor();
    await page.keyboard.press('Alt+ArrowLeft');
    await page.locator('.hit mark').first().waitFor();
    expect(await box.inputValue()).toBe('河岔');
  });

  it('puts the own town first and says so', async () => {
    const { page } = desk;
    await goTo(page, '设置');
    await page.getByLabel('本镇').fill('井沟镇');
    await page.keyboard.press('Enter');
    await begin('投资');
    await page.locator('.hit-group-head .tag', { hasText: '本镇' }).waitFor();
    await line('本镇 井沟镇').waitFor();
    const count = await countBeside('本镇 井沟镇');
    await tick('本镇 井沟镇');
    await expectTotal(count);
    await page.getByRole('button', { name: '为何在前' }).click();
    await page.getByText('题名里的在前').waitFor();
    await page.keyboard.press('Escape');
  });

  it('checks itself and writes its index anew', async () => {
    const { page } = desk;
    await goTo(page, '设置');
    await page.getByRole('button', { name: '搜索自检' }).click();
    await page.getByText('检索与通读全文的结果全部相符').waitFor();
    await page.getByRole('button', { name: '重建索引' }).click();
    await page.getByText('索引已重建，共 10 篇。').waitFor();
    await begin('改厕');
    await expectTotal(2);
  });

  it('goes through without a fault in the page', () => {
    expect(desk.faults).toEqual([]);
  });
});
