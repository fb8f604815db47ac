import { expect, it } from 'vitest';
import { movedTopics } from './movedTopics.ts';

it('moves a passage from one row to another and leaves it in the rest', () => {
  expect(movedTopics(['T11', 'T12'], 'T11', 'T10')).toEqual(['T10', 'T12']);
  expect(movedTopics(['T11', 'T12'], 'T11', 'T12')).toEqual(['T12']);
  expect(movedTopics(['T01', 'T02', 'T03', 'T04'], 'T01', 'T05')).toEqual(['T05', 'T02', 'T03']);
});

it('gives a passage chosen in the text one topic, or none', () => {
  expect(movedTopics(['T11', 'T12'], null, 'T10')).toEqual(['T10']);
  expect(movedTopics(['T11'], 'T11', null)).toEqual([]);
});
