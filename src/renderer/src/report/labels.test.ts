import { describe, expect, it } from 'vitest';
import { nothingKnown } from '../../../shared/report/metadata.cases.ts';
import { reportYear, sessionLabel, smallNumeral, yearsLabel } from './labels.ts';

describe('how a report is labelled', () => {
  it('names both years of a report, never one bare year', () => {
    expect(yearsLabel({ ...nothingKnown, reviewYear: 2018, planYear: 2019 })).toBe(
      '回顾2018·部署2019',
    );
  });

  it('says 未见 where a text gives no year', () => {
    expect(yearsLabel(nothingKnown)).toBe('未见');
  });

  it('calls a report by its plan year, else by the year after the reviewed one', () => {
    expect(reportYear({ ...nothingKnown, reviewYear: 2018, planYear: 2019 })).toBe(2019);
    expect(reportYear({ ...nothingKnown, reviewYear: 2018 })).toBe(2019);
    expect(reportYear(nothingKnown)).toBeNull();
  });

  it('writes term and session as the meeting line does', () => {
    expect(sessionLabel({ ...nothingKnown, congressTerm: 19, sessionNumber: 5 })).toBe(
      '十九届五次',
    );
    expect(sessionLabel({ ...nothingKnown, congressTerm: 20 })).toBe('二十届');
    expect(sessionLabel(nothingKnown)).toBe('');
  });

  it.each([
    [1, '一'],
    [10, '十'],
    [17, '十七'],
    [20, '二十'],
    [35, '三十五'],
  ])('writes %i as %s', (n, numeral) => {
    expect(smallNumeral(n)).toBe(numeral);
  });
});
