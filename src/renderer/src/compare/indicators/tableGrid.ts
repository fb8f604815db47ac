import { type Nature, type RowGroup, type RowWithDerived, readingKey } from './figuresView.ts';

/** Rows that are drawn or left undrawn together. */
export interface RowBlock {
  id: string;
  /** The topic, above its first block. */
  title: string | null;
  rows: readonly RowWithDerived[];
  /** `aria-rowindex` of its first line. */
  firstLine: number;
}

const ROWS_IN_BLOCK = 4;
/** The reports, and under each its years. */
export const HEAD_LINES = 2;

/** Cuts the table into blocks of a few rows, so that a long table draws only those near the screen. */
export function toBlocks(groups: readonly RowGroup[]): RowBlock[] {
  const blocks: RowBlock[] = [];
  let line = HEAD_LINES + 1;
  for (const { id, name, rows } of groups) {
    for (let at = 0; at < rows.length; at += ROWS_IN_BLOCK) {
      const block = {
        id: `${id} ${at}`,
        title: at === 0 ? name : null,
        rows: rows.slice(at, at + ROWS_IN_BLOCK),
        firstLine: line,
      };
      blocks.push(block);
      line += linesOf(block);
    }
  }
  return blocks;
}

/** Lines of the table in a block: its title, its rows and what was worked out under them. */
export function linesOf({ title, rows }: Pick<RowBlock, 'title' | 'rows'>): number {
  return rows.reduce((sum, { derived }) => sum + 1 + derived.length, title === null ? 0 : 1);
}

/** What the arrow keys reach, cell by cell: the pin in front of each row, then its readings. */
export type Grid = readonly (readonly (readonly string[])[])[];

export function pinKey(rowId: string): string {
  return `pin|${rowId}`;
}

export function toGrid(blocks: readonly RowBlock[], natures: readonly Nature[]): Grid {
  return blocks.flatMap(({ rows }) =>
    rows.map(({ row }) => [
      [pinKey(row.id)],
      ...row.cells.flatMap(({ documentId, ...cell }) =>
        natures.map((nature) =>
          cell[nature].map(({ start, name }) => readingKey({ documentId, nature, start, name })),
        ),
      ),
    ]),
  );
}

/** Where an arrow key leads from `from`; undefined for other keys, null at the edge. */
export function neighbour(grid: Grid, from: string, key: string): string | null | undefined {
  const row = grid.findIndex((cells) => cells.some((cell) => cell.includes(from)));
  const column = grid[row]?.findIndex((cell) => cell.includes(from)) ?? -1;
  if (column < 0) return undefined;
  switch (key) {
    case 'ArrowLeft':
      return next(grid[row]?.flat() ?? [], from, -1);
    case 'ArrowRight':
      return next(grid[row]?.flat() ?? [], from, 1);
    case 'ArrowUp':
      return next(columnOf(grid, column), from, -1);
    case 'ArrowDown':
      return next(columnOf(grid, column), from, 1);
    default:
      return undefined;
  }
}

function columnOf(grid: Grid, column: number): string[] {
  return grid.flatMap((cells) => cells[column] ?? []);
}

function next(keys: readonly string[], from: string, step: 1 | -1): string | null {
  return keys[keys.indexOf(from) + step] ?? null;
}
