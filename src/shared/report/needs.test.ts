import { expect, it } from 'vitest';
import { needRank } from './needs.ts';

it('puts first what needs the person, and articles last', () => {
  const notice = (code: string) => [{ code }];
  const report = { kind: 'annual-report', conflict: null, notices: [] } as const;
  const article = { ...report, kind: 'article' } as const;
  const ranks = [
    { ...report, conflict: {} },
    { ...report, notices: notice('year-missing') },
    { ...report, notices: notice('facts-uncertain') },
    { ...report, notices: notice('locality-conflict') },
    { ...article, notices: notice('heading-ends-uncertain') },
  ].map(needRank);
  expect(ranks).toEqual([0, 1, 2, 3, 4]);
});
