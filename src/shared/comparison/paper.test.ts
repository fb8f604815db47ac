import { describe, expect, it } from 'vitest';
import { findAlteredQuotations, listExcerpts } from '../brief/brief.ts';
import type { BriefSource } from '../brief/spec.ts';
import { draftOf, topicVocabulary } from '../review/draft.cases.ts';
import { compareByTopic } from './compareByTopic.ts';
import { readingPaper, topicsPaper } from './paper.ts';
import { renderPaperHtml } from './paperHtml.ts';
import { viewTopics } from './topicsView.ts';

// Two synthetic reports of towns that do not exist.
const texts = {
  青石岭镇:
    '一、2020年工作回顾\n(一)人居环境持续改善\n改造旱厕860户。新建公厕3座。\n(二)工业发展\n新上工业项目12个。',
  白水镇: '一、2020年工作回顾\n(一)人居环境整治\n改造旱厕120户,绿化村庄4个。',
};
const sources = Object.entries(texts).map(([town, text], at): BriefSource => {
  const { document } = draftOf({ text });
  return {
    documentId: `r${at}`,
    title: `2021年${town}政府工作报告`,
    town,
    planYear: 2021,
    reviewYear: 2020,
    text,
    analysis: document.analysis,
    readings: [],
    annotations: [],
  };
});
const options = {
  title: '主题对照表',
  unit: '党政办',
  date: '2021-03-01',
  remarks: ['所列：全文。'],
};
const textOf = (id: string) => sources.find(({ documentId }) => documentId === id)?.text;
const matrix = (density: 'brief' | 'whole', words = '') => {
  const { topics } = compareByTopic(sources, topicVocabulary);
  const rows = viewTopics(topics, sources, { part: 'all', words, topics: ['T11', 'T02'] });
  return topicsPaper(rows, sources, { density, open: [] }, options);
};

describe('the table of topics on paper', () => {
  it('quotes nothing but the texts, each passage with its place', () => {
    const paper = matrix('whole');
    expect(findAlteredQuotations(paper, textOf)).toEqual([]);
    const html = renderPaperHtml(paper, 'table');
    expect(html).toContain('美丽乡村与人居环境');
    expect(html).toContain('<th scope="col">青石岭镇 2021年报告</th>');
    expect(html).toMatch(/class="place">.*人居环境持续改善/u);
    expect(html).toContain('未提及');
    expect(html).toContain('所列：全文。');
    expect(html).toContain('来源清单');
  });

  it('has one passage of a folded cell and says how many there are', () => {
    const cellOf = (density: 'brief' | 'whole') => {
      const [table] = matrix(density).parts;
      return table?.part === 'comparison'
        ? table.rows.find(({ name }) => name.startsWith('美丽乡村'))?.cells[0]
        : undefined;
    };
    expect(cellOf('brief')?.tally.listed).toBe(1);
    expect(cellOf('brief')?.tally.total).toBeGreaterThan(1);
    expect(renderPaperHtml(matrix('brief'), 'table')).toMatch(/共 \d 句，列首句/u);
    expect(renderPaperHtml(matrix('whole'), 'table')).not.toContain('列首句');
  });

  it('has only what the words typed left on the screen', () => {
    const html = renderPaperHtml(matrix('whole', '公厕'), 'table');
    expect(html).toContain('新建公厕3座');
    expect(html).not.toContain('绿化村庄');
  });
});

describe('the whole texts on paper', () => {
  it('have every character of every report once', () => {
    const paper = readingPaper(sources, options);
    expect(findAlteredQuotations(paper, textOf)).toEqual([]);
    for (const { documentId, text } of sources) {
      const printed = listExcerpts(paper)
        .filter(({ citation }) => citation.documentId === documentId)
        .flatMap(({ slices }) => slices)
        .sort((a, b) => a.start - b.start);
      expect(
        printed
          .map((slice) => slice.text)
          .join('')
          .replaceAll(/\s/gu, ''),
      ).toBe(text.replaceAll(/\s/gu, ''));
    }
  });
});
