import { describe, expect, it } from 'vitest';
import { compareByTopic } from './compareByTopic.ts';
import { detailedTown, documentOf, mixedTown } from './documents.cases.ts';

const vocabulary = [
  { id: 'T03', name: '招商引资与双招双引', strong: ['引进'], weak: [] },
  { id: 'T11', name: '美丽乡村与人居环境', strong: ['旱厕', '美丽乡村'], weak: [] },
  { id: 'T18', name: '安全生产与防灾应急', strong: ['安全生产', '隐患'], weak: [] },
];

describe('the matrix of topics and reports', () => {
  const comparison = compareByTopic([detailedTown, mixedTown], vocabulary);
  const cell = (topic: string, column: number) =>
    comparison.topics.find(({ id }) => id === topic)?.cells[column];

  it('collects the sentences on a topic across sections, with the part they come from', () => {
    const passages = cell('T11', 0)?.passages ?? [];
    expect(passages.map(({ start, end }) => detailedTown.text.slice(start, end))).toEqual([
      '完成旱厕改造1200户。',
      '打造美丽乡村示范村7个。',
      '今年完成旱厕改造800户。',
    ]);
    expect(passages.map(({ role }) => role)).toEqual(['review', 'review', 'tasks']);
    expect(cell('T11', 0)?.scattered).toBe(false);
  });

  it('has a row for every topic, with an empty cell where a report says nothing', () => {
    expect(comparison.topics.map(({ id }) => id)).toEqual(['T03', 'T11', 'T18']);
    expect(cell('T03', 0)).toEqual({ documentId: '云溪镇', passages: [], scattered: false });
  });

  it('says that a topic without a section of its own is scattered', () => {
    expect(cell('T03', 1)?.passages).toHaveLength(1);
    expect(cell('T03', 1)?.scattered).toBe(true);
    expect(cell('T11', 1)?.scattered).toBe(false);
  });

  it('says what share of each report stands in some row', () => {
    const inRows = new Map(
      comparison.topics.flatMap(({ cells }) =>
        (cells[0]?.passages ?? []).map(({ start, end }) => [start, end - start]),
      ),
    );
    const characters = [...inRows.values()].reduce((sum, length) => sum + length, 0);
    expect(characters).toBeGreaterThan(30);
    expect(comparison.coverage[0]).toBeCloseTo(characters / detailedTown.text.length);
    expect(compareByTopic([documentOf('空', [], '')], vocabulary).coverage).toEqual([0]);
  });

  it('looks for a telling word of another topic in a sentence that names several things', () => {
    const town = documentOf('丁', [
      {
        level: 1,
        heading: '工作任务',
        role: 'tasks',
        sentences: [
          ['统筹做好安全生产、信访稳定工作。', 'T17'],
          ['。', 'T11'],
        ],
      },
    ]);
    const rows = compareByTopic([town], vocabulary).topics;
    const shown = rows.map(({ cells }) => cells[0]?.passages.length);
    expect(shown).toEqual([0, 0, 1]);
  });

  it('puts a sentence without words of its own in a row only below a heading on the topic', () => {
    const sentence = ['打造精品片区2个。', 'T11'] as [string, string];
    const shownBelow = (heading: string) => {
      const town = documentOf('己', [{ level: 1, heading, role: 'tasks', sentences: [sentence] }]);
      const { topics, coverage } = compareByTopic([town], vocabulary);
      return [topics[1]?.cells[0]?.passages.length, coverage[0]];
    };
    expect(shownBelow('抓好美丽乡村建设')[0]).toBe(1);
    expect(shownBelow('民生事业持续改善')).toEqual([0, 0]);
  });

  it('leaves every sentence where the person put it', () => {
    const town = documentOf('庚', [
      { level: 1, heading: '民生事业', role: 'tasks', sentences: [['办好实事。', 'T11']] },
    ]);
    const decided = { ...town, topicsDecided: [{ start: 0, end: town.text.length }] };
    const [, row] = compareByTopic([decided], vocabulary).topics;
    expect(row?.cells[0]?.passages).toHaveLength(1);
  });

  it('shows an item of a list as a passage, though all of it is heading', () => {
    const town = documentOf('戊', [
      { level: 1, heading: '民生实事', role: 'livelihood' },
      {
        level: 2,
        label: '7.',
        heading: '改造全镇4651户农村旱厕',
        nodeKind: 'item',
        role: 'livelihood',
        topics: ['T11'],
      },
    ]);
    const [passage] = compareByTopic([town], vocabulary).topics[1]?.cells[0]?.passages ?? [];
    expect(town.text.slice(passage?.start, passage?.end)).toBe('7.改造全镇4651户农村旱厕');
    expect(passage?.role).toBe('livelihood');
  });

  it('gives an item of a list the role of its list', () => {
    const town = documentOf('丙', [
      { level: 1, heading: '工作任务', role: 'tasks' },
      {
        level: 2,
        label: '1.',
        heading: '修路',
        nodeKind: 'item',
        role: 'livelihood',
        sentences: [['排查隐患。', 'T18']],
      },
    ]);
    const [, , safety] = compareByTopic([town], vocabulary).topics;
    expect(safety?.cells[0]?.passages[0]?.role).toBe('livelihood');
  });
});
