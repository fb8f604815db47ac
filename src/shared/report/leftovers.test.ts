import { describe, expect, it } from 'vitest';
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

describe('a page copied into one line', () => {
  const report =
    '——2019年2月16日在甲山镇第六届人民代表大会第二次会议上镇长 李明各位代表：2018年工作回顾2018年，完成了任务。让我们努力奋斗！';

  it('loses its leftovers at both ends and gives its title', () => {
    const before =
      '您当前的位置：首页 > 政务公开 > 正文 甲山镇2019年政府工作报告 发布时间：2019-03-06 09:21 信息来源：甲山镇党政办 浏览次数：1327 次 【字体：大 中 小】 打印本页 关闭窗口';
    const after = '上一篇：甲山镇财政决算公开 下一篇：无 主办：甲山镇人民政府 湘ICP备00000000号';
    const { document, discarded } = separateLeftovers(`${before} ${report}${after}`);
    expect(document).toEqual({
      titleLine: '甲山镇2019年政府工作报告',
      text: report,
      retrievedOn: null,
    });
    expect(discarded.map(({ text }) => text)).toEqual([
      '您当前的位置：首页 > 政务公开 > 正文\n发布时间：2019-03-06 09:21\n信息来源：甲山镇党政办\n浏览次数：1327 次\n【字体：大 中 小】\n打印本页\n关闭窗口',
      after,
    ]);
  });

  it.each([
    ['来源：甲山镇政府浏览次数：12', ''],
    ['【打印】【关闭】', ''],
    ['', '【打印本页】【关闭窗口】'],
    ['', ' 责任编辑：王五'],
    ['您当前的位置：首页 >> 规划总结 发文机关：甲山镇人民政府 分享到： 微信扫一扫', ''],
    ['【打印】', ' 相关文档： 无附件 扫一扫在手机打开当前页 Copyright 2023 All Rights Reserved'],
    ['作者：李明 时间：2019/3/6 10:00:00 点击：3次', '扫一扫在手机打开当前页'],
  ])('keeps the report whole between “%s” and “%s”', (before, after) => {
    expect(separateLeftovers(`${before} ${report}${after}`.trim()).document.text).toBe(report);
  });

  it.each([
    '时间：2019年3月2日 地点：镇政府会议室\n各位代表：完成了任务。',
    '来源：统计局。各位代表：完成了任务，全镇上下团结一心。',
    '打印行业发展较快，关闭小煤窑9处。各位代表，让我们努力奋斗！上一条道路已经修通。',
  ])('loses no word of “%s”', (text) => {
    expect(separateLeftovers(text).document.text).toBe(text);
  });
});

it.each([
  '甲山街道二〇二三年工作总结和二〇二四年工作安排的报告',
  '甲山镇2023年上半年工作总结暨下半年工作计划',
  '关于甲山镇2023年工作情况的报告',
  '甲山镇2023年工作总结',
])('takes the first line “%s” for the title', (title) => {
  const { document } = separateLeftovers(`${title}\n各位代表：\n完成了任务。`);
  expect(document.titleLine).toBe(title);
});

it('takes a title that touches the meeting behind the buttons of a page', () => {
  const line = '首页 >> 规划总结 分享到： 微信扫一扫政府工作报告——2023年2月8日在甲山镇';
  expect(separateLeftovers(`${line}\n各位代表：\n完成了任务。`).document.titleLine).toBe(
    '政府工作报告',
  );
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
