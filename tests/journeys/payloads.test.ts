import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HIT, PAYLOADS, TRAP_HOST } from '../hostile/payloads.ts';
import { answerOpenDialog, answerSaveDialog, goTo } from './desk.ts';
import { sharedDesk } from './sharedDesk.ts';

/** As a page that shows the payloads as words: reading it gives each of them back whole. */
const pageOf = (lines: readonly string[]) =>
  `<!doctype html><html><body>${lines.map((line) => `<p>${escaped(line)}</p>`).join('\n')}</body></html>`;

const escaped = (words: string) =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Alike reports would be taken for versions of one: each of two has every other payload. */
const half = (which: number) => PAYLOADS.filter((_, n) => n % 2 === which);

/** A report that is nothing but payloads between the lines it needs to be taken for one. */
const reportOf = (town: string, payloads: readonly string[]) =>
  pageOf([
    `2023年${town}镇政府工作报告`,
    '各位代表：',
    '一、2022年工作回顾',
    ...payloads.map((payload, n) => `${town}第${n}项工作如期完成。${payload}全年投资${n}万元。`),
    '二、2023年工作安排',
    ...payloads.map((payload, n) => `（${n}）抓好${payload}建设，${town}完成投资${n}万元。`),
  ]);

/** A file's name can hold no slash. */
const FILE_NAME = `<img src=x onerror=window.${HIT}=1>"><svg onload=${HIT}=1>.html`;

type Answer = Record<string, unknown>;

describe('texts that want to run', () => {
  const desk = sharedDesk(async () => {
    // Of the window for printing too.
    desk.page.context().on('request', (request) => asked.push(request.url()));
    desk.page.on('dialog', (dialog) => {
      asked.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    await ask('library.declineSample', {});
  });
  const { folder } = desk;
  const asked: string[] = [];
  let ids: string[] = [];

  const ask = async (name: string, input: unknown): Promise<Answer> => {
    const outcome = await desk.page.evaluate(
      ([route, value]) => window.zhenjian.request(route as string, value),
      [name, input] as const,
    );
    if (!outcome.ok) throw new Error(`${name}: ${outcome.failure.message}`);
    return outcome.value as Answer;
  };

  /** Nothing has run, nothing was asked for, and the policy was not even tried. */
  async function expectHarmless(): Promise<void> {
    const { page, faults } = desk;
    await page.waitForTimeout(300);
    expect(await page.evaluate((name) => name in window, HIT)).toBe(false);
    expect(asked.filter((url) => url.includes(TRAP_HOST) || url.startsWith('dialog'))).toEqual([]);
    expect(faults).toEqual([]);
    const planted = await page.evaluate(
      (host) =>
        [
          ...document.querySelectorAll(
            'iframe, object, embed, base, meta[http-equiv=refresh], webview',
          ),
        ].length +
        document.querySelectorAll(`[src*="${host}"], [href*="${host}"], [onerror], [onload]`)
          .length,
      TRAP_HOST,
    );
    expect(planted).toBe(0);
  }

  it('has at least sixty of them', () => {
    expect(new Set(PAYLOADS).size).toBeGreaterThanOrEqual(60);
  });

  it('would be caught if one ran or asked for anything', async () => {
    const { page, faults } = desk;
    await page.evaluate((name) => Object.assign(window, { [name]: 1 }), HIT);
    await expect(expectHarmless()).rejects.toThrow();
    await page.evaluate((name) => Reflect.deleteProperty(window, name), HIT);
    await expectHarmless();
    await page.evaluate((host) => {
      const image = document.createElement('img');
      image.src = `https://${host}/x.png`;
      document.body.append(image);
      image.remove();
    }, TRAP_HOST);
    await expect(expectHarmless()).rejects.toThrow();
    faults.length = 0;
    asked.length = 0;
    await expectHarmless();
  });

  it('in the preview of an import', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: '粘贴正文' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill(reportOf('甲山', PAYLOADS));
    await dialog.getByRole('button', { name: '看看认出了什么' }).click();
    await dialog.getByText('2023年甲山镇政府工作报告').first().waitFor();
    await expectHarmless();
    await dialog.getByRole('button', { name: '关闭' }).click();
    await dialog.waitFor({ state: 'hidden' });
  });

  it('in files’ names, titles and the list', async () => {
    const path = join(folder, FILE_NAME.replaceAll('/', ''));
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, reportOf('乙水', half(0)));
    await answerOpenDialog(desk, [path]);
    const { files } = (await ask('imports.chooseFiles', {})) as { files: { fileId: string }[] };
    const sources = [
      { kind: 'chosen', fileId: files[0]?.fileId },
      { kind: 'pasted', text: reportOf('甲山', half(1)) },
      { kind: 'pasted', text: pageOf([`${PAYLOADS[9]}的经验`, ...PAYLOADS]) },
    ];
    for (const source of sources) {
      const { previewId } = await ask('imports.preview', { source });
      await ask('imports.commit', { previewId, include: [0] });
    }
    await goTo(desk.page, '资料库');
    await desk.page.getByRole('row', { name: '甲山' }).waitFor();
    await expectHarmless();
    const { reports } = (await ask('reports.list', {})) as { reports: { id: string }[] };
    ids = reports.map(({ id }) => id);
    expect(ids.length).toBeGreaterThanOrEqual(3);
  });

  it('in the reader, every word of them still there', async () => {
    const { page } = desk;
    const details = await Promise.all(ids.map((id) => ask('reports.get', { id })));
    const texts = details.map(({ text }) => text).join('\n');
    for (const payload of PAYLOADS) expect(texts.split(payload).length).toBeGreaterThan(2);
    await page.getByRole('button', { name: '2023年甲山镇政府工作报告', exact: true }).click();
    await page.locator('.report-text').waitFor();
    await expectHarmless();
  });

  it('in notes and tags', async () => {
    for (const [n, payload] of PAYLOADS.entries()) {
      const passage = { documentId: ids[0], start: n, end: n + 20 };
      await ask('annotations.create', { ...passage, note: payload, tags: [payload.slice(0, 20)] });
    }
    await goTo(desk.page, '批注');
    await desk.page
      .getByText(PAYLOADS[0] ?? '')
      .first()
      .waitFor();
    await expectHarmless();
  });

  it('among the hits of a search', async () => {
    const { page } = desk;
    await goTo(page, '检索');
    for (const query of ['script', 'onerror', 'javascript', PAYLOADS[9] ?? '']) {
      await page.getByRole('searchbox', { name: '检索内容' }).fill(query);
      await page.locator('.hit').first().waitFor();
      await expectHarmless();
    }
  });

  it('side by side, by topic, in outlines and tables', async () => {
    const { page } = desk;
    await goTo(page, '资料库');
    for (const town of ['甲山', '乙水']) {
      await page.getByRole('checkbox', { name: `选择2023年${town}镇政府工作报告` }).click();
    }
    await page.getByRole('button', { name: '并排对照' }).click();
    await page.locator('.compare-column').nth(1).waitFor();
    await expectHarmless();
    for (const tab of ['按主题', '提纲', '指标', '历年']) {
      await page.getByRole('tab', { name: tab }).click();
      await expectHarmless();
    }
  });

  it('in a draft that is made of them, pasted into it, and on every shelf beside it', async () => {
    const { page } = desk;
    const [title = '', name = ''] = [PAYLOADS[9], PAYLOADS[0]];
    const { draft } = (await ask('drafts.begin', {
      ...{ town: '甲山镇', planYear: 2024, basisId: ids[0] },
    })) as { draft: { id: string } };
    const blocks = PAYLOADS.map((payload, n) => ({
      ...{ kind: n % 9 === 0 ? 'heading' : 'paragraph', level: n % 9 === 0 ? 1 : 0, text: payload },
      source: { documentId: ids[0], start: n, end: n + 9, label: payload, quote: payload },
    }));
    await ask('drafts.save', { id: draft.id, title, blocks });
    await ask('drafts.keepVersion', { id: draft.id, name });
    await ask('drafts.setTerm', {
      ...{ id: draft.id, term: name.slice(0, 60), decision: { explanation: title } },
    });
    await goTo(page, '起草');
    await page.getByRole('button', { name: title, exact: true }).click();
    const editor = page.getByRole('textbox', { name: '正文' });
    await editor.getByText(name).first().waitFor();
    await expectHarmless();
    await editor.click();
    await page.evaluate((html) => {
      const data = new DataTransfer();
      data.setData('text/html', html);
      data.setData('text/plain', html);
      const event = new ClipboardEvent('paste', {
        ...{ clipboardData: data, bubbles: true, cancelable: true },
      });
      document.querySelector('.draft-text')?.dispatchEvent(event);
    }, PAYLOADS.join('\n'));
    await expectHarmless();
    const shelves = page.getByRole('tablist', { name: '稿旁' }).getByRole('tab');
    expect(await shelves.count()).toBeGreaterThan(5);
    for (const shelf of await shelves.all()) {
      await shelf.click();
      await expectHarmless();
    }
    await shelves.filter({ hasText: '检索' }).click();
    await page.getByRole('searchbox', { name: '全库检索' }).fill('onerror');
    await expectHarmless();
  });

  it('in searches and sets that were kept, in wordings and in the settings', async () => {
    const { page } = desk;
    const name = (PAYLOADS[9] ?? '').slice(0, 40);
    await ask('search.save', { name, search: { query: PAYLOADS[9] } });
    await ask('comparison.saveSet', { name, ids: ids.slice(0, 2) });
    await ask('wordings.put', {
      ...{ id: 'x', wording: name, instead: name, remark: PAYLOADS[0], source: PAYLOADS[1] },
      ...{ since: '', until: '' },
    });
    for (const view of ['检索', '对照', '设置']) {
      await goTo(page, view);
      await expectHarmless();
    }
  });

  it('in a brief made of them', async () => {
    const { page } = desk;
    // The two that are still ticked.
    await goTo(page, '资料库');
    await page.getByRole('button', { name: '编简报' }).click();
    for (const field of ['题名', '编者']) {
      const box = page.getByRole('textbox', { name: field, exact: true });
      await box.fill(PAYLOADS[9] ?? '');
      await box.press('Enter');
    }
    await page
      .locator('.brief-desktop')
      .getByText(PAYLOADS[9] ?? '')
      .first()
      .waitFor();
    await expectHarmless();
    const spec = {
      title: PAYLOADS[0],
      unit: PAYLOADS[9],
      editorNote: PAYLOADS.join('\n'),
      documents: ids.slice(0, 2),
    };
    await ask('briefs.save', { id: null, spec });
    await expectHarmless();
    // And on its way to the printer, in a window of its own.
    await answerSaveDialog(desk, join(folder, '参阅.pdf'));
    expect(await ask('briefs.exportPdf', { spec, task: 'x' })).toMatchObject({
      fileName: '参阅.pdf',
    });
    expect(asked.filter((url) => url.includes('/print/'))).not.toEqual([]);
    await expectHarmless();
  });

  it('in the trash', async () => {
    const { page } = desk;
    await ask('reports.remove', { id: ids[1] });
    await goTo(page, '资料库');
    await page.getByRole('button', { name: /^回收站/u }).click();
    await page.getByRole('dialog', { name: '回收站' }).waitFor();
    await expectHarmless();
  });

  it('in a package: its name, author, titles, notes and both versions of one', async () => {
    const { page } = desk;
    await page.keyboard.press('Escape');
    const [author = '', title = ''] = [PAYLOADS[9], PAYLOADS[4]];
    const path = join(folder, `${FILE_NAME.replaceAll('/', '')}.zhenjian-package`);
    const backup = join(folder, 'x.zhenjian-backup');
    const [noteId] = (
      (await ask('annotations.list', {})) as { annotations: { id: string }[] }
    ).annotations.map(({ id }) => id);
    // The same note is changed here and in the package: a copy of the library stands in for the other office.
    await answerSaveDialog(desk, backup);
    await ask('library.backup', {});
    await ask('settings.set', { author });
    await ask('annotations.update', {
      id: noteId,
      note: PAYLOADS[0],
      tags: [PAYLOADS[1]?.slice(0, 20)],
    });
    await ask('reports.decideKind', { id: ids[0], kind: 'other' });
    await answerSaveDialog(desk, path);
    const written = await ask('exchange.export', { ids: [ids[0]], title: title.slice(0, 60) });
    expect(written).toMatchObject({ reportCount: 1 });
    await answerOpenDialog(desk, [backup]);
    await ask('library.restore', {});
    await ask('annotations.update', { id: noteId, note: PAYLOADS[2] });
    await ask('reports.decideKind', { id: ids[0], kind: 'article' });

    await goTo(page, '设置');
    await answerOpenDialog(desk, [path]);
    await page.getByRole('button', { name: '并入交换包' }).click();
    const dialog = page.getByRole('dialog', { name: '并入交换包' });
    await dialog.getByText(title.slice(0, 60)).waitFor();
    await dialog.getByText(author).first().waitFor();
    await expectHarmless();
    await dialog.getByRole('button', { name: '并入', exact: true }).click();
    const done = page.getByRole('dialog', { name: '已并入交换包' });
    await done.getByText(PAYLOADS[0] ?? '', { exact: true }).waitFor();
    await done.getByText(PAYLOADS[2] ?? '', { exact: true }).waitFor();
    await expectHarmless();
    await done.getByRole('button', { name: '完成' }).click();
    await page.getByRole('button', { name: '并入记录' }).click();
    await page.getByRole('dialog', { name: '并入记录' }).waitFor();
    await expectHarmless();
    await page.keyboard.press('Escape');
    await goTo(page, '批注');
    await page
      .getByText(PAYLOADS[0] ?? '')
      .first()
      .waitFor();
    await expectHarmless();
  });

  it('in no log and no diagnosis', async () => {
    const { text } = (await ask('library.diagnosis', {})) as { text: string };
    expect(text).toContain('exchange.merge');
    const logs = join(folder, 'library', 'logs');
    const words = readdirSync(logs).map((name) => readFileSync(join(logs, name), 'utf8'));
    for (const planted of [HIT, TRAP_HOST, '甲山', '参阅', folder]) {
      expect([text, ...words].filter((each) => each.includes(planted))).toEqual([]);
    }
  });
});
