import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerOpenDialog, openSample } from './desk.ts';
import { sharedDesk } from './sharedDesk.ts';

/** A synthetic report of a town that does not exist. */
function report(note: string, parts: readonly string[]): string {
  return `2021年青石岭镇政府工作报告${note}
——2021年3月2日在青石岭镇第十八届人民代表大会第六次会议上
青石岭镇人民政府镇长 李明
各位代表：
现在，我代表镇人民政府，向大会报告工作，请予审议。
一、2020年工作回顾
${parts.join('\n')}
`;
}

const PROJECTS = '全镇新上工业项目12个，完成投资3260万元，两个车间竣工投产。';
const FARMING = '新建冬暖式大棚120座，培育家庭农场5家，流转土地2300亩。';
const LATRINES = '投资98万元，改造旱厕860户，新修农村公路12公里。';
const PRAISE = '各项事业亮点纷呈，群众满意度大幅攀升，走在了全市前列。';

describe('reading a draft and what became of it', () => {
  const desk = sharedDesk(async () => {
    await openSample(desk);
    const paths = ['征求意见稿.txt', '定稿.txt'].map((name) => join(folder, name));
    writeFileSync(paths[0] ?? '', report('（征求意见稿）', [PROJECTS, FARMING, LATRINES, PRAISE]));
    writeFileSync(
      paths[1] ?? '',
      report('', [LATRINES, PROJECTS.replace('3260', '3185'), FARMING]),
    );
    await answerOpenDialog(desk, paths);
    const { page } = desk;
    await page.getByRole('button', { name: '导入文件' }).click();
    await page.getByRole('dialog').getByRole('button', { name: /^存入/u }).click();
    await page.getByRole('dialog').getByText('已入库').first().waitFor();
    await page.getByRole('dialog').press('Escape');
    // The final version is chosen first: which is the draft is found out, not taken from the order.
    await page
      .getByRole('checkbox', { name: '选择2021年青石岭镇政府工作报告', exact: true })
      .click();
    await page
      .getByRole('checkbox', { name: /^选择2021年青石岭镇政府工作报告.征求意见稿/u })
      .click();
    await page.getByRole('button', { name: '并排对照' }).click();
    await page.getByRole('tab', { name: '历年' }).click();
    await page.locator('.years-table').waitFor();
  });
  const { folder } = desk;

  const rows = (kind: string) => desk.page.locator(`.years-table tr[data-kind="${kind}"]`);
  const wordsOf = async (kind: string) => (await rows(kind).allInnerTexts()).join();

  it('puts the draft at the left, and what became of it at the right', async () => {
    expect(await rows('gone').locator('td').first().innerText()).toContain('亮点纷呈');
    expect(await rows('changed').locator('del').allInnerTexts()).toContain('3260');
    expect(await rows('changed').locator('ins').allInnerTexts()).toContain('3185');
  });

  it('shows what was struck out as gone and what was put elsewhere as moved', async () => {
    expect(await wordsOf('moved')).toContain('改造旱厕860户');
    expect(await wordsOf('gone')).not.toMatch(/旱厕|项目|大棚/u);
    expect(await wordsOf('added')).not.toMatch(/旱厕|项目|大棚/u);
  });

  it('leads from the corrected figure to its sentence', async () => {
    const list = desk.page.getByRole('complementary', { name: '数字变化' });
    await list.getByRole('button', { name: /3260 → 3185/u }).click();
    expect(await desk.page.locator(':focus').innerText()).toContain('完成投资3185万元');
  });

  it('says that one of the two is a draft', async () => {
    await desk.page.getByText('文种不同，只供并排参看').waitFor();
  });

  it('goes through without a fault in the page', () => {
    expect(desk.faults).toEqual([]);
  });
});
