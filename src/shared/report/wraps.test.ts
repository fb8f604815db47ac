import { describe, expect, it } from 'vitest';
import { BROAD, WRAPPED } from './wraps.cases.ts';
import { findWraps, setAnew } from './wraps.ts';

describe('line ends of a text whose pages were full', () => {
  it('are left out of words set anew, with the page number that stands there', () => {
    const start = WRAPPED.indexOf('增长百分之四点一');
    expect(setAnew(WRAPPED, { start, end: WRAPPED.indexOf('，完成年初') })).toBe(
      '增长百分之四点一；完成固定资产投资一亿四千二百万元，增长百分之十一点六，增幅较上半年提高六点三个百分点；完成公共财政收入一千三百二十六万元，比上年增加四十二万元',
    );
  });

  it('are none where a paragraph ends', () => {
    const paragraphs = ['二、今年的工作', '今年要新修农村'].map((words) => WRAPPED.indexOf(words));
    for (const at of paragraphs) {
      expect(findWraps(WRAPPED).some(({ start, end }) => start < at && at <= end)).toBe(false);
    }
  });

  it('are none in a text whose lines are its paragraphs', () => {
    expect(findWraps('一、抓项目\n今年新开工项目5个。\n二、抓民生\n改厕860户。')).toEqual([]);
  });

  it('are none below the line of the meeting, however long it is', () => {
    const head = `——二〇二四年一月二十二日在青石岭镇第十八届人民代表大会第六次会议上
青石岭镇人民政府镇长　李明
各位代表：
`;
    expect(findWraps(head + WRAPPED)[0]?.start).toBeGreaterThan(head.length);
  });

  it('are found where digits make full lines longer than those of words alone', () => {
    const start = BROAD.indexOf('“工业强基');
    expect(setAnew(BROAD, { start, end: BROAD.indexOf('，实现财政') })).toBe(
      '“工业强基、未来城区、共富示范”三条主线',
    );
  });

  it('keep Latin words apart', () => {
    const text = WRAPPED.replace('展\n的', 'PPP\nEPC');
    expect(setAnew(text, { start: 0, end: text.length })).toContain('PPP\nEPC');
  });
});
