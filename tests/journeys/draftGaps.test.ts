import { expect, it } from 'vitest';
import { seriousFaults } from './axe.ts';
import { goTo, openSample } from './desk.ts';
import { sharedDesk } from './sharedDesk.ts';

const desk = sharedDesk(openSample);

it('lists last year’s ten 民生实事 with a gap each, and counts the gaps until they are filled', async () => {
  const { page } = desk;
  await goTo(page, '起草');
  await page.getByLabel('镇（街道、乡）').fill('皇华镇');
  await page.getByLabel('部署年份').fill('2020');
  await page.getByRole('button', { name: '开始起草' }).click();
  const editor = page.getByRole('textbox', { name: '正文' });
  await editor.waitFor();
  await page.getByRole('button', { name: '清单' }).click();
  await page.getByRole('menuitem', { name: '实事 10 件列入本稿' }).click();
  const chips = editor.locator('.gap');
  await expect.poll(() => chips.count()).toBe(10);
  const listed = editor.locator('.taken', { hasText: '4651户农村旱厕' });
  expect(await listed.getAttribute('data-margin')).toBe('沿用·已改');
  const outline = page.getByRole('navigation', { name: '提纲' });
  await outline.getByText('待填', { exact: true }).first().waitFor();
  expect(await seriousFaults(page)).toEqual([]);

  await page.getByRole('button', { name: '待填 10 处' }).click();
  await page.keyboard.type('已于9月完工。');
  await page.getByRole('button', { name: '待填 9 处' }).waitFor();
  await page.keyboard.press('Control+Alt+t');
  await page.getByRole('button', { name: '待填 10 处' }).waitFor();
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: '待填 9 处' }).waitFor();

  await page.getByRole('tab', { name: '校核' }).click();
  await page.getByRole('button', { name: '校核全稿' }).click();
  await page
    .getByRole('list', { name: '校核结果' })
    .getByText('还有 9 处待填，付印前补上。')
    .waitFor();
});
