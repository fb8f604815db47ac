import { describe, expect, it } from 'vitest';
import type { IndicatorReading } from '../indicator/reading.ts';
import { east, names, west } from './compose.cases.ts';
import { indicatorPart } from './indicators.ts';
import type { BriefSource } from './spec.ts';

function reading(
  source: BriefSource,
  quote: string,
  rest: Partial<IndicatorReading>,
): IndicatorReading {
  const start = source.text.indexOf(quote);
  const span = { start, end: start + quote.length };
  return {
    ...span,
    key: 'I01',
    name: '地方财政收入',
    valueText: quote,
    value: null,
    unit: null,
    normalizedValue: null,
    normalizedUnit: null,
    precision: null,
    growthPercent: null,
    changeKind: null,
    rank: null,
    period: '2018',
    nature: 'actual',
    scope: 'town',
    clause: span,
    certain: true,
    doubt: null,
    ...rest,
  };
}

const yi = { value: 1.2, unit: '亿元', normalizedValue: 12_000, normalizedUnit: '万元' };
const wan = { value: 4003.8, unit: '万元', normalizedValue: 4003.8, normalizedUnit: '万元' };
const grown = { growthPercent: 6, changeKind: 'year-on-year' } as const;

function tableOf(eastReadings: IndicatorReading[], westReadings: IndicatorReading[]) {
  return indicatorPart(
    [
      { ...east, readings: eastReadings },
      { ...west, readings: westReadings },
    ],
    names,
  );
}

const eastRevenue = reading(east, '1.2亿元', { ...yi, ...grown });
const westRevenue = reading(west, '4003.8万元', wan);

describe('the table of figures', () => {
  it('puts one unit in a row and keeps the original wording beside a converted value', () => {
    const [row] = tableOf([eastRevenue], [westRevenue]).groups[0]?.rows ?? [];
    expect(row).toMatchObject({ name: '地方财政收入', unit: '万元' });
    expect(row?.cells.map(({ text, details }) => [text, details.join('；')])).toEqual([
      ['12,000', '原文1.2亿元；增长6%'],
      ['4,003.8', ''],
    ]);
    expect(row?.cells[1]?.source).toEqual({ start: westRevenue.start, end: westRevenue.end });
  });

  it('says 未提及 where a town gives no figure, and no figure where only a change is given', () => {
    const onlyChange = reading(east, '6%', grown);
    const cells = tableOf([onlyChange], []).groups[0]?.rows[0]?.cells;
    expect(cells?.map(({ state, text, details }) => [state, text, details.join('；')])).toEqual([
      ['change-only', '—', '增长6%；仅增幅'],
      ['unstated', '未提及', ''],
    ]);
  });

  it('keeps what was done apart from what is planned', () => {
    const target = { ...westRevenue, nature: 'target', period: '2019' } as const;
    expect(tableOf([eastRevenue], [target]).groups.map(({ label }) => label)).toEqual([
      '2018年实绩',
      '2019年目标',
    ]);
  });

  it.each([
    ['a firm', { scope: 'firm' }],
    ['a village', { scope: 'village' }],
    ['a project', { nature: 'project' }],
    ['nobody in particular', { scope: null }],
    ['no known name', { key: null }],
  ] as const)('leaves out a figure of %s', (_, rest) => {
    expect(tableOf([{ ...eastRevenue, ...rest }], []).groups).toEqual([]);
  });

  it('never mixes growth, completion and percentage points', () => {
    const words = (rest: Partial<IndicatorReading>) =>
      tableOf([{ ...westRevenue, ...rest }], []).groups[0]?.rows[0]?.cells[0]?.details[0];
    expect(words({ growthPercent: 118.6, changeKind: 'completion' })).toBe('完成计划的118.6%');
    expect(words({ growthPercent: -3.2, changeKind: 'year-on-year' })).toBe('下降3.2%');
    expect(words({ growthPercent: 1.4, changeKind: 'points' })).toBe('提高1.4个百分点');
    expect(words({ growthPercent: 7, changeKind: 'annual-average' })).toBe('年均增长7%');
  });

  it('prefers none of several figures and marks a doubtful one', () => {
    const other = { ...westRevenue, normalizedValue: 4004, precision: '余', certain: false };
    const cell = tableOf([], [westRevenue, other]).groups[0]?.rows[0]?.cells[1];
    expect(cell).toMatchObject({ text: '4,003.8；4,004余', doubtful: true });
  });

  it('warns of a definition that must not be mixed and of units of different levels', () => {
    expect(tableOf([eastRevenue], [westRevenue]).remarks).toEqual([
      '地方财政收入：与财政总收入口径不同。',
    ]);
    const city = {
      ...west,
      town: '大河市',
      readings: [{ ...westRevenue, scope: 'city' as const }],
    };
    const part = indicatorPart([{ ...east, readings: [eastRevenue] }, city], names);
    expect(part.remarks).toContain('所列单位层级不同，数值不宜直接比较大小。');
  });
});
