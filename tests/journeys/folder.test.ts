import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generateReport } from '../fixtures/reports/generate.ts';
import { answerOpenDialog, openSample, reportRow } from './desk.ts';
import { sharedDesk } from './sharedDesk.ts';

/** Invented reports in a folder of the person's, with one file that cannot be read. */
const reports = [21, 22, 23].map((seed) => generateReport(seed, { characters: 2000 }).raw);

type Groups = Partial<Record<'imported' | 'needs-review' | 'duplicate' | 'rejected', number>>;

describe('importing a folder', () => {
  const desk = sharedDesk(async () => {
    mkdirSync(join(papers, '更早'), { recursive: true });
    reports.forEach(({ titleLine, text }, index) => {
      const path = join(papers, index === 2 ? '更早' : '', `第${String(index + 1)}篇.txt`);
      writeFileSync(path, `${titleLine ?? ''}\n${text}`);
    });
    writeFileSync(join(papers, '空白.txt'), '');
    await openSample(desk);
  });
  const { folder } = desk;
  const papers = join(folder, '历年报告');

  const dialog = () => desk.page.getByRole('dialog');
  const importFolder = async () => {
    await answerOpenDialog(desk, [papers]);
    await desk.page.getByRole('button', { name: '粘贴正文' }).click();
    await dialog().getByRole('button', { name: '选择文件夹' }).click();
    await dialog().getByText('导入结果').waitFor();
  };
  const counted = async () => {
    const groups = dialog().locator('.outcome-group');
    const entries = await groups.evaluateAll((sections) =>
      sections.map((section) => [
        section.getAttribute('data-status'),
        section.querySelectorAll('li').length,
      ]),
    );
    return Object.fromEntries(entries) as Groups;
  };
  const stored = ({ imported = 0, 'needs-review': review = 0 }: Groups) => imported + review;

  it('stores what can be read, with those below it, and says of the rest why not', async () => {
    await importFolder();
    const groups = await counted();
    expect(stored(groups)).toBe(3);
    expect(groups.rejected).toBe(1);
    const failed = dialog().locator('[data-status="rejected"] li');
    expect(await failed.textContent()).toContain('历年报告/空白.txt');
    expect(await failed.textContent()).toMatch(/未入库.*。/u);
    await dialog().getByRole('button', { name: '完成' }).click();
    const title = reports[2]?.titleLine?.replace(/^【[^】]*】/u, '') ?? '';
    await reportRow(desk.page, title).waitFor();
  });

  it('knows what it stored when the folder is imported again', async () => {
    await importFolder();
    expect(await counted()).toEqual({ duplicate: 3, rejected: 1 });
    await dialog().getByRole('button', { name: '完成' }).click();
  });

  it('takes an import back, and then says no longer that it is stored', async () => {
    const { raw } = generateReport(24, { characters: 2000 });
    writeFileSync(join(papers, '第4篇.txt'), `${raw.titleLine ?? ''}\n${raw.text}`);
    await importFolder();
    expect(stored(await counted())).toBe(1);
    await dialog().getByRole('button', { name: '撤销这次导入' }).click();
    await dialog().getByText('已撤销，移出 1 篇').waitFor();
    expect(await counted()).toEqual({ duplicate: 3, rejected: 1 });
    expect(await dialog().getByRole('button', { name: '撤销这次导入' }).count()).toBe(0);
    await dialog().getByRole('button', { name: '完成' }).click();
  });

  it('goes through without a fault in the page', () => {
    expect(desk.faults).toEqual([]);
  });
});
