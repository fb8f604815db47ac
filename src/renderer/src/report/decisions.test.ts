import { expect, it } from 'vitest';
import type { Decision, ReportDetail } from '../../../shared/contract/schemas/report.ts';
import { decisionOn, sentencesOf, topicsIn } from './decisions.ts';

const report = {
  passages: [
    { start: 0, end: 10, topics: ['T01'] },
    { start: 10, end: 25, topics: ['T02', 'T01'] },
    { start: 25, end: 40, topics: [] },
  ],
} as unknown as ReportDetail;

it('speaks of the whole sentences that a selection touches', () => {
  expect(sentencesOf(report, { start: 4, end: 12 })).toEqual({ start: 0, end: 25 });
  expect(sentencesOf(report, { start: 12, end: 13 })).toEqual({ start: 10, end: 25 });
  expect(sentencesOf(report, { start: 50, end: 60 })).toBeNull();
});

it('names each topic of the sentences once', () => {
  expect(topicsIn(report, { start: 0, end: 40 })).toEqual(['T01', 'T02']);
  expect(topicsIn(report, { start: 25, end: 40 })).toEqual([]);
});

it('finds the last decision about exactly the stretch', () => {
  const value = { start: 10, end: 40 };
  const decisions: Decision[] = [
    { id: 'a', decidedAt: '', field: 'role', value: { ...value, role: 'tasks' } },
    { id: 'b', decidedAt: '', field: 'role', value: { ...value, role: 'review' } },
    { id: 'c', decidedAt: '', field: 'role', value: { start: 10, end: 41, role: 'tasks' } },
    { id: 'd', decidedAt: '', field: 'topics', value: { ...value, topics: [] } },
  ];
  expect(decisionOn(decisions, 'role', value)?.id).toBe('b');
  expect(decisionOn(decisions, 'topics', value)?.id).toBe('d');
  expect(decisionOn(decisions, 'role', { start: 0, end: 1 })).toBeUndefined();
});
