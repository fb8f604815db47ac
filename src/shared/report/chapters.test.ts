import { expect, it } from 'vitest';
import { chapterTitles, noChapters } from './chapters.cases.ts';
import { findChapters } from './chapters.ts';
import { shippedKnowledge } from './sample.cases.ts';
import { readView } from './view.ts';

/** The titles found in sentences that are glued together. */
function titlesIn(sentences: string): string[] {
  const before = '各位代表:现在报告工作。全年新建道路12公里,群众满意度达到98%。';
  const view = readView(`${before}${sentences}全年投入资金80万元。`);
  return findChapters(view, 5, shippedKnowledge.headingEnds.statistics).map(({ start, end }) =>
    view.text.slice(start, end),
  );
}

it.each(chapterTitles.flatMap(([titles, bodies]) => titles.map((title) => ({ title, bodies }))))(
  'finds $title glued to its body',
  ({ title, bodies }) => {
    expect(bodies.map((body) => titlesIn(title + body))).toEqual(bodies.map(() => [title]));
  },
);

it.each(noChapters)('finds no title in “%s”', (sentence) => {
  expect(titlesIn(sentence)).toEqual([]);
});
