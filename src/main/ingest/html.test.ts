import { expect, it } from 'vitest';
import { readHtml } from './html.ts';

function read(body: string) {
  const { text, discarded } = readHtml(new TextEncoder().encode(`<body>${body}</body>`), {});
  return { lines: text.split('\n'), beside: discarded.map((one) => one.text) };
}

const link = (words: string) => `<a href="list.html">${words}</a>`;
const REPORT = '<p>各位代表：</p><p>现在，我代表镇人民政府向大会报告工作。</p>';
const LINES = ['各位代表：', '现在，我代表镇人民政府向大会报告工作。'];

it.each([
  ['a menu', `<div class="top">${link('首页')} ${link('政务公开')}</div>`, '首页 政务公开'],
  ['a list', `<ul><li>${link('要闻')}</li><li>${link('公告')}</li></ul>`, '要闻\n公告'],
  [
    'the way to the page',
    `<div>您现在的位置：${link('首页')} &gt; ${link('镇街')} &gt; <script>f()</script></div>`,
    '您现在的位置：首页 > 镇街 >',
  ],
])('puts %s beside the report, although the page does not call it one', (_, menu, words) => {
  expect(read(menu + REPORT)).toEqual({ lines: LINES, beside: [words] });
});

it('takes the column that a page is titled by for no title of the report', () => {
  const page = (title: string) =>
    `<html><head><title>${title}_长岭镇</title></head><body><div>${link('首页')} ${link(title)}</div>${REPORT}</body></html>`;
  const textOf = (title: string) =>
    readHtml(new TextEncoder().encode(page(title)), {}).text.split('\n');
  expect(textOf('政务公开')).toEqual(LINES);
  expect(textOf('长岭镇工作报告')).toEqual(['长岭镇工作报告', ...LINES]);
});

it.each([
  ['one link', `<p>${link('附件')}</p>`],
  ['a sentence with links', `<p>见${link('方案')}和${link('通知')}</p>`],
  ['places to jump to', '<p><a name="a">一、工作回顾</a><a name="b">（一）项目</a></p>'],
  [
    'long links',
    `<p>${link('上一篇：').repeat(2)}${link('关于印发全镇乡村振兴工作要点和任务分工方案的通知全文')}</p>`,
  ],
])('keeps %s in the text', (_, words) => {
  const { lines, beside } = read(words + REPORT);
  expect(beside).toEqual([]);
  expect(lines).toHaveLength(3);
});
