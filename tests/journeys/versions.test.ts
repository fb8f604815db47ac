import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generateReport } from '../fixtures/reports/generate.ts';
import { answerOpenDialog, openSample, reportRow } from './desk.ts';
import { sharedDesk } from './sharedDesk.ts';

/** An invented report as a web page, and its wording before some sentences were added. */
const { raw, truth } = generateReport(11, { layout: 'lines', outline: 'numbered' });
const final = `${raw.titleLine ?? ''}\n${raw.text}`;
const draft = final.replaceAll(/[^。\n]{20,}。/gu, (sentence, at: number) =>
  at % 23 === 0 ? '' : sentence,
);
const page = (text: string) =>
  `<html><body><nav>网站首页 | 政务公开</nav>${text
    .split('\n')
    .map((line) => `<p>${line}</p>`)
    .join('')}</body></html>`;

describe('versions of a report', () => {
  const desk = sharedDesk(openSample);
  const { folder } = desk;

  const dialog = () => desk.page.getByRole('dialog');
  const read = async (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, page(text));
    await answerOpenDialog(desk, [path]);
    await desk.page.getByRole('button', { name: '导入文件' }).click();
    await dialog().getByText('看看读得对不对').waitFor();
  };
  const store = async () => {
    await dialog().getByRole('button', { name: '存入 1 篇' }).click();
    await dialog().getByText('导入结果').waitFor();
  };
  const rows = () => reportRow(desk.page, raw.titleLine ?? '').count();

  it('asks whether a text much like one that is there is another version of it', async () => {
    expect(truth.metadata.planYear).not.toBeNull();
    await read('初稿.html', draft);
    await store();
    await dialog().getByRole('button', { name: '完成' }).click();
    await read('定稿.html', final);
    await dialog()
      .getByText(/很像（相似 \d\d%），是同一报告的另一稿吗？/u)
      .waitFor();
    await dialog().getByRole('button', { name: '归入版本链' }).click();
    await store();
    await dialog()
      .getByText(/归入《.+》的版本链/u)
      .waitFor();
    await dialog().getByRole('button', { name: '完成' }).click();
    await expect.poll(rows).toBe(1);
  });

  it('reaches the earlier version from the newest, with what its file gave and left out', async () => {
    await reportRow(desk.page, raw.titleLine ?? '')
      .getByRole('button', { name: raw.titleLine ?? '', exact: true })
      .click();
    const text = () => desk.page.locator('.report-text').textContent();
    const newest = await text();
    await desk.page.getByRole('button', { name: '资料信息' }).click();
    await dialog().getByText('定稿.html').waitFor();
    await dialog().getByText('原始取文').click();
    await expect
      .poll(() => dialog().locator('.facts-extracted').textContent())
      .toContain('网站首页');
    await dialog().getByRole('button', { name: '打开这一稿' }).click();
    await expect.poll(text).not.toBe(newest);
    expect((await text())?.length).toBeLessThan(newest?.length ?? 0);
  });

  it('lists both again once the link is taken back', async () => {
    const { page: window } = desk;
    await window.getByRole('button', { name: '后退' }).click();
    await window.getByRole('button', { name: '资料信息' }).click();
    await dialog().getByRole('button', { name: '移出版本链' }).click();
    await dialog().getByRole('heading', { name: '版本' }).waitFor({ state: 'hidden' });
    await dialog().getByRole('button', { name: '关闭' }).click();
    await window
      .getByRole('navigation', { name: '主导航' })
      .getByRole('button', { name: '资料库' })
      .click();
    await expect.poll(rows).toBe(2);
  });

  it('goes through without a fault in the page', () => {
    expect(desk.faults).toEqual([]);
  });
});
