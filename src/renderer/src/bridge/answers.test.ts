import { expect, it } from 'vitest';
import { keepAnswer, questionKey, readAnswer } from './answers.ts';

it('gives back the object shown before where a new answer says the same', () => {
  const first = keepAnswer('reports.list {}', { reports: [{ id: 'a' }] });
  expect(keepAnswer('reports.list {}', { reports: [{ id: 'a' }] })).toBe(first);
  expect(keepAnswer('reports.list {}', { reports: [] })).toEqual({ reports: [] });
});

it('tells questions apart by route and input', () => {
  expect(questionKey('reports.get', { id: 'a' })).not.toBe(questionKey('reports.get', { id: 'b' }));
});

it('lets go of the answers that were kept longest ago', () => {
  keepAnswer('oldest', 1);
  for (let n = 0; n < 60; n += 1) keepAnswer(`question ${n}`, n);
  expect(readAnswer('oldest')).toBeUndefined();
  expect(readAnswer('question 59')).toBe(59);
});
