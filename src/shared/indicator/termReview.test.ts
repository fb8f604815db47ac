import { expect, it } from 'vitest';
import { knowledge, vocabulary } from '../../../tests/fixtures/figures/nameScore.ts';
import { analyseReport } from '../report/analyse.ts';
import { readIndicators } from './read.ts';

/** An invented report to a new congress. */
function readTerm(chapter: string) {
  const text = `政府工作报告
——2021年12月18日在青石镇第十九届人民代表大会第一次会议上
青石镇人民政府代镇长 王平
各位代表：
现在，我代表青石镇第十八届人民政府向大会报告工作，请予审议。
一、${chapter}
五年来，财政收入由2016年的3100万元增加到5700万元。改造旱厕2960户，投入扶贫资金6500万元。城镇化率达44.8%。2021年新建学校1所。
二、今后五年的奋斗目标
五年固定资产投资累计48亿元。
三、2022年重点工作
新建高标准农田8000亩。`;
  const titled = { titleLine: '青石镇政府工作报告', text, retrievedOn: null };
  const { readings } = readIndicators(text, analyseReport(titled, knowledge), vocabulary);
  const find = (value: number) => readings.find((each) => each.value === value);
  return { find };
}

it('marks what a review of five years tells without a year, with the likelier period', () => {
  const { find } = readTerm('过去五年工作回顾');
  expect(find(2960)).toMatchObject({ period: '2017-2021', certain: false });
  expect(find(6500)).toMatchObject({ period: '2017-2021', certain: false });
  expect(find(44.8)).toMatchObject({ period: '2021', certain: false });
  expect(find(2960)?.doubt).toBe('本章回顾五年，这个数是哪一年的没有写明');
});

it('leaves the years that are written there, and what is planned', () => {
  const { find } = readTerm('过去五年工作回顾');
  expect(find(3100)).toMatchObject({ period: '2016', nature: 'base' });
  expect(find(1)).toMatchObject({ period: '2021', certain: true });
  expect(find(48)).toMatchObject({ period: '2022-2026', nature: 'target' });
  expect(find(8000)).toMatchObject({ period: '2022', nature: 'target', certain: true });
});

it('takes the year where the chapter names it beside the five', () => {
  const { find } = readTerm('2021年工作回顾');
  expect(find(6500)).toMatchObject({ period: '2021', certain: true });
});
