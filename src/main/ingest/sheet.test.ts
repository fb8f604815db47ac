import { expect, it } from 'vitest';
import { renderXlsx } from '../export/spreadsheet.ts';
import { readSheet } from './sheet.ts';

it('reads a table back as it was written, gaps and numbers included', async () => {
  const xlsx = await renderXlsx([
    {
      name: '承诺事项',
      heads: ['序号', '原句', '完成情况'],
      widths: [6, 40, 20],
      rows: [
        [1, '改厕4651户', '已完成4700户'],
        [2, '修路<六>公里 & 桥', null],
        [3, null, 12.5],
      ],
    },
  ]);
  expect(await readSheet(xlsx)).toEqual([
    ['序号', '原句', '完成情况'],
    ['1', '改厕4651户', '已完成4700户'],
    ['2', '修路<六>公里 & 桥'],
    ['3', '', '12.5'],
  ]);
});

it('refuses what is no spreadsheet', async () => {
  await expect(readSheet(new TextEncoder().encode('只是文字'))).rejects.toThrow();
});
