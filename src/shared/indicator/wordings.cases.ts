import type { ReadCase } from './read.cases.ts';

/**
 * Wordings of township reports that were misread once. Invented sentences; the report reviews 2018,
 * plans 2019 and was delivered on 29 April 2019.
 */
export const wordingCases: ReadCase[] = [
  {
    name: 'a level that fell is no growth',
    text: '贫困发生率下降为1.09%,财政收入增幅为8%。',
    readings: [
      { value: 1.09, unit: '%', growthPercent: null },
      { value: null, growthPercent: 8 },
    ],
  },
  {
    name: 'a start that falls to nothing is only a start',
    text: '贫困发生率由8.2%降为零。',
    readings: [{ value: 8.2, nature: 'base' }],
  },
  {
    name: 'a start and its end across a comma',
    text: '固定资产投资由0.9亿元,增长到了2.1亿元,增长133.3%。',
    readings: [
      { value: 0.9, nature: 'base' },
      { value: 2.1, nature: 'actual', growthPercent: 133.3, changeKind: null },
    ],
  },
  {
    name: 'growths that only a comma joins, each with its own',
    text: '生产总值10.7亿元,乡镇企业总产值12.7亿元,分别比上年增长12%,13%。',
    readings: [
      { value: 10.7, growthPercent: 12 },
      { value: 12.7, growthPercent: 13 },
    ],
  },
  {
    name: 'a sign that stands for the verb',
    text: '生产总值60.3亿元,一般公共预算收入2亿元,同比分别-6.2%、-19.3%。',
    readings: [{ growthPercent: -6.2 }, { growthPercent: -19.3 }],
  },
  {
    name: 'what follows a bracket is told of what stands before it',
    text: '用电量310万千瓦时(其中工业用电90万千瓦时),同比增长8%。',
    readings: [
      { value: 310, growthPercent: 8 },
      { value: 90, growthPercent: null },
    ],
  },
  {
    name: 'a rise by an amount is not the level',
    text: '税收增加500万元。财政总收入8000万元,增加900万元,增长12.7%。',
    readings: [
      { name: '税收增加额', key: 'I729' },
      { value: 8000, growthPercent: 12.7 },
      { value: 900, key: 'I725' },
    ],
  },
  {
    name: 'a growth in per cent of a rate is asked about',
    text: '办结率达98%,较上年下降12%。',
    readings: [{ value: 98, certain: false, doubt: '比率的增减以百分数计，可能指别的数' }],
  },
  {
    name: 'goals within the review are no results',
    text: '县政府下达我镇收入指标为290万元。超额完成年初2500万元目标任务。围绕种植7000亩的目标开展工作。',
    readings: [
      { nature: 'target', certain: false },
      { nature: 'target', certain: false },
      { nature: 'target', certain: false },
    ],
  },
  {
    name: 'programmes called 计划 plan nothing; 确保了 is done',
    text: '雨露计划等补助累计发放86.8万元。确保了6.8万人饮水安全。',
    readings: [{ nature: 'actual' }, { nature: 'actual' }],
  },
  {
    name: 'foreign capital used is no starting point',
    role: 'targets',
    text: '实际利用外资2590万美元。',
    readings: [{ key: 'I11', nature: 'target' }],
  },
  {
    name: 'what the town takes in at its own level is its own',
    text: '镇本级一般公共预算收入2.18亿元,为调整预算的101.4%,增长3.5%。',
    readings: [
      { key: 'I02', value: 2.18, growthPercent: 3.5, scope: 'town', certain: true, doubt: null },
      { key: 'I02', growthPercent: 101.4, changeKind: 'completion' },
    ],
  },
  {
    name: 'several start values lead to as many ends; one to a doubling',
    text: '贫困人口由2014年的1687户、6842人减少到812户、2965人。财政总收入由2010年的840万元翻了一番多。',
    readings: [
      { name: '贫困人口', value: 1687, nature: 'base', period: '2014' },
      { name: '贫困人口', value: 6842, nature: 'base', period: '2014' },
      { name: '贫困人口', value: 812, nature: 'actual' },
      { name: '贫困人口', value: 2965, nature: 'actual' },
      { key: 'I03', value: 840, nature: 'base', period: '2010' },
    ],
  },
  {
    name: 'what the whole district did meanwhile is not the town’s',
    text: '同期全区一般公共预算收入增长7.3%。',
    readings: [{ growthPercent: 7.3, scope: 'county' }],
  },
  {
    name: 'plans of five years before 十一五, and a rise joined to its value by 、',
    text: '“十五”期间,税收年均递增15%。“九五”以来,税收年均递增6%。财政总收入增长12%、达到900万元。',
    readings: [
      { growthPercent: 15, period: '2001-2005' },
      { growthPercent: 6, period: '1996-' },
      { key: 'I03', value: 900, growthPercent: 12 },
    ],
  },
  {
    name: 'a plan of five years that is only measured against, and the years that a rise names',
    text: '“十五”时期,完成投资3680万元,是“九五”时期的2.3倍;人均纯收入从2000年的1042元增加到2005年的1683元。到“十一五”末,人均纯收入达到2600元。',
    readings: [
      { value: 3680, period: '2001-2005' },
      { value: 2.3, unit: '倍', period: '2001-2005' },
      { value: 1042, nature: 'base', period: '2000' },
      { value: 1683, period: '2005' },
      { value: 2600, period: '2010' },
    ],
  },
  {
    name: 'changes that are called small, and a quantity that fell',
    text: '粮食总产1.07万吨,较上年略增2.1%。总产值31.7亿元,受市场需求偏弱拖累,微降2.6%。其他垃圾减量5.4%。',
    readings: [
      { value: 1.07, growthPercent: 2.1 },
      { value: 31.7, growthPercent: -2.6 },
      { growthPercent: -5.4 },
    ],
  },
  {
    name: 'how much more was taken in stands between a sum and its growth',
    text: '财政总收入3.62亿元,较上年多收2340万元,增长6.9%。原油产量68.3万吨,同比多产1.4万吨,增长2.1%。税收总额38.9亿元,还原留抵退税因素后增长6.3%。',
    readings: [
      { key: 'I03', value: 3.62, growthPercent: 6.9 },
      { value: 2340, growthPercent: null },
      { value: 68.3, growthPercent: 2.1 },
      { value: 1.4, growthPercent: null },
      { value: 38.9, growthPercent: 6.3 },
    ],
  },
  {
    name: 'what a home costs that is told of by its beds',
    text: '投资9800万元、设床位300张的镇综合养老服务中心开工。',
    readings: [
      { value: 9800, scope: 'project' },
      { value: 300, scope: 'project' },
    ],
  },
  {
    name: 'guests and takings told behind a place named by its cost are that place’s',
    text: '投资1200万元的云溪漂流“五一”前开漂,当年接待游客5.4万人次,收入216万元。全镇架设10千伏线路7.4公里。全年环卫投入165万元。',
    readings: [
      { value: 1200, scope: 'project' },
      { value: 5.4, scope: 'project' },
      { value: 216, scope: 'project' },
      { value: 7.4, scope: 'town' },
      { value: 165, scope: 'town' },
    ],
  },
  {
    name: 'what one village of them has is that village’s',
    text: '全镇村均集体收入达到40万元,其中丰光村达86万元。嘎查集体收入稳步增长,其中巴彦呼热嘎查达到68.3万元。',
    readings: [
      { value: 40, scope: 'town' },
      { value: 86, scope: 'village' },
      { value: 68.3, scope: 'village' },
    ],
  },
  {
    name: 'a number that blanks have torn is put together and asked about',
    text: '改造投入1 80万元,发放补贴1 365万元,地税9 4 6万元,增长8.5%。',
    readings: [180, 1365, 946].map((value) => ({
      value,
      certain: false,
      doubt: '数字中间有空格',
    })),
  },
  {
    name: 'two numbers in a row, a year and a number, and what is numbered are left to the person',
    text: '改造农房12 15户。2016 813户脱贫。见附表3 24户。',
    readings: [],
    unsure: ['数字中间有空格', '数字中间有空格', '数字中间有空格'],
  },
  {
    name: 'milestones, rules and classes are no figures',
    text: '税收突破2000万元,达到2134万元。按照每网格不超过20户要求划分。300万吨级项目投产。',
    readings: [{ value: 2134 }],
  },
  {
    name: '365 days and transformers are ways of speaking',
    text: '实行365天不打烊。空气优良天数达到365天,安装60千瓦变压器5台。',
    readings: [{ value: 365 }, { value: 5, unit: '台' }],
  },
  {
    name: 'an abbreviation before a number is no road',
    text: '全镇实现GDP19.92亿元,同比增长20.9%。沿G312国道绿化。',
    readings: [{ key: 'I05', value: 19.92, growthPercent: 20.9 }],
  },
  {
    name: 'hundreds of millions without a unit are listed',
    text: '固定资产投资4.9个亿,同比增长28%。',
    readings: [],
    unsure: ['“万”“亿”后没有单位'],
  },
  {
    name: 'months without a year are of the year reviewed',
    text: '1-10月份财政收入494.8万元。',
    readings: [{ period: '2018年1-10月' }],
  },
  {
    name: 'the clause that opens with its year sets it',
    text: '继2017年突破60亿元大关之后,2018年继续攀升,达到74.2亿元。',
    readings: [{ value: 74.2, period: '2018' }],
  },
  {
    name: 'yields, shares and positions lean on the figure before',
    text: '粮食播种面积2万亩,总产1.2万吨。农业人口5870人,占总人口的94%。税收增长9%,居全县第二。',
    readings: [
      { key: 'I34' },
      { name: '粮食总产', key: 'I33' },
      { name: '农业人口' },
      { name: '农业人口占总人口', value: 94 },
      { growthPercent: 9 },
      { name: '税收增速', rank: { position: 2, of: null, within: '全县' } },
    ],
  },
  {
    name: 'another kind of thing behind a comma has no name',
    text: '辖187个村民小组,4089户。',
    readings: [{ value: 187 }, { value: 4089, name: '', certain: false }],
  },
  {
    name: 'what stands behind an extent is what it is of',
    text: '完成3.2万平方米安置房、30公里村庄绿化。',
    readings: [{ name: '安置房' }, { name: '村庄绿化' }],
  },
  {
    name: 'first places, fields and their members',
    text: '综合考核居全县11个乡镇首位,在县年终考评中位列第二,总量居15个镇街第四位。',
    readings: [
      { rank: { position: 1, of: 11, within: '全县' } },
      { rank: { position: 2, of: null, within: '全县' } },
      { rank: { position: 4, of: 15, within: null } },
    ],
  },
  {
    name: 'a firm by its trade, by what helps it and by its works',
    text: '天润乳业投资1600万元。支持启航电机做大做强,实现产值8亿元。工业电炉厂纳税148万元。加大科技培训30人。',
    readings: [{ scope: 'firm' }, { scope: 'firm' }, { scope: 'firm' }, { scope: 'town' }],
  },
  {
    name: 'a village as subject, not as place of work',
    text: '西郭村力争集体收入达到50万元。新建杏花村幸福院2处。快递进村率达到95%。',
    readings: [{ scope: 'village' }, { scope: 'town' }, { scope: 'town' }],
  },
  {
    name: 'villages in a list each have their own',
    text: '上坑村、茶亭村分别建成公园300平方米和500平方米。',
    readings: [
      { name: '上坑村建成公园', value: 300, scope: 'village' },
      { name: '茶亭村建成公园', value: 500, scope: 'village' },
    ],
  },
  {
    name: 'what follows the figure of one project is asked about',
    text: '总投资2亿元的物流园开工,砌筑护坡3公里。',
    readings: [{ scope: 'project' }, { scope: 'town', certain: false }],
  },
  {
    name: 'deposits and loans in one word',
    text: '各项存贷款余额达7338万元和4022万元。',
    readings: [{ key: 'I165' }, { key: 'I157' }],
  },
  {
    name: 'crops, branches and standards are not the whole',
    text: '农作物播种面积3万亩,水稻种植面积1万亩,畜牧业产值2亿元,农村经济总收入5亿元,低保标准每人每年6000元。',
    readings: [
      { key: 'I212' },
      { key: 'I213' },
      { key: 'I345' },
      { key: 'I211' },
      { key: 'I216', normalizedUnit: '元' },
    ],
  },
];
