import { describe, expect, it } from 'vitest';
import type { FigureComparison } from '../../../../shared/contract/schemas/figures.ts';
import type { IndicatorReading } from '../../../../shared/indicator/reading.ts';
import { conflictsIn } from './conflicts.ts';

/** Synthetic. */
const households = (part: Partial<IndicatorReading>) =>
  ({
    name: '旱厕改造',
    period: '2019',
    normalizedValue: 4651,
    normalizedUnit: '户',
    precision: null,
    rank: null,
    ...part,
  }) as IndicatorReading;

const conflicts = (target: IndicatorReading[], comparable = true) =>
  conflictsIn({
    rows: [
      {
        name: '改厕户数',
        unit: '户',
        comparable,
        cells: [{ documentId: 'a', actual: [], target }],
      },
    ],
  } as unknown as FigureComparison);

describe('a report that says two things of one figure', () => {
  it.each([{ precision: '余' }, { normalizedValue: 4650 }, { precision: '余', name: '旱厕' }])(
    'is asked about: %j',
    (other) => {
      const readings = [households({ start: 1 }), households({ start: 2, ...other })];
      expect(conflicts(readings)).toEqual([
        { documentId: 'a', rowName: '改厕户数', nature: 'target', readings },
      ]);
    },
  );

  it.each([
    ['said twice', {}],
    ['of another year', { normalizedValue: 4000, period: '2018' }],
    ['of another name', { normalizedValue: 4000, name: '新建旱厕' }],
    ['in another unit', { normalizedValue: 4000, normalizedUnit: '座' }],
    ['only a growth', { normalizedValue: null }],
  ])('is not what is %s', (_, other) => {
    expect(conflicts([households({}), households(other)])).toEqual([]);
  });

  it('is not asked about in a row that gathers different things', () => {
    expect(conflicts([households({}), households({ precision: '余' })], false)).toEqual([]);
  });
});
