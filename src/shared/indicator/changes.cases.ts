import type { ReadCase } from './read.cases.ts';

/**
 * How much a figure changed, and which figure: growth, completion, from–to, names and numbers in parallel.
 * Invented sentences; the report reviews 2018, plans 2019 and was delivered on 29 April 2019.
 */
export const changeCases: ReadCase[] = [
  {
    name: 'a completion is not a growth',
    text: '实现地税1722.9万元,完成年度计划的118.6%。',
    readings: [{ value: 1722.9, growthPercent: 118.6, changeKind: 'completion' }],
  },
  {
    name: 'a completion between value and growth does not block the growth',
    text: '财政收入3.33亿元,完成年度预算的92.1%,同比增长6.4%。',
    readings: [
      { value: 3.33, growthPercent: 6.4, changeKind: 'year-on-year' },
      { value: null, growthPercent: 92.1, changeKind: 'completion', key: 'I151' },
    ],
  },
  {
    name: 'growth without a value leaves the value empty',
    text: '固定资产投资同比增长4.5%,工业用电量下降3%。',
    readings: [
      { key: 'I06', value: null, unit: null, growthPercent: 4.5 },
      { value: null, growthPercent: -3 },
    ],
  },
  {
    name: 'a written minus is a fall',
    text: '规模以上工业增加值增长-3.5%。',
    readings: [{ key: 'I08', growthPercent: -3.5, changeKind: 'year-on-year' }],
  },
  {
    name: 'a level reached is no growth, points are a change',
    text: '参保率提高到97.5%,比上年提高2.1个百分点。',
    readings: [{ value: 97.5, unit: '%', growthPercent: 2.1, changeKind: 'points' }],
  },
  {
    name: 'a yearly average',
    text: '地区生产总值年均增长8.2%。',
    readings: [{ growthPercent: 8.2, changeKind: 'annual-average', value: null }],
  },
  {
    name: 'a rise in amount is an indicator of its own, and growth passes over it',
    text: '农民人均纯收入5306元,比上年增加800元,增长17.8%。',
    readings: [
      { key: 'I160', value: 5306, growthPercent: 17.8 },
      { key: 'I720', name: '农民人均纯收入增加额', value: 800, growthPercent: null },
    ],
  },
  {
    name: 'from and to: base, value, and no yearly growth',
    text: '城镇化率由39%提高到46.5%。',
    readings: [
      { nature: 'base', value: 39, name: '城镇化率' },
      { nature: 'actual', value: 46.5, key: 'I82', growthPercent: null },
    ],
  },
  {
    name: 'a growth over several years is of no yearly kind',
    text: '农业总产值由2015年的2亿元增长到4.05亿元,增长102.5%。',
    readings: [
      { nature: 'base', value: 2 },
      { value: 4.05, growthPercent: 102.5, changeKind: null },
    ],
  },
  {
    name: 'parallel names and values of equal number are paired',
    text: '城镇、农村居民人均可支配收入分别为22694元、9527元,增长8.5%、11%。',
    readings: [
      { key: 'I13', value: 22694, growthPercent: 8.5 },
      { key: 'I12', value: 9527, growthPercent: 11 },
    ],
  },
  {
    name: 'parallel values of different units are paired',
    text: '外贸进出口、实际利用外资分别完成5亿元和300万美元,增长9%和4%。',
    readings: [
      { key: 'I10', value: 5, unit: '亿元', growthPercent: 9 },
      {
        key: 'I11',
        value: 300,
        unit: '万美元',
        normalizedValue: 300,
        normalizedUnit: '万美元',
        growthPercent: 4,
      },
    ],
  },
  {
    name: 'unequal counts are not paired but listed',
    text: '城镇、农村居民收入分别为22694元、9527元、8000元。',
    readings: [],
    unsure: Array.from({ length: 3 }, () => '并列的名称与数的个数不等'),
  },
  {
    name: 'growths that outnumber the values are listed',
    text: '完成投资5亿元,分别增长8%、9%和10%。',
    readings: [{ value: 5, growthPercent: null }],
    unsure: Array.from({ length: 3 }, () => '并列的数与增幅个数不等'),
  },
  {
    name: 'a reference in brackets never takes the growth',
    text: '一般公共预算收入5000万元(目标4800万元),增长6%。',
    readings: [
      { value: 5000, growthPercent: 6 },
      { value: 4800, nature: 'base', growthPercent: null },
    ],
  },
  {
    name: 'a distance to others is not a change',
    text: '生产总值增长8%,高于全县平均水平1.2个百分点。',
    readings: [{ growthPercent: 8 }],
    unsure: ['与他处或计划比较的差距'],
  },
  {
    name: 'the growth of a masked value is not told of anything else',
    text: '财政收入5000万元,增长6%;生产总值XX亿元,增长8%。',
    readings: [{ key: 'I151', growthPercent: 6 }],
    unsure: ['数字被遮盖', '没有找到所指的指标'],
  },
  {
    name: '城乡 and 三次产业 name several things in one word',
    text: '城乡居民人均可支配收入分别增长7%和8%,三次产业增加值分别增长1%、2%、3%。',
    readings: [
      { key: 'I13', growthPercent: 7 },
      { key: 'I12', growthPercent: 8 },
      { key: 'I77', growthPercent: 1 },
      { key: 'I78', growthPercent: 2 },
      { key: 'I79', growthPercent: 3 },
    ],
  },
  {
    name: 'a change behind what it is measured against',
    text: '粮食总产6.2万吨,因旱减产4.1%。油菜籽2310吨,受灾减产2.9%。大豆总产1.1亿斤,比丰收的上年减少7.3%。水稻总产9800吨,比正常年景减产12.5%。地区生产总值31.6亿元,按可比价增长7.9%。财政收入2.4亿元,自然口径下降3.2%。渔业产值4.1亿元,比上年多增11.8%。',
    readings: [
      { value: 6.2, growthPercent: -4.1 },
      { value: 2310, growthPercent: -2.9 },
      { value: 1.1, growthPercent: -7.3 },
      { value: 9800, growthPercent: -12.5 },
      { value: 31.6, growthPercent: 7.9 },
      { value: 2.4, growthPercent: -3.2 },
      { value: 4.1, growthPercent: 11.8 },
    ],
  },
  {
    name: 'a remark between the verb of a change and its per cent',
    text: '全镇地区生产总值57.3亿元,同比增长(下同)5.1%。',
    readings: [{ value: 57.3, growthPercent: 5.1 }],
  },
  {
    name: 'a rate that came to, the one and the other, and a name said again',
    text: '规上工业产值71.2亿元,降幅收窄至3.9%。税收4.8亿元,增速回落至2.7%。夏粮2.1万吨、秋粮1.9万吨,前者增产3.6%,后者因涝减产2.8%。生猪存栏3.4万头、出栏5.2万头,出栏增长6.1%。农民人均纯收入7215元,人均净增980元,增长15.7%,大灾之年仍是历年最高。',
    readings: [
      { value: 71.2, growthPercent: -3.9 },
      { value: 4.8, growthPercent: 2.7 },
      { value: 2.1, growthPercent: 3.6 },
      { value: 1.9, growthPercent: -2.8 },
      { value: 3.4, growthPercent: null },
      { value: 5.2, growthPercent: 6.1 },
      { value: 7215, growthPercent: 15.7 },
      { value: 980 },
    ],
  },
  {
    name: 'what something is so many times, and what it is more than, are bases',
    text: '财政总收入1120万元,是2010年320万元的3.5倍。农村居民收入比2011年的4200元多出3900元。',
    readings: [
      { value: 1120, nature: 'actual' },
      { value: 320, nature: 'base', period: '2010' },
      { value: 3.5, unit: '倍', period: '2018' },
      { value: 4200, nature: 'base' },
      { value: 3900 },
    ],
  },
  {
    name: 'what was added up since a year',
    text: '地区生产总值从2013年的14.1亿元跃升至19.8亿元;固定资产投资累计29.4亿元。',
    readings: [
      { value: 14.1, nature: 'base', period: '2013' },
      { value: 19.8, period: '2018' },
      { value: 29.4, period: '2014-2018' },
    ],
  },
  {
    name: 'a rise in front of what each month came to, and one up, one down',
    text: '农村低保标准提高18.4%,达到每人每月690元。刑事案件21起,同比少发22%。肥猪出栏2.3万头、山羊出栏1.4万只,一增一减,分别为增3.1%、减1.2%。',
    readings: [
      { value: 690, growthPercent: 18.4 },
      { value: 21, growthPercent: -22 },
      { value: 2.3, growthPercent: 3.1 },
      { value: 1.4, growthPercent: -1.2 },
    ],
  },
  {
    name: 'what was wiped out, where something began, and a reason with a change of its own',
    text: '2013年5.1%的贫困发生率全面清零。农民人均纯收入从2013年的1710元起步,五年净增1320元。固定资产投资38.2亿元,受房地产投资回落21.4%拖累,仍是全县第二。',
    readings: [
      { value: 5.1, nature: 'base' },
      { value: 1710, nature: 'base' },
      { value: 1320 },
      { value: 38.2, growthPercent: null },
      { growthPercent: -21.4 },
      { key: null },
    ],
  },
  {
    name: 'sums of several years lie behind in a review',
    text: '五年累计完成投资31亿元,引进项目20个,其中2018年引进6个。三年共投入1.2亿元。',
    readings: [
      { value: 31, period: '2014-2018' },
      { value: 20, period: '2014-2018' },
      { value: 6, period: '2018' },
      { value: 1.2, period: '2016-2018' },
    ],
  },
  {
    name: 'sums of several years lie ahead in a plan',
    role: 'targets',
    text: '五年累计完成投资50亿元,引进项目30个。五年固定资产投资累计48亿元。',
    readings: [
      { value: 50, period: '2019-2023' },
      { value: 30, period: '2019-2023' },
      { value: 48, period: '2019-2023' },
    ],
  },
  {
    name: 'changes of values that are named again, one by one or in a row',
    text: '生猪、羊、鸡存栏分别达到6800头、2.1万只和9.7万只,生猪、羊增长5.4%、11.2%,鸡受禽流感影响下降3.5%。出栏肉牛7350头、山羊9120只、鹅640只,与上年相比,肉牛增3.2%,山羊增7.7%,鹅减1.8%。',
    readings: [
      { value: 6800, growthPercent: 5.4 },
      { value: 2.1, growthPercent: 11.2 },
      { value: 9.7, growthPercent: -3.5 },
      { value: 7350, growthPercent: 3.2 },
      { value: 9120, growthPercent: 7.7 },
      { value: 640, growthPercent: -1.8 },
    ],
  },
  {
    name: 'what a normal year gave is measured against',
    text: '红枣产量1360万斤,较正常年景的1970万斤减少31%。规上工业产值11.4亿元,虽同比下降8.7%,但没有停产。',
    readings: [
      { value: 1360, growthPercent: -31 },
      { value: 1970, nature: 'base' },
      { value: 11.4, growthPercent: -8.7 },
    ],
  },
  {
    name: 'a change under a name no list has may be that of the value before it: both are asked about',
    text: '海洋捕捞产量1.36万吨,执行休渔新规后同比下降8.2%。全镇工业用电量增长5%。',
    readings: [
      { value: 1.36, growthPercent: null, certain: false },
      { value: null, growthPercent: -8.2, certain: false },
      { growthPercent: 5, certain: true },
    ],
  },
];
