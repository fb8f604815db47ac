import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describePassage } from './describePassage.ts';
import { matchCases } from './matchPassage.cases.ts';
import { matchPassage } from './matchPassage.ts';
import { occurrencesOf } from './occurrences.ts';
import {
  editOnce,
  formulaicText,
  isOwnPlace,
  seededRandom,
  trackText,
  truePlace,
} from './trackedText.cases.ts';

describe('a note in a corrected text', () => {
  it.each(matchCases)('$name', ({ before, quote, which = 0, after, state, ...expected }) => {
    const start = occurrencesOf(before, quote)[which] as number;
    const anchor = describePassage(before, { start, end: start + quote.length });
    const match = matchPassage(after, anchor);
    expect(match.state).toBe(state);
    if (match.state === 'anchored') {
      expect(after.slice(match.span.start, match.span.end)).toBe(quote);
      expect(after.slice(0, match.span.start).endsWith(expected.standsAfter as string)).toBe(true);
    }
    if (match.state === 'review') {
      const [first] = match.candidates;
      expect(after.slice(first?.start, first?.end)).toBe(expected.firstCandidate);
    }
  });

  it('never goes to another sentence silently and is never lost, whatever is edited', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const random = seededRandom(seed);
        const before = formulaicText(random, 10 + Math.floor(random() * 30));
        const start = Math.floor(random() * (before.length - 2));
        const note = {
          start,
          end: Math.min(before.length, start + 2 + Math.floor(random() * 40)),
        };
        const anchor = describePassage(before, note);
        let now = trackText(before);
        for (let edits = 1 + Math.floor(random() * 6); edits > 0; edits -= 1) {
          now = editOnce(now, random);
        }
        const match = matchPassage(now.text, anchor);
        if (match.state === 'anchored') {
          expect(isOwnPlace(now, note, match.span)).toBe(true);
        } else {
          const own = truePlace(now, note);
          const offered = match.state === 'review' ? match.candidates : [];
          if (own) expect(offered).toContainEqual(own);
        }
      }),
      { numRuns: 800 },
    );
  });
});
