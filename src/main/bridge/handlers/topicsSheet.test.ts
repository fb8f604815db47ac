import { describe, expect, it } from 'vitest';
import type { ReportAnalysis } from '../../../shared/report/report.ts';
import { type SheetColumn, topicsSheet } from './topicsSheet.ts';

// Two synthetic reports of towns that do not exist.
const columnOf = (documentId: string, name: string, text: string, headingEnd: number) => {
  const analysis = {
    sections: [
      {
        nodeKind: 'heading',
        level: 1,
        label: null,
        heading: text.slice(0, headingEnd),
        start: 0,
        end: headingEnd,
        endCertain: true,
        role: 'tasks',
        topics: [],
      },
    ],
    passages: [],
  } satisfies Partial<ReportAnalysis> as unknown as ReportAnalysis;
  return { documentId, name, text, analysis } satisfies SheetColumn;
};
const columns = [
  columnOf('a', '青石岭镇', '人居环境。改厕100户。植树。', 4),
  columnOf('b', '白水镇', '=农业。建棚。', 3),
];
const cell = (documentId: string, ...spans: [number, number][]) => ({
  documentId,
  passages: spans.map(([start, end]) => ({ start, end, role: 'tasks' as const })),
  scattered: false,
  elsewhere: null,
});
const rows = [
  { id: 'T11', name: '美丽乡村', cells: [cell('a', [5, 12], [12, 15]), cell('b')] },
  { id: 'T06', name: '现代农业', cells: [cell('a'), cell('b', [4, 7])] },
];

describe('the table of topics as a sheet', () => {
  it('gives each passage a line with its heading, and says what is not mentioned', () => {
    const sheet = topicsSheet(rows, columns, { density: 'whole', open: [] });
    expect(sheet.heads).toEqual(['主题', '青石岭镇', '青石岭镇出处', '白水镇', '白水镇出处']);
    expect(sheet.rows).toEqual([
      ['美丽乡村', '改厕100户。', '人居环境', '未提及', null],
      ['美丽乡村', '植树。', '人居环境', null, null],
      ['现代农业', '未提及', null, '建棚。', '=农业'],
    ]);
  });

  it('has one line for a folded topic, and all of an opened one', () => {
    const words = (open: string[]) =>
      topicsSheet(rows, columns, { density: 'brief', open }).rows.map(([, , place]) => place);
    expect(words([])).toEqual(['人居环境（共 2 句）', null]);
    expect(words(['T11'])).toEqual(['人居环境', '人居环境', null]);
  });
});
