import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Brief,
  briefSchema,
  findAlteredQuotations,
  listAnnotations,
  listExcerpts,
} from './brief.ts';
import { formatCitation } from './cite.ts';
import { east, names, noteOn, spec, west } from './compose.cases.ts';
import { composeBrief } from './compose.ts';
import type { BriefSource } from './spec.ts';

const textOf = (sources: BriefSource[]) => (id: string) =>
  sources.find(({ documentId }) => documentId === id)?.text;

function excerptsPart(brief: Brief) {
  const part = brief.parts.find((candidate) => candidate.part === 'excerpts');
  if (part?.part !== 'excerpts') throw new Error('no excerpts');
  return part;
}

describe('composing a brief', () => {
  it('keeps to the documents’ and topics’ order and its own schema', () => {
    const brief = composeBrief({ ...spec, documents: ['west', 'east'] }, [east, west], names);
    expect(briefSchema.parse(JSON.parse(JSON.stringify(brief)))).toEqual(brief);
    expect(excerptsPart(brief).topics.map(({ name }) => name)).toEqual([
      '综合经济与财税',
      '美丽乡村与人居环境',
    ]);
    expect(listExcerpts(brief)[0]?.citation.town).toBe('西山镇');
  });

  it('counts what it leaves out, and says which town has nothing on a topic', () => {
    const [, rural] = excerptsPart(composeBrief(spec, [east, west], names)).topics;
    expect(rural?.tallies).toEqual([
      { town: '东河镇', documentId: 'east', total: 3, listed: 2 },
      { town: '西山镇', documentId: 'west', total: 0, listed: 0 },
    ]);
  });

  it('quotes no passage that is only a heading', () => {
    const heading = '二、人居环境明显改善。';
    const start = east.text.indexOf(heading);
    const passage = { start, end: start + heading.length, topics: ['T11'] };
    const analysis = { ...east.analysis, passages: [passage, ...east.analysis.passages] };
    const [, rural] = excerptsPart(composeBrief(spec, [{ ...east, analysis }], names)).topics;
    expect(rural?.tallies[0]).toMatchObject({ total: 4, listed: 2 });
    expect(rural?.excerpts.map(({ slices }) => slices[0]?.start)).not.toContain(start);
  });

  it('cites a passage down to its section', () => {
    const excerpt = listExcerpts(composeBrief(spec, [east, west], names)).find(({ slices }) =>
      slices[0]?.text.includes('4774'),
    );
    expect(excerpt?.citation.sectionPath).toEqual(['2018年工作回顾', '二、人居环境明显改善']);
    expect(excerpt && formatCitation(excerpt.citation)).toBe(
      '东河镇2019年报告·2018年工作回顾·二、人居环境明显改善',
    );
  });

  it('prints every note once, on the sentence it stands in, and lists it among the points', () => {
    const notes = [
      noteOn(east, '4774户'),
      noteOn(east, '完成旱厕改造4774户', { category: '存疑', note: '与附表不一' }),
      noteOn(east, '聚力发展', { category: '引用' }),
    ];
    const brief = composeBrief(spec, [{ ...east, annotations: notes }, west], names);
    expect(
      listAnnotations(brief)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(notes.map(({ id }) => id).sort());
    const excerpt = listExcerpts(brief).find(({ annotations }) => annotations.length === 2);
    expect(excerpt?.slices[0]?.text).toBe('投资430万元,完成旱厕改造4774户,群众说“日子越过越好。”');
    const points = brief.parts.flatMap((part) => (part.part === 'points' ? part.items : []));
    expect(points.map(({ quote }) => quote)).toEqual(['4774户', '完成旱厕改造4774户']);
  });

  it('quotes no chapter heading that runs into the sentence, and shows no cut there', () => {
    const text = '2018年工作回顾2018年,镇政府紧紧围绕目标,实干担当。';
    const heading = { ...east.analysis.sections[0], start: 0, end: 9 };
    const analysis = { ...east.analysis, sections: [heading], passages: [], terms: [] };
    const source = { ...east, text, analysis } as BriefSource;
    const annotated = { ...source, annotations: [noteOn(source, '实干担当')] };
    const [excerpt] = listExcerpts(
      composeBrief({ ...spec, parts: ['annotations'] }, [annotated], names),
    );
    expect(excerpt?.slices[0]?.text).toBe('2018年,镇政府紧紧围绕目标,实干担当。');
    expect(excerpt?.cutBefore).toBe(false);
  });

  it('keeps notes out when they are not asked for', () => {
    const annotated = { ...east, annotations: [noteOn(east, '4774户')] };
    const brief = composeBrief({ ...spec, parts: ['topics'] }, [annotated, west], names);
    expect(listAnnotations(brief)).toEqual([]);
  });

  it('says so when there are no notes', () => {
    expect(excerptsPart(composeBrief(spec, [east, west], names)).remarks).toEqual([
      '所选报告无批注。',
    ]);
    const onlyNotes = composeBrief({ ...spec, parts: ['annotations'] }, [east, west], names);
    expect(excerptsPart(onlyNotes).remarks).toEqual(['所选报告无批注。']);
  });

  it('chooses topics by itself: those of the notes, and up to six that most texts speak of', () => {
    const passages = ['T02', 'T03', 'T04', 'T05', 'T06', 'T07', 'T08'].map((topic, index) => ({
      start: index,
      end: index + 1,
      topics: [topic],
    }));
    const analysis = { ...east.analysis, passages: [...passages, ...east.analysis.passages] };
    const annotations = [noteOn(east, '4774户')];
    const sources = [{ ...east, analysis, annotations }, west];
    const { topics } = excerptsPart(composeBrief({ ...spec, topics: null }, sources, names));
    expect(topics).toHaveLength(6);
    expect(topics.map(({ name }) => name)).toContain('美丽乡村与人居环境');
    expect(topics[0]?.name).toBe('综合经济与财税');
  });

  it('prints a passage chosen by hand whole, under the topic chosen for it', () => {
    const start = east.text.indexOf('财源建设');
    const chosen = { documentId: 'east', start, end: start + 40, topic: 'T11' };
    const brief = composeBrief({ ...spec, excerpts: [chosen] }, [east, west], names);
    const [, rural] = excerptsPart(brief).topics;
    expect(rural?.excerpts[0]?.slices).toEqual([
      { start, end: start + 40, text: east.text.slice(start, start + 40) },
    ]);
  });

  it('sets two to four reports side by side and more of them one below the other', () => {
    const sources = ['a', 'b', 'c', 'd', 'e'].map((documentId) => ({ ...east, documentId }));
    const layoutOf = (count: number) => {
      const documents = sources.slice(0, count).map(({ documentId }) => documentId);
      const brief = composeBrief({ ...spec, layout: 'comparison', documents }, sources, names);
      return brief.parts.find(({ part }) => part === 'comparison' || part === 'excerpts')?.part;
    };
    expect([1, 2, 4, 5].map(layoutOf)).toEqual([
      'excerpts',
      'comparison',
      'comparison',
      'excerpts',
    ]);
  });

  it('explains terms only in the text’s own words', () => {
    const brief = composeBrief(spec, [east], names);
    const glossary = brief.parts.find(({ part }) => part === 'glossary');
    expect(glossary).toMatchObject({
      items: [{ term: '财源建设', explanation: { text: '财源建设扎实推进。' } }],
    });
  });

  it('never alters a quotation, never quotes words twice and never loses a note', () => {
    const offsets = fc.tuple(fc.nat(east.text.length - 1), fc.integer({ min: 1, max: 60 }));
    fc.assert(
      fc.property(
        fc.array(offsets, { maxLength: 8 }),
        fc.array(offsets, { maxLength: 3 }),
        (marks, picks) => {
          const clip = ([start, length]: [number, number]) => ({
            start,
            end: Math.min(start + length, east.text.length),
          });
          const annotations = marks.map((mark, index) => ({
            ...noteOn(east, ''),
            ...clip(mark),
            id: `note-${index}`,
          }));
          const excerpts = picks.map((pick) => ({ documentId: 'east', ...clip(pick) }));
          const sources = [{ ...east, annotations }, west];
          const brief = composeBrief({ ...spec, excerpts }, sources, names);
          expect(findAlteredQuotations(brief, textOf(sources))).toEqual([]);
          expect(
            listAnnotations(brief)
              .map(({ id }) => id)
              .sort(),
          ).toEqual(annotations.map(({ id }) => id).sort());
          for (const { slices, annotations: own } of listExcerpts(brief)) {
            for (const { spans, id } of own) {
              const original = annotations.find((annotation) => annotation.id === id);
              const words = spans.map((s) => slices[s.slice]?.text.slice(s.start, s.end)).join('');
              expect(words).toBe(east.text.slice(original?.start, original?.end));
            }
          }
          const spans = listExcerpts(brief)
            .filter(({ citation }) => citation.documentId === 'east')
            .flatMap(({ slices }) => slices)
            .sort((a, b) => a.start - b.start);
          for (const [index, slice] of spans.entries()) {
            expect(slice.start).toBeGreaterThanOrEqual(spans[index - 1]?.end ?? 0);
          }
        },
      ),
    );
  });
});

it('finds a quotation that is not what its document says', () => {
  const brief = composeBrief(spec, [east, west], names);
  const corrected = (id: string) => (id === 'west' ? west.text.replace('4003', '4004') : east.text);
  expect(findAlteredQuotations(brief, corrected).map(({ town }) => town)).toEqual(['西山镇']);
});
