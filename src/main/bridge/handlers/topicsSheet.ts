import type { ComparedDocument } from '../../../shared/comparison/document.ts';
import { bodyAt, sectionBodies } from '../../../shared/comparison/sectionBodies.ts';
import { type Density, leadOf, type ShownRow } from '../../../shared/comparison/topicsView.ts';
import { setAnew } from '../../../shared/report/wraps.ts';
import type { Sheet, SheetValue } from '../../export/spreadsheet.ts';

export interface SheetColumn extends ComparedDocument {
  /** 昌城镇 */
  name: string;
}

const NOT_MENTIONED = '未提及';

/**
 * 主题对照表: a line for each passage of a topic, for each report its words and the heading they stand
 * under. A topic that is folded on the screen has one line, with how many passages there are.
 */
export function topicsSheet(
  rows: readonly ShownRow[],
  columns: readonly SheetColumn[],
  { density, open }: { density: Density; open: readonly string[] },
): Sheet {
  const bodies = columns.map((column) => sectionBodies(column, { items: true }));
  const lines: SheetValue[][] = [];
  for (const { id, name, cells: all } of rows) {
    const folded = density !== 'whole' && !open.includes(id);
    const cells = all.map(({ passages }, at) => {
      const { text, analysis } = columns[at] as SheetColumn;
      const lead = leadOf(passages, { text, ...analysis }, id);
      return { total: passages.length, passages: folded ? (lead ? [lead] : []) : passages };
    });
    const count = Math.max(1, ...cells.map(({ passages }) => passages.length));
    for (let line = 0; line < count; line += 1) {
      const values = cells.flatMap(({ passages, total }, at): SheetValue[] => {
        const passage = passages[line];
        const column = columns[at];
        if (!passage || !column) return [line === 0 ? NOT_MENTIONED : null, null];
        const section = bodyAt(bodies[at] ?? [], passage.start)?.sectionIndex ?? null;
        const heading = section === null ? undefined : column.analysis.sections[section];
        return [
          setAnew(column.text, passage).trim(),
          (heading ? setAnew(column.text, heading) : '开头') +
            (folded && total > 1 ? `（共 ${total} 句）` : ''),
        ];
      });
      lines.push([name, ...values]);
    }
  }
  return {
    name: '主题对照表',
    heads: ['主题', ...columns.flatMap(({ name }) => [name, `${name}出处`])],
    widths: [20, ...columns.flatMap(() => [50, 22])],
    rows: lines,
  };
}
