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

/** Invented sentences. Reports review 2018 and plan 2019; they were delivered on 29 April 2019. */
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
    name: 'a rise in amount is not the indicator itself, and growth passes over it',
    text: '农民人均纯收入5306元,比上年增加800元,增长17.8%。',
    readings: [
      { key: 'I160', value: 5306, growthPercent: 17.8 },
      { key: null, name: '农民人均纯收入增加额', value: 800, growthPercent: null },
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
      { key: 'I11', value: 300, unit: '万美元', normalizedUnit: '美元', growthPercent: 4 },
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
      { normalizedValue: 150000000, normalizedUnit: '美元' },
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
    name: 'the size of what is counted is no figure',
    text: '推进45个投资10亿元以上重点项目、28个5亿元至10亿元产业园。',
    readings: [
      { value: 45, unit: '个' },
      { value: 28, unit: '个' },
    ],
  },
  {
    name: 'a qualified name is not the indicator',
    text: '工业税收收入300万元,人均地区生产总值5万元,限额以上社会消费品零售总额2亿元。',
    readings: [{ key: null }, { key: 'I184', normalizedUnit: '元' }, { key: 'I204' }],
  },
  {
    name: 'a milestone names the value in the clause after it',
    text: '财政总收入首次突破亿元,达到1.2亿元,增长9%。',
    readings: [{ key: 'I03', value: 1.2, growthPercent: 9 }],
  },
];
