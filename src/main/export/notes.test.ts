import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../shared/contract/schemas/annotation.ts';
import { describePassage } from '../../shared/text/anchor/describePassage.ts';
import { type NoteToWrite, renderNotes } from './notes.ts';

const text = '2023年青石镇政府工作报告\n下辖𠮷家庄等村。全年改厕八百户,*惠及*五个村。';

function noteOn(words: string, part: Partial<Annotation>, title = '2023年青石镇政府工作报告') {
  const start = text.indexOf(words);
  const anchor = describePassage(text, { start, end: start + words.length });
  const annotation: Annotation = {
    id: '7f0c7c0e-6a6d-4d3c-9d6b-6b8c5d1e2f30',
    documentId: '0f6a3c36-1be1-4c6a-8b55-2f2a9f6b7c11',
    start: anchor.start,
    end: anchor.end,
    quote: words,
    note: '',
    category: null,
    tags: [],
    state: 'anchored',
    targets: [],
    author: '王干事',
    revision: '',
    createdAt: '2026-11-20T04:00:00.000Z',
    updatedAt: '2026-11-22T04:00:00.000Z',
    ...part,
  };
  const { documentId, state } = annotation;
  const place = state === 'anchored' ? '青石镇2023年报告·一、回顾' : null;
  return {
    annotation,
    title,
    targets: [{ documentId, state, anchor, text, place }],
  } satisfies NoteToWrite;
}

const checked = noteOn('全年改厕八百户', { note: '户均多少？', category: '核对', tags: ['改厕'] });
const lost = noteOn('*惠及*五个村', { note: '1. 像标题\n- 像列表', state: 'orphaned', author: '' });
const elsewhere = noteOn(
  '青石镇',
  { documentId: '5b1f0e0c-40f5-4f0e-9d53-33c1d2a7a1f2' },
  '2024年青石镇政府工作报告',
);

describe('notes as plain text', () => {
  const written = renderNotes([checked, lost, elsewhere], 'txt');

  it('gives note, passage, place, tags, name and day under the report', () => {
    expect(written).toContain(
      [
        '《2023年青石镇政府工作报告》',
        '',
        '1. 【核对】 户均多少？',
        '原文：全年改厕八百户',
        '出处：青石镇2023年报告·一、回顾',
        '标签：改厕',
        '王干事　2026年11月22日',
      ].join('\r\n'),
    );
  });

  it('names each report once, in order, and keeps a note that lost its place', () => {
    expect([...written.matchAll(/《(.*)》/gu)].map(([, title]) => title)).toEqual([
      '2023年青石镇政府工作报告',
      '2024年青石镇政府工作报告',
    ]);
    expect(written).toContain('【未分类·失锚】');
    expect(written).toContain('原文：*惠及*五个村');
  });

  it('opens in old editors: marked as UTF-8, every line ended as on Windows', () => {
    expect(written.startsWith('\uFEFF')).toBe(true);
    expect(written).not.toMatch(/[^\r]\n/u);
  });
});

it('writes Markdown in which no word of a note or passage becomes markup', () => {
  const written = renderNotes([lost], 'md');
  expect(written).toContain('> \\*惠及\\*五个村');
  expect(written).toContain('1\\. 像标题\n\\- 像列表');
  expect(written).toContain('## 2023年青石镇政府工作报告');
});

it('gives every passage of a note that ties several, each with its place', () => {
  const targets = [...checked.targets, ...lost.targets];
  const tied = { ...checked, targets };
  const written = renderNotes([tied], 'txt');
  expect(written).toContain('1. 【核对·失锚】 户均多少？');
  expect(written).toMatch(/原文：全年改厕八百户\r\n出处：.*\r\n原文：\*惠及\*五个村/u);
  const [exchanged] = JSON.parse(renderNotes([tied], 'json'));
  expect(exchanged.target).toHaveLength(2);
});

describe('notes as W3C Web Annotations', () => {
  const [first, second] = JSON.parse(renderNotes([checked, lost], 'json'));

  it('gives a sure place by position, in code points, and by quotation', () => {
    const [position, quote] = first.target[0].selector;
    expect([...text].slice(position.start, position.end).join('')).toBe('全年改厕八百户');
    expect(quote).toMatchObject({ type: 'TextQuoteSelector', exact: '全年改厕八百户' });
    expect(first.body.map(({ value }: { value: string }) => value)).toEqual([
      '户均多少？',
      '核对',
      '改厕',
    ]);
  });

  it('gives a lost place by its quotation alone', () => {
    expect(second.target[0].selector).toEqual([
      expect.objectContaining({ type: 'TextQuoteSelector', exact: '*惠及*五个村' }),
    ]);
    expect(second.creator).toBeUndefined();
  });
});
