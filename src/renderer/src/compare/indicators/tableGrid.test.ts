import { describe, expect, it } from 'vitest';
import type { FigureRow } from '../../../../shared/contract/schemas/figures.ts';
import type { IndicatorReading } from '../../../../shared/indicator/reading.ts';
import { blocksBetween } from './blocksBetween.ts';
import type { RowGroup } from './figuresView.ts';
import { linesOf, neighbour, pinKey, toBlocks, toGrid } from './tableGrid.ts';

/** Synthetic: two reports; a cell is a list of the places its readings stand at. */
function row(id: string, a: number[], b: number[]): FigureRow {
  const readings = (starts: number[]) =>
    starts.map((start) => ({ start, name: id }) as IndicatorReading);
  return {
    id,
    key: null,
    name: id,
    definition: null,
    unit: null,
    topic: null,
    scope: 'town',
    comparable: true,
    note: null,
    cells: [
      { documentId: 'a', actual: readings(a), target: [] },
      { documentId: 'b', actual: [], target: readings(b) },
    ],
  };
}

const group = (id: string, ...rows: FigureRow[]): RowGroup => ({
  id,
  name: id,
  rows: rows.map((each) => ({ row: each, derived: [] })),
});

describe('the rows in blocks', () => {
  const many = Array.from({ length: 20 }, (_, at) => row(`${at}`, [at], []));
  const blocks = toBlocks([group('财税', ...many), group('建设', row('路', [], [1]))]);

  it('hold every row once, in order, under one title a topic', () => {
    expect(blocks.flatMap(({ rows }) => rows.map((each) => each.row.id))).toEqual([
      ...many.map(({ id }) => id),
      '路',
    ]);
    expect(blocks.flatMap(({ title }) => title ?? [])).toEqual(['财税', '建设']);
  });

  it('number their lines on from the two lines of the head', () => {
    let line = 3;
    for (const block of blocks) {
      expect(block.firstLine).toBe(line);
      line += linesOf(block);
    }
    expect(line - 1).toBe(2 + 20 + 1 + 2);
  });
});

describe('the arrow keys', () => {
  const rows = [row('甲', [1, 2], [3]), row('乙', [], [4]), row('丙', [5], [])];
  const grid = toGrid(toBlocks([group('财税', ...rows)]), ['actual', 'target']);
  const [a1, a2, a5] = ['a|actual|1|甲', 'a|actual|2|甲', 'a|actual|5|丙'];

  it.each([
    ['ArrowRight', a1, a2],
    ['ArrowRight', a2, 'b|target|3|甲'],
    ['ArrowLeft', a1, pinKey('甲')],
    ['ArrowDown', a1, a2],
    ['ArrowDown', a2, a5],
    ['ArrowUp', a5, a2],
    ['ArrowDown', pinKey('甲'), pinKey('乙')],
    ['ArrowDown', a5, null],
    ['ArrowUp', a1, null],
    ['Enter', a1, undefined],
    ['ArrowDown', 'not there', undefined],
  ])('%s leads from %s to %s', (key, from, to) => {
    expect(neighbour(grid, from, key)).toBe(to);
  });

  it('leave out columns that are not shown', () => {
    const actual = toGrid(toBlocks([group('财税', ...rows)]), ['actual']);
    expect(neighbour(actual, a2, 'ArrowRight')).toBe(null);
  });
});

describe('the blocks near the screen', () => {
  const heights = { count: 100, heightOf: () => 400 };

  it('cover it with a margin at either edge', () => {
    const { first, end } = blocksBetween({ top: 10_000, bottom: 10_700 }, heights);
    expect(first * 400).toBeLessThanOrEqual(9_400);
    expect(end * 400).toBeGreaterThanOrEqual(11_300);
    expect(end - first).toBeLessThan(8);
  });

  it('are the first ones above the table and the last one below it', () => {
    expect(blocksBetween({ top: -300, bottom: 400 }, heights).first).toBe(0);
    expect(blocksBetween({ top: 90_000, bottom: 90_700 }, heights)).toEqual({
      first: 99,
      end: 100,
    });
  });

  it('are none of an empty table', () => {
    expect(blocksBetween({ top: 0, bottom: 700 }, { count: 0, heightOf: () => 0 })).toEqual({
      first: 0,
      end: 0,
    });
  });
});
