import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision, DecisionChoice } from '../../shared/contract/schemas/report.ts';
import type { ReportAnalysis, Section } from '../../shared/report/report.ts';
import { applyDecisions } from './corrections.ts';

const LENGTH = 100;

function section(start: number, level: number): Section {
  const span = { start, end: start + 5 };
  const heading = { nodeKind: 'heading' as const, level, label: null, heading: '标题' };
  return { ...span, ...heading, endCertain: true, role: 'review', topics: ['T01'] };
}

const found: ReportAnalysis = {
  kind: 'annual-report',
  metadata: {
    ...{ statedLocality: null, actualLocality: '甲镇', county: null, prefecture: null },
    ...{ province: null, reviewYear: 2018, planYear: 2019, meeting: null, congressTerm: null },
    ...{ sessionNumber: null, deliveredOn: null, speaker: null, speakerTitle: null },
    ...{ signedBy: null, retrievedOn: null, sourceLabel: null },
  },
  evidence: [],
  // A chapter over two sections, and another chapter.
  sections: [section(10, 1), section(20, 2), section(40, 2), section(70, 1)],
  passages: [
    { start: 25, end: 32, topics: ['T01'] },
    { start: 32, end: 40, topics: ['T02'] },
    { start: 45, end: 60, topics: ['T01'] },
  ],
  roles: [
    { start: 0, end: 10, role: 'opening' },
    { start: 10, end: 100, role: 'review' },
  ],
  terms: [],
  notices: [],
};

let last = 0;
function decided(choice: DecisionChoice): Decision {
  last += 1;
  return { id: String(last), decidedAt: '2024-01-01', ...choice };
}

const chapter = decided({ field: 'role', value: { start: 10, end: 70, role: 'tasks' } });
const within = decided({ field: 'role', value: { start: 40, end: 70, role: 'livelihood' } });

describe('what the person decided about a document', () => {
  it('gives a section and all below it the role chosen for it, and nothing else', () => {
    const { sections, roles } = applyDecisions(found, [chapter], LENGTH);
    expect(sections.map(({ role }) => role)).toEqual(['tasks', 'tasks', 'tasks', 'review']);
    expect(roles).toEqual([
      { start: 0, end: 10, role: 'opening' },
      { start: 10, end: 70, role: 'tasks' },
      { start: 70, end: 100, role: 'review' },
    ]);
  });

  it.each([
    ['before', [within, chapter]],
    ['after', [chapter, within]],
  ])('keeps the choice for a section decided %s the one for its chapter', (_when, decisions) => {
    const { sections, roles } = applyDecisions(found, decisions, LENGTH);
    expect(sections.map(({ role }) => role)).toEqual(['tasks', 'tasks', 'livelihood', 'review']);
    expect(roles?.map(({ role }) => role)).toEqual(['opening', 'tasks', 'livelihood', 'review']);
  });

  it('moves one sentence to another topic and leaves its section and its neighbours', () => {
    const move = decided({ field: 'topics', value: { start: 25, end: 32, topics: ['T07'] } });
    const { passages, sections } = applyDecisions(found, [move], LENGTH);
    expect(passages.map(({ topics }) => topics)).toEqual([['T07'], ['T02'], ['T01']]);
    expect(sections).toEqual(found.sections);
  });

  it('moves a whole section with its sentences', () => {
    const move = decided({ field: 'topics', value: { start: 20, end: 40, topics: ['T07'] } });
    const { passages, sections } = applyDecisions(found, [move], LENGTH);
    expect(passages.map(({ topics }) => topics)).toEqual([['T07'], ['T07'], ['T01']]);
    expect(sections.map(({ topics }) => topics[0])).toEqual(['T01', 'T07', 'T01', 'T01']);
  });

  it('holds for a newer reading that cuts sections and sentences otherwise', () => {
    const newer = {
      ...found,
      sections: [section(12, 1), section(50, 2), section(80, 1)],
      passages: [{ start: 24, end: 33, topics: ['T03'] }],
    };
    const move = decided({ field: 'topics', value: { start: 25, end: 32, topics: ['T07'] } });
    const after = applyDecisions(newer, [chapter, move], LENGTH);
    expect(after.sections.map(({ role }) => role)).toEqual(['tasks', 'tasks', 'review']);
    expect(after.passages[0]?.topics).toEqual(['T07']);
  });

  it('takes facts as decided, 未见 among them, the later word of two', () => {
    const { kind, metadata } = applyDecisions(
      found,
      [
        decided({ field: 'reviewYear', value: 2016 }),
        decided({ field: 'reviewYear', value: 2017 }),
        decided({ field: 'planYear', value: null }),
        decided({ field: 'kind', value: 'draft' }),
      ],
      LENGTH,
    );
    expect([kind, metadata.reviewYear, metadata.planYear]).toEqual(['draft', 2017, null]);
  });

  it('keeps roles in order, covering the text without overlap, whatever is decided', () => {
    const stretch = fc
      .tuple(fc.nat(LENGTH - 1), fc.integer({ min: 1, max: LENGTH }))
      .map(([start, length]) => ({ start, end: Math.min(LENGTH, start + length) }));
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 6 }), (spans) => {
        const decisions = spans.map((span) =>
          decided({ field: 'role', value: { ...span, role: 'targets' } }),
        );
        let at = 0;
        for (const { start, end } of applyDecisions(found, decisions, LENGTH).roles ?? []) {
          expect(start).toBe(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBe(LENGTH);
      }),
    );
  });
});
