import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  countCharacters,
  type DraftBlock,
  draftText,
  excerptState,
  headingsOver,
  listSources,
  locate,
  marginLabel,
  sectionAround,
} from './blocks.ts';

const paragraph = (text: string, source: DraftBlock['source'] = null): DraftBlock => ({
  kind: 'paragraph',
  level: 0,
  text,
  source,
});
const heading = (text: string, level = 1): DraftBlock => ({
  ...paragraph(text),
  kind: 'heading',
  level,
});
const from = {
  documentId: 'a',
  start: 3,
  end: 9,
  label: '柳河镇2020年报告·任务（一）',
  quote: '修路六公里。',
};

it('finds every character of the draft’s text again in its block', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1 }), (texts) => {
      const blocks = texts.map((text) => paragraph(text.replaceAll('\n', ' ')));
      const text = draftText(blocks);
      for (let at = 0; at < text.length; at += 1) {
        const { block, offset } = locate(blocks, at);
        const found = blocks[block]?.text[offset] ?? '\n';
        expect(found).toBe(text[at]);
      }
    }),
  );
});

it('counts characters as they are read out', () => {
  expect(countCharacters([heading('一、 回顾'), paragraph('投入\t600 万元。')])).toBe(12);
});

it('keeps a source through changes and tells the changed from the quoted', () => {
  expect(excerptState(paragraph('修路六公里。', from))).toBe('quoted');
  expect(excerptState(paragraph('修路七公里。', from))).toBe('altered');
  expect(excerptState(paragraph('修路六公里。'))).toBe('own');
});

it('lists each source once, in order', () => {
  const other = { ...from, label: '松山乡2020年报告·回顾' };
  const blocks = [paragraph('甲', other), paragraph('乙', from), paragraph('丙', other)];
  expect(listSources(blocks).map(({ label }) => label)).toEqual([other.label, from.label]);
});

it('gives the section that is being written: its heading and what follows', () => {
  const blocks = [
    heading('一、'),
    paragraph('甲'),
    heading('（一）', 2),
    paragraph('乙'),
    heading('二、'),
  ];
  expect(sectionAround(blocks, 3).map(({ text }) => text)).toEqual(['（一）', '乙']);
  expect(sectionAround(blocks, 1).map(({ text }) => text)).toEqual(['一、', '甲']);
});

it('says in the margin whose words they are until they are the person’s own', () => {
  const quoted = paragraph('修路六公里。', from);
  expect(marginLabel(quoted, '昌城镇')).toBe('引自柳河镇');
  expect(marginLabel(quoted, '柳河镇')).toBe('沿用');
  expect(marginLabel({ ...quoted, text: '修路七公里。' }, '柳河镇')).toBe('沿用·已改');
  expect(marginLabel(paragraph('修路六公里。'), '柳河镇')).toBe('');
});

it('takes full-width punctuation for the half-width of a web page as no change', () => {
  const source = { ...from, quote: '修路,植树。' };
  expect(excerptState(paragraph('修路，植树。', source))).toBe('quoted');
  expect(excerptState(paragraph('修路；植树。', source))).toBe('altered');
});

it('knows the headings a line stands under', () => {
  const blocks = [
    heading('一'),
    heading('（一）', 2),
    heading('二'),
    heading('（一）', 2),
    paragraph('文'),
  ];
  expect(headingsOver(blocks, 4).map(({ text }) => text)).toEqual(['二', '（一）']);
  expect(headingsOver(blocks, 2).map(({ text }) => text)).toEqual(['二']);
});
