import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Section } from '../../../shared/report/report.ts';
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

  it('leaves nothing out and repeats nothing, whatever the sections are', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('一', '、', '。', '\n', ' ', '镇', '2') }),
        fc.array(fc.tuple(fc.nat(40), fc.nat(12), fc.integer({ min: 1, max: 4 }), fc.boolean())),
        (words, cuts) => {
          const sections = cuts
            .map(([start, length, level, endCertain]) => ({
              ...section(words, '', level),
              start: Math.min(start, words.length),
              end: Math.min(start + length, words.length),
              endCertain,
            }))
            .sort((a, b) => a.start - b.start);
          const blocks = layOutBlocks(words, sections);
          expect(blocks.map(({ start, end }) => words.slice(start, end)).join('')).toBe(words);
          for (const { start, end, runs } of blocks) {
            expect(runs[0]?.start).toBe(start);
            expect(runs.at(-1)?.end).toBe(end);
          }
        },
      ),
    );
  });
});
