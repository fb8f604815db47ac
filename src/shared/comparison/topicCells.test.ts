import { expect, it } from 'vitest';
import { scoreTopicCells } from './topicCells.cases.ts';

it('puts into the cells of three town reports what a careful reader would, and little else', () => {
  const scores = scoreTopicCells();
  const sum = (field: 'wanted' | 'found' | 'shown' | 'fitting'): number =>
    scores.reduce((total, score) => total + score[field], 0);
  expect(scores).toHaveLength(12);
  expect(sum('found') / sum('wanted')).toBeGreaterThanOrEqual(0.92);
  expect(sum('fitting') / sum('shown')).toBeGreaterThanOrEqual(0.9);
});
