import type { ReadCase } from './read.cases.ts';

/**
 * What is no figure, and what is listed because its digits or its unit are lost. Invented sentences; the
 * report reviews 2018, plans 2019 and was delivered on 29 April 2019.
 */
export const refusalCases: ReadCase[] = [
  {
    name: 'masked and lost digits stay a gap',
    text: '完成财政收入XX万元,增长X.X%;人均收入**元;生产总值亿元。',
    readings: [],
    unsure: ['数字被遮盖', '数字被遮盖', '数字被遮盖', '数字缺失'],
  },
  {
    name: 'a half-masked number is not read for the rest of it',
    text: '农民人均纯收入xx458元。',
    readings: [],
    unsure: ['数字被遮盖'],
  },
  {
    name: 'a lost per cent sign is listed',
    text: '固定资产投资增长15.1,利润增长8%。',
    readings: [{ growthPercent: 8 }],
    unsure: ['数字后缺少单位'],
  },
  {
    name: '万 without a unit is listed',
    text: '产生直接经济效益1000多万。',
    readings: [],
    unsure: ['“万”“亿”后没有单位'],
  },
  {
    name: 'slogans, ages, dates, document numbers, roads, terms and durations are no figures',
    text: '按照“1253”思路,2018年4月29日印发昌政发〔2018〕5号文件,为35-64岁妇女服务,打通G312国道和35千伏线路,完善15分钟服务圈和“乡村振兴20字要求”,办好12345热线,推广“1+N”模式,用三年时间、26条措施推动。',
    readings: [],
  },
  {
    name: 'list numbers are no figures',
    text: '重点办好10件民生实事:1.投入1250万元,建设幼儿园。2、改造旱厕300户。',
    role: 'livelihood',
    readings: [
      { value: 10, unit: '件' },
      { value: 1250, unit: '万元' },
      { value: 300, key: 'I52' },
    ],
  },
  {
    name: 'thresholds say what is counted',
    text: '新建过1000亩农业园区2个、过500亩7个;投资500万元以上的项目11个;年纳税超过100万元的企业4家。',
    readings: [
      { value: 2, name: '新建过1000亩农业园区' },
      { value: 7, name: '过500亩农业园区' },
      { value: 11, unit: '个' },
      { value: 4, unit: '家' },
    ],
  },
  {
    name: 'capacity in the name of a project is no figure',
    text: '得利源30万头肉牛分割及深加工项目已竣工投产。',
    readings: [],
  },
  {
    name: 'the size of what is counted is no figure',
    text: '推进45个投资10亿元以上重点项目、28个5亿元至10亿元产业园。',
    readings: [
      { value: 45, unit: '个' },
      { value: 28, unit: '个' },
    ],
  },
  {
    name: 'the number of a congress, a single numeral behind 近, and how far something is from others',
    text: '贯彻县十二次党代会精神。每斤比上年多卖近一元。人均纯收入与全县平均水平相差130元。',
    readings: [],
    unsure: ['与他处或计划比较的差距'],
  },
];
