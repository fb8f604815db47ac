import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Section } from '../../../shared/report/report.ts';
import { WRAPPED } from '../../../shared/report/wraps.cases.ts';
import { layOutBlocks } from './blocks.ts';

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
        .filter(({ wrap }) => !wrap)
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
    expect(first?.runs.map(({ start, end, wrap }) => [start, end, wrap ?? false])).toEqual([
      [0, 2, true],
      [2, 19, false],
    ]);
  });

  it('leaves nothing out and repeats nothing, whatever the sections are', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('一', '、', '。', '\n', ' ', '镇', '2') }),
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
