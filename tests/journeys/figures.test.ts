import { spawnSync } from 'node:child_process';
import { copyFile, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { answerSaveDialog, goTo, openSample } from './desk.ts';
import { sharedDesk } from './sharedDesk.ts';

const TITLES = ['2019年昌城镇政府工作报告', '2019年辛兴镇政府工作报告', '2019年井沟镇政府工作报告'];

/** A reader of spreadsheets other than ours, where the machine has one; `npm run check` installs none. */
const hasOffice = spawnSync('soffice', ['--version'], { stdio: 'ignore' }).status === 0;

/** Its first sheet as LibreOffice reads it, in UTF-8. */
async function readByOffice(path: string): Promise<string> {
  const folder = dirname(path);
  spawnSync(
    'soffice',
    [
      `-env:UserInstallation=file://${folder}/office`,
      '--headless',
      '--convert-to',
      'csv:Text - txt - csv (StarCalc):44,34,76',
      '--outdir',
      folder,
      path,
    ],
    { stdio: 'ignore', timeout: 60_000 },
  );
  return readFile(path.replace(/xlsx$/u, 'csv'), 'utf8');
}

describe('the figures of three towns', () => {
  const desk = sharedDesk(async () => {
    await openSample(desk);
    await openFigures();
  });
  const { folder } = desk;

  const openFigures = async () => {
    for (const title of TITLES) {
      await desk.page.getByRole('checkbox', { name: `选择${title}` }).click();
    }
    await desk.page.getByRole('button', { name: '并排对照' }).click();
    await desk.page.getByRole('tab', { name: '指标' }).click();
    await table().waitFor();
  };
  const correct = async (value: string, unit: string) => {
    await panel().getByRole('button', { name: '改读数' }).first().click();
    const dialog = desk.page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: '数值' }).fill(value);
    await dialog.getByRole('textbox', { name: '单位' }).fill(unit);
    await dialog.getByRole('button', { name: '保存读数' }).click();
  };
  const table = () => desk.page.getByRole('table', { name: /^指标对照表/u });
  const row = (name: string) =>
    table()
      .getByRole('row')
      .filter({ has: desk.page.getByRole('rowheader', { name: new RegExp(`^${name}`, 'u') }) })
      .first();
  const panel = () => desk.page.getByRole('complementary', { name: '数字与出处' });
  /** The cell of a town, by the heads above it. */
  const cell = async (name: string, town: string, nature: '实绩' | '目标') => {
    const towns = await table()
      .locator('thead tr')
      .first()
      .getByRole('columnheader')
      .allInnerTexts();
    const at = towns.findIndex((words) => words.startsWith(town));
    if (at < 1) throw new Error(`no column of ${town}`);
    return row(name)
      .getByRole('cell')
      .nth((at - 1) * 2 + (nature === '实绩' ? 0 : 1));
  };
  const words = async (name: string, town: string, nature: '实绩' | '目标') =>
    (await cell(name, town, nature)).innerText();

  it('stand in one unit beside their wording and growth', async () => {
    expect(await words('地方财政收入', '昌城镇', '实绩')).toMatch(
      /^18,700\n.*1\.87亿元.*\+15\.1%/u,
    );
    expect(await words('地方财政收入', '皇华镇', '实绩')).toMatch(/^6,436\n.*\+76\.6%.*请核/u);
    expect(await words('地方财政收入', '井沟镇', '实绩')).toMatch(/^4,003\.8/u);
    expect(await words('财政总收入', '昌城镇', '实绩')).toBe('未提及');
    expect(await words('地方财政收入', '昌城镇', '目标')).toBe('未提及');
    expect(await row('财政总收入').innerText()).toContain('口径不同');
  });

  it('keep what was done and what is promised apart', async () => {
    expect(await words('土地流转面积', '皇华镇', '实绩')).toMatch(/^6,600/u);
    expect(await words('土地流转面积', '皇华镇', '目标')).toMatch(/^6,100\n以上.*低于上年/u);
    expect(await words('土地流转面积', '昌城镇', '实绩')).toMatch(/^5,000\n近，2018年以来/u);
  });

  it('give the cost of a household as worked out, with its formula', async () => {
    expect(await words('每户投入', '昌城镇', '目标')).toMatch(/推算 901\n430万元 ÷ 4774户/u);
    expect(await words('每户投入', '皇华镇', '目标')).toMatch(/推算 1,290\n600万元 ÷ 4651户/u);
    expect(await words('每户投入', '井沟镇', '目标')).toBe('不推算');
  });

  it('are drawn with their numbers at the bars', async () => {
    const chart = panel().getByRole('img', { name: /^地方财政收入/u });
    await (await cell('地方财政收入', '昌城镇', '实绩')).getByRole('button').click();
    const drawn = await chart.textContent();
    for (const number of ['18,700', '6,436', '4,003.8', '16,246.7', '3,644.4']) {
      expect(drawn).toContain(number);
    }
  });

  it('can be kept as a picture', async () => {
    const path = join(folder, '地方财政收入.png');
    await answerSaveDialog(desk, path);
    await panel().getByRole('button', { name: '存为图片' }).click();
    await desk.page.getByText('已存为“地方财政收入.png”。').waitFor();
    const png = await readFile(path);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBeGreaterThan(500);
  });

  it('lead to their sentence in the report and back to the same figure', async () => {
    const { page } = desk;
    await (await cell('土地流转面积', '昌城镇', '实绩')).getByRole('button').click();
    const sentence = panel().getByRole('region', { name: '所选数字' });
    expect(await sentence.locator('mark').innerText()).toContain('5000亩');
    await sentence.getByRole('button', { name: '看原文' }).click();
    await page.getByRole('navigation', { name: '提纲' }).waitFor();
    await page.getByRole('button', { name: '后退' }).click();
    await table().waitFor();
    expect(await sentence.locator('mark').innerText()).toContain('5000亩');
  });

  it('are drawn by growth against value, with their numbers as a table that leads to them', async () => {
    const { page } = desk;
    await (await cell('地方财政收入', '昌城镇', '实绩')).getByRole('button').click();
    await panel().getByRole('button', { name: '增幅与总量' }).click();
    const chart = panel().getByRole('img', { name: /增幅与总量/u });
    expect(await chart.getAttribute('aria-label')).toMatch(/昌城镇18,700万元，\+15\.1%/u);
    expect(await chart.locator('circle').count()).toBe(2);
    await panel().getByText('看数表').focus();
    await page.keyboard.press('Enter');
    const numbers = panel().getByRole('table', { name: '地方财政收入，数表' });
    expect(await numbers.getByRole('row').filter({ hasText: '井沟镇' }).innerText()).toMatch(
      /4,003\.8\s+–\s+–/u,
    );
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => panel().getByRole('region', { name: '所选数字' }).innerText())
      .toMatch(/^(?:皇华镇|昌城镇|井沟镇) /u);
    const path = join(folder, '增幅.png');
    await answerSaveDialog(desk, path);
    await panel().getByRole('button', { name: '存为图片' }).click();
    await page.getByText('已存为“增幅.png”。').waitFor();
    expect((await readFile(path)).readUInt32BE(20)).toBeGreaterThan(400);
    await panel().getByRole('button', { name: '各篇', exact: true }).click();
  });

  it('take a corrected growth and period', async () => {
    await (await cell('地方财政收入', '井沟镇', '实绩')).getByRole('button').click();
    await panel().getByRole('button', { name: '改读数' }).first().click();
    const dialog = desk.page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: '增幅' }).fill('-2.5');
    await dialog.getByRole('textbox', { name: '期间' }).fill('2017年');
    await dialog.getByRole('button', { name: '保存读数' }).click();
    await expect
      .poll(() => words('地方财政收入', '井沟镇', '实绩'))
      .toMatch(/^4,003\.8\n2017年，-2\.5%.*人工/u);
    await panel().getByRole('button', { name: '撤销改动' }).click();
    await expect.poll(() => words('地方财政收入', '井沟镇', '实绩')).toMatch(/^4,003\.8/u);
  });

  it('belong to an indicator for good once their name was assigned to it', async () => {
    const { page } = desk;
    await page.getByRole('switch', { name: '至少两篇写到' }).click();
    const others = table().locator('tbody').filter({ hasText: '未归入指标表' }).first();
    const head = others.getByRole('rowheader').nth(1);
    const name = (await head.locator('.figures-name').innerText()).trim();
    await head.locator('xpath=..').locator('.figure-reading').first().click();
    await panel().getByRole('button', { name: '归入指标' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: '指标' }).fill('重点项目数');
    await dialog
      .getByRole('checkbox', { name: `各篇写作“${name}”的，都归入“重点项目数”` })
      .waitFor();
    await dialog.getByRole('button', { name: '保存读数' }).click();
    const changed = panel().getByRole('region', { name: '人工改过' });
    await changed.getByText(`各篇“${name}”归入“重点项目数”`).waitFor();
    await goTo(page, '检索');
    await page.getByRole('searchbox', { name: '检索内容' }).fill('重点项目数');
    await page
      .getByRole('region', { name: '人工认定的指标' })
      .getByRole('button')
      .first()
      .waitFor();
    await page.getByRole('button', { name: '后退' }).click();
    await table().waitFor();
    await changed.getByRole('button', { name: `撤销“${name}”的归入` }).click();
    await changed.getByRole('button', { name: /^撤销“.*”的改动$/u }).click();
    await changed.waitFor({ state: 'detached' });
    await page.getByRole('switch', { name: '至少两篇写到' }).click();
  });

  it('can be corrected, and the correction undone', async () => {
    await (await cell('地方财政收入', '皇华镇', '实绩')).getByRole('button').click();
    await correct('0.7', '亿元');
    await expect.poll(() => words('地方财政收入', '皇华镇', '实绩')).toMatch(/^7,000\n.*人工/u);
    await panel().getByRole('button', { name: '撤销改动' }).click();
    await expect.poll(() => words('地方财政收入', '皇华镇', '实绩')).toMatch(/^6,436/u);
  });

  it('leave the table when they are no indicator, and come back by the notice', async () => {
    const { page } = desk;
    await (await cell('财政总收入', '井沟镇', '实绩')).getByRole('button').click();
    await panel().getByRole('button', { name: '改读数' }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: '不是指标' }).click();
    await expect
      .poll(() =>
        table()
          .getByRole('rowheader', { name: /^财政总收入/u })
          .count(),
      )
      .toBe(0);
    const notice = page.locator('.toast').filter({ hasText: '不再作为指标' });
    await notice.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => words('财政总收入', '井沟镇', '实绩')).toMatch(/^5,838\.4/u);
  });

  it('that contradict each other wait for the person, who takes one and can go back', async () => {
    const { page } = desk;
    const waiting = panel().getByRole('region', { name: '待人工' });
    await waiting.getByText('皇华镇旱厕改造户数：“4651余户”与“4651户”，取哪一个？').waitFor();
    await waiting.getByRole('button', { name: '取“4651户”' }).click();
    await expect.poll(() => words('旱厕改造户数', '皇华镇', '目标')).not.toContain('余');
    const notice = page.locator('.toast').filter({ hasText: '已取“4651户”' });
    await notice.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => words('旱厕改造户数', '皇华镇', '目标')).toContain('余');
  });

  it('that are not sure wait for the person with their reason', async () => {
    const waiting = panel().getByRole('region', { name: '待人工' });
    const before = await waiting.getByRole('listitem').count();
    expect(before).toBeGreaterThan(0);
    const doubted = waiting.getByRole('listitem').filter({ hasText: '照此采用' });
    expect(await doubted.first().innerText()).toMatch(/“.+”：.+/u);
    await waiting.getByRole('button', { name: '照此采用' }).first().click();
    await expect.poll(() => waiting.getByRole('listitem').count()).toBe(before - 1);
  });

  it('can all be shown, filtered, and pinned to the top', async () => {
    const { page } = desk;
    const rows = () => table().getByRole('rowheader').count();
    const shared = await rows();
    await page.getByRole('switch', { name: '至少两篇写到' }).click();
    await expect.poll(rows).toBeGreaterThan(shared * 2);
    await row('农村居民人均可支配收入').hover();
    await row('农村居民人均可支配收入').getByRole('button', { name: /^常用/u }).click();
    await page.getByRole('switch', { name: '至少两篇写到' }).click();
    await expect
      .poll(() => table().locator('tbody').first().innerText())
      .toMatch(/^我的常用指标[\s\S]*农村居民人均可支配收入/u);
    await page
      .getByRole('group', { name: '实绩或目标' })
      .getByRole('button', { name: '实绩' })
      .click();
    await expect.poll(() => table().getByRole('columnheader', { name: /目标/u }).count()).toBe(0);
    await page
      .getByRole('group', { name: '实绩或目标' })
      .getByRole('button', { name: '全部' })
      .click();
  });

  it('are reached and read without a mouse', async () => {
    const { page } = desk;
    await page
      .getByRole('group', { name: '单位' })
      .getByRole('button', { name: '按统一单位' })
      .focus();
    const reached = () =>
      page.evaluate(() => document.activeElement?.className.includes('figure-reading') ?? false);
    for (let step = 0; step < 60 && !(await reached()); step += 1) await page.keyboard.press('Tab');
    expect(await reached()).toBe(true);
    const from = await page.evaluate(() => document.activeElement?.textContent);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const to = await page.evaluate(() => document.activeElement?.textContent);
    expect(to).not.toBe(from);
    expect(await page.locator('.figure-reading[aria-pressed="true"]').textContent()).toBe(to);
  });

  it('go to a spreadsheet as numbers with their sentences', async () => {
    const { page } = desk;
    const path = join(folder, '指标对照表.xlsx');
    await answerSaveDialog(desk, path);
    await page.getByRole('button', { name: '导出表格' }).click();
    await page.getByRole('menuitem', { name: /xlsx/u }).click();
    await page.getByText('已导出“指标对照表.xlsx”。').waitFor();

    const cells = await readSheet(path);
    const line = cells.find((each) => each[1] === '地方财政收入' && each[3] === '实绩') ?? [];
    expect(line[2]).toBe('万元');
    expect(line.slice(6, 9).sort()).toEqual([18700, 4003.8, 6436].sort());
    expect(line.slice(9).join('')).toContain('地方财政收入1.87亿元');
    const total = cells.find((each) => each[1] === '财政总收入' && each[3] === '实绩') ?? [];
    expect(total.slice(6, 9)).toContain('未提及');
    expect(cells.flat().filter((value) => /^[=+@]/u.test(String(value)))).toEqual([]);
  });

  it('go to a text table that opens as UTF-8', async () => {
    const { page } = desk;
    const path = join(folder, '指标对照表.csv');
    await answerSaveDialog(desk, path);
    await page.getByRole('button', { name: '导出表格' }).click();
    await page.getByRole('menuitem', { name: /csv/u }).click();
    await page.getByText('已导出“指标对照表.csv”。').waitFor();
    const text = await readFile(path, 'utf8');
    expect(text).toMatch(/^\uFEFF主题,指标,单位/u);
    expect(text).toMatch(/,地方财政收入,万元,实绩,.*18700/u);
  });

  it('go to a spreadsheet as they are shown', async () => {
    const { page } = desk;
    const path = join(folder, '实绩.csv');
    await answerSaveDialog(desk, path);
    const natures = page.getByRole('group', { name: '实绩或目标' });
    await natures.getByRole('button', { name: '实绩' }).click();
    await page.getByRole('button', { name: '导出表格' }).click();
    await page.getByRole('menuitem', { name: /csv/u }).click();
    await page.getByText('已导出“实绩.csv”。').waitFor();
    await natures.getByRole('button', { name: '全部' }).click();
    const lines = (await readFile(path, 'utf8')).trimEnd().split('\r\n').slice(1);
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.filter((line) => line.includes(',目标'))).toEqual([]);
  });

  it.skipIf(!hasOffice)('open in LibreOffice with the same numbers', async () => {
    await copyFile(join(folder, '指标对照表.xlsx'), join(folder, '另开.xlsx'));
    const csv = await readByOffice(join(folder, '另开.xlsx'));
    const line = csv.split('\n').find((each) => each.includes('地方财政收入,万元,实绩'));
    for (const number of ['18700', '6436', '4003.8']) expect(line).toContain(`,${number},`);
    expect(csv).not.toMatch(/#(?:REF|NAME|VALUE)/u);
  });

  it('go into a brief with one press', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: '放进简报' }).click();
    const paper = page.getByLabel('简报预览');
    await paper.getByText('主要指标对照表').first().waitFor();
    expect(await paper.innerText()).toContain('地方财政收入');
    await page.getByRole('button', { name: '后退' }).click();
    await table().waitFor();
  });

  it('lead to the counts of their words in every town and year', async () => {
    const { page } = desk;
    await (await cell('地方财政收入', '昌城镇', '实绩')).getByRole('button').click();
    await panel().getByRole('button', { name: '查词频' }).click();
    await page.getByRole('searchbox', { name: '检索内容' }).waitFor();
    await page.getByRole('table').filter({ hasText: '昌城镇' }).first().waitFor();
    await page.getByRole('button', { name: '后退' }).click();
    await table().waitFor();
  });

  it('stay as they were corrected when the app is closed and opened again', async () => {
    await (await cell('财政总收入', '井沟镇', '实绩')).getByRole('button').click();
    await correct('5900', '万元');
    await expect.poll(() => words('财政总收入', '井沟镇', '实绩')).toMatch(/^5,900\n.*人工/u);
    expect(desk.faults).toEqual([]);
    await desk.close();
    await desk.open();
    await openFigures();
    expect(await words('财政总收入', '井沟镇', '实绩')).toMatch(/^5,900\n.*人工/u);
    const changed = panel().getByRole('region', { name: '人工改过' });
    await changed.getByRole('button', { name: /^撤销“5838\.4/u }).click();
    await expect.poll(() => words('财政总收入', '井沟镇', '实绩')).toMatch(/^5,838\.4/u);
  });

  it('go through without a fault in the page', () => {
    expect(desk.faults).toEqual([]);
  });
});

/** The first sheet of a workbook as a reader of the format sees it: numbers, words and gaps. */
async function readSheet(path: string): Promise<(string | number | null)[][]> {
  const zip = await fromBufferPromise(await readFile(path));
  const parts = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk);
    parts.set(entry.fileName, Buffer.concat(chunks).toString('utf8'));
  }
  const shared = [...(parts.get('xl/sharedStrings.xml') ?? '').matchAll(/<si><t[^>]*>([^<]*)</gu)];
  const rows = (parts.get('xl/worksheets/sheet1.xml') ?? '').split('<row ').slice(1);
  return rows.map((xml) => {
    const cells: (string | number | null)[] = [];
    for (const [, column = '', rest = '', value] of xml.matchAll(
      /<c r="([A-Z]+)\d+"([^>]*)>(?:<v>([^<]*)<\/v>)?/gu,
    )) {
      const isWord = rest.includes('t="s"');
      cells[columnNumber(column)] = isWord ? (shared[Number(value)]?.[1] ?? '') : Number(value);
    }
    return Array.from(cells, (value) => value ?? null);
  });
}

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
