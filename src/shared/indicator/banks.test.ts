import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type LabelledReport, scoreBank } from '../../../tests/fixtures/figures/bankScore.ts';

const banks = new URL('../../../tests/fixtures/figures/named/', import.meta.url);
/** Reports with every figure labelled in every field: of each bank the first is clean, the second damaged. */
const NAMES = [
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
];
const reports = NAMES.flatMap((name) => {
  const bank: { reports: LabelledReport[] } = JSON.parse(
    readFileSync(new URL(`${name}.json`, banks), 'utf8'),
  );
  return bank.reports.map((report, at) => ({ ...report, bank: name, damaged: at === 1 }));
});

describe.each(reports)('$title of the $bank bank', ({ damaged, ...report }) => {
  const score = scoreBank(report);
  const share = ([right, of]: [number, number]) => right / of;
  const misses = score.misses.join('\n');

  it('is read within the bounds in every field', () => {
    expect(share(score.valueAndUnit), misses).toBeGreaterThanOrEqual(damaged ? 0.93 : 0.97);
    expect(share(score.nature), misses).toBeGreaterThanOrEqual(0.97);
    expect(share(score.growth), misses).toBeGreaterThanOrEqual(0.97);
    expect(share(score.scope), misses).toBeGreaterThanOrEqual(0.92);
    expect(share(score.invented), misses).toBeLessThanOrEqual(0.005);
  });

  it('shows the town nothing that is not its own', () => {
    expect(share(score.shown), misses).toBeGreaterThanOrEqual(0.97);
    expect(share(score.shownCertain), misses).toBeGreaterThanOrEqual(0.99);
  });
});
