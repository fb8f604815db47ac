import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it, vi } from 'vitest';
import {
  answerOpenDialog,
  answerSaveDialog,
  goTo,
  openSample,
  selectWords,
  tickTowns,
} from './desk.ts';
import { sharedDesk } from './sharedDesk.ts';

const PASSAGE = '围绕改善群众生活条件';

interface Report {
  id: string;
  text: string;
}

/** Asks as the page does. */
async function ask<T>(page: Page, name: string, input: unknown): Promise<T> {
  const outcome = await page.evaluate(
    ([route, value]) => window.zhenjian.request(route as string, value),
    [name, input] as const,
  );
  if (!outcome.ok) throw new Error(outcome.failure.message);
  return outcome.value as T;
}

/** The report in which these words stand. */
async function findReport(page: Page, words: string): Promise<Report> {
  const { reports } = await ask<{ reports: { id: string }[] }>(page, 'reports.list', {});
  for (const { id } of reports) {
    const { text } = await ask<Report>(page, 'reports.get', { id });
    if (text.includes(words)) return { id, text };
  }
  throw new Error(`no report says “${words}”`);
}

describe('taking notes out of the library', () => {
  const desk = sharedDesk(async () => {
    await openSample(desk);
    changcheng = await findReport(desk.page, PASSAGE);
    const jinggou = await findReport(desk.page, '井沟镇');
    await note(changcheng, '投资430万元', '户均多少？', '核对');
    await note(changcheng, PASSAGE, '写清目的', '借鉴');
    await note(jinggou, jinggou.text.slice(400, 420), '也核一次', '核对');
    await goTo(desk.page, '批注');
  });
  const { folder } = desk;
  const file = join(folder, '批注');
  let changcheng: Report;
  const note = (report: Report, words: string, text: string, category: string | null) => {
    const start = report.text.indexOf(words);
    return ask(desk.page, 'annotations.create', {
      documentId: report.id,
      start,
      end: start + words.length,
      note: text,
      category,
    });
  };
  const exportAs = async (format: string) => {
    const { page } = desk;
    rmSync(file, { force: true });
    await answerSaveDialog(desk, file);
    await page.getByRole('button', { name: '导出所示' }).click();
    await page.getByRole('menuitem', { name: format }).click();
    await page.getByText('已导出“批注”').last().waitFor();
    await vi.waitUntil(() => existsSync(file));
    return readFileSync(file, 'utf8');
  };

  it('writes all notes in the order of the text', async () => {
    const words = await exportAs('纯文本');
    const places = ['写清目的', '户均多少？', '也核一次'].map((each) => words.indexOf(each));
    expect(places.every((place) => place > 0)).toBe(true);
    const shown = await desk.page.locator('.annotation-note').allTextContents();
    const written = shown.map((each) => words.indexOf(each));
    expect(written).toEqual(written.toSorted((a, b) => a - b));
    expect(places[0]).toBeLessThan(places[1] ?? 0);
    expect(words).toContain('出处：昌城镇2019年报告');
  });

  it('writes only what the list is narrowed to', async () => {
    await desk.page.getByRole('checkbox', { name: '核对' }).check();
    const words = await exportAs('Markdown');
    expect(words).toContain('户均多少？');
    expect(words).toContain('也核一次');
    expect(words).not.toContain('写清目的');
    const exchanged: { target: { selector: { exact?: string }[] }[] }[] = JSON.parse(
      await exportAs('W3C 批注'),
    );
    const quotes = exchanged.map(({ target }) => target[0]?.selector.at(-1)?.exact);
    expect(quotes).toHaveLength(2);
    expect(quotes).toContain('投资430万元');
    await desk.page.getByRole('button', { name: '清除' }).click();
  });

  it('puts a note of a corrected text where the person says', async () => {
    const { page } = desk;
    const corrected = join(folder, '更正.txt');
    const words = changcheng.text.replace(
      '围绕改善群众生活条件,投资430万元',
      '共投资430万元改善群众生活条件',
    );
    writeFileSync(corrected, words);
    await answerOpenDialog(desk, [corrected]);
    const { files } = await ask<{ files: { fileId: string }[] }>(page, 'imports.chooseFiles', {});
    await ask(page, 'reports.replaceText', { id: changcheng.id, fileId: files[0]?.fileId });

    const unsure = page.locator('.note-group li', { has: page.getByText('位置待确认') }).first();
    await unsure.getByRole('heading', { name: '更正前' }).waitFor();
    const before = await page.getByText('位置待确认').count();
    const noteWords = await unsure.locator('.annotation-note').textContent();
    await unsure.getByRole('button', { name: '就是这里' }).first().click();
    await page.getByText('批注已放到选定的位置。').waitFor();
    const settled = page.locator('.note-group li', { hasText: noteWords ?? '' });
    await settled.getByText('位置待确认').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '撤销' }).click();
    await settled.getByText('位置待确认').waitFor();
    expect(await page.getByText('位置待确认').count()).toBe(before);
  });

  it('puts a note where the person selects it in the text, and takes that back', async () => {
    const { page } = desk;
    const unsure = page.locator('.note-group li', { has: page.getByText('位置待确认') }).first();
    const noteWords = await unsure.locator('.annotation-note').textContent();
    await unsure.getByRole('button', { name: '到正文里选' }).click();
    const bar = page.getByRole('region', { name: '给批注重新定位' });
    await bar.waitFor();
    expect(await bar.getByRole('button', { name: '放在所选处' }).isDisabled()).toBe(true);
    await selectWords(page, '共投资430万元改善');
    await bar.getByRole('button', { name: '放在所选处' }).click();
    await page.getByText('批注已放到选定的位置。').waitFor();
    const placed = page.locator('.note-group li', { hasText: noteWords ?? '' });
    await placed.getByText('共投资430万元改善').waitFor();
    await placed.getByText('位置待确认').waitFor({ state: 'detached' });
    await page.locator('.toast').first().getByRole('button', { name: '撤销' }).click();
    await placed.getByText('位置待确认').waitFor();
  });

  it('takes the notes along as comments of a brief to go on with in WPS', async () => {
    const { page } = desk;
    const paper = join(folder, '三镇.docx');
    await tickTowns(page);
    await page.getByRole('button', { name: '编简报' }).click();
    await answerSaveDialog(desk, paper);
    await page.getByRole('button', { name: '导出 DOCX' }).click();
    await page.getByText('已导出“三镇.docx”').waitFor({ timeout: 30_000 });
    const comments = execFileSync('unzip', ['-p', paper, 'word/comments.xml'], {
      encoding: 'utf8',
    });
    expect(comments).toContain('也核一次');
  });

  it('goes through without a fault in the page', () => {
    expect(desk.faults).toEqual([]);
  });
});
