import { expect, it } from 'vitest';
import { documentOf } from './documents.cases.ts';
import { outlines } from './outlines.ts';

it('lists the headings of each report without the items of its lists', () => {
  const town = documentOf('丙', [
    { level: 1, heading: '工作任务' },
    { level: 2, label: '1.', heading: '修路', nodeKind: 'item' },
    { level: 1, heading: '自身建设' },
  ]);
  const [outline] = outlines([town]);
  expect(outline?.documentId).toBe('丙');
  expect(outline?.sections.map(({ heading }) => heading)).toEqual(['工作任务', '自身建设']);
});
