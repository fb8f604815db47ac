import type { ReadCase } from './read.cases.ts';

/**
 * Wordings that hands not seen before brought up, one a fault. Invented sentences; the report reviews 2018,
 * plans 2019 and was delivered on 29 April 2019.
 */
export const unseenCases: ReadCase[] = [
  {
    name: 'a number put together from several magnitudes',
    text: '流转土地1万2千亩,收入2万8千元,投资3亿5千万元。',
    readings: [
      { value: 12000, unit: '亩', valueText: '1万2千' },
      { value: 28000, unit: '元' },
      { value: 350000000, normalizedValue: 35000, normalizedUnit: '万元' },
    ],
  },
  {
    name: 'a per cent with a sign and no further words',
    text: '税收+5.2%,出口-3.1%。固定资产投资12亿元(同比+8.5%)。',
    readings: [
      { value: null, growthPercent: 5.2 },
      { value: null, growthPercent: -3.1 },
      { value: 12, growthPercent: 8.5 },
    ],
  },
  {
    name: 'a class of projects is no amount',
    text: '引进十亿元项目1个,打造百亿元产业集群,其中10亿元以上3个。',
    readings: [{ value: 1 }, { value: 3 }],
  },
  {
    name: 'what something is measured against',
    text: '财政收入完成340万元,占年初任务320万元的106.3%。财政总收入8000万元,比上年的7200万元增长11.1%。',
    readings: [
      { value: 340, growthPercent: 106.3, changeKind: 'completion' },
      { value: 320, nature: 'base' },
      { value: 8000, growthPercent: 11.1, changeKind: 'year-on-year' },
      { value: 7200, nature: 'base' },
    ],
  },
  {
    name: 'a rise and a fall told together',
    text: '进出口总值8亿元,其中出口5亿元,分别增长3%和下降2%。',
    readings: [{ growthPercent: 3 }, { growthPercent: -2 }],
  },
  {
    name: 'a change behind a bracket belongs to what stands before it',
    text: '粮食总产2.3万吨(其中小麦1.1万吨、玉米1.2万吨),同比增长3.2%。',
    readings: [{ growthPercent: 3.2 }, { growthPercent: null }, { growthPercent: null }],
  },
  {
    name: 'a mark that was passed is no second amount',
    text: '财政总收入3200万元,首次突破3000万元大关,较上年净增300万元,增长10.3%。',
    readings: [
      { value: 3200, growthPercent: 10.3 },
      { value: 300, key: null },
    ],
  },
  {
    name: 'the per cent behind a rate are of the count before it',
    text: '受理信访件20宗,办结率98%,同比下降12%。',
    readings: [{ value: 20, growthPercent: -12 }, { value: 98 }],
  },
  {
    name: 'a distance from a goal is listed',
    text: '空气优良天数320天,比省定目标多25天。',
    readings: [{ value: 320 }],
    unsure: ['与他处或计划比较的差距'],
  },
  {
    name: 'what every village reached is listed',
    text: '村级集体收入均达到20万元以上,总收入3600万元。',
    readings: [{ value: 3600 }],
    unsure: ['每个都达到的数，不是总量'],
  },
  {
    name: 'points of a document and members of a contest are no figures',
    text: '对照《意见》24条抓落实。在全市42个乡镇(街道)中排名第7位。',
    readings: [{ rank: { position: 7, of: null, within: '全市' } }],
  },
  {
    name: 'a sentence that opens with a park, a firm or a village is about it',
    text: '茶产业园新入驻企业13家,解决就业600人。加快软件园招商,引进企业5家。金河村成立专业合作社,流转土地300亩。',
    readings: [
      { scope: 'project' },
      { scope: 'project' },
      { scope: 'project' },
      { scope: 'village' },
    ],
  },
  {
    name: 'a name in front of a figure, of which nothing is known, is asked about',
    text: '瑞丰隆泰添置货车3辆,全镇流转土地5000亩。',
    readings: [{ certain: false }, { scope: 'town', certain: true }],
  },
  {
    name: 'the part behind a semicolon may go on about the park',
    text: '服装产业园产值3亿元;新建厂房900平方米。',
    readings: [{ scope: 'project' }, { certain: false }],
  },
  {
    name: 'a forecast covers the whole list',
    text: '预计全年生产总值48亿元,社会消费品零售总额12亿元。',
    readings: [{ certain: false }, { certain: false }],
  },
  {
    name: 'an aim in the review is no result',
    text: '力争到2020年,财政收入突破3亿元。',
    readings: [{ nature: 'target', certain: false }],
  },
  {
    name: 'three sectors with one tail',
    text: '第一、二、三产业增加值分别为1亿元、2亿元、3亿元。',
    readings: [{ key: 'I77' }, { key: 'I78' }, { key: 'I79' }],
  },
  {
    name: 'plans of five years and years gone by',
    text: '“十三五”以来,累计投入1亿元。过去三年,新增耕地1200亩。财政收入从2013年的3000万元上升到5200万元。',
    readings: [
      { period: '2016-' },
      { period: '2016-2018' },
      { period: '2013' },
      { period: '2018' },
    ],
  },
];
