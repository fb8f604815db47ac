import { describe, expect, it } from 'vitest';
import type { IndicatorReading } from '../../../../shared/indicator/reading.ts';
import { cellNotes, changeWords, isStriking, periodWords, valueWords } from './figureWords.ts';

/** Synthetic; a reading of 全镇 by its differences. */
function reading(parts: Partial<IndicatorReading>): IndicatorReading {
  return {
    start: 0,
    end: 1,
    key: 'I01',
    name: '地方财政收入',
    valueText: '1.87',
    value: 1.87,
    unit: '亿元',
    normalizedValue: 18700,
    normalizedUnit: '万元',
    precision: null,
    growthPercent: null,
    changeKind: null,
    rank: null,
    period: '2018',
    nature: 'actual',
    scope: 'town',
    clause: { start: 0, end: 1 },
    certain: true,
    doubt: null,
    ...parts,
  };
}

const land = reading({
  name: '流转土地',
  valueText: '近5000',
  value: 5000,
  unit: '亩',
  normalizedValue: 5000,
  normalizedUnit: '亩',
  precision: '近',
});
const change = reading({ value: null, unit: null, normalizedValue: null, normalizedUnit: null });

describe('the value of a cell', () => {
  it.each([
    ['in the unit of the row', reading({}), '万元', '1.87亿元', false, '18,700'],
    ['as it is written', reading({}), '万元', '1.87亿元', true, '1.87亿元'],
    [
      'with its fraction',
      reading({ normalizedValue: 4003.8 }),
      '万元',
      '4003.8万元',
      false,
      '4,003.8',
    ],
    ['as written where the row has another unit', reading({}), '元', '1.87亿元', false, '1.87亿元'],
    [
      'as a dash where only a change is stated',
      { ...change, growthPercent: 4.5 },
      '万元',
      '4.5%',
      false,
      '—',
    ],
    [
      'as a rank with its scope',
      reading({ rank: { position: 2, of: null, within: '全市' } }),
      null,
      '第2位',
      false,
      '全市第2位',
    ],
    [
      'as a range in its own words',
      reading({ upperValue: 3 }),
      '万元',
      '2—3亿元',
      false,
      '2—3亿元',
    ],
  ])('stands %s', (_, figure, unit, wording, asWritten, words) => {
    expect(valueWords(figure, { unit, wording, asWritten })).toBe(words);
  });
});

describe('what stands under a value', () => {
  const notes = (figure: IndicatorReading, shown: string, wording: string, named = false) =>
    cellNotes(figure, { shown, wording, year: 2018, rowName: '地方财政收入', named });

  it('gives the wording where the unit was converted, and the growth', () => {
    const grown = reading({ growthPercent: 15.1, changeKind: 'year-on-year' });
    expect(notes(grown, '18,700', '1.87亿元')).toEqual(['1.87亿元', '+15.1%']);
  });

  it('is empty where the wording says the same in the year of the column', () => {
    const plain = reading({ value: 6436, unit: '万元', normalizedValue: 6436 });
    expect(notes(plain, '6,436', '6436万元')).toEqual([]);
  });

  it('keeps 近 and 以来 apart from the number', () => {
    expect(notes({ ...land, period: '2018-' }, '5,000', '近5000亩')).toEqual(['近', '2018年以来']);
  });

  it('gives 多 in its place', () => {
    const many = reading({ precision: '多', value: 400, unit: '万元', normalizedValue: 400 });
    expect(notes(many, '400', '400多万元')).toEqual(['400多万元']);
  });

  it('gives the name as written where the row gathers several', () => {
    expect(notes(land, '5,000', '近5000亩', true)[0]).toBe('流转土地');
  });

  it('says that only a change is stated', () => {
    const only = { ...change, growthPercent: 4.5, changeKind: 'year-on-year' as const };
    expect(notes(only, '—', '4.5%')).toEqual(['仅增幅 +4.5%']);
    expect(notes({ ...only, precision: '左右' }, '—', '4.5%')).toEqual(['仅增幅 +4.5%左右']);
    expect(notes({ ...only, precision: '不低于' }, '—', '4.5%')).toEqual(['仅增幅 不低于+4.5%']);
  });
});

describe('a change', () => {
  it.each([
    ['completion', 118.6, '完成率 118.6%'],
    ['points', -1.4, '-1.4 个百分点'],
    ['annual-average', 8, '年均 +8%'],
    ['year-on-year', -3, '-3%'],
  ] as const)('of kind %s is told apart from the others', (changeKind, growthPercent, words) => {
    expect(changeWords(reading({ changeKind, growthPercent }))).toBe(words);
  });

  it('beyond half is striking, a completion never', () => {
    expect(isStriking(reading({ growthPercent: 99.5, changeKind: 'year-on-year' }))).toBe(true);
    expect(isStriking(reading({ growthPercent: 118.6, changeKind: 'completion' }))).toBe(false);
  });
});

describe('a period', () => {
  it.each([
    ['2018', '2018年'],
    ['2018-', '2018年以来'],
    ['2019-2021', '2019—2021年'],
  ])('%s reads %s', (period, words) => {
    expect(periodWords(period)).toBe(words);
  });
});
