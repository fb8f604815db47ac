import type { KeyboardEvent } from 'react';

/** Moves the focus from one value of a table, or the pin before its row, to the next by an arrow key. */
export function moveInTable(event: KeyboardEvent<HTMLTableElement>): void {
  if (event.altKey || event.ctrlKey || event.shiftKey || event.metaKey) return;
  const from = document.activeElement;
  const cell = from?.closest<HTMLTableCellElement>('tbody td, tbody th');
  const row = cell?.closest('tr');
  if (!cell || !row || !(from instanceof HTMLElement)) return;
  const next = neighbour(event.key, from, cell, row, event.currentTarget);
  if (next === undefined) return;
  event.preventDefault();
  next?.focus();
}

/** Undefined for other keys, null at the edge. */
function neighbour(
  key: string,
  from: HTMLElement,
  cell: HTMLTableCellElement,
  row: HTMLTableRowElement,
  table: HTMLTableElement,
): HTMLElement | null | undefined {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight': {
      const inRow = [...row.querySelectorAll<HTMLElement>('button')];
      return inRow[inRow.indexOf(from) + (key === 'ArrowRight' ? 1 : -1)] ?? null;
    }
    case 'ArrowUp':
    case 'ArrowDown': {
      const inColumn = [...table.rows].flatMap((each) =>
        each.cells.length === row.cells.length
          ? [...(each.cells[cell.cellIndex]?.querySelectorAll<HTMLElement>('button') ?? [])]
          : [],
      );
      return inColumn[inColumn.indexOf(from) + (key === 'ArrowDown' ? 1 : -1)] ?? null;
    }
    default:
      return undefined;
  }
}
