import { alignSections } from '../../../shared/comparison/alignSections.ts';
import { setAnew } from '../../../shared/report/wraps.ts';
import type { Sheet } from '../../export/spreadsheet.ts';
import type { SheetColumn } from './topicsSheet.ts';

/** 提纲对照表: a line for each group of paired headings, in reading order, deeper headings indented. */
export function outlineSheet(columns: readonly SheetColumn[]): Sheet {
  const { groups } = alignSections(columns);
  return {
    name: '提纲对照表',
    heads: ['次序', ...columns.map(({ name }) => name)],
    widths: [8, ...columns.map(() => 46)],
    rows: groups.map(({ members }, at) => [
      at + 1,
      ...members.map((member, column) => {
        const { text, analysis } = columns[column] as SheetColumn;
        const section = member === null ? undefined : analysis.sections[member];
        if (section === undefined) return '无对应节';
        return `${'　'.repeat(section.level - 1)}${setAnew(text, section).trim()}`;
      }),
    ]),
  };
}
