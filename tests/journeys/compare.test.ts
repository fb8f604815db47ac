import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerOpenDialog, answerSaveDialog, openSample } from './desk.ts';
import { sharedDesk } from './sharedDesk.ts';

const TITLES = ['2019年昌城镇政府工作报告', '2019年辛兴镇政府工作报告', '2019年井沟镇政府工作报告'];

describe('reading three reports side by side', () => {
  const desk = sharedDesk(async () => {
    await openSample(desk);
    for (const title of TITLES) {
      await desk.page.getByRole('checkbox', { name: `选择${title}` }).click();
    }
    await desk.page.getByRole('button', { name: '并排对照' }).click();
    await desk.page.locator('.compare-column').nth(2).waitFor();
  });
  const { folder } = desk;

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

  /** The words a highlight paints on the screen, all columns together. */
  const painted = (name: string) =>
    desk.page.evaluate(
      (wanted) => [...(CSS.highlights.get(wanted) ?? [])].map((range) => String(range)),
      name,
    );

  it('marks the heading that goes with the one in sight in the other columns', async () => {
    const { page } = desk;
    const label = await page.locator('.compare-group').innerText();
    await expect.poll(async () => (await painted('counterpart')).length).toBeGreaterThan(1);
    expect((await painted('counterpart')).map((words) => words.slice(0, 4))).toContain(
      label.slice(0, 4),
    );
  });

  it('lists what two reports share and brings both columns there', async () => {
    const { page } = desk;
    const open = page.getByRole('button', { name: '共有与独有' });
    await open.click();
    const panel = page.getByRole('complementary', { name: '共有与独有' });
    const shared = panel.getByRole('button', { name: /扎实推进“三清一增”集中行动/u });
    expect(await shared.innerText()).toMatch(/皇华镇|昌城镇/u);
    const before = await tops();
    await shared.click();
    await expect.poll(tops).not.toEqual(before);
    const marked = (await painted('shared')).join();
    expect(marked.split('扎实推进“三清一增”集中行动')).toHaveLength(3);

    const formula = panel.getByRole('listitem').filter({ hasText: '为开创新时代高质量发展新局面' });
    expect(await formula.innerText()).toContain('规定提法');
    expect(marked).not.toContain('高质量发展新局面');
  });

  it('lists the terms that one report has alone', async () => {
    const { page } = desk;
    const panel = page.getByRole('complementary', { name: '共有与独有' });
    await panel.getByRole('button', { name: /^独有/u }).click();
    await panel.getByRole('button', { name: '1253', exact: true }).waitFor();
    expect((await painted('own')).join()).toContain('1253');
    await page.getByRole('button', { name: '共有与独有' }).click();
    await expect.poll(() => painted('own')).toEqual([]);
  });

  const topicRow = (name: string) =>
    desk.page.getByRole('row').filter({ has: desk.page.getByRole('rowheader', { name }) });
  const cellsOf = (name: string) => topicRow(name).getByRole('cell');
  /** What the cell of each town says, whatever the order of the columns. */
  const cellsByTown = async (name: string) => {
    const heads = await desk.page.getByRole('columnheader').allInnerTexts();
    const cells = await cellsOf(name).allInnerTexts();
    return (town: string) => cells[heads.findIndex((head) => head.startsWith(town)) - 1];
  };

  it('lays the topics beside each other with places and counts', async () => {
    const { page } = desk;
    await page.getByRole('tab', { name: '按主题' }).click();
    await topicRow('美丽乡村与人居环境').waitFor();
    const cells = await cellsOf('美丽乡村与人居环境').allInnerTexts();
    expect(cells).toHaveLength(3);
    for (const words of cells) expect(words).toMatch(/共 \d+ 句/u);
    const heads = await page.getByRole('columnheader').allInnerTexts();
    for (const head of heads.slice(1)) expect(head).toMatch(/主题之外 \d+%/u);
  });

  it('finds the latrines of each town by the word, and says where they stand', async () => {
    const { page } = desk;
    await page.getByRole('searchbox', { name: '按字词筛选' }).fill('旱厕');
    await page.getByRole('group', { name: '部分' }).getByRole('button', { name: '部署' }).click();
    await page.getByRole('button', { name: '全部', exact: true }).click();
    const of = await cellsByTown('美丽乡村与人居环境');
    expect(of('昌城镇')).toContain('完成旱厕改造4774户');
    expect(of('昌城镇')).toContain('任务（五）');
    expect(of('皇华镇')).toContain('4651余户');
    expect(of('皇华镇')).toContain('实事第7件');
    expect(of('井沟镇')).toContain('未见“旱厕”');
    expect(await page.locator('.topic-passage mark').first().innerText()).toBe('旱厕');
  });

  it('says that a part is silent where another speaks, and leads there', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: '清空' }).click();
    await page.getByRole('button', { name: '摘要' }).click();
    const elsewhere = page.getByRole('button', { name: /^回顾有 \d+ 句，按“回顾”看$/u }).first();
    await elsewhere.click();
    const review = page.getByRole('button', { name: '回顾', exact: true });
    await expect.poll(() => review.getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('button', { name: '全文', exact: true }).click();
  });

  it('opens a passage by the keyboard alone and comes back to it', async () => {
    const { page } = desk;
    const area = page.locator('.compare-table-area');
    const row = topicRow('安全生产与防灾应急');
    await row.getByRole('rowheader').getByRole('button').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Space');
    await expect.poll(() => row.getAttribute('data-open')).toBe('true');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    const focused = () =>
      page.evaluate(() => document.activeElement?.getAttribute('data-passage') ?? null);
    const passage = await focused();
    const words = await page.locator(':focus').innerText();
    const top = await area.evaluate(({ scrollTop }) => scrollTop);
    expect(passage).not.toBeNull();
    expect(top).toBeGreaterThan(0);
    await page.keyboard.press('Enter');
    await page.getByRole('navigation', { name: '提纲' }).waitFor();
    expect((await page.locator('.report-text').innerText()).replaceAll(/\s/gu, '')).toContain(
      words.replaceAll(/\s/gu, '').slice(0, 20),
    );
    await page.getByRole('button', { name: '后退' }).click();
    await expect.poll(focused).toBe(passage);
    expect(await row.getAttribute('data-open')).toBe('true');
    expect(await area.evaluate(({ scrollTop }) => scrollTop)).toBe(top);
  });

  it('saves the table of topics as a workbook', async () => {
    const { page } = desk;
    const path = join(folder, '主题对照表.xlsx');
    await answerSaveDialog(desk, path);
    await page.getByRole('button', { name: '导出', exact: true }).click();
    await page.getByRole('menuitem', { name: '表格（XLSX）' }).click();
    await page.getByText('已导出“主题对照表.xlsx”。').waitFor();
    expect(readFileSync(path).subarray(0, 2).toString('latin1')).toBe('PK');
  });

  it('reads one topic after the other in the texts, what is off the topic drawn fainter', async () => {
    const { page } = desk;
    await topicRow('美丽乡村与人居环境').getByRole('rowheader').getByRole('button').click();
    await page.getByRole('button', { name: '并排读' }).first().click();
    await page.getByText('第 11 题，共 20 题').waitFor();
    await page.locator('.compare-column').nth(2).waitFor();
    await expect.poll(async () => (await painted('dimmed')).length).toBeGreaterThan(3);
    expect((await painted('dimmed')).join('')).not.toContain('旱厕改造4774户');
    const sections = page.locator('.compare-section-words');
    await expect.poll(async () => (await sections.allInnerTexts()).join()).toContain('美丽乡村');
    const before = await tops();
    expect(Math.min(...before)).toBeGreaterThan(0);

    await page.getByRole('button', { name: '下一题' }).click();
    await page.getByText('第 12 题，共 20 题').waitFor();
    await expect.poll(tops).not.toEqual(before);
    const placed = await tops();
    await page.locator('.compare-column').nth(1).getByRole('button', { name: '看原文' }).click();
    await page.getByRole('navigation', { name: '提纲' }).waitFor();
    await page.getByRole('button', { name: '后退' }).click();
    await page.getByText('第 12 题，共 20 题').waitFor();
    await expect.poll(tops).toEqual(placed);
    await page.getByRole('button', { name: '后退' }).click();
    await topicRow('美丽乡村与人居环境').waitFor();
  });

  it('shows outlines and figures of the same reports', async () => {
    const { page } = desk;
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

/** A synthetic report of a town that does not exist. */
function yearlyReport(year: number, parts: readonly string[]): string {
  return `${year}年青石岭镇政府工作报告
——${year}年3月2日在青石岭镇第十八届人民代表大会第${year - 2015}次会议上
青石岭镇人民政府镇长 李明
各位代表：
现在，我代表镇人民政府，向大会报告工作，请予审议。
一、${year - 1}年工作回顾
${parts.join('\n')}
`;
}

const PROJECTS = '全镇新上工业项目12个，完成投资3260万元，两个车间竣工投产。';
const FARMING = '新建冬暖式大棚120座，培育家庭农场5家，流转土地2300亩。';
const LATRINES = '投资98万元，改造旱厕860户，新修农村公路12公里。';

describe('reading two years of one town', () => {
  const desk = sharedDesk(async () => {
    await openSample(desk);
    writeFileSync(join(folder, '2020.txt'), yearlyReport(2020, [PROJECTS, FARMING, LATRINES]));
    writeFileSync(
      join(folder, '2021.txt'),
      yearlyReport(2021, [LATRINES, PROJECTS, FARMING.replace('120座', '150座')]),
    );
    await answerOpenDialog(desk, [join(folder, '2020.txt'), join(folder, '2021.txt')]);
    const { page } = desk;
    await page.getByRole('button', { name: '导入文件' }).click();
    await page.getByRole('dialog').getByRole('button', { name: /^存入/u }).click();
    await page.getByRole('dialog').getByText('已入库').first().waitFor();
    await page.getByRole('dialog').press('Escape');
    for (const year of [2021, 2020]) {
      await page.getByRole('checkbox', { name: `选择${year}年青石岭镇政府工作报告` }).click();
    }
    await page.getByRole('button', { name: '并排对照' }).click();
    await page.locator('.compare-column').nth(1).waitFor();
    await page.getByRole('tab', { name: '历年' }).click();
    await page.locator('.years-table').waitFor();
  });
  const { folder } = desk;

  const rows = (kind: string) => desk.page.locator(`.years-table tr[data-kind="${kind}"]`);

  it('puts the earlier year at the left', async () => {
    const heads = await desk.page.getByRole('columnheader').allInnerTexts();
    expect(heads[1]).toContain('部署2020');
    expect(heads[2]).toContain('部署2021');
  });

  it('takes a paragraph in another place for moved, not for gone and new', async () => {
    const moved = await rows('moved').allInnerTexts();
    expect(moved.join()).toContain('改造旱厕860户');
    for (const kind of ['gone', 'added']) {
      expect((await rows(kind).allInnerTexts()).join()).not.toMatch(/旱厕|项目|大棚/u);
    }
  });

  it('lists the changed figure by itself and leads to its sentence', async () => {
    const { page } = desk;
    const list = page.getByRole('complementary', { name: '数字变化' });
    await list.getByRole('button', { name: /120 → 150/u }).click();
    expect(await page.locator(':focus').innerText()).toContain('大棚150座');
    expect(await rows('changed').locator('del', { hasText: '120' }).count()).toBe(1);
  });

  it('leaves only what was changed when asked', async () => {
    expect(await rows('same').count()).toBeGreaterThan(0);
    await desk.page.getByRole('switch', { name: '只看改动' }).click();
    await expect.poll(() => rows('same').count()).toBe(0);
    expect(await rows('moved').count()).toBeGreaterThan(0);
  });

  it('goes through without a fault in the page', () => {
    expect(desk.faults).toEqual([]);
  });
});
