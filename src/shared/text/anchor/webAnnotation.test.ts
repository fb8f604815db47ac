import { describe, expect, it } from 'vitest';
import { describePassage } from './describePassage.ts';
import { toWebAnnotation } from './webAnnotation.ts';

describe('a note as a W3C Web Annotation', () => {
  const text = '下辖𠮷家庄等村。投资430万元,完成旱厕改造4774户。';
  const start = text.indexOf('完成');
  const annotation = toWebAnnotation(
    {
      id: '7f0c7c0e-6a6d-4d3c-9d6b-6b8c5d1e2f30',
      note: '户均不足一千元,可借鉴',
      category: '借鉴',
      tags: ['改厕'],
      author: '王干事',
      createdAt: '2019-05-06T01:00:00.000Z',
      updatedAt: '2019-05-07T01:00:00.000Z',
      targets: [
        {
          documentId: '0f6a3c36-1be1-4c6a-8b55-2f2a9f6b7c11',
          anchor: describePassage(text, { start, end: start + 10 }),
        },
      ],
    },
    () => text,
  );

  it('counts positions in code points, as the model says', () => {
    const selectors = annotation.target[0]?.selector ?? [];
    const position = selectors.find((each) => each.type === 'TextPositionSelector');
    const quote = selectors.find((each) => each.type === 'TextQuoteSelector');
    const [from, to] = [position?.start ?? 0, position?.end ?? 0];
    expect([...text].slice(from, to).join('')).toBe(quote?.exact);
    expect(from).toBe(start - 1);
  });

  it('carries the note, its category and its tags as separate bodies', () => {
    expect(annotation.body.map(({ purpose, value }) => [purpose, value])).toEqual([
      ['commenting', '户均不足一千元,可借鉴'],
      ['classifying', '借鉴'],
      ['tagging', '改厕'],
    ]);
    expect(annotation.creator).toEqual({ type: 'Person', name: '王干事' });
    expect(JSON.parse(JSON.stringify(annotation))).toEqual(annotation);
  });
});
