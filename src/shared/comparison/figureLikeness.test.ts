import { expect, it } from 'vitest';
import type { IndicatorReading } from '../indicator/reading.ts';
import { figureLikeness } from './figureLikeness.ts';

const readings = (sizes: Record<string, number>, more: Partial<IndicatorReading> = {}) =>
  Object.entries(sizes).map(
    ([key, normalizedValue]) =>
      ({
        key,
        scope: 'town',
        nature: 'actual',
        normalizedValue,
        normalizedUnit: '万元',
        ...more,
      }) as unknown as IndicatorReading,
  );

it('is the median ratio of what both places state', () => {
  const own = readings({ I01: 100, I02: 200, I03: 400 });
  expect(figureLikeness(own, readings({ I01: 100, I02: 100, I03: 4 }))).toEqual({
    likeness: 0.5,
    figures: 3,
  });
});

it('says nothing where too little is stated in common, or of firms, or in other units', () => {
  const own = readings({ I01: 100, I02: 200, I03: 400 });
  expect(figureLikeness(own, readings({ I01: 100, I02: 200 }))).toBeNull();
  expect(figureLikeness(own, readings({ I01: 1, I02: 2, I03: 4 }, { scope: 'firm' }))).toBeNull();
  expect(
    figureLikeness(own, readings({ I01: 1, I02: 2, I03: 4 }, { normalizedUnit: '亩' })),
  ).toBeNull();
});
