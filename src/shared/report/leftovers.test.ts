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
  expect(discarded).toHaveLength(1);
  expect(discarded[0]?.reason).toBe('网站残留');
  for (const line of [page[0], page[2], page[7], page[8], page[9]]) {
    expect(discarded[0]?.text).toContain(line);
  }
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
