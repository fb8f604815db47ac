import { describe, expect, it } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { defuse, renderCsv, renderXlsx, type Sheet } from './spreadsheet.ts';

/** Synthetic. */
const sheet: Sheet = {
  name: '指标对照表',
  heads: ['指标', '某镇（2018年实绩）', '某镇原句'],
  widths: [20, 12, 40],
  rows: [
    ['地方财政收入', 4003.8, '完成地方财政收入4003.8万元,"增长"了\n不少'],
    ['=1+1', 0, '＝HYPERLINK("http://a")'],
    ['旱厕改造', null, '未提及'],
  ],
};

async function partsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const zip = await fromBufferPromise(Buffer.from(bytes));
  const parts = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk);
    parts.set(entry.fileName, Buffer.concat(chunks).toString('utf8'));
  }
  return parts;
}

describe('a workbook', () => {
  it('holds numbers as numbers, words as words and no formula', async () => {
    const parts = await partsOf(await renderXlsx([sheet, { ...sheet, name: '逐条与出处' }]));
    const first = parts.get('xl/worksheets/sheet1.xml') ?? '';
    expect(first).toMatch(/<c r="B2"(?![^>]*t="s")[^>]*><v>4003\.8<\/v><\/c>/u);
    expect(first).toMatch(/<c r="B3"(?![^>]*t="s")[^>]*><v>0<\/v><\/c>/u);
    expect([...parts.values()].join('')).not.toContain('<f>');
    expect([...parts.values()].join('')).toContain("'=1+1");
    expect(parts.get('xl/workbook.xml')).toContain('逐条与出处');
  });
});

describe('a csv file', () => {
  it('opens as UTF-8 and keeps every cell in its column', () => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(renderCsv(sheet));
    expect(text).toBe(
      '\uFEFF指标,某镇（2018年实绩）,某镇原句\r\n' +
        '地方财政收入,4003.8,"完成地方财政收入4003.8万元,""增长""了\n不少"\r\n' +
        '\'=1+1,0,"\'＝HYPERLINK(""http://a"")"\r\n' +
        '旱厕改造,,未提及\r\n',
    );
  });
});

describe('text that begins like a formula', () => {
  it.each(['=SUM(A1)', '+15.1%', '-3', '@cmd', '\tx', '＝1'])('is defused: %j', (text) => {
    expect(defuse(text)).toBe(`'${text}`);
  });

  it.each(['增长15.1%', '未提及', '18700'])('is what it is otherwise: %s', (text) => {
    expect(defuse(text)).toBe(text);
  });
});
