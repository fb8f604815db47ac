import { expect, it } from 'vitest';
import { formatCitation } from './cite.ts';

const citation = {
  documentId: 'a',
  town: '昌城镇',
  reportTitle: '2019年昌城镇政府工作报告',
  yearLabel: '2019年报告',
};

it.each([
  [[], '昌城镇2019年报告'],
  [['2018年工作回顾'], '昌城镇2019年报告·2018年工作回顾'],
  [
    ['2018年工作回顾', '四、坚持内外兼修,社会大局和谐稳定', '(四)扎实推进“三清一增”'],
    '昌城镇2019年报告·2018年工作回顾·四、(四)扎实推进“三清一增”',
  ],
  [
    ['一、2018年工作回顾', '(二)坚决打好三大攻坚战,兜牢社会和谐稳定发展底线'],
    '昌城镇2019年报告·一、2018年工作回顾·(二)坚决打好三大攻坚战,兜牢社会和谐稳定…',
  ],
  [
    ['2019年工作安排', '土地流转步伐加快', '1.建设园区'],
    '昌城镇2019年报告·2019年工作安排·土地流转步伐加快·1.建设园区',
  ],
])('cites %j as %s', (sectionPath, expected) => {
  expect(formatCitation({ ...citation, sectionPath })).toBe(expected);
});
