import { describe, expect, it } from 'vitest';
import { type ListedWording, outdatedOf, parseValidity, validityWords } from './listedWording.ts';

describe('a date of validity', () => {
  it.each([
    ['2018', '2018'],
    ['2018年', '2018'],
    ['2018年3月', '2018-03'],
    ['２０１８．３．１７', '2018-03-17'],
    ['2018-3-17', '2018-03-17'],
    ['2018年13月', null],
    ['2018-02-30', null],
    ['三月', null],
    ['', null],
  ])('“%s” is read as %s', (typed, date) => {
    expect(parseValidity(typed)).toBe(date);
  });

  it('is shown as it is said', () => {
    expect(validityWords('2018-03-07')).toBe('2018年3月7日');
    expect(validityWords('2018')).toBe('2018年');
  });
});

describe('the list as the checks see it', () => {
  const listed = (dates: Pick<ListedWording, 'since' | 'until'>): ListedWording => ({
    id: '1',
    wording: '食药监局',
    instead: '市场监管局',
    remark: '',
    source: '机构改革方案',
    ...dates,
  });
  const years = (dates: Pick<ListedWording, 'since' | 'until'>) =>
    outdatedOf([listed(dates)]).map(({ fromYear, untilYear }) => [fromYear, untilYear]);

  it('is outdated from the year after the last in which it is valid, and before the first', () => {
    expect(years({ since: '', until: '2018-03' })).toEqual([[2019, null]]);
    expect(years({ since: '2018', until: '' })).toEqual([[null, 2017]]);
    expect(years({ since: '2013', until: '2018' })).toEqual([
      [2019, null],
      [null, 2012],
    ]);
  });

  it('is always pointed at where it has no dates', () => {
    expect(years({ since: '', until: '' })).toEqual([[null, null]]);
  });
});
