import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import {
  answerSaveDialog,
  goTo,
  openReport,
  openSample,
  selectWords,
  tickTowns,
  untilSaved,
} from './desk.ts';
import { sharedDesk } from './sharedDesk.ts';

/** Composing again waits for a pause in typing, and a busy machine takes its time. */
const until = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 15_000 });

/** What docs/使用手册.md promises; a machine needs a small part of it. */
const TEN_MINUTES = 600_000;
const NOTE = '一句写清目的、投资、户数，可照此写';

const sheetOf = (page: Page) => page.getByLabel('简报预览');
const part = (page: Page, name: string) =>
  page.getByRole('list', { name: '简报各部分' }).locator(':scope > li', { hasText: name });

describe('from the sample library to a printed brief of three towns', () => {
  const desk = sharedDesk();
  const { folder } = desk;
  const file = join(folder, '三镇.pdf');
  const began = performance.now();

  it('opens the sample, reads a report and writes a note', async () => {
    await openSample(desk);
    const { page } = desk;
    await openReport(page, '2019年昌城镇政府工作报告');
    await selectWords(page, '围绕改善群众生活条件');
    await page.getByRole('button', { name: '借鉴' }).click();
    await page.getByRole('textbox', { name: '批注内容' }).fill(NOTE);
    await untilSaved(page, () => page.getByRole('button', { name: '保存' }).click());
  });

  it('writes a note on a search hit, and ties a hit of another report to it', async () => {
    const { page } = desk;
    await goTo(page, '检索');
    await page.getByRole('searchbox', { name: '检索内容' }).fill('旱厕');
    await page.locator('.hit-line').first().waitFor();
    await page.getByRole('button', { name: '写批注' }).last().click();
    const dialog = page.getByRole('dialog', { name: '写批注' });
    await dialog.locator('blockquote', { hasText: '旱厕' }).waitFor();
    await dialog.getByRole('button', { name: '并入已有批注' }).click();
    await page.getByRole('menuitem', { name: NOTE.slice(0, 8) }).click();
    await page.getByText('已并入这条批注。').waitFor();
    await goTo(page, '批注');
    const tied = page.getByRole('list', { name: '同连的原文' });
    await tied.getByText('旱厕').first().waitFor();
    await tied.getByRole('button', { name: '拆开' }).click();
    await page.getByText('已从批注里拆出 1 处原文。').waitFor();
    await page.locator('.toast', { hasText: '拆出' }).getByRole('button', { name: '撤销' }).click();
    await tied.getByText('旱厕').first().waitFor();
  });

  it('shows the brief of three towns at once, as pages', async () => {
    const { page } = desk;
    await tickTowns(page);
    await page.getByRole('button', { name: '编简报' }).click();
    await sheetOf(page).getByText(NOTE).first().waitFor();
    await page.getByRole('textbox', { name: '题名' }).fill('三镇人居环境参阅');
    await sheetOf(page).getByText('三镇人居环境参阅').waitFor();
    expect(await sheetOf(page).locator('.brief-number').count()).toBeGreaterThan(2);
  });

  it('picks and moves parts by keyboard, and takes a step back', async () => {
    const { page } = desk;
    const headings = () => sheetOf(page).locator('h2').allInnerTexts();
    await part(page, '编者按').getByRole('button', { name: '编辑编者按' }).click();
    await page
      .getByRole('textbox', { name: '编者按' })
      .fill('三镇改厕各有长处，户均投入相差较大。');
    await sheetOf(page).getByText('户均投入相差较大').waitFor();
    await page.getByRole('button', { name: '上移：来源清单' }).focus();
    await page.keyboard.press('Alt+ArrowUp');
    await page.keyboard.press('Alt+ArrowUp');
    await until(async () => (await headings()).at(-1)).toMatch(/可借鉴/u);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await until(async () => (await headings()).at(-1)).toMatch(/来源清单/u);
    await part(page, '主要指标').getByRole('checkbox', { name: '主要指标对照表' }).uncheck();
    await until(async () => (await headings()).join()).not.toMatch(/主要指标/u);
    await page.getByRole('button', { name: '撤销一步' }).click();
    await until(async () => (await headings()).join()).toMatch(/主要指标/u);
  });

  it('cuts a quotation by its clauses, and cannot alter a word of it', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: '编辑分专题摘编' }).click();
    await page
      .getByRole('list', { name: '专题' })
      .getByRole('button', { expanded: false })
      .first()
      .click();
    const first = page.getByRole('list', { name: '原文' }).getByRole('listitem').first();
    await first.getByRole('button', { name: '删节' }).click();
    const dialog = page.getByRole('dialog', { name: '删节引文' });
    expect(await dialog.getByRole('textbox').count()).toBe(0);
    const clause = dialog.locator('.cut-clause').first();
    const words = await clause.innerText();
    await clause.click();
    await dialog.getByRole('button', { name: '就这样印' }).click();
    await sheetOf(page).getByText('……').first().waitFor();
    await until(() => sheetOf(page).getByText(words).count()).toBe(0);
    await first.getByText('有删节').waitFor();
    await page.getByText('摘编由您定').waitFor();
  });

  it('prints contents, watermark and pages as the preview shows them', async () => {
    const { page } = desk;
    await page.getByRole('switch', { name: '印目录' }).click();
    await page.getByRole('switch', { name: '每页衬“内部资料”字样' }).click();
    await sheetOf(page).locator('.brief-watermark').first().waitFor();
    const numbers = sheetOf(page).locator('.contents .page');
    await until(async () => (await numbers.allInnerTexts()).join(' ')).toMatch(/^\d+( \d+)+$/u);
    const shown = await numbers.allInnerTexts();
    await answerSaveDialog(desk, file);
    await page.getByRole('button', { name: '导出 PDF' }).click();
    await page.getByText('已导出“三镇.pdf”').waitFor({ timeout: 40_000 });
    const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
    const printed = text.split('\f').slice(0, -1);
    expect(await sheetOf(page).locator('.brief-number').count()).toBe(printed.length);
    const [contents = ''] = printed;
    const listed = [
      ...contents.matchAll(/^\s*(?:[一二三四五六七八九十]+、|（.{1,3}）).*?(\d{1,2})$/gmu),
    ].map(([, number]) => number);
    expect(listed).toEqual(shown);
    // Drawn, not written: what is copied out of a page is its words alone.
    expect(text).not.toContain('内部资料');
  });

  it('stops an export on the way and leaves neither file nor half a file', async () => {
    const { page } = desk;
    const stopped = join(folder, '停下.pdf');
    await answerSaveDialog(desk, stopped);
    await page.getByRole('button', { name: '导出 PDF' }).click();
    await page.getByRole('button', { name: '停止导出' }).click();
    await page.getByText('已停止导出，没有写出文件。').waitFor({ timeout: 20_000 });
    expect(existsSync(stopped)).toBe(false);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('takes less than ten minutes and goes through without a fault in the page', () => {
    expect(performance.now() - began).toBeLessThan(TEN_MINUTES);
    expect(desk.faults).toEqual([]);
  });
});
