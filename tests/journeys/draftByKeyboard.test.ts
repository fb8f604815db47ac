import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerSaveDialog, goTo, openSample } from './desk.ts';
import { sharedDesk } from './sharedDesk.ts';

const desk = sharedDesk(openSample);
const { folder } = desk;

const press = (key: string) => desk.page.keyboard.press(key);
const type = (words: string) => desk.page.keyboard.type(words);
const editor = () => desk.page.getByRole('textbox', { name: '正文' });
const saved = () => desk.page.getByText(/^已存 \d+月\d+日/u).waitFor();

/** Presses Tab until the control of that name has the focus. */
async function tabTo(name: RegExp, most = 120): Promise<void> {
  for (let step = 0; step < most; step += 1) {
    await press('Tab');
    const focused = await desk.page.evaluate(() => {
      const control = document.activeElement as HTMLInputElement | null;
      const label = control?.labels?.[0]?.textContent;
      return control?.getAttribute('aria-label') ?? label ?? control?.textContent ?? '';
    });
    if (name.test(focused.trim())) return;
  }
  throw new Error(`no control called ${name}`);
}

/** From the text to a tab beside it. */
async function openTab(name: string): Promise<void> {
  await press('F6');
  const tab = desk.page.getByRole('tab', { name, exact: true });
  for (let step = 0; step < 12; step += 1) {
    if (await tab.evaluate((element) => element === document.activeElement)) break;
    await press('ArrowRight');
  }
  await press('Enter');
  expect(await tab.getAttribute('aria-selected')).toBe('true');
}

describe('next year’s report by keyboard alone', () => {
  it('begins with the headings and roles of the town’s own last report', async () => {
    await press('Control+k');
    await type('起草');
    await press('Enter');
    await desk.page.getByRole('button', { name: '开始起草' }).waitFor();
    await tabTo(/^镇（街道、乡）/u);
    await type('昌城镇');
    await tabTo(/^部署年份/u);
    await type('2020');
    await tabTo(/^开始起草/u);
    await press('Enter');
    const outline = desk.page.getByRole('navigation', { name: '提纲' });
    await outline.getByText('任务', { exact: true }).waitFor();
    const marked = outline.getByRole('button').filter({ hasText: '待写' });
    expect(await marked.filter({ has: desk.page.locator('.draft-role') }).count()).toBe(0);
    expect(await editor().innerText()).not.toContain('4774户');
    await tabTo(/^会议行/u);
    await type('——2020年1月10日在昌城镇第十九届人民代表大会第六次会议上');
    await tabTo(/^报告人/u);
    await type('昌城镇人民政府镇长　张三');
  });

  it('is written, a heading at its level', async () => {
    await press('F6');
    await press('Control+End');
    await press('Enter');
    await type('五、农村改厕');
    await press('Control+Alt+2');
    await press('Enter');
    await type('全年改造旱厕4651余户，投入600万元。今年改厕4651户，由食药监局配合。');
    await press('Control+s');
    await saved();
    const headings = editor().getByRole('heading', { name: '五、农村改厕' });
    expect(await headings.getAttribute('aria-level')).toBe('2');
  });

  it.each([
    ['检索', /^全库检索/u, '旱厕'],
    ['数据', /^找数据/u, '旱厕'],
    ['他镇', /^在他镇报告里找/u, '农村改厕'],
    ['上年', /^在上年报告里找/u, '旱厕改造'],
  ])('takes a passage from %s with where it came from', async (tab, field, words) => {
    await openTab(tab);
    await tabTo(field);
    await type(words);
    const panel = desk.page.getByRole('complementary', { name: '稿旁' });
    await panel.getByRole('listitem').filter({ hasText: '厕' }).first().waitFor();
    const before = await editor().locator('.taken').count();
    await tabTo(/^引用$/u);
    await press('Enter');
    await expect.poll(() => editor().locator('.taken').count()).toBe(before + 1);
    expect(await editor().evaluate((text) => text === document.activeElement)).toBe(true);
  });

  it('marks the own town’s words as 沿用 and another’s as 引自', async () => {
    const margins = await editor()
      .locator('.taken')
      .evaluateAll((taken) => taken.map((each) => each.getAttribute('data-margin')));
    expect(margins).toContain('沿用');
    expect(margins.some((margin) => /^引自(皇华|井沟)镇$/u.test(margin ?? ''))).toBe(true);
  });

  it('is checked, also against the person’s own list of wording', async () => {
    await openTab('校核');
    await tabTo(/^用语表/u);
    await press('Enter');
    await desk.page.getByRole('dialog').waitFor();
    await type('食药监局');
    await tabTo(/^有效期至/u);
    await type('2018年3月');
    await press('Enter');
    await desk.page.getByRole('list', { name: '用语' }).getByText('有效期至2018年3月').waitFor();
    await press('Escape');
    await tabTo(/^校核全稿/u);
    await press('Enter');
    const results = desk.page.getByRole('list', { name: '校核结果' });
    await results.getByText(/“食药监局”.*有效期至2018年3月/u).waitFor();
    await results.getByText(/4651/u).first().waitFor();
  });

  it('gets its terms explained in the person’s words', async () => {
    await press('F6');
    await openTab('名词');
    await tabTo(/^添名词/u);
    await type('三资管理');
    await press('Enter');
    await desk.page.getByRole('textbox', { name: '“三资管理”的解释' }).waitFor();
    await type('农村集体资金、资产、资源的管理');
    await press('Control+Enter');
    await desk.page.getByText('农村集体资金、资产、资源的管理', { exact: true }).waitFor();
  });

  it('is printed: title, congress line, speaker, annexes and page numbers, no trace of the program', async () => {
    const file = join(folder, '稿.pdf');
    await answerSaveDialog(desk, file);
    await tabTo(/^导出文稿/u);
    await press('Enter');
    await desk.page.getByRole('dialog').waitFor();
    await tabTo(/^DOCX/u);
    await press('ArrowRight');
    await press('Enter');
    await tabTo(/^附引文来源/u);
    await press('Space');
    await tabTo(/^导出$/u);
    await press('Enter');
    await desk.page.getByText(/已导出“稿\.pdf”/u).waitFor({ timeout: 30_000 });
    const words = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' });
    const bare = words.replace(/\s/gu, '');
    expect(bare).toMatch(
      /^—1—2020年昌城镇政府工作报告——2020年1月10日在昌城镇.*会议上昌城镇人民政府镇长张三/u,
    );
    expect(bare).toContain('全年改造旱厕4651余户，投入600万元。');
    expect(bare).toContain('三资管理：农村集体资金、资产、资源的管理');
    expect(bare).toMatch(/引文来源1．(昌城|皇华|井沟)镇2019年报告/u);
    expect(bare).toContain('—2—');
    expect(bare).not.toMatch(/沿用|引自|镇鉴/u);
    const info = execFileSync('pdfinfo', [file], { encoding: 'utf8' });
    expect(info).not.toMatch(/Creator|Producer|镇鉴/u);
  });

  it('loses at most three seconds of ceaseless typing to a kill', async () => {
    await goTo(desk.page, '起草');
    await desk.page.getByRole('button', { name: '2020年昌城镇政府工作报告', exact: true }).click();
    await editor().focus();
    await press('Control+End');
    await press('Enter');
    const typed: number[] = [];
    const began = performance.now();
    while (performance.now() - began < 7000) {
      await type(`第${typed.length}句。`);
      typed.push(performance.now());
    }
    const killed = performance.now();
    desk.app.process().kill('SIGKILL');
    await desk.open();
    await goTo(desk.page, '起草');
    await desk.page.getByRole('button', { name: '2020年昌城镇政府工作报告', exact: true }).click();
    const old = typed.filter((at) => killed - at > 3000).length;
    expect(old).toBeGreaterThan(0);
    await editor()
      .getByText(`第${old - 1}句。`)
      .waitFor();
  });

  it('goes through without a fault in the page', () => {
    expect(desk.faults).toEqual([]);
  });
});
