import type { Page } from 'playwright-core';
import { generateReport } from '../fixtures/figures/generate.ts';

/** Invented towns, as the reports they stand in. */
export const TOWNS = [
  '青石镇',
  '柳河镇',
  '云台镇',
  '石桥镇',
  '枫林镇',
  '临水镇',
  '白塔镇',
  '长岭镇',
] as const;

export interface PastedReport {
  title: string;
  text: string;
}

/** A synthetic report of each town, dense in figures and all of one year. */
export function townReports(): PastedReport[] {
  return TOWNS.map((town, at) => {
    const { text, town: drawn, reviewYear, planYear } = generateReport(at + 1, 'tuned');
    const dated = text
      .replaceAll(drawn, town)
      .replaceAll(`${planYear}年`, '二〇年')
      .replaceAll(`${reviewYear}年`, '2018年')
      .replaceAll('二〇年', '2019年');
    return { title: `2019年${town}政府工作报告`, text: dated };
  });
}

/** Takes texts into the library as pasting them does. Answers their ids, in order. */
export async function pasteReports(
  page: Page,
  reports: readonly PastedReport[],
): Promise<string[]> {
  return page.evaluate(
    async (texts) => {
      const ask = async (name: string, input: unknown) => {
        const outcome = await window.zhenjian.request(name, input);
        if (!outcome.ok) throw new Error(`${name}: ${outcome.failure.message}`);
        return outcome.value;
      };
      const ids: string[] = [];
      for (const text of texts) {
        const preview = (await ask('imports.preview', { source: { kind: 'pasted', text } })) as {
          previewId: string;
        };
        const { outcomes } = (await ask('imports.commit', {
          previewId: preview.previewId,
          include: [0],
        })) as { outcomes: { documentIds: string[]; message: string }[] };
        const id = outcomes[0]?.documentIds[0];
        if (id === undefined) throw new Error(outcomes[0]?.message);
        ids.push(id);
      }
      return ids;
    },
    reports.map(({ title, text }) => `${title}\n${text}`),
  );
}

/** Ticks the reports in the library and opens the figures table. */
export async function openFigures(page: Page, titles: readonly string[]): Promise<void> {
  for (const title of titles) {
    const box = page.getByRole('checkbox', { name: `选择${title}` });
    if (!(await box.isChecked())) await box.click();
  }
  await page.getByRole('button', { name: titles.length > 4 ? '看指标表' : '并排对照' }).click();
  if (titles.length <= 4) await page.getByRole('tab', { name: '指标' }).click();
  await page.getByRole('table', { name: /^指标对照表/u }).waitFor();
}
