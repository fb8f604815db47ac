import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerOpenDialog, openSample, reportRow, SAMPLE_FILE } from './desk.ts';
import { sharedDesk } from './sharedDesk.ts';

/** A synthetic report of a town that does not exist. */
const REPORT = `2021年青石岭镇政府工作报告
——2021年3月2日在青石岭镇第十八届人民代表大会第六次会议上
青石岭镇人民政府镇长 李明
各位代表：
现在，我代表镇人民政府，向大会报告工作，请予审议。
一、2020年工作回顾
过去一年，全镇完成一般公共预算收入3260万元，同比增长6.2%。
二、2021年工作安排
计划新修农村公路12公里，改造旱厕860户。
`;

/** GB18030 bytes of the report, made by hand since the platform encodes UTF-8 only. */
function encodeGb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && !table.has(character)) table.set(character, [lead, trail]);
    }
  }
  return Buffer.from(
    [...text].flatMap((character) => {
      const code = character.codePointAt(0) ?? 0;
      return code < 0x80 ? [code] : (table.get(character) ?? []);
    }),
  );
}

describe('importing', () => {
  const desk = sharedDesk(openSample);
  const { folder } = desk;

  const put = (name: string, bytes: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  };
  const choose = async (...paths: string[]) => {
    await answerOpenDialog(desk, paths);
    await desk.page.getByRole('button', { name: '导入文件' }).click();
  };
  const dialog = () => desk.page.getByRole('dialog');
  const close = async () => {
    await dialog().press('Escape');
    await dialog().waitFor({ state: 'hidden' });
  };

  it('previews what was understood of a pasted text, then stores it', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: '粘贴正文' }).click();
    await dialog().getByRole('textbox').fill(REPORT);
    await dialog().getByRole('button', { name: '看看认出了什么' }).click();
    await dialog().getByText('一、2020年工作回顾').waitFor();
    const words = await dialog().innerText();
    expect(words).toContain('青石岭镇');
    expect(words).toContain('回顾2020');
    await dialog().getByRole('button', { name: /^存入/u }).click();
    await dialog().getByText('已入库').first().waitFor();
    await close();
    await reportRow(page, '2021年青石岭镇政府工作报告').waitFor();
  });

  it('knows the same text again in another encoding', async () => {
    await choose(put('青石岭2021.txt', encodeGb18030(REPORT)));
    await dialog().getByText('资料库已有').first().waitFor();
    await close();
  });

  it('knows every document of the sample again', async () => {
    await choose(SAMPLE_FILE);
    await expect.poll(() => dialog().getByText('资料库已有').count(), { timeout: 20_000 }).toBe(10);
    await close();
  });

  it.each([
    ['空的.txt', new Uint8Array(0)],
    ['程序.txt', Uint8Array.from({ length: 4096 }, (_, at) => (at * 37 + (at >> 3)) % 256)],
  ])('says in one Chinese sentence why %s is not taken in', async (name, bytes) => {
    await choose(put(name, bytes));
    await dialog()
      .getByText(new RegExp(`${name}.*(未|没有)(入库|导入|正文)`, 'u'))
      .waitFor();
    const words = await dialog().innerText();
    expect(words).not.toMatch(/Error|undefined|errno/u);
    await close();
  });

  it('says so when the file is gone', async () => {
    await choose(join(folder, '不在了.txt'));
    await dialog()
      .getByText(/不在了\.txt.*(未|没有)(入库|导入)/u)
      .waitFor();
    expect(await dialog().innerText()).not.toMatch(/ENOENT|Error/u);
    await close();
  });

  it('goes through without a fault in the page', () => {
    expect(desk.faults).toEqual([]);
  });
});
