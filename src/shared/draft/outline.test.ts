import { expect, it } from 'vitest';
import type { Section } from '../report/report.ts';
import { outlineOf } from './outline.ts';

const text = '2018年工作回顾一、经济发展修了路。二、2019年工作任务要抓好2035年远景。';
const section = (
  words: string,
  level: number,
  nodeKind: Section['nodeKind'] = 'heading',
): Section => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
  nodeKind,
  level,
  label: null,
  heading: words,
  endCertain: true,
  role: null,
  topics: [],
});
const metadata = { reviewYear: 2018, planYear: 2019 } as Parameters<
  typeof outlineOf
>[1]['metadata'];

it('takes the headings without their text and moves the report’s own years on', () => {
  const sections = [
    section('2018年工作回顾', 1),
    section('一、经济发展', 2),
    section('二、2019年工作任务', 1),
    section('修了路', 3, 'item'),
  ];
  expect(
    outlineOf(text, { sections, metadata }, 2020).map(({ level, text: words }) => [level, words]),
  ).toEqual([
    [1, '2019年工作回顾'],
    [2, '一、经济发展'],
    [1, '二、2020年工作任务'],
  ]);
});

it('leaves other years alone', () => {
  const sections = [section('要抓好2035年远景', 1)];
  expect(outlineOf(text, { sections, metadata }, 2020)[0]?.text).toBe('要抓好2035年远景');
});
