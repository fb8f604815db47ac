import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Desk,
  goTo,
  makeFolder,
  openDesk,
  openSample,
  ROOT,
  removeFolder,
  reportRow,
} from './desk.ts';

const TITLE = '2019年昌城镇政府工作报告';
const PICTURES = join(ROOT, 'out', 'rescue');

/** Files below the data folder, the log left out, in which the report's words stand. */
function filesWithWords(folder: string, words: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .filter((name) => readFileSync(join(folder, name)).includes(words));
}

describe('the trash', () => {
  const folder = makeFolder();
  const library = join(folder, 'library');
  let desk: Desk;
  let words: string;
  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    const first = await openDesk(folder);
    await openSample(first);
    // Closing takes a snapshot, which holds the words as well.
    await first.close();
    desk = await openDesk(folder);
    words = await desk.page.evaluate(async (title) => {
      const ask = async (name: string, input: unknown) => {
        const outcome = await window.zhenjian.request(name, input);
        return (outcome.ok ? outcome.value : {}) as Record<string, unknown>;
      };
      const { reports } = (await ask('reports.list', {})) as {
        reports: { id: string; title: string }[];
      };
      const id = reports.find((report) => report.title === title)?.id;
      const { text } = (await ask('reports.get', { id })) as { text: string };
      return text.slice(400, 430);
    }, TITLE);
  });
  afterAll(async () => {
    await desk.close();
    removeFolder(folder);
  });

  async function removeReport(): Promise<void> {
    await goTo(desk.page, '资料库');
    await reportRow(desk.page, TITLE)
      .getByRole('button', { name: `${TITLE}的操作` })
      .click();
    await desk.page.getByRole('menuitem', { name: '移出资料库' }).click();
    await reportRow(desk.page, TITLE).waitFor({ state: 'hidden' });
  }

  it('gives a removed report back with one click', async () => {
    const { page } = desk;
    await removeReport();
    await page.getByRole('button', { name: '回收站 1' }).click();
    const dialog = page.getByRole('dialog', { name: '回收站' });
    await page.screenshot({ path: join(PICTURES, 'trash.png') });
    await dialog.getByRole('button', { name: '放回' }).click();
    await page.getByText(`已放回“${TITLE}”。`).waitFor();
    await reportRow(page, TITLE).waitFor();
  });

  it('deletes for good after asking, and no file holds the words any more', async () => {
    const { page } = desk;
    await removeReport();
    expect(filesWithWords(library, words)).not.toEqual([]);
    await page.getByRole('button', { name: '回收站 1' }).click();
    await page.getByRole('checkbox', { name: `选择${TITLE}` }).check();
    await page.getByRole('button', { name: '彻底删除选中的 1 项…' }).click();
    const question = page.getByRole('dialog', { name: '彻底删除？' });
    await question.getByText('将彻底删除1 篇资料').waitFor();
    await question
      .getByRole('checkbox', { name: /^快照 / })
      .first()
      .waitFor();
    await page.screenshot({ path: join(PICTURES, 'delete-for-good.png') });
    await question.getByRole('button', { name: '彻底删除' }).click();
    await page.getByText('已彻底删除 1 篇资料').waitFor();
    expect(filesWithWords(library, words)).toEqual([]);
    expect(desk.faults).toEqual([]);
  });

  it('has its diagnosis read before it is given away', async () => {
    const { page } = desk;
    await goTo(page, '设置');
    await page.getByRole('button', { name: '查看诊断信息' }).click();
    const dialog = page.getByRole('dialog', { name: '诊断信息' });
    await dialog.getByText('trash.deleteForGood').waitFor();
    await page.screenshot({ path: join(PICTURES, 'diagnosis.png') });
    expect(await dialog.innerText()).not.toContain('昌城');
    expect(desk.faults).toEqual([]);
  });
});
