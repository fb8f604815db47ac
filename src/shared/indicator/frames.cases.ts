import type { ReadCase } from './read.cases.ts';

/**
 * Whether a figure is a result or a plan, whose it is and of when. Invented sentences;
 * the report reviews 2018, plans 2019 and was delivered on 29 April 2019.
 */
export const frameCases: ReadCase[] = [
  {
    name: "a firm's tax is not the town's",
    text: '山东启恒物流,实现税收1477万元。全镇税收收入3000万元。',
    readings: [
      { value: 1477, scope: 'firm' },
      { value: 3000, scope: 'town', key: 'I04' },
    ],
  },
  {
    name: 'investment in one named thing is a project',
    text: '投资1.2亿元的恒业科技、总投资5亿元的冷链物流园签约,占地8600亩的昌王新城开工。',
    readings: [
      { nature: 'project', scope: 'project', name: '恒业科技投资' },
      { nature: 'project', scope: 'project' },
      { nature: 'project', scope: 'project', name: '昌王新城占地' },
    ],
  },
  {
    name: 'other levels and villages keep their scope',
    text: '全县粮食产量20万吨。李家庄村流转土地800亩。全市旅游收入5亿元。',
    readings: [{ scope: 'county' }, { scope: 'village' }, { scope: 'city' }],
  },
  {
    name: 'what is only there already is no target',
    text: '借助36.1公里的观山大道,发挥全镇18个示范村的辐射作用,新建观光园3个。',
    role: 'tasks',
    readings: [{ nature: 'base' }, { nature: 'base' }, { nature: 'target', period: '2019' }],
  },
  {
    name: "last year's figure among the tasks is a base",
    text: '在去年完成200户改厕的基础上,今年再改造300户。',
    role: 'tasks',
    readings: [
      { nature: 'base', period: '2018' },
      { nature: 'target', period: '2019', key: 'I52' },
    ],
  },
  {
    name: 'periods: 以来, spans, deadlines, relative words',
    text: '2018年以来流转土地460亩。到2020年,年接待游客100万人次。3年内发展到100家。',
    role: 'tasks',
    readings: [{ period: '2018-' }, { period: '2020' }, { period: '2019-2021' }],
  },
  {
    name: 'without sections the words decide, marked for checking',
    text: '计划流转土地500亩。已完成改厕300户。栽植苗木20株。',
    role: null,
    readings: [
      { nature: 'target', certain: false },
      { nature: 'actual', certain: false },
      { nature: null },
    ],
  },
  {
    name: 'an expected result is shown for checking',
    text: '预计实现地区生产总值44.8亿元,同比增长6.67%。',
    readings: [{ certain: false, doubt: '预计数，不是最终数', growthPercent: 6.67 }],
  },
];
