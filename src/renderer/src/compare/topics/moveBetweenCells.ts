import type { KeyboardEvent } from 'react';

/**
 * Arrow keys in the table of topics: left and right go to the next cell of the row, up and down to
 * the next passage of the column. Cells with nothing take the focus too, so that 未提及 is read out.
 *
 * @returns whether the key was an arrow that moves.
 */
export function moveBetweenCells(event: KeyboardEvent<HTMLTableElement>): boolean {
  if (event.altKey || event.ctrlKey || event.shiftKey || event.metaKey) return false;
  const from = document.activeElement;
  if (from?.closest('.passage-actions')) return false;
  const cell = from?.closest<HTMLTableCellElement>('tbody td, tbody th');
  const row = cell?.closest('tr');
  if (!cell || !row || !(from instanceof HTMLElement)) return false;
  const step = event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? -1 : 1;
  if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
    const next = row.cells[cell.cellIndex + step];
    if (next) stopsOf(next)[0]?.focus();
  } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
    const column = [...(row.parentElement as HTMLTableSectionElement).rows].flatMap((each) => {
      const other = each.cells[cell.cellIndex];
      return other ? stopsOf(other) : [];
    });
    column[column.indexOf(from) + step]?.focus();
  } else return false;
  return true;
}

/** What takes the focus in a cell: its passages and ways on, or the cell itself; not the strip of actions. */
function stopsOf(cell: HTMLTableCellElement): HTMLElement[] {
  const buttons = [...cell.querySelectorAll<HTMLElement>('button:not(.passage-actions button)')];
  return buttons.length > 0 ? buttons : [cell];
}
