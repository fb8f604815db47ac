import { expect, it } from 'vitest';
import { separateLeftovers } from './leftovers.ts';

const page = [
  '您当前的位置：首页 > 政务公开',
  '2019年甲山镇政府工作报告',
  '来源：甲山镇政府　　浏览次数：128',
  '',
  '各位代表：',
  '一、2018年工作回顾',
  '完成了年初确定的任务。',
  '【打印】【关闭窗口】',
  '上一篇：通知',
  '下一篇：没有了',
];

it('takes leftovers of a web page off both ends and keeps them', () => {
  const { document, discarded } = separateLeftovers(page.join('\n'));
  expect(document.titleLine).toBe('2019年甲山镇政府工作报告');
  expect(document.text).toBe('各位代表：\n一、2018年工作回顾\n完成了年初确定的任务。');
  const lines = (...at: number[]) => at.map((one) => page[one]).join('\n');
  expect(discarded).toEqual([
    { text: lines(0, 2), reason: '网站残留', beside: { document: 0, edge: 'before' } },
    { text: lines(7, 8, 9), reason: '网站残留', beside: { document: 0, edge: 'after' } },
  ]);
});

it.each(['【大 中 小】【打印】【关闭】', '打印 | 关闭窗口', '【字号：大 中 小】', '点击数：356'])(
  'takes %s for a leftover',
  (line) => {
    const { document } = separateLeftovers(`各位代表：\n完成了任务。\n${line}`);
    expect(document.text).toBe('各位代表：\n完成了任务。');
  },
);

it.each(['大中小企业', '打印行业发展', '关闭小煤窑9处'])('keeps %s', (line) => {
  const text = `各位代表：\n完成了任务。\n${line}`;
  expect(separateLeftovers(text).document.text).toBe(text);
});

it('keeps the body as one slice of the text, character for character', () => {
  const text = page.join('\r\n');
  const { document } = separateLeftovers(text);
  expect(text.includes(document.text)).toBe(true);
});

it('leaves a line in the middle of the body where it is', () => {
  const text = '各位代表:\n来源:统计局\n完成任务。';
  expect(separateLeftovers(text).document.text).toBe(text);
});

it('takes a date alone at the end for the day of copying', () => {
  const { document } = separateLeftovers('各位代表:\n完成任务。\n2025-07-08\n');
  expect(document).toEqual({
    titleLine: null,
    text: '各位代表:\n完成任务。',
    retrievedOn: '2025-07-08',
  });
});

it('keeps a report in one line whole', () => {
  const text = '政府工作报告2019年4月29日在甲山镇第三届人民代表大会第一次会议上各位代表:完成任务。';
  expect(separateLeftovers(text)).toEqual({
    document: { titleLine: null, text, retrievedOn: null },
    discarded: [],
  });
});

it.each(['', '\n\n', '2019年甲山镇政府工作报告\n'])('finds no body in %j', (text) => {
  expect(separateLeftovers(text).document.text.trim()).toBe('');
});
