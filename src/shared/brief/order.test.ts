import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAlteredQuotations, listExcerpts } from './brief.ts';
import { east, names, noteOn, spec, west } from './compose.cases.ts';
import { composeBrief } from './compose.ts';
import { renderBriefHtml } from './html.ts';
import { orderParts } from './order.ts';

const noted = { ...east, annotations: [noteOn(east, '4774户')] };
const partsOf = (part: Partial<typeof spec>) =>
  composeBrief({ ...spec, ...part }, [noted, west], names).parts.map(({ part: name }) => name);
const spanOf = (words: string) => {
  const start = east.text.indexOf(words);
  return { start, end: start + words.length };
};

describe('the order of a brief', () => {
  it('is that in which the parts were named', () => {
    expect(partsOf({ parts: ['sources', 'borrow', 'topics', 'notes', 'indicators'] })).toEqual([
      'sources',
      'points',
      'excerpts',
      'indicators',
    ]);
  });

  it('takes notes for passages, points to borrow and points to check where nothing finer is said', () => {
    expect(orderParts({ parts: ['annotations', 'sources'] })).toEqual({
      order: ['editor-note', 'topics', 'borrow', 'check', 'sources'],
      withNotes: true,
    });
    expect(orderParts({ parts: ['check', 'topics', 'annotations'] }).order).toEqual([
      'editor-note',
      'check',
      'topics',
    ]);
  });

  it('puts passages chosen by hand after the figures where no place was named for them', () => {
    const excerpts = [{ documentId: 'east', ...spanOf('栽植苗木3万株。') }];
    expect(orderParts({ parts: ['indicators', 'sources'], excerpts }).order).toEqual([
      'editor-note',
      'indicators',
      'topics',
      'sources',
    ]);
  });

  it('prints no part twice, whatever is named how often', () => {
    const part = fc.constantFrom(
      'notes',
      'annotations',
      'topics',
      'borrow',
      'editor-note' as const,
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const { order } = orderParts({ parts });
        expect(new Set(order).size).toBe(order.length);
      }),
    );
  });

  it('has the person’s own headings and words, and no 编者按 of which nothing is written', () => {
    const leads = { check: '请各站所核。', sources: '均为公开资料。' };
    const brief = composeBrief(
      { ...spec, headings: { sources: '资料来源' }, leads, editorNote: ' \n ' },
      [noted, west],
      names,
    );
    expect(brief.parts[0]?.part).toBe('indicators');
    expect(brief.parts.find(({ part }) => part === 'sources')).toMatchObject({
      heading: '资料来源',
      lead: ['均为公开资料。'],
    });
    expect(renderBriefHtml(brief, { marks: 'preview' })).toContain('<p>均为公开资料。</p>');
  });
});

describe('passages chosen by hand', () => {
  const rural = (part: Partial<typeof spec>) =>
    listExcerpts(
      composeBrief({ ...spec, topics: ['T11'], parts: ['topics'], ...part }, [east, west], names),
    ).map(({ slices, cutBefore, cutAfter }) =>
      [cutBefore && '……', slices.map(({ text }) => text).join('……'), cutAfter && '……']
        .filter(Boolean)
        .join(''),
    );
  const pick = (words: string, cuts: string[] = []) => ({
    documentId: 'east',
    ...spanOf(words),
    topic: 'T11',
    cuts: cuts.map(spanOf),
  });

  it('stand in the order the person put them, alone where nothing is to be filled up', () => {
    const excerpts = [pick('栽植苗木3万株。'), pick('清运垃圾、整治水体,环境卫生走在前列。')];
    expect(rural({ excerpts, chosenOnly: true })).toEqual([
      '栽植苗木3万株。',
      '清运垃圾、整治水体,环境卫生走在前列。',
    ]);
    expect(rural({ excerpts }).length).toBeGreaterThanOrEqual(2);
  });

  it('can be cut in the middle and at their ends, and say so with ……', () => {
    const words = '投资430万元,完成旱厕改造4774户,群众说“日子越过越好。”';
    expect(rural({ excerpts: [pick(words, ['完成旱厕改造4774户,'])], chosenOnly: true })).toEqual([
      '投资430万元,……群众说“日子越过越好。”',
    ]);
    expect(
      rural({
        excerpts: [pick(words, ['投资430万元,', '群众说“日子越过越好。”'])],
        chosenOnly: true,
      }),
    ).toEqual(['……完成旱厕改造4774户,……']);
  });

  it('cannot be altered, cut to nothing, or lose words that a note stands on, by any cuts', () => {
    const offset = fc.nat(east.text.length);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(offset, offset), { maxLength: 6 }),
        fc.tuple(offset, offset),
        (pairs, [a, b]) => {
          const excerpts = [
            {
              documentId: 'east',
              start: Math.min(a, b),
              end: Math.max(a, b) + 1,
              cuts: pairs.map(([from, to]) => ({ start: from, end: to })),
            },
          ];
          const brief = composeBrief({ ...spec, parts: ['notes'], excerpts }, [noted, west], names);
          expect(
            findAlteredQuotations(brief, (id) => (id === 'east' ? east.text : west.text)),
          ).toEqual([]);
          const [{ spans, slice } = { spans: [], slice: undefined }] = listExcerpts(brief).flatMap(
            ({ annotations, slices }) =>
              annotations.map((each) => ({
                spans: each.spans,
                slice: slices[each.spans[0]?.slice ?? -1],
              })),
          );
          expect(slice?.text.slice(spans[0]?.start, spans[0]?.end)).toBe('4774户');
        },
      ),
    );
  });

  it('leave out a note the person kept out, and rows taken from the figures', () => {
    const [note] = noted.annotations;
    const brief = composeBrief({ ...spec, omittedNotes: [note?.id ?? ''] }, [noted, west], names);
    expect(listExcerpts(brief).flatMap(({ annotations }) => annotations)).toEqual([]);
  });
});
