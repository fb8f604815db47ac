/*
 * The drafting desk beside the least that could do it, in one run:
 * - keystroke to paint with outline, margins and findings on and each of several tabs beside the text
 *   ÷ the same in a bare editable page with the same text, best p95 of 5 rounds of 40, the slowest tab counting;
 * - opening a draft with 50 versions ÷ opening one with a single version.
 * Run: node bench/drafts.ts (after a build)
 */
import type { Page } from 'playwright-core';
import type { Output } from '../src/shared/contract/routes.ts';
import {
  ask,
  goTo,
  makeFolder,
  openDesk,
  openSample,
  removeFolder,
} from '../tests/journeys/desk.ts';
import { median, quantile, reportRatio } from './statistics.ts';

const KEYS = 40;
/** Rounds of all tabs and the bare page in turn; the best p95 of each counts. */
const ROUNDS = 5;
const TABS = ['校核', '承诺', '上年', '他镇', '检索', '数据', '批注', '名词', '历稿'];
const OPENINGS = 15;
const CHARACTERS = 10_000;

/** Milliseconds from each of `KEYS` insertions to the frame that shows it. */
async function timeKeys(page: Page, selector: string): Promise<number[]> {
  const element = page.locator(selector);
  await element.locator('p').nth(20).click();
  return element.evaluate(async (_, keys) => {
    const frame = () => new Promise(requestAnimationFrame);
    const times: number[] = [];
    for (let key = 0; key < keys; key += 1) {
      await frame();
      const before = performance.now();
      document.execCommand('insertText', false, '字');
      await frame();
      await frame();
      times.push(performance.now() - before);
    }
    return times;
  }, KEYS);
}

interface Draft {
  id: string;
  title: string;
}

const folder = makeFolder();
const desk = await openDesk(folder);
const { page } = desk;
try {
  await openSample(desk);
  const { reports } = await ask<Output<'reports.list'>>(desk, 'reports.list', {});
  const report = reports.find(({ title }) => title === '2019年昌城镇政府工作报告');
  const { text } = await ask<Output<'reports.get'>>(desk, 'reports.get', { id: report?.id ?? '' });
  const lines =
    text
      .repeat(3)
      .slice(0, CHARACTERS)
      .match(/[^。]+。?/gu) ?? [];
  const begin = async (town: string, versions: number): Promise<Draft> => {
    const { draft } = await ask<Output<'drafts.begin'>>(desk, 'drafts.begin', {
      town,
      planYear: 2020,
      basisId: null,
    });
    const { id, title } = draft;
    const blocks = lines.map((line) => ({
      kind: 'paragraph' as const,
      level: 0,
      text: line,
      source: null,
    }));
    await ask<Output<'drafts.save'>>(desk, 'drafts.save', { id, title, blocks });
    for (let version = 0; version < versions; version += 1) {
      await ask<Output<'drafts.keepVersion'>>(desk, 'drafts.keepVersion', {
        id,
        name: `${version}`,
      });
    }
    return { id, title };
  };
  const one = await begin('昌城镇', 1);
  const many = await begin('皇华镇', 50);
  await goTo(page, '资料库');

  const opened: { one: number[]; many: number[] } = { one: [], many: [] };
  for (let round = 0; round < OPENINGS; round += 1) {
    for (const [name, { title }] of Object.entries({ one, many })) {
      await goTo(page, '起草');
      const entry = page.getByRole('button', { name: title, exact: true });
      await entry.waitFor();
      const milliseconds = await entry.evaluate(async (button) => {
        const frame = () => new Promise(requestAnimationFrame);
        const before = performance.now();
        (button as HTMLElement).click();
        while (document.querySelectorAll('.draft-text p').length < 20) await frame();
        await frame();
        return performance.now() - before;
      });
      opened[name as 'one' | 'many'].push(milliseconds);
      await page
        .getByRole('navigation', { name: '主导航' })
        .getByRole('button', { name: '起草' })
        .click();
    }
  }
  await page.getByRole('button', { name: one.title, exact: true }).click();
  await page.getByRole('tab', { name: '校核' }).click();
  await page.getByRole('button', { name: '校核全稿' }).click();
  await page.locator('.finding').first().waitFor();
  await page.evaluate((paragraphs) => {
    const bare = document.createElement('div');
    bare.className = 'bare draft-text';
    bare.contentEditable = 'true';
    bare.hidden = true;
    for (const words of paragraphs) {
      const paragraph = document.createElement('p');
      paragraph.textContent = words;
      bare.append(paragraph);
    }
    document.body.append(bare);
  }, lines);
  /** Shows the app or the bare page alone, as if the other were not there. */
  const show = (isBare: boolean) =>
    page.evaluate((bareOnly) => {
      for (const child of document.body.children) {
        (child as HTMLElement).hidden = child.classList.contains('bare') !== bareOnly;
      }
    }, isBare);
  const best = new Map<string, number>();
  const time = async (name: string, selector: string) => {
    const p95 = quantile(await timeKeys(page, selector), 0.95);
    best.set(name, Math.min(p95, best.get(name) ?? Number.POSITIVE_INFINITY));
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    await show(true);
    await time('bare', '.bare');
    await show(false);
    for (const tab of TABS) {
      await page.getByRole('tab', { name: tab }).click();
      await time(tab, '.draft-place .draft-text');
    }
  }
  const bare = best.get('bare') ?? Number.NaN;
  const ours = TABS.map((tab) => ({ tab, ratio: (best.get(tab) ?? Number.NaN) / bare }));
  console.log(ours.map(({ tab, ratio }) => `${tab} ${ratio.toFixed(2)}`).join(', '));
  reportRatio(
    'keystroke to paint with everything on ÷ bare editable page, p95',
    Math.max(...ours.map(({ ratio }) => ratio)),
    1.5,
  );
  reportRatio(
    'opening a draft with 50 versions ÷ one version',
    median(opened.many) / median(opened.one),
    1.5,
  );
} finally {
  await desk.close();
  removeFolder(folder);
}
