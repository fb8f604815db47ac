import { describe, expect, it } from 'vitest';
import { checkReport } from './checkReport.ts';
import { draftOf } from './draft.cases.ts';
import type { Finding } from './finding.ts';
import { halfWidthSlip, plantedSlips, soundReport } from './plantedSlips.cases.ts';

const check = (text: string): Finding[] => {
  const { document, context } = draftOf({ text }, { neighbours: ['白沙乡'] });
  return checkReport(document, context);
};

describe('a report without slips', () => {
  it('brings at most three findings in a thousand characters', () => {
    expect(check(soundReport).length).toBeLessThanOrEqual((3 * soundReport.length) / 1000);
  });
});

describe('slips planted in it one at a time', () => {
  const known = new Set(check(soundReport).map(({ key }) => key));
  const slips = [...plantedSlips, halfWidthSlip].map((slip) => {
    const text = soundReport.replace(slip.from, slip.to);
    expect(text, slip.from).not.toBe(soundReport);
    const fresh = check(text).filter(({ key }) => !known.has(key));
    return {
      ...slip,
      noticed: fresh.some(({ rule }) => slip.rules.includes(rule)),
      others: fresh.filter(({ rule }) => !slip.rules.includes(rule)),
    };
  });

  it('are noticed, nine of ten at least', () => {
    const noticed = slips.filter((slip) => slip.noticed);
    expect(noticed.length / slips.length).toBeGreaterThanOrEqual(0.9);
  });

  it('bring hardly anything else to notice', () => {
    expect(slips.flatMap(({ others }) => others).length).toBeLessThanOrEqual(slips.length / 10);
  });
});
