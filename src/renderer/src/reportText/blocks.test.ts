import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Section } from '../../../shared/report/report.ts';
import { WRAPPED } from '../../../shared/report/wraps.cases.ts';
import { layOutBlocks, type TextBlock, type TextRun } from './blocks.ts';

function section(text: string, words: string, level: number, more: Partial<Section> = {}): Section {
  const start = text.indexOf(words);
  return {
    nodeKind: 'heading',
    level,
    label: null,
    heading: words,
    start,
    end: start + words.length,
    endCertain: true,
    role: null,
    topics: [],
    ...more,
  };
}

function drawnAs(text: string, block: TextBlock | undefined, how: TextRun['drawn']): string[] {
  const runs = block?.runs.filter(({ drawn }) => drawn === how) ?? [];
  return runs.map(({ start, end }) => text.slice(start, end));
}

describe('laying out a report', () => {
  const text = '2018年工作回顾2018年，全镇… 一、抓项目。土地流转步伐加快。今年流转6600亩。';

  it('puts chapters and numbered headings on lines of their own, closing stop included', () => {
    const blocks = layOutBlocks(text, [
      section(text, '2018年工作回顾', 1),
      section(text, '一、抓项目', 2),
    ]);
    expect(blocks.map(({ start, end }) => text.slice(start, end))).toEqual([
      '2018年工作回顾',
      '2018年，全镇… ',
      '一、抓项目。',
      '土地流转步伐加快。今年流转6600亩。',
    ]);
    expect(blocks.map(({ kind }) => kind)).toEqual([
      'chapter',
      'paragraph',
      'heading',
      'paragraph',
    ]);
  });

  it('begins a paragraph with a heading that runs in, in strong type', () => {
    const blocks = layOutBlocks(text, [section(text, '土地流转步伐加快', 3)]);
    const last = blocks.at(-1);
    expect(last?.sectionIndex).toBe(0);
    expect(last?.runs.map(({ start, end, strong }) => [text.slice(start, end), strong])).toEqual([
      ['土地流转步伐加快', true],
      ['。今年流转6600亩。', false],
    ]);
  });

  it('keeps a heading whose end is not sure in its paragraph', () => {
    const doubtful = section(text, '2018年工作回顾', 1, { endCertain: false });
    expect(layOutBlocks(text, [doubtful])[0]?.kind).toBe('paragraph');
  });

  it('breaks where the original breaks', () => {
    const lines = '第一段。\n\n　　第二段。\n第三段。';
    const blocks = layOutBlocks(lines, []);
    expect(blocks.map(({ start, end }) => lines.slice(start, end).trim())).toEqual([
      '第一段。',
      '第二段。',
      '第三段。',
    ]);
  });

  it('sets lines that were full as one paragraph, except around a page number', () => {
    const drawn = layOutBlocks(WRAPPED, []).map(({ runs }) =>
      runs
        .filter(({ drawn }) => drawn !== 'wrap')
        .map(({ start, end }) => WRAPPED.slice(start, end))
        .join('')
        .trim(),
    );
    expect(drawn).toEqual([
      expect.stringMatching(/^过去一年.*健康发展的良好.*六点三个百分点；$/u),
      '- 1 -',
      '完成公共财政收入一千三百二十六万元，比上年增加四十二万元，完成年初预算的一百零二个百分点。',
      '二、今年的工作',
      expect.stringMatching(/^今年要新修.*确保群众满意；.*见效。$/u),
    ]);
  });

  it('indents a first line that has blanks of its own as it does the others', () => {
    const [first] = layOutBlocks('　　——2022年3月16日在会议上\n各位代表：', []);
    expect(first?.runs.map(({ start, end, drawn }) => [start, end, drawn])).toEqual([
      [0, 2, 'wrap'],
      [2, 19, undefined],
    ]);
  });

  it('sets letters of a watermark apart, and the lines they stand between as one paragraph', () => {
    const line = '全镇上下团结一心，较好地完成了年初确定的各项目标任务，经济社会稳步发展';
    const letters = ['Q', '', '', ' S', '', 'B', '', '', 'G', '。'];
    const marked = `${letters.map((letter) => line + letter).join('\n')}\n二、今年的工作`;
    const [first, ...rest] = layOutBlocks(marked, []);
    expect(drawnAs(marked, first, 'mark')).toEqual(['Q', ' S', 'B', 'G']);
    expect(drawnAs(marked, first, undefined).join('')).toBe(`${line.repeat(10)}。\n`);
    expect(rest.map(({ start }) => marked.slice(start))).toEqual(['二、今年的工作']);
  });

  it('keeps a mark behind a heading on its line', () => {
    const marked = '一、2018年工作回顾 x7Kq\n2018年，全镇上下团结一心。';
    const blocks = layOutBlocks(marked, [section(marked, '一、2018年工作回顾', 1)]);
    expect(blocks.map(({ start, end }) => marked.slice(start, end))).toEqual([
      '一、2018年工作回顾 x7Kq\n',
      '2018年，全镇上下团结一心。',
    ]);
    expect(drawnAs(marked, blocks[0], 'mark')).toEqual([' x7Kq']);
  });

  it('keeps numbers in wide figures and their signs whole, and no figure alone', () => {
    const wide = '完成投资１２３４．５万元，增长１２％，新建学校３所、村居2019个，达到98.5 %。';
    const [block] = layOutBlocks(wide, []);
    expect(drawnAs(wide, block, 'number')).toEqual(['１２３４．５', '１２％', '98.5 %']);
  });

  it('leaves nothing out and repeats nothing, whatever the sections are', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('一', '、', '。', '\n', ' ', '镇', '2', '１', 'F9f', '**'),
        }),
        fc.array(fc.tuple(fc.nat(40), fc.nat(12), fc.integer({ min: 1, max: 4 }), fc.boolean())),
        (text, cuts) => {
          const sections = cuts
            .map(([start, length, level, endCertain]) => ({
              ...section(text, '', level),
              start: Math.min(start, text.length),
              end: Math.min(start + length, text.length),
              endCertain,
            }))
            .sort((a, b) => a.start - b.start);
          const blocks = layOutBlocks(text, sections);
          expect(blocks.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
          for (const { start, end, runs } of blocks) {
            const words = runs.map((run) => text.slice(run.start, run.end));
            expect(words.join('')).toBe(text.slice(start, end));
          }
        },
      ),
    );
  });
});
