import { describe, expect, it } from 'vitest';
import type { ListedPassage, ListedTopic } from '../../../shared/brief/listed.ts';
import type { BriefDraft } from './draft.ts';
import {
  clausesOf,
  cutPassage,
  isCut,
  movePassage,
  refilePassage,
  takeOut,
  toggleClause,
} from './passages.ts';

const passage = (documentId: string, start: number, notes: string[] = []): ListedPassage => ({
  excerptId: `q-${start}`,
  documentId,
  town: '',
  start,
  end: start + 10,
  text: '改厕八百户,村村通。',
  cuts: [],
  notes,
});
const [first, second, third] = [passage('a', 0), passage('a', 20, ['n']), passage('b', 5)];
const listed: ListedTopic[] = [
  { topic: 'T11', name: '人居环境', passages: [first, second] },
  { topic: 'T02', name: '项目', passages: [third] },
];
const draft: BriefDraft = { title: '三镇', documents: ['a', 'b'] };
const starts = ({ excerpts = [] }: BriefDraft) => excerpts.map(({ start }) => start);

describe('passages changed by hand', () => {
  it('leave the page as it was but for the change', () => {
    const out = takeOut(draft, listed, second);
    expect(out).toMatchObject({ chosenOnly: true, topics: ['T11', 'T02'], omittedNotes: ['n'] });
    expect(starts(out)).toEqual([0, 5]);
  });

  it('move within their topic alone', () => {
    expect(starts(movePassage(draft, listed, 'T11', [0, 1]))).toEqual([20, 0, 5]);
    expect(starts(movePassage(draft, listed, 'T11', [1, 2]))).toEqual([0, 20, 5]);
  });

  it('go under another topic, which is printed then', () => {
    const { topics, excerpts = [] } = refilePassage(draft, listed, first, 'T20');
    expect(topics).toEqual(['T11', 'T02', 'T20']);
    expect(excerpts.at(-1)).toEqual({ documentId: 'a', start: 0, end: 10, topic: 'T20' });
  });

  it('keep what was cut, and forget it when it is taken in again', () => {
    const cuts = [{ start: 20, end: 26 }];
    const cut = cutPassage(draft, listed, second, cuts);
    expect(cut.excerpts?.[1]?.cuts).toEqual(cuts);
    expect(cutPassage(draft, listed, second, []).excerpts?.[1]).not.toHaveProperty('cuts');
  });
});

describe('cutting a quotation', () => {
  const text = '投资430万元,完成改厕4774户,群众说“好。”';
  const clauses = clausesOf({ text, start: 100 });

  it('is offered clause by clause, and the clauses are the whole of it', () => {
    expect(clauses.map(({ start, end }) => text.slice(start - 100, end - 100))).toEqual([
      '投资430万元,',
      '完成改厕4774户,',
      '群众说“好。”',
    ]);
  });

  it('leaves a clause out and takes it in again', () => {
    const [one, two] = clauses as [(typeof clauses)[0], (typeof clauses)[0]];
    const both = toggleClause(toggleClause([], one), two);
    expect(both).toEqual([{ start: one.start, end: two.end }]);
    expect(isCut(both, one)).toBe(true);
    expect(toggleClause(both, one)).toEqual([two]);
    expect(toggleClause(toggleClause(both, one), two)).toEqual([]);
  });
});
