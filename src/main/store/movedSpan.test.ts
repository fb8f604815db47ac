import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createSpanMover } from './movedSpan.ts';

it('moves what stands behind a correction and grows what stands around it', () => {
  const before = '全年改厕八百户，新修道路三公里。';
  const after = '全年改厕八百零二户，新修道路三公里。';
  const move = createSpanMover(before, after);
  const place = (words: string) => ({
    start: before.indexOf(words),
    end: before.indexOf(words) + words.length,
  });
  const words = (span: { start: number; end: number } | undefined) =>
    span && after.slice(span.start, span.end);
  expect(words(move(place('全年改厕')))).toBe('全年改厕');
  expect(words(move(place('新修道路三公里')))).toBe('新修道路三公里');
  expect(words(move(place('改厕八百户，新修')))).toBe('改厕八百零二户，新修');
});

it('knows nothing of a stretch that the correction cut into', () => {
  const move = createSpanMover('甲乙丙丁', '甲戊己丁');
  expect(move({ start: 0, end: 2 })).toBeUndefined();
  expect(move({ start: 2, end: 4 })).toBeUndefined();
});

it('leaves a stretch before every change alone, and never leads out of the text', () => {
  const words = fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), maxLength: 16 });
  fc.assert(
    fc.property(words, words, fc.nat(16), fc.nat(16), (before, after, from, length) => {
      const span = { start: from, end: from + length + 1 };
      fc.pre(span.end <= before.length);
      const moved = createSpanMover(before, after)(span);
      if (after.startsWith(before.slice(0, span.end))) expect(moved).toEqual(span);
      if (moved === undefined) return;
      expect(moved.start).toBeGreaterThanOrEqual(0);
      expect(moved.end).toBeLessThanOrEqual(after.length);
      expect(moved.start).toBeLessThan(moved.end);
    }),
  );
});
