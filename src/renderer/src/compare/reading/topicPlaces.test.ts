import { describe, expect, it } from 'vitest';
import type { Section, SectionRole } from '../../../../shared/report/report.ts';
import { topicPlaces } from './topicPlaces.ts';

// Synthetic: a review and a plan, each with a sentence on latrines.
const text = '一、回顾。改厕一百户成效明显效果好。修路。二、任务。改厕。';
const heading = (start: number, end: number, role: SectionRole): Section => ({
  nodeKind: 'heading',
  level: 1,
  label: null,
  heading: text.slice(start, end),
  start,
  end,
  endCertain: true,
  role,
  topics: [],
});
const sections = [heading(0, 4, 'review'), heading(21, 25, 'tasks')];
const review = { start: 5, end: 18, role: 'review' as const };
const plan = { start: 26, end: 29, role: 'tasks' as const };

describe('where a report speaks of a topic', () => {
  it('begins with what is planned, at its heading', () => {
    const { stops, first } = topicPlaces({ text, sections }, [review, plan], 'T11');
    expect(stops.map(({ start }) => start)).toEqual([0, 21]);
    expect(first).toBe(1);
  });

  it('begins under the heading on the topic, were it in the review', () => {
    const named = sections.map((each, at) => (at === 0 ? { ...each, topics: ['T11'] } : each));
    expect(topicPlaces({ text, sections: named }, [review, plan], 'T11').first).toBe(0);
  });

  it('is the review where nothing is planned', () => {
    expect(topicPlaces({ text, sections }, [review], 'T11').first).toBe(0);
  });

  it('leaves outside every character that is neither on the topic nor its heading', () => {
    const { outside } = topicPlaces({ text, sections }, [review, plan], 'T11');
    expect(outside.map(({ start, end }) => text.slice(start, end))).toEqual(['。', '修路。', '。']);
    expect(topicPlaces({ text, sections }, [], 'T11').outside).toEqual([
      { start: 0, end: text.length },
    ]);
  });

  it('stands at the sentence itself where others come before it', () => {
    const late = { start: 18, end: 21, role: 'review' as const };
    expect(topicPlaces({ text, sections }, [late], 'T11').stops[0]?.start).toBe(18);
  });
});
