import { describe, expect, it } from 'vitest';
import type { Section, SectionRole } from '../report/report.ts';
import { pathTo, placeName, roleOf } from './passagePlace.ts';
import { leadOf, outsideTopics, type Part, viewTopics } from './topicsView.ts';

// Two synthetic reports.
const texts = [
  { text: '改造旱厕100户。种植绿化树。存在短板。' },
  { text: '计划改造旱厕200户。新建道路。' },
];
const passage = (start: number, end: number, role: SectionRole | null) => ({ start, end, role });
const topics = [
  {
    id: 'T11',
    name: '美丽乡村',
    cells: [
      {
        documentId: 'a',
        passages: [passage(0, 9, 'review'), passage(9, 15, 'review')],
        scattered: false,
      },
      { documentId: 'b', passages: [passage(0, 11, 'tasks')], scattered: true },
    ],
  },
  {
    id: 'T10',
    name: '镇村建设',
    cells: [
      { documentId: 'a', passages: [], scattered: false },
      { documentId: 'b', passages: [passage(11, 16, 'livelihood')], scattered: true },
    ],
  },
];
const starts = (part: Part, words = '') =>
  viewTopics(topics, texts, { part, words, topics: [] }).map(({ id, cells }) => [
    id,
    ...cells.map(({ passages }) => passages.map(({ start }) => start)),
  ]);

describe('topics in sight', () => {
  it('are all of them in the whole text, also those nobody mentions in a part', () => {
    expect(starts('all')).toEqual([
      ['T11', [0, 9], [0]],
      ['T10', [], [11]],
    ]);
    expect(starts('shortcomings')).toEqual([
      ['T11', [], []],
      ['T10', [], []],
    ]);
  });

  it('count livelihood projects among what is planned', () => {
    expect(starts('plan')).toEqual([
      ['T11', [], [0]],
      ['T10', [], [11]],
    ]);
  });

  it('are the livelihood projects alone, and the topics asked for', () => {
    expect(starts('livelihood')).toEqual([
      ['T11', [], []],
      ['T10', [], [11]],
    ]);
    const asked = viewTopics(topics, texts, { part: 'all', words: '', topics: ['T10'] });
    expect(asked.map(({ id }) => id)).toEqual(['T10']);
  });

  it('say where the passages are that the part does not have', () => {
    const [row] = viewTopics(topics, texts, { part: 'plan', words: '', topics: [] });
    expect(row?.cells.map(({ elsewhere }) => elsewhere)).toEqual([
      { part: 'review', count: 2 },
      null,
    ]);
  });

  it('are those with the words typed, whatever their widths', () => {
    expect(starts('all', '旱厕')).toEqual([['T11', [0], [0]]]);
    expect(starts('all', '旱厕 ２００')).toEqual([['T11', [], [0]]]);
    expect(starts('all', '机场')).toEqual([]);
  });

  it('begin with the topic that the words name', () => {
    const [first, second] = topics;
    if (!first || !second) throw new Error('two topics are needed');
    const shown = viewTopics([first, { ...second, name: '旱厕改造' }], texts, {
      part: 'all',
      words: '旱厕',
      topics: [],
    });
    expect(shown.map(({ id }) => id)).toEqual(['T10', 'T11']);
  });

  it('are whole where the words name the topic', () => {
    expect(starts('all', '乡村')).toEqual([['T11', [0, 9], [0]]]);
  });
});

describe('a folded cell', () => {
  const text = '发展势头良好。农业。流转土地6600亩。统筹推进。招商32人。';
  const before = { start: 0, end: 7 };
  const amount = { start: 10, end: 19 };
  const after = { start: 19, end: 24 };
  const other = { start: 24, end: 30 };
  const spans = [before, amount, after, other];
  const heading = { level: 1, start: 7, end: 10, topics: ['T11'] } as unknown as Section;
  const report = {
    text,
    sections: [heading],
    passages: [
      { ...amount, topics: ['T11', 'T12'] },
      { ...other, topics: ['T02', 'T11'] },
    ],
  };

  it('shows the passage under a heading on the topic that states an amount', () => {
    expect(leadOf(spans, report, 'T11')).toBe(amount);
  });

  it('shows the first under the heading where the amount is another topic’s', () => {
    expect(leadOf([before, after, other], report, 'T11')).toBe(after);
  });

  it('shows the first that states an amount where there is no heading, else the first', () => {
    expect(leadOf(spans, report, 'T02')).toBe(other);
    expect(leadOf(spans, report, 'T12')).toBe(before);
  });
});

describe('what stands outside all topics', () => {
  it('is each sentence that is in no row', () => {
    const report = (text: string, column: number, passages: { start: number; end: number }[]) => ({
      documentId: String(column),
      text,
      sections: [],
      passages: passages.map((span) => ({ ...span, topics: [] })),
    });
    const reports = [
      report(texts[0]?.text ?? '', 0, [
        { start: 0, end: 9 },
        { start: 15, end: 20 },
      ]),
      report(texts[1]?.text ?? '', 1, []),
    ];
    const row = outsideTopics(topics, reports);
    expect(row.cells.map(({ passages }) => passages)).toEqual([
      [{ start: 15, end: 20, role: null }],
      [],
    ]);
  });
});

describe('the place a passage is said to come from', () => {
  const section = (
    start: number,
    level: number,
    label: string | null,
    more: Partial<Section> = {},
  ): Section => ({
    nodeKind: 'heading',
    level,
    label,
    heading: '',
    start,
    end: start + 1,
    endCertain: true,
    role: null,
    topics: [],
    ...more,
  });
  const sections = [
    section(0, 1, '二、', { role: 'tasks' }),
    section(10, 2, '(一)'),
    section(20, 3, '1.'),
    section(30, 2, '四、'),
    section(40, 3, '一是'),
    section(50, 2, '五、', { role: 'livelihood' }),
    section(60, 3, '7.', { nodeKind: 'item' }),
  ];
  const nameAt = (offset: number) => {
    const path = pathTo(sections, offset);
    return placeName(path, roleOf(path));
  };

  it.each([
    [5, '任务'],
    [12, '任务（一）'],
    [25, '任务（一）1'],
    [35, '任务四'],
    [45, '任务四·一是'],
    [55, '实事五'],
    [65, '实事第7件'],
  ])('at %i is %s', (offset, name) => {
    expect(nameAt(offset)).toBe(name);
  });
});
