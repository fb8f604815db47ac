import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { seriousFaults } from './axe.ts';
import { answerSaveDialog, goTo, openSample } from './desk.ts';
import { sharedDesk } from './sharedDesk.ts';

const desk = sharedDesk(openSample);
const { folder } = desk;

const editor = () => desk.page.getByRole('textbox', { name: '正文' });
const saved = () => desk.page.getByText(/^已存 \d+月\d+日/u).waitFor();

describe('next year’s report, from last year’s to a printed draft', () => {
  it('begins with the headings of the town’s own last report', async () => {
    const { page } = desk;
    await goTo(page, '起草');
    await page.getByLabel('镇（街道、乡）').fill('皇华镇');
    await page.getByLabel('部署年份').fill('2020');
    await page.getByRole('combobox', { name: '体例' }).click();
    await page.getByRole('option', { name: /昌城镇政府工作报告的标题/u }).click();
    await page.getByRole('button', { name: '开始起草' }).click();
    await editor().getByText('2020年经济社会发展任务分析').waitFor();
    await page.getByRole('navigation', { name: '提纲' }).getByText('待写').first().waitFor();
  });

  it('saves what is typed, also through a kill', async () => {
    const { page } = desk;
    const outline = page.getByRole('navigation', { name: '提纲' });
    await outline.getByRole('button', { name: /狠抓项目建设/u }).click();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('全年完成改厕4651余户，其中昌城镇带头。今年改厕4651户');
    await saved();
    desk.app.process().kill('SIGKILL');
    await desk.open();
    await goTo(desk.page, '起草');
    await desk.page.getByRole('button', { name: '2020年皇华镇政府工作报告', exact: true }).click();
    await editor().getByText('全年完成改厕4651余户').waitFor();
  });

  it('takes a passage of another town with where it came from, until the words are one’s own', async () => {
    const { page } = desk;
    await page.getByRole('tab', { name: '他镇' }).click();
    await page
      .getByRole('searchbox', { name: '在他镇报告里找' })
      .fill('农村改厕，整治农村人居环境');
    const passage = page.getByRole('listitem').filter({ hasText: '完成旱厕改造4774户' });
    await passage.getByRole('button', { name: '引用' }).click();
    const taken = editor().locator('.taken', { hasText: '完成旱厕改造4774户' });
    expect(await taken.getAttribute('data-margin')).toBe('引自昌城镇');
    await taken.click();
    await page.keyboard.press('End');
    await page.keyboard.type('我镇跟上。');
    expect(await taken.getAttribute('data-margin')).toBe('引自昌城镇·已改');
    await page.getByRole('button', { name: '改作本稿文字' }).click();
    await taken.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await taken.waitFor();
  });

  it('takes a passage that is dragged into the text, and keeps its source when its level changes', async () => {
    const { page } = desk;
    await page.getByRole('tab', { name: '检索' }).click();
    await page.getByRole('searchbox', { name: '全库检索' }).fill('4651户农村旱厕');
    const passage = page.getByRole('listitem').filter({ hasText: '改造全镇4651户农村旱厕' });
    await passage.dragTo(editor().getByRole('heading').first());
    const taken = editor().locator('.taken', { hasText: '改造全镇4651户农村旱厕' });
    expect(await taken.getAttribute('data-margin')).toBe('沿用');
    await page.keyboard.press('Control+Alt+3');
    await editor()
      .getByRole('heading', { name: /改造全镇4651户农村旱厕/u })
      .waitFor();
    expect(await taken.getAttribute('data-margin')).toBe('沿用');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await taken.waitFor({ state: 'detached' });
  });

  it('pastes plain words, whatever dress they come in', async () => {
    const { page } = desk;
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData(
        'text/html',
        '<p style="color:red">第一段<b>粗</b></p><script>alert(1)</script>',
      );
      data.setData('text/plain', '第一段粗\r\n　　第二段\v第三段');
      const event = new ClipboardEvent('paste', {
        clipboardData: data,
        bubbles: true,
        cancelable: true,
      });
      document.querySelector('.draft-text')?.dispatchEvent(event);
    });
    await editor()
      .locator('p', { hasText: /^第二段$/u })
      .waitFor();
    await editor()
      .locator('p', { hasText: /^第三段$/u })
      .waitFor();
    expect(await editor().locator('b, script, [style*="red"]').count()).toBe(0);
    await saved();
  });

  it('is checked: it points, and what was put aside stays aside', async () => {
    const { page } = desk;
    await page.getByRole('tab', { name: '校核' }).click();
    await page.getByRole('button', { name: '校核全稿' }).click();
    const results = page.getByRole('list', { name: '校核结果' });
    const stray = results.getByRole('listitem').filter({ hasText: '昌城' }).first();
    await stray.waitFor();
    const before = await results.getByRole('listitem').count();
    await stray.getByRole('button', { name: '忽略' }).click();
    await expect.poll(() => results.getByRole('listitem').count()).toBe(before - 1);
    await page.getByRole('button', { name: '重新校核' }).click();
    await expect.poll(() => results.getByRole('listitem').count()).toBe(before - 1);
    expect(await editor().locator('.finding').count()).toBeGreaterThan(0);
  });

  it('keeps a version, tells what changed since, and goes back to it', async () => {
    const { page } = desk;
    await page.getByRole('tab', { name: '历稿' }).click();
    await page.getByLabel('稿名').fill('送审稿');
    await page.getByRole('button', { name: '存一稿' }).click();
    await page.getByText('第 1 稿', { exact: true }).waitFor();
    await editor().getByText('今年改厕4651户').click();
    await page.keyboard.press('End');
    await page.keyboard.type('，投资30万元。');
    await saved();
    await page.getByRole('button', { name: '与现稿比' }).click();
    await page.getByRole('list', { name: '改动' }).getByText('投资30万元').waitFor();
    await page.getByRole('button', { name: '退回这一稿' }).click();
    await editor().getByText('今年改厕4651户').waitFor();
    await editor().getByText('投资30万元').waitFor({ state: 'detached' });
    await page.getByRole('tab', { name: '历稿' }).click();
    await page.getByRole('list', { name: '历稿' }).getByText('退回前').waitFor();
  });

  it('holds last year’s commitments against the draft and takes the person’s word', async () => {
    const { page } = desk;
    await page.getByRole('tab', { name: '承诺' }).click();
    const list = page.getByRole('list', { name: '上年承诺' });
    const promise = list.getByRole('listitem').filter({ hasText: '4651户' }).first();
    await promise.getByRole('button', { name: '认定' }).click();
    await page.getByRole('menuitem', { name: '部分完成' }).click();
    await promise.getByLabel(/说明/u).fill('剩余顺延');
    await promise.getByLabel(/说明/u).press('Enter');
    await promise.getByText('部分完成：剩余顺延').waitFor();
  });

  it('is written as a file for WPS that holds the words and no trace of the program', async () => {
    const { page } = desk;
    const file = join(folder, '稿.txt');
    await answerSaveDialog(desk, file);
    await page.getByRole('button', { name: '导出文稿' }).click();
    await page.getByRole('button', { name: '纯文本' }).click();
    await page.getByRole('button', { name: '导出', exact: true }).click();
    await page.getByText(/已导出/u).waitFor();
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('全年完成改厕4651余户');
    expect(text).not.toMatch(/镇鉴|引自/u);
    rmSync(file);
  });

  it('prints the commitments as a table for the departments', async () => {
    const { page } = desk;
    const file = join(folder, '清单.pdf');
    await answerSaveDialog(desk, file);
    await page.getByRole('button', { name: '清单', exact: true }).click();
    await page.getByRole('menuitem', { name: 'PDF，直接打印' }).click();
    await page.getByText(/已导出“清单\.pdf”/u).waitFor({ timeout: 30_000 });
    const words = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' });
    const bare = words.replace(/\s/gu, '');
    expect(bare).toContain('2019年承诺事项清单（皇华镇）');
    expect(bare).toContain('实事第7件');
    expect(bare).toContain('部分完成：剩余顺延');
  });

  it.each(['承诺', '校核', '上年', '他镇', '检索', '数据', '批注', '名词', '历稿'])(
    'has nothing serious for axe with %s open',
    async (tab) => {
      await desk.page.getByRole('tab', { name: tab, exact: true }).click();
      await desk.page.waitForTimeout(300);
      expect(await seriousFaults(desk.page)).toEqual([]);
    },
  );

  it('reads out at the person’s own pace', async () => {
    const { page } = desk;
    const pace = page.getByRole('spinbutton', { name: '每分钟字数' });
    expect(await pace.inputValue()).toBe('250');
    await pace.fill('100');
    await pace.press('Enter');
    const length = async () =>
      (await page.getByText(/字 · 宣读约/u).innerText()).replaceAll(',', '');
    const characters = Number(/\d+/u.exec(await length())?.[0]);
    const minutes = Math.max(1, Math.round(characters / 100));
    await expect.poll(length).toContain(`宣读约 ${minutes} 分钟`);
  });

  it('goes through without a fault in the page', () => {
    expect(desk.faults).toEqual([]);
  });
});
