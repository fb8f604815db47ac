import type { FactsCase } from './metadata.cases.ts';

/** Street offices, which no congress hears: other meetings, salutations and titles. Invented places. */
export const streetOfficeCases: FactsCase[] = [
  {
    name: 'a title that names the year in review and that of the plan, a meeting of residents',
    title: '甲山街道二〇二三年工作总结和二〇二四年工作安排的报告',
    head: '(2024年2月19日在甲山街道第二届居民议事会议第三次会议上)街道办事处主任 沈屹 各位代表:',
    kind: 'annual-report',
    facts: {
      actualLocality: '甲山街道',
      meeting: '甲山街道第二届居民议事会议第三次会议',
      congressTerm: 2,
      sessionNumber: 3,
      reviewYear: 2023,
      planYear: 2024,
      speaker: '沈屹',
    },
  },
  {
    name: 'a meeting of residents who deliberate, the speaker’s office on a line of its own',
    title: '栖霞桥街道办事处工作报告',
    head: '——2025年1月16日在栖霞桥街道第二届居民议事代表会议第三次会议上\n街道办事处主任  邢文立\n各位代表：',
    kind: 'annual-report',
    facts: {
      actualLocality: '栖霞桥街道',
      meeting: '栖霞桥街道第二届居民议事代表会议第三次会议',
      speaker: '邢文立',
      planYear: 2025,
    },
  },
  {
    name: 'a meeting of those who speak for a community',
    title: '桥浦街道办事处工作报告',
    head: '——2024年1月25日在桥浦街道第三届社区代表会议第二次会议上\n街道办事处主任  沈文华\n各位代表、同志们：',
    kind: 'annual-report',
    facts: {
      meeting: '桥浦街道第三届社区代表会议第二次会议',
      deliveredOn: '2024-01-25',
      speaker: '沈文华',
    },
  },
  {
    name: 'a meeting of a kind nobody knows: its 上 is no part of a place',
    title: '工作报告',
    head: '——2025年1月16日在全体居民年度见面会上街道办事处主任邢文立 各位代表：',
    kind: 'annual-report',
    facts: { actualLocality: null, meeting: null, speaker: '邢文立' },
  },
  {
    name: 'a street is told apart from its office, and has a congress of residents',
    title: '幸福路街道办事处2003年工作报告',
    head: '(2004年1月8日在幸福路街道第二届居民代表会议第一次会议上)街道办事处主任 王长林各位代表:',
    kind: 'annual-report',
    facts: {
      statedLocality: '幸福路街道',
      actualLocality: '幸福路街道',
      meeting: '幸福路街道第二届居民代表会议第一次会议',
      congressTerm: 2,
      sessionNumber: 1,
      speaker: '王长林',
    },
  },
  {
    name: 'a street office that addresses members and comrades, in a district the list of places lacks',
    title: '锦川区甲桥街道办事处2019年工作报告',
    head: '2020年3月26日街道办事处主任 温玉琼各位委员、同志们:受街道办事处委托,报告如下。',
    kind: 'annual-report',
    facts: {
      statedLocality: '甲桥街道',
      county: '锦川区',
      deliveredOn: '2020-03-26',
      speaker: '温玉琼',
      speakerTitle: '主任',
      planYear: 2020,
    },
  },
];
