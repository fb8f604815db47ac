import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  answerSaveDialog,
  type Desk,
  goTo,
  openReport,
  openSample,
  selectWords,
  tickTowns,
} from '../journeys/desk.ts';

/** One step of the main journey: what is done, and the picture it leaves. */
export interface Step {
  picture: string;
  done: string;
}

/**
 * The main journey, from the sample library to a printed brief, with a picture after every step.
 * Each step waits for what the person would see; the first that does not come ends the walk.
 */
export async function walkDemo(desk: Desk, folder: string): Promise<Step[]> {
  const { page } = desk;
  const steps: Step[] = [];
  mkdirSync(folder, { recursive: true });
  const keep = async (name: string, done: string) => {
    const picture = `${String(steps.length + 1).padStart(2, '0')}-${name}.png`;
    await page.screenshot({ path: join(folder, picture) });
    steps.push({ picture, done });
  };

  await page.getByText('先看样例，再放本镇的报告').waitFor();
  await keep('首次启动', '首次启动，五步引导');

  await openSample(desk);
  await page.getByText('题名为辛兴镇，正文 8 处为皇华镇。以哪个为准？').waitFor();
  await keep('资料库', '样例库：3 篇镇报告、1 篇市报告、6 篇文章，地名冲突待认定');

  await page.getByRole('button', { name: '以正文为准：皇华镇' }).click();
  await page.getByText('已认定为皇华镇').waitFor();
  await keep('认定地名', '以正文为准，认定为皇华镇（可撤销）');

  await openReport(page, '2019年昌城镇政府工作报告');
  await page
    .getByRole('navigation', { name: '提纲' })
    .getByRole('button', { name: '突出美丽乡村建设' })
    .click();
  await selectWords(page, '围绕改善群众生活条件');
  await page.getByRole('button', { name: '借鉴' }).click();
  await page.getByRole('textbox', { name: '批注内容' }).fill('一句写清目的、投资、户数，可借鉴');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('已保存', { exact: true }).waitFor();
  await page.getByText('已保存', { exact: true }).waitFor({ state: 'hidden' });
  await keep('阅读与批注', '划一句，写一条批注，已保存');

  await goTo(page, '检索');
  await page.getByRole('searchbox', { name: '检索内容' }).fill('三清一增');
  await page.locator('.hit').first().waitFor();
  await keep('检索', '检索“三清一增”，逐处列出');
  await page.locator('.hit').first().click();
  await page.locator('.report-text').waitFor();
  await keep('跳到原句', '点开一处，跳到原句');
  await tickTowns(page);
  await page.getByRole('button', { name: '并排对照' }).click();
  await page.locator('.compare-column').nth(2).waitFor();
  for (let step = 0; step < 4; step += 1) {
    await page.getByRole('button', { name: '下一节' }).click();
  }
  await keep('三镇并排', '三镇并排，按节联动');
  await page.getByRole('tab', { name: '按主题' }).click();
  await page.getByRole('rowheader', { name: '美丽乡村与人居环境' }).getByRole('button').click();
  await keep('按主题', '按主题对照，未提及照写');
  await page.getByRole('tab', { name: '指标' }).click();
  await page
    .getByRole('row', { name: /^地方财政收入/u })
    .first()
    .waitFor();
  await keep('指标', '指标对照表，实绩与目标分列');

  await goTo(page, '批注');
  await page.getByText('一句写清目的').first().waitFor();
  await keep('批注', '批注清单');

  await tickTowns(page);
  await page.getByRole('button', { name: '编简报' }).click();
  await page.getByRole('textbox', { name: '题名' }).fill('三镇农村人居环境情况');
  await page.getByLabel('简报预览').getByText('三镇农村人居环境情况').first().waitFor();
  await keep('简报', '编一份参阅材料，纸面即时可见');
  await answerSaveDialog(desk, join(folder, '三镇参阅材料.pdf'));
  await page.getByRole('button', { name: '导出 PDF' }).click();
  await page.getByText('已导出“三镇参阅材料.pdf”').waitFor({ timeout: 30_000 });
  await keep('已导出', '经本软件的打印路径导出 PDF');
  return steps;
}

/** What was walked, for somebody who looks at the folder later. */
export function writeSummary(folder: string, host: string, steps: readonly Step[]): void {
  const lines = steps.map(({ picture, done }, at) => `${at + 1}. ${done}：${picture}`);
  writeFileSync(
    join(folder, '小结.md'),
    ['# 演示小结', '', host, '', ...lines, '', 'PDF：三镇参阅材料.pdf', ''].join('\n'),
  );
}
