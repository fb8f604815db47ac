import { describe, expect, it } from 'vitest';
import { alignSections } from './alignSections.ts';
import { counterpart } from './counterpart.ts';
import { detailedTown, documentOf, mixedTown } from './documents.cases.ts';

function headings(documents: Parameters<typeof alignSections>[0]): (string | null)[][] {
  return alignSections(documents).groups.map(({ members }) =>
    members.map((index, document) =>
      index === null ? null : (documents[document]?.analysis.sections[index]?.heading ?? null),
    ),
  );
}

describe('the sections of two reports side by side', () => {
  const groups = headings([detailedTown, mixedTown]);

  it('pairs chapters by what they do and sections by what they are about', () => {
    expect(groups).toContainEqual(['2018年工作回顾', '2018年工作回顾']);
    expect(groups).toContainEqual(['2019年工作任务', '2019年工作重点']);
    expect(groups).toContainEqual(['狠抓项目建设', '项目建设步伐加快']);
    expect(groups).toContainEqual(['兜住安全生产底线', '在安全生产上']);
  });

  it('never lays what was done beside what is planned, although the topic is the same', () => {
    expect(groups).not.toContainEqual(['深化美丽乡村建设', '在农业农村工作上']);
    expect(groups).not.toContainEqual(['突出美丽乡村建设', '民生事业持续改善']);
  });

  it('shows a mixed section beside each section it speaks of', () => {
    expect(groups).toContainEqual(['深化美丽乡村建设', '民生事业持续改善']);
    expect(groups).toContainEqual(['提升医疗卫生水平', '民生事业持续改善']);
  });

  it('keeps every section of every report, in reading order', () => {
    for (const [index, document] of [detailedTown, mixedTown].entries()) {
      const shown = new Set(groups.map((group) => group[index]));
      for (const { heading } of document.analysis.sections) expect(shown).toContain(heading);
    }
    const first = groups.flatMap(([heading]) => heading ?? []);
    expect(first).toEqual(detailedTown.analysis.sections.map(({ heading }) => heading));
  });

  it('pairs chapters although one says at once what the other says in a section of its own', () => {
    const economy: [string, string][] = [['全年实现生产总值9.1亿元，财政收入1683万元。', 'T01']];
    const chapter = { level: 1, heading: '一、2019年工作回顾', role: 'review' } as const;
    const parted = documentOf('甲', [
      { ...chapter, sentences: [['过去一年，全镇上下真抓实干。']] },
      { level: 2, heading: '稳住经济底盘', topics: ['T01'], sentences: economy },
    ]);
    const atOnce = documentOf('乙', [
      { ...chapter, heading: '一、２０２４年工作情况', sentences: economy },
      { level: 2, heading: '粮食生产再获丰收', sentences: [['播种粮食28.6万亩。', 'T06']] },
    ]);
    expect(headings([parted, atOnce])).toContainEqual([
      '一、2019年工作回顾',
      '一、２０２４年工作情况',
    ]);
  });

  it('lends no chapter that only opens its sections', () => {
    const done: [string, string][] = [['全年实现财政收入1683万元。', 'T01']];
    const opened = documentOf('甲', [
      { level: 1, heading: '2019年工作回顾', role: 'review', sentences: done },
      { level: 2, heading: '粮食生产再获丰收', sentences: [['播种粮食28.6万亩。', 'T06']] },
    ]);
    const parted = documentOf('乙', [
      { level: 1, heading: '2019年工作回顾', role: 'review' },
      { level: 2, heading: '财税收入稳步增长', topics: ['T01'], sentences: done },
    ]);
    const of = headings([opened, parted]);
    expect(of).toContainEqual(['2019年工作回顾', '2019年工作回顾']);
    expect(of).toContainEqual([null, '财税收入稳步增长']);
  });

  it('aligns four reports and one that has nothing in common', () => {
    const stranger = documentOf('甲', [{ level: 1, heading: '附件', sentences: [['略。']] }]);
    const four = headings([detailedTown, mixedTown, stranger, detailedTown]);
    expect(four).toContainEqual(['狠抓项目建设', '项目建设步伐加快', null, '狠抓项目建设']);
    expect(four).toContainEqual([null, null, '附件', null]);
  });
});

describe('linked scrolling', () => {
  const aligned = alignSections([detailedTown, mixedTown]);
  const at = (document: typeof detailedTown, words: string): number => document.text.indexOf(words);

  it('takes the start of a section to the start of its counterpart and back', () => {
    const from = at(detailedTown, '(三)兜住安全生产底线');
    const to = at(mixedTown, '(二)在安全生产上');
    expect(counterpart(aligned, 0, from, 1)).toBe(to);
    expect(counterpart(aligned, 1, to, 0)).toBe(from);
  });

  it('goes on inside the section in step with it', () => {
    const from = at(detailedTown, '开展安全生产大检查');
    const there = counterpart(aligned, 0, from, 1) as number;
    expect(there).toBeGreaterThan(at(mixedTown, '(二)在安全生产上'));
    expect(there).toBeLessThan(mixedTown.text.length);
  });

  it('waits where the other report has no such section', () => {
    const alone = documentOf('乙', [{ level: 1, heading: '附件', sentences: [['略。']] }]);
    const pair = alignSections([detailedTown, alone]);
    expect(counterpart(pair, 0, at(detailedTown, '狠抓项目建设'), 1)).toBeNull();
    expect(counterpart(pair, 0, 3, 1)).not.toBeNull();
  });
});
