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

  it.each([
    [{ ...yi, precision: '突破' }, '突破12,000', '原文1.2亿元'],
    [{ ...yi, precision: '以上' }, '12,000以上', '原文1.2亿元'],
    [{ ...grown, precision: '左右' }, '—', '增长6%左右；仅增幅'],
    [{ ...grown, precision: '不低于' }, '—', '增长不低于6%；仅增幅'],
    [{ growthPercent: 101.4, changeKind: 'completion' }, '—', '完成计划的101.4%'],
  ] as const)(
    'prints 约数 where it is read, and a completion as no growth: %o',
    (stated, text, details) => {
      const cell = tableOf([reading(east, '1.2亿元', stated)], []).groups[0]?.rows[0]?.cells[0];
      expect([cell?.text, cell?.details.join('；')]).toEqual([text, details]);
    },
  );

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

  describe('with the rows a person saw', () => {
    const grain = reading(east, '1.2亿元', {
      key: 'I33',
      name: '粮食总产',
      value: 2,
      unit: '万吨',
      normalizedValue: 2,
      normalizedUnit: '万吨',
    });
    const target = { ...eastRevenue, nature: 'target', period: '2019' } as const;
    const table = (
      rows: string[],
      natures: ('actual' | 'target')[],
      readings: IndicatorReading[],
    ) =>
      indicatorPart(
        [
          { ...east, readings },
          { ...west, readings: [westRevenue] },
        ],
        names,
        { shown: { rows, natures } },
      );

    it('prints those in their order, those of one town too, and no others', () => {
      const firm = { ...eastRevenue, scope: 'firm' as const };
      const { groups } = table(
        ['town|I33|万吨', 'town|I01|万元'],
        ['actual'],
        [eastRevenue, grain, target, firm],
      );
      expect(groups.map(({ label }) => label)).toEqual(['2018年实绩']);
      expect(groups[0]?.rows.map(({ name }) => name)).toEqual(['粮食总产', '地方财政收入']);
    });

    it('prints a row without a name of the shared list, and says whose it is', () => {
      const own = { ...eastRevenue, key: null, name: '年产值', scope: 'firm' as const };
      const { groups } = table(['firm|年产值|万元'], ['actual', 'target'], [own]);
      expect(groups[0]?.rows.map(({ name }) => name)).toEqual(['年产值（企业）']);
    });

    it('says how many of them one page does not hold', () => {
      const many = Array.from({ length: 30 }, (_, at) => ({
        ...eastRevenue,
        key: null,
        name: `指标${at}`,
      }));
      const rows = many.map(({ name }) => `town|${name}|万元`);
      const { groups, remarks } = table(rows, ['actual'], many);
      expect(groups[0]?.rows).toHaveLength(24);
      expect(groups[0]?.rows[0]?.name).toBe('指标0');
      expect(remarks).toContain('所选指标还有6行，一页容不下，未列。');
    });
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
