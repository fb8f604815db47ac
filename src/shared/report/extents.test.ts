import { describe, expect, it } from 'vitest';
import { sectionExtents, sectionPathAt } from './extents.ts';
import type { Section } from './report.ts';

const at = (start: number, level: number, heading: string): Section => ({
  nodeKind: 'heading',
  level,
  label: null,
  heading,
  start,
  end: start + heading.length,
  endCertain: true,
  role: null,
  topics: [],
});

const sections = [
  at(5, 1, '回顾'),
  at(10, 2, '一、'),
  at(20, 3, '(一)'),
  at(30, 2, '二、'),
  at(40, 1, '安排'),
];

describe('the extent of sections', () => {
  it('reaches to the next section that is not below', () => {
    expect(sectionExtents(sections, 60).map(({ end }) => end)).toEqual([40, 30, 30, 40, 60]);
  });

  it('names the headings a place stands under, outermost first', () => {
    const pathAt = (offset: number) =>
      sectionPathAt(sections, offset).map(({ heading }) => heading);
    expect(pathAt(2)).toEqual([]);
    expect(pathAt(22)).toEqual(['回顾', '一、', '(一)']);
    expect(pathAt(35)).toEqual(['回顾', '二、']);
    expect(pathAt(41)).toEqual(['安排']);
  });
});
