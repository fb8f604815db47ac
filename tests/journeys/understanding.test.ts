import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generateOther } from '../fixtures/reports/generateOther.ts';
import { goTo, openReport, openSample, reportRow } from './desk.ts';
import { sharedDesk } from './sharedDesk.ts';

const TOWN = '2019年昌城镇政府工作报告';

/** Invented: the title names another year than the meeting does, and the page left its crumbs. */
const DOUBTFUL = `当前位置：首页 > 镇务公开
2018年白石岭镇政府工作报告
2021年3月2日在白石岭镇第十八届人民代表大会第六次会议上
白石岭镇人民政府镇长 李明
各位代表：
一、2020年工作回顾
过去一年，全镇完成一般公共预算收入3260万元，同比增长6.2%。
二、2021年工作安排
计划新修农村公路12公里，改造旱厕860户。
关闭窗口
`;

describe('what was understood, put right by the person', () => {
  const desk = sharedDesk(async () => {
    mkdirSync(join(papers, '更早'), { recursive: true });
    writeFileSync(join(papers, '白石岭.txt'), DOUBTFUL);
    writeFileSync(join(papers, '更早', '另一篇.txt'), generateOther(3).source);
    writeFileSync(join(papers, '空白.txt'), '');
    await openSample(desk);
  });
  const { folder } = desk;
  // Plain letters: without a UTF-8 locale Chromium does not carry other names through a drag.
  const papers = join(folder, 'downloads');
  const dialog = () => desk.page.locator('.dialog');
  const closeDialog = async () => {
    await desk.page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'hidden' });
  };

  it('takes in a folder dropped onto the window and lists what became of each file', async () => {
    const client = await desk.page.context().newCDPSession(desk.page);
    const data = { items: [], files: [papers], dragOperationsMask: 1 };
    const drag = (type: 'dragEnter' | 'dragOver' | 'drop') =>
      client.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
    await drag('dragEnter');
    await drag('dragOver');
    // As a hand does: one lets go once the window has said that it takes the files.
    await desk.page.getByText('松开即导入').waitFor();
    await drag('dragOver');
    await drag('drop');
    await dialog().getByText('导入结果').waitFor();
    expect(await dialog().locator('[data-status="rejected"] li').textContent()).toContain('空白');
    const stored = dialog().locator('[data-status="imported"] li, [data-status="needs-review"] li');
    expect(await stored.count()).toBe(2);
    await closeDialog();
    await reportRow(desk.page, '2018年白石岭镇政府工作报告').waitFor();
  });

  it('lists first what needs the person, and says what', async () => {
    const titles = await desk.page.locator('.report-title').allTextContents();
    expect(titles.slice(0, 2)).toEqual(['2019年辛兴镇政府工作报告', '2018年白石岭镇政府工作报告']);
    const row = reportRow(desk.page, '2018年白石岭镇政府工作报告');
    await row.getByRole('button', { name: '年份不一' }).click();
  });

  it('shows unlike clues side by side and lets the person take one', async () => {
    const fact = dialog().getByRole('listitem', { name: '部署年' });
    await fact.getByText('待确认').waitFor();
    expect(await fact.getByText('2021', { exact: true }).count()).toBeGreaterThan(0);
    expect(await fact.getByText('2018', { exact: true }).count()).toBe(1);
    await fact.getByRole('button', { name: '以此为准' }).first().click();
    await fact.getByText('已认定').waitFor();
    await closeDialog();
    await goTo(desk.page, '资料库');
    const row = reportRow(desk.page, '2018年白石岭镇政府工作报告');
    await row.waitFor();
    expect(await row.getByRole('button', { name: '年份不一' }).count()).toBe(0);
  });

  it('puts a leftover back into its report in two clicks, and out again', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: /^网站残留/u }).click();
    const crumbs = dialog().getByRole('listitem').filter({ hasText: '镇务公开' });
    await crumbs.getByRole('button', { name: '还原到正文' }).click();
    await crumbs.getByText('已还原到').waitFor();
    await closeDialog();
    await openReport(page, '2018年白石岭镇政府工作报告');
    await expect.poll(() => page.locator('.report-text').textContent()).toContain('当前位置');
    const toast = page.locator('.toast').filter({ hasText: '已还原' });
    await toast.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => page.locator('.report-text').textContent()).not.toContain('当前位置');
  });

  it('shows the slogans of a report with what it says of them', async () => {
    const { page } = desk;
    await openReport(page, TOWN);
    await page.getByText(/^提法与名词解释/u).click();
    await page.getByRole('button', { name: '“1253”' }).waitFor();
    expect(await page.locator('.coined-terms').textContent()).toContain('围绕一个目标');
  });

  it('goes through without a fault in the page', () => {
    expect(desk.faults).toEqual([]);
  });
});
