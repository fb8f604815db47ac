import { describe, expect, it } from 'vitest';
import { cautionAbout, type ReportStanding } from './caution.ts';

function standing(town: string | null, facts: Partial<ReportStanding> = {}): ReportStanding {
  return { kind: 'annual-report', town, county: null, prefecture: null, ...facts };
}
const town = standing('青石岭镇', { county: '青县', prefecture: '云州市' });
const county = standing('青县', { prefecture: '云州市' });
const countyCity = standing('东河市', { county: '东河市', prefecture: '云州市' });
const city = standing('云州市', { prefecture: '云州市' });

describe('what is said of reports beside each other', () => {
  it.each([
    ['a town beside its county', [town, county]],
    ['a town beside a city', [town, city]],
    [
      'a street office beside a city whose level is not told',
      [standing('东关街道'), standing('东河市')],
    ],
    ['a county-level city beside its prefecture', [countyCity, city]],
    ['a prefecture beside a province', [city, standing('云省')]],
    ['one town among towns beside a county', [town, standing('白水乡'), county]],
  ])('says that the level differs for %s, the kind being the same', (_, reports) => {
    expect(cautionAbout(reports)).toBe('层级不同，只供并排参看，指标不排名。');
  });

  it('takes a report of a higher level for one of another level, not of another kind', () => {
    const above = { ...city, kind: 'higher-level-report' as const };
    expect(cautionAbout([town, above])).toBe('层级不同，只供并排参看，指标不排名。');
    expect(cautionAbout([city, above])).toBeNull();
    expect(cautionAbout([town, { ...above, town: null }])).toContain('层级不同');
  });

  it('says that the kind differs, alone and with the level', () => {
    const article = { ...town, kind: 'article' as const };
    expect(cautionAbout([town, article])).toBe('文种不同，只供并排参看，指标不排名。');
    expect(cautionAbout([county, article])).toBe('层级、文种不同，只供并排参看，指标不排名。');
  });

  it.each([
    ['towns, townships and street offices', [town, standing('白水乡'), standing('东关街道')]],
    ['a county and a county-level city', [county, countyCity]],
    ['a place that is not known', [town, standing(null)]],
    ['a city whose level is not told', [city, standing('东河市')]],
  ])('says nothing for %s', (_, reports) => {
    expect(cautionAbout(reports)).toBeNull();
  });
});
