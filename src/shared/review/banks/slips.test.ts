import { describe, expect, it } from 'vitest';
import { checkReport } from '../checkReport.ts';
import { draftOf } from '../draft.cases.ts';
import type { Finding } from '../finding.ts';
import { type MarkedDraft, readSlips } from './slipMarks.cases.ts';
import { slips1 } from './slips1.cases.ts';
import { slips2 } from './slips2.cases.ts';
import { slips3 } from './slips3.cases.ts';
import { slips4 } from './slips4.cases.ts';

/** True of the sound drafts as they stand; a reader has seen every finding of these rules in them. */
const trueHints = new Set(['target-below-result', 'result-without-growth', 'unexplained-term']);

function checkerOf(draft: MarkedDraft): (text: string) => Finding[] {
  const { home, neighbours, peers } = draft;
  const lastYear =
    draft.lastYear === null ? null : draftOf({ text: draft.lastYear }).context.readings;
  const outdated = draft.outdated.map((one) => ({ ...one, untilYear: null, source: null }));
  return (text) => {
    const { document, context } = draftOf(
      { text },
      { home, neighbours, peers, lastYear, outdated },
    );
    return checkReport(document, context);
  };
}

const read = (draft: MarkedDraft) => {
  const check = checkerOf(draft);
  const { sound, slips } = readSlips(draft.text);
  const saidOf = ({ rule, message }: Finding): string => `${rule} ${message}`;
  const before = check(sound);
  const known = new Set(before.map(saidOf));
  const noticed = slips.map(({ rules, text }) => {
    const fresh = check(text).filter((finding) => !known.has(saidOf(finding)));
    return {
      found: fresh.some(({ rule }) => rules.includes(rule)),
      others: fresh.filter(({ rule }) => !rules.includes(rule) && !trueHints.has(rule)),
    };
  });
  return { length: sound.length, before, noticed };
};

/** Every bank was written before the rules had seen it; how each fared then stands in decision 0062. */
describe.each(
  [slips1, slips2, slips3, slips4].map((drafts) => ({
    homes: drafts.map(({ home }) => home).join(),
    drafts,
  })),
)('slips planted one at a time in drafts of $homes', ({ drafts }) => {
  const results = drafts.map(read);
  const noticed = results.flatMap((one) => one.noticed);
  const length = results.reduce((sum, one) => sum + one.length, 0);

  it('are noticed, nine of ten at least', () => {
    expect(noticed.filter(({ found }) => found).length / noticed.length).toBeGreaterThanOrEqual(
      0.9,
    );
  });

  it('bring hardly anything else to notice', () => {
    expect(noticed.flatMap(({ others }) => others).length).toBeLessThanOrEqual(noticed.length / 10);
  });

  it('stand among at most three findings in 1,000 characters of the sound drafts', () => {
    const before = results.flatMap((one) => one.before);
    expect((before.length / length) * 1000).toBeLessThanOrEqual(3);
  });
});
