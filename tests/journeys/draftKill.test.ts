import { expect, it } from 'vitest';
import { goTo } from './desk.ts';
import { sharedDesk } from './sharedDesk.ts';

const desk = sharedDesk();

const TITLE = '2027年甲山镇政府工作报告';
/** A keystroke each so often: never a pause that would save by itself. */
const STROKE_MILLISECONDS = 100;
const MOST_LOST_MILLISECONDS = 3000;

it('loses at most three seconds of ceaseless typing to a kill', async () => {
  const { page } = desk;
  await page.evaluate(() => window.zhenjian.request('library.declineSample', {}));
  await goTo(page, '起草');
  await page.getByLabel('镇（街道、乡）').fill('甲山镇');
  await page.getByLabel('部署年份').fill('2027');
  await page.getByRole('button', { name: '开始起草' }).click();
  const editor = page.getByRole('textbox', { name: '正文' });
  await editor.click();
  const typedAt: number[] = [];
  const begun = performance.now();
  while (performance.now() - begun < 9000) {
    await page.keyboard.type(`${typedAt.length}、`);
    typedAt.push(performance.now());
    await page.waitForTimeout(STROKE_MILLISECONDS);
  }
  desk.app.process().kill('SIGKILL');
  const killedAt = performance.now();
  await desk.open();
  await goTo(desk.page, '起草');
  await desk.page.getByRole('button', { name: TITLE, exact: true }).click();
  await desk.page.getByRole('textbox', { name: '正文' }).getByText('0、1、').waitFor();
  const words = await desk.page.getByRole('textbox', { name: '正文' }).innerText();
  const kept = words.split('、').length - 1;
  expect(kept).toBeGreaterThan(0);
  // The first stroke that is not there.
  const lostAt = typedAt[kept] ?? killedAt;
  expect(killedAt - lostAt).toBeLessThan(MOST_LOST_MILLISECONDS);
});
