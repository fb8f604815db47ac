import { expect, it } from 'vitest';
import { splitBundle } from './bundle.ts';
import { sampleFile as sample } from './sample.cases.ts';

it('splits the sample into ten documents whose bodies are lines of the file', () => {
  const bundle = splitBundle(sample);
  const lines = new Set(sample.split('\n'));
  expect(bundle?.documents).toHaveLength(10);
  for (const document of bundle?.documents ?? []) {
    expect(lines.has(document.text)).toBe(true);
    expect(document.retrievedOn).toBe('2025-07-08');
  }
});

it('puts the end of the site into no text and keeps it', () => {
  const bundle = splitBundle(sample);
  expect(bundle?.discarded).toEqual([
    {
      text: '有想补充的信息?点我投稿\n\n- 联系我们\n- 企业入驻',
      reason: '网站残留',
      beside: { document: 9, edge: 'after' },
    },
  ]);
  expect(bundle?.documents.some((one) => one.text.includes('点我投稿'))).toBe(false);
});

it.each([
  ['an ordinary report', '2019年甲镇政府工作报告\n各位代表:\n一、回顾'],
  ['a text that merely begins with a hyphen', '- 联系我们\n正文'],
  ['nothing', ''],
  ['separators alone', '-\n-\n'],
])('takes %s for no bundle', (_name, text) => {
  expect(splitBundle(text)).toBeNull();
});

it('splits the same with Windows line ends and a byte order mark', () => {
  const windows = splitBundle(`\uFEFF${sample.replaceAll('\n', '\r\n')}`);
  expect(windows?.documents).toEqual(splitBundle(sample)?.documents);
});

it('keeps the line breaks of a body that has several lines', () => {
  const bundle = splitBundle(
    '-\n题名\n第一段。\n第二段。\n2024-01-02\n-\n题二\n正文。\n2024-01-03\n',
  );
  expect(bundle?.documents[0]).toEqual({
    titleLine: '题名',
    text: '第一段。\n第二段。',
    retrievedOn: '2024-01-02',
  });
});
