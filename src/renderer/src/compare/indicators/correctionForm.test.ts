import { describe, expect, it } from 'vitest';
import type { IndicatorReading } from '../../../../shared/indicator/reading.ts';
import { changeOf, formOf } from './correctionForm.ts';

/** Synthetic. */
const reading: IndicatorReading = {
  start: 4,
  end: 10,
  key: null,
  name: '签约资金',
  valueText: '1.5亿元',
  value: 1.5,
  unit: '亿元',
  normalizedValue: 15000,
  normalizedUnit: '万元',
  precision: null,
  growthPercent: 8,
  changeKind: null,
  rank: null,
  period: '2018',
  nature: 'actual',
  scope: 'town',
  clause: { start: 0, end: 12 },
  certain: true,
  doubt: null,
};
const listed = [{ key: 'I20', name: '合同利用资金' }];
const form = formOf(reading);

describe('what the form says of a figure', () => {
  it('leaves a growth alone that nobody touched', () => {
    expect(changeOf(form, reading, listed)).toEqual({
      kind: 'change',
      key: null,
      name: '签约资金',
      value: '1.5',
      unit: '亿元',
      nature: 'actual',
      scope: 'town',
      period: '2018',
    });
  });

  it.each([
    ['+12.5%', { percent: '12.5', kind: 'year-on-year' }],
    ['-3', { percent: '-3', kind: 'year-on-year' }],
    ['', null],
  ])('takes the growth %s', (growth, expected) => {
    expect(changeOf({ ...form, growth }, reading, listed)?.growth).toEqual(expected);
  });

  it.each([
    ['2018年', '2018'],
    ['2018-', '2018-'],
    ['2019—2021', '2019-2021'],
    ['', null],
  ])('takes the period %s', (period, expected) => {
    expect(changeOf({ ...form, period }, reading, listed)?.period).toBe(expected);
  });

  it('takes the key of a name of the list', () => {
    expect(changeOf({ ...form, name: '合同利用资金' }, reading, listed)?.key).toBe('I20');
  });

  it.each([
    { name: ' ' },
    { value: '一亿' },
    { growth: '约8' },
    { period: '去年' },
    { value: '', growth: '' },
  ])('says nothing while %j is not right', (part) => {
    expect(changeOf({ ...form, ...part }, reading, listed)).toBe(null);
  });

  it('takes a growth without a value', () => {
    expect(changeOf({ ...form, value: '' }, reading, listed)).toMatchObject({ value: null });
  });
});
