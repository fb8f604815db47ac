import { describe, expect, it } from 'vitest';
import type { Section } from '../report/report.ts';
import { sameSection } from './sameSection.ts';

/** A made-up report: a line a heading, its level in front. */
const lines: [number, string][] = [
  [1, '2018年工作回顾'],
  [2, '（一）农村改厕稳步推进'],
  [2, '（二）工业经济'],
  [1, '2019年工作任务'],
  [2, '（一）工业经济'],
  [2, '（二）民生保障'],
];
const text = lines.map(([, words]) => `${words}\n写了几句。\n`).join('');
let last = 0;
const sections = lines.map(([level, heading]): Section => {
  const start = text.indexOf(heading, last);
  last = start + heading.length;
  return {
    start,
    end: last,
    nodeKind: 'heading',
    level,
    label: null,
    heading,
    endCertain: true,
    role: null,
    topics: [],
  };
});
const find = (...headings: string[]) => {
  const span = sameSection(text, sections, headings);
  return span && text.slice(span.start, span.end);
};

describe('the section of last year that stands where the draft is', () => {
  it('is found by its heading, whatever its number and year', () => {
    expect(find('2019年工作回顾', '（三）农村改厕稳步推进')).toBe(
      '（一）农村改厕稳步推进\n写了几句。\n',
    );
  });

  it('is a chapter with all its sections where the draft is at a chapter', () => {
    expect(find('2019年工作回顾')).toMatch(
      /^2018年工作回顾(?:.|\n)*（二）工业经济\n写了几句。\n$/u,
    );
  });

  it('is, of two with the same heading, the one in the same chapter', () => {
    expect(find('2020年工作任务', '二、工业经济')).toBe('（一）工业经济\n写了几句。\n');
    expect(text.indexOf(find('2019年工作回顾', '二、工业经济') ?? '无')).toBeLessThan(
      text.indexOf('2019年工作任务'),
    );
  });

  it('is none where nothing is like it, or nothing is being written', () => {
    expect(find('2020年工作任务', '（五）教育卫生')).toBeNull();
    expect(find()).toBeNull();
  });
});
