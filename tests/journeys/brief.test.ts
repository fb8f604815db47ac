import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  answerSaveDialog,
  openReport,
  openSample,
  selectWords,
  tickTowns,
  untilSaved,
} from './desk.ts';
import { sharedDesk } from './sharedDesk.ts';

const PASSAGE = '投资430万元';
const NOTE = '请核每户投入多少';

describe('printing a brief of three towns', () => {
  const desk = sharedDesk(async () => {
    await openSample(desk);
    await openReport(desk.page, '2019年昌城镇政府工作报告');
    await selectWords(desk.page, PASSAGE);
    await desk.page.getByRole('button', { name: '核对' }).click();
    await desk.page.getByRole('textbox', { name: '批注内容' }).fill(NOTE);
    await untilSaved(desk.page, () => desk.page.getByRole('button', { name: '保存' }).click());
    await tickTowns(desk.page);
    await desk.page.getByRole('button', { name: '编简报' }).click();
  });
  const { folder } = desk;
  const file = join(folder, '三镇对照.pdf');

  it('shows the brief as it will print', async () => {
    const { page } = desk;
    await page.getByRole('textbox', { name: '题名' }).fill('三镇农村人居环境参阅');
    const sheet = page.getByLabel('简报预览');
    await sheet.getByText('三镇农村人居环境参阅').first().waitFor();
    await sheet.getByText(NOTE).first().waitFor();
  });

  it('writes the PDF through the print path of the app', async () => {
    const { page } = desk;
    await answerSaveDialog(desk, file);
    await page.getByRole('button', { name: '导出 PDF' }).click();
    await page.getByText('已导出“三镇对照.pdf”').waitFor({ timeout: 30_000 });
    expect(existsSync(file)).toBe(true);
  });

  // Quotations are drawn with full-width marks, but what is copied out is the original, unchanged.
  it('holds title, quotations, notes and sources as exact Chinese text', () => {
    const words = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' });
    const joined = words.replace(/\s/gu, '');
    expect(joined).toContain('三镇农村人居环境参阅');
    expect(joined).toContain('围绕改善群众生活条件,投资430万元,完成旱厕改造4774户');
    expect(joined).toContain(NOTE);
    for (const town of ['昌城镇', '皇华镇', '井沟镇']) expect(joined).toContain(town);
    expect(joined).toContain('2019年昌城镇政府工作报告');
    // Radicals that look like characters would be found by nobody.
    expect(words).not.toMatch(/[\u2e80-\u2fdf\uf900-\ufaff]/u);
    expect(words).not.toMatch(/undefined|null|NaN/u);
  });

  it('goes through without a fault in the page', () => {
    expect(desk.faults).toEqual([]);
  });
});
