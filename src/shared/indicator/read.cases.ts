import type { SectionRole } from '../report/report.ts';
import type { IndicatorReading } from './reading.ts';

/** What a person would notice of a reading; fields that are left out are not compared. */
export type ExpectedReading = Partial<
  Pick<
    IndicatorReading,
    | 'key'
    | 'name'
    | 'valueText'
    | 'value'
    | 'upperValue'
    | 'unit'
    | 'normalizedValue'
    | 'normalizedUnit'
    | 'precision'
    | 'growthPercent'
    | 'changeKind'
    | 'rank'
    | 'period'
    | 'nature'
    | 'scope'
    | 'certain'
    | 'doubt'
  >
>;

export interface ReadCase {
  name: string;
  text: string;
  /** Default: review. */
  role?: SectionRole | null;
  readings: ExpectedReading[];
  /** Reasons in the list of unsure figures, in order. */
  unsure?: string[];
}

/**
 * How a figure is written and what it is called. Invented sentences; the report reviews 2018, plans 2019
 * and was delivered on 29 April 2019.
 */
export const readCases: ReadCase[] = [
  {
    name: 'a value with its growth',
    text: '全镇实现地方财政收入1.87亿元,同比增长15.1%。',
    readings: [
      {
        key: 'I01',
        name: '地方财政收入',
        valueText: '1.87',
        value: 1.87,
        unit: '亿元',
        normalizedValue: 18700,
        normalizedUnit: '万元',
        growthPercent: 15.1,
        changeKind: 'year-on-year',
        period: '2018',
        nature: 'actual',
        scope: 'town',
        certain: true,
      },
    ],
  },
  {
    name: 'four definitions of revenue stay four indicators',
    text: '财政总收入9000万元,地方财政收入6000万元,一般公共预算收入5000万元,地税2000万元,财政收入8000万元。',
    readings: [{ key: 'I03' }, { key: 'I01' }, { key: 'I02' }, { key: 'I158' }, { key: 'I151' }],
  },
  {
    name: 'net income is not disposable income',
    text: '农民人均纯收入8000元,农民人均可支配收入9000元。',
    readings: [
      { key: 'I160', normalizedValue: 8000, normalizedUnit: '元' },
      { key: 'I12', normalizedValue: 9000, normalizedUnit: '元' },
    ],
  },
  {
    name: 'a range keeps both ends',
    text: '每亩增收明显,户均收入2320—2340元。',
    readings: [{ value: 2320, upperValue: 2340, unit: '元', valueText: '2320—2340' }],
  },
  {
    name: 'a range of growth targets',
    text: '地区生产总值增长5%-8%。',
    role: 'targets',
    readings: [{ growthPercent: 5, upperValue: 8, nature: 'target', period: '2019' }],
  },
  {
    name: '各 gives every listed thing the number',
    text: '新增示范社、家庭农场各54家。',
    readings: [
      { value: 54, unit: '家' },
      { value: 54, key: 'I37' },
    ],
  },
  {
    name: 'a rank carries its field and the size of the field',
    text: '在年度考核中,获得了全市15个镇街区第一名。',
    readings: [{ rank: { position: 1, of: 15, within: '全市' } }],
  },
  {
    name: 'parallel ranks',
    text: '营业收入、利润分别居全省第2位和第3位。',
    readings: [
      { rank: { position: 2, of: null, within: '全省' }, name: '营业收入' },
      { rank: { position: 3, of: null, within: '全省' }, name: '利润' },
    ],
  },
  {
    name: 'precision words before and behind, and within the magnitude',
    text: '流转土地近5000亩,投入400多万元,栽树2亿多株,整改800余户,增长8%左右。',
    readings: [
      { valueText: '近5000', precision: '近' },
      { valueText: '400多', value: 400, unit: '万元', precision: '多' },
      { value: 2, unit: '亿株', precision: '多' },
      { valueText: '800余', precision: '余' },
    ],
  },
  {
    name: '约 of 签约 is no precision word, 达 is a verb',
    text: '家庭医生已签约10026人,入住率达75%。',
    readings: [
      { valueText: '10026', precision: null },
      { valueText: '75', precision: null, key: 'I166' },
    ],
  },
  {
    name: 'Chinese numerals of two and more characters',
    text: '改造一千二百亩,投资三百万元,涉及二十余户,占比百分之十五点五。',
    readings: [
      { value: 1200, unit: '亩' },
      { value: 300, unit: '万元', normalizedValue: 300 },
      { value: 20, unit: '户', precision: '余' },
      { value: 15.5, unit: '%' },
    ],
  },
  {
    name: 'single numerals are read only in from–to',
    text: '一个中心、三大攻坚,两手抓。合作社由三个增加到八个。',
    readings: [
      { value: 3, nature: 'base' },
      { value: 8, nature: 'actual' },
    ],
  },
  {
    name: 'full-width digits and separators',
    text: '完成投资１２，５００万元，增长１２．５％。',
    readings: [{ value: 12500, unit: '万元', growthPercent: 12.5 }],
  },
  {
    name: 'traditional characters',
    text: '完成財政總收入5800萬元,同比增長8%;農民人均純收入9000元。',
    readings: [
      { key: 'I03', value: 5800, unit: '万元', growthPercent: 8 },
      { key: 'I160', value: 9000 },
    ],
  },
  {
    name: 'blanks and wraps inside a figure',
    text: '各项存款余额达7338万元和贷款余额4022\n万元,同比增长14.8 %。',
    readings: [{ value: 7338 }, { value: 4022, unit: '万元', growthPercent: 14.8 }],
  },
  {
    name: 'a page mark inside a figure',
    text: '全年各项贷款余额4022\n- 1 -\n万元,同比增长14.8%。',
    readings: [{ value: 4022, unit: '万元', growthPercent: 14.8 }],
  },
  {
    name: 'the counted thing stands behind a classifier, before a full stop in front',
    text: '建成15个社区综治中心。成功打造示范村30个。',
    readings: [{ name: '建成社区综治中心' }, { name: '打造示范村', key: 'I51' }],
  },
  {
    name: 'households and people of one thing',
    text: '对全镇现享受农村低保630户、952人进行核实,做好411户、706人已脱贫人员帮扶。',
    readings: [
      { key: 'I60', value: 630 },
      { key: 'I60', value: 952 },
      { name: '已脱贫人员帮扶', value: 411 },
      { name: '已脱贫人员帮扶', value: 706 },
    ],
  },
  {
    name: 'a rate per head is a standard, not a total',
    text: '为教师每人每年100元核增绩效,经济效益超过1万元/亩。',
    role: 'tasks',
    readings: [
      { normalizedUnit: '元', normalizedValue: 100, doubt: '标准，不是总量' },
      { doubt: '标准，不是总量' },
    ],
  },
  {
    name: 'what money was spent on names it',
    text: '投资430万元,完成旱厕改造4774户。投入4.1万元扩充农家书屋。',
    role: 'tasks',
    readings: [
      { name: '旱厕改造投资', value: 430 },
      { key: 'I52', value: 4774, unit: '户' },
      { name: '扩充农家书屋投入' },
    ],
  },
  {
    name: 'tons, jin, hectares and square kilometres are converted, foreign money is not',
    text: '粮食总产量2亿斤,治理水土流失3平方公里,流转土地20公顷,到账外资1.5亿美元。',
    readings: [
      { normalizedValue: 100000, normalizedUnit: '吨' },
      { normalizedValue: 3, normalizedUnit: '平方公里' },
      { normalizedValue: 300, normalizedUnit: '亩' },
      { normalizedValue: 15000, normalizedUnit: '万美元' },
    ],
  },
  {
    name: 'per mille stays per mille',
    text: '人口自然增长率控制在5.2‰以内。',
    readings: [{ key: 'I116', value: 5.2, unit: '‰', precision: '以内', growthPercent: null }],
  },
  {
    name: 'every number on a line of its own, as web pages are copied',
    text: '完成限上消费品零售总额\n320\n万元,增长\n8%\n;固定资产投资\n3.5\n亿\n元,占全年任务数的\n77.8 %\n。',
    readings: [
      { key: 'I204', value: 320, unit: '万元', growthPercent: 8 },
      { key: 'I06', value: 3.5, unit: '亿元', growthPercent: 77.8, changeKind: 'completion' },
    ],
  },
  {
    name: 'a qualified name is not the indicator',
    text: '工业税收收入300万元,人均地区生产总值5万元,限额以上社会消费品零售总额2亿元。',
    readings: [{ key: 'I266' }, { key: 'I184', normalizedUnit: '元' }, { key: 'I204' }],
  },
  {
    name: 'a milestone names the value in the clause after it',
    text: '财政总收入首次突破亿元,达到1.2亿元,增长9%。',
    readings: [{ key: 'I03', value: 1.2, growthPercent: 9 }],
  },
];
