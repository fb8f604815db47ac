import { describe, expect, it } from 'vitest';
import type { FigureComparison, FigureRow } from '../../../../shared/contract/schemas/figures.ts';
import type { IndicatorReading } from '../../../../shared/indicator/reading.ts';
import {
  arrangeRows,
  FIRST_VIEW,
  type FiguresView,
  findChosen,
  firstChoice,
  nextSort,
  shownTable,
} from './figuresView.ts';

/** Synthetic: two reports, a and b. */
function reading(value: number, name = '道路'): IndicatorReading {
  return {
    start: value,
    end: value + 1,
    key: null,
    name,
    valueText: String(value),
    value,
    unit: '公里',
    normalizedValue: value,
    normalizedUnit: '公里',
    precision: null,
    growthPercent: null,
    changeKind: null,
    rank: null,
    period: null,
    nature: 'actual',
    scope: 'town',
    clause: { start: value, end: value + 1 },
    certain: true,
    doubt: null,
  };
}

function row(id: string, topic: string | null, a: number[], b: number[]): FigureRow {
  return {
    id,
    key: null,
    name: id,
    definition: null,
    unit: '公里',
    topic,
    scope: 'town',
    comparable: true,
    note: null,
    cells: [
      { documentId: 'a', actual: a.map((value) => reading(value)), target: [] },
      { documentId: 'b', actual: [], target: b.map((value) => reading(value)) },
    ],
  };
}

const figures: FigureComparison = {
  topics: [
    { id: 'T1', name: '财税' },
    { id: 'T2', name: '建设' },
  ],
  rows: [
    row('甲', 'T2', [3], [5]),
    row('乙', 'T2', [9], [5]),
    row('丙', 'T1', [2], []),
    row('丁', null, [4], [4]),
  ],
  derived: [
    {
      id: '甲上年',
      under: '甲',
      kind: 'last-year',
      name: '甲上年值',
      unit: '公里',
      cells: [
        { documentId: 'a', figures: [{ nature: 'actual', value: 1, formula: '', inputs: [] }] },
        { documentId: 'b', figures: [] },
      ],
    },
  ],
  doubtful: [],
  unsure: [],
  corrections: [],
  pinned: [],
  assigned: [],
  caution: null,
};

const shown = (view: Partial<FiguresView>, of = figures) =>
  arrangeRows(of, { ...FIRST_VIEW, ...view }).map(({ name, rows }) => [
    name,
    ...rows.map(({ row: { id }, derived }) => [id, ...derived.map((each) => each.id)].join('+')),
  ]);

describe('the rows of the figures table', () => {
  it('are those that two reports state, by topic, unlisted ones last', () => {
    expect(shown({})).toEqual([
      ['建设', '甲', '乙'],
      ['未归入指标表', '丁'],
    ]);
  });

  it('go into a brief as they are shown, pinned ones first', () => {
    const view = { ...FIRST_VIEW, natures: 'actual', topic: 'T2' } as const;
    const own = { ...figures, pinned: ['丁'] };
    expect(shownTable(arrangeRows(own, { ...view, shared: false }), view)).toEqual({
      rows: ['丁', '甲', '乙'],
      natures: ['actual'],
    });
  });

  it('are all of them, with what was worked out from one report too, when asked for', () => {
    expect(shown({ shared: false })).toEqual([
      ['财税', '丙'],
      ['建设', '甲+甲上年', '乙'],
      ['未归入指标表', '丁'],
    ]);
  });

  it('count only what the shown columns hold', () => {
    expect(shown({ natures: 'actual' })).toEqual([]);
  });

  it('are of one topic when one is chosen, and a person’s own whatever is chosen', () => {
    expect(shown({ topic: 'T2' }, { ...figures, pinned: ['丙'] })).toEqual([
      ['我的常用指标', '丙'],
      ['建设', '甲', '乙'],
    ]);
  });

  it('follow the column that is sorted, within their topic', () => {
    const sort = { documentId: 'a', nature: 'actual', descending: true } as const;
    expect(shown({ sort })[0]).toEqual(['建设', '乙', '甲']);
    expect(shown({ sort: { ...sort, documentId: 'b' } })[0]).toEqual(['建设', '甲', '乙']);
  });
});

describe('the order of a column', () => {
  it('is largest first, smallest first, then as it was', () => {
    const column = { documentId: 'a', nature: 'actual' } as const;
    const first = nextSort(null, column);
    const second = nextSort(first, column);
    expect([first?.descending, second?.descending, nextSort(second, column)]).toEqual([
      true,
      false,
      null,
    ]);
  });
});

describe('the chosen reading', () => {
  it('is found again by its report, column, place and name', () => {
    const chosen = { documentId: 'a', nature: 'actual', start: 9, name: '道路' } as const;
    expect(findChosen(figures, chosen)?.row.id).toBe('乙');
    expect(findChosen(figures, { ...chosen, name: '桥梁' })).toBeUndefined();
  });

  it('is the first of the table before one was chosen, and none in an empty table', () => {
    expect(firstChoice(arrangeRows(figures, FIRST_VIEW))?.start).toBe(3);
    expect(firstChoice([])).toBeNull();
  });
});
