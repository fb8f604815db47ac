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
  {
    name: 'what a name states that no report knows is not the town’s',
    text: '金垦棉业收购籽棉900吨,上缴税金300万元。加快棉纺城建设,新建厂房1200平方米。全镇收购籽棉2000吨。',
    readings: [
      { scope: 'project', certain: false },
      { scope: 'firm' },
      { scope: 'project', certain: false },
      { scope: 'town', certain: true },
    ],
  },
  {
    name: 'money put into one thing is its own, money of a kind the town’s',
    text: '确保中学迁建6月竣工,完成投资800万元。综合服务港一期4万平方米竣工。工业完成投资3亿元。',
    readings: [
      { scope: 'project', certain: false },
      { scope: 'project', certain: false },
      { scope: 'town', certain: true },
    ],
  },
  {
    name: 'work on one thing makes what follows doubtful, a kind of work does not',
    text: '推动小微商圈提档升级,新增就业600人,引进企业9家。加快农村道路建设,硬化道路3公里。',
    readings: [{}, { certain: false }, { certain: true }],
  },
  {
    name: 'a change goes past an aside, a remark in brackets and a clause that states nothing',
    text: '财政收入790万元,扣除一次性因素,同比增长7.4%;固定资产投资28亿元,受大项目收尾影响,同比下降26%;工业投资5亿元(不含农户),增长8%。',
    readings: [{ growthPercent: 7.4 }, { growthPercent: -26 }, { growthPercent: 8 }],
  },
  {
    name: 'a change in front of its value',
    text: '财政收入同比增长8.5%,达到1.2亿元。粮食总产量比上年增长3.2%达到5.6万吨。',
    readings: [
      { key: 'I151', value: 1.2, growthPercent: 8.5 },
      { key: 'I33', value: 5.6, growthPercent: 3.2 },
    ],
  },
  {
    name: 'two changes for two values, each with its own verb',
    text: '生猪存栏2.3万头、出栏4.1万头,同比减少5%、增长2%。',
    readings: [{ growthPercent: -5 }, { growthPercent: 2 }],
  },
  {
    name: 'the end of one change is not the start of the next',
    text: '规上企业由5家增至8家,高新技术企业达到9家。',
    readings: [{ nature: 'base' }, { nature: 'actual' }, { nature: 'actual' }],
  },
  {
    name: 'sections of a line, foreign countries and ways of speaking are no figures',
    text: '沿江高铁2标段进场。产品远销20多个国家和地区。晒出3张清单。收入增速快于全县0.6个百分点。',
    readings: [],
    unsure: ['与他处或计划比较的差距'],
  },
  {
    name: 'a place by amount or by growth is that of the figure before',
    text: '固定资产投资568亿元,增长13%,总量全市第一,增速全市第三。',
    readings: [
      { name: '固定资产投资', value: 568, growthPercent: 13 },
      { name: '固定资产投资', rank: { position: 1, of: null, within: '全市' } },
      { name: '固定资产投资增速', rank: { position: 3, of: null, within: '全市' } },
    ],
  },
  {
    name: 'two shares are both of the same thing',
    text: '专利申请量12936件,占全市41%,占全省36%。',
    readings: [
      { name: '专利申请量', value: 12936 },
      { name: '专利申请量占全市', value: 41 },
      { name: '专利申请量占全省', value: 36 },
    ],
  },
  {
    name: 'names listed in the clause before 分别 take its changes',
    text: '整改隐患865处,事故起数、死亡人数实现“双下降”,分别下降11.9%、15.7%。',
    readings: [
      { value: 865, growthPercent: null },
      { name: '事故起数', growthPercent: -11.9 },
      { name: '死亡人数', growthPercent: -15.7 },
    ],
  },
  {
    name: 'the clause before names a figure that names nothing itself',
    text: '固定资产投资持续发力,全年完成42亿元,增长14.8%。',
    readings: [{ key: 'I06', value: 42, growthPercent: 14.8 }],
  },
  {
    name: 'a place that is an area of its own owns what is told behind its name',
    text: '边民互市贸易区交易额8亿元,入驻商户30户。全区绿化率30%,我镇高出2个百分点。',
    readings: [{ scope: 'project' }, { scope: 'project' }, { value: 30 }],
    unsure: ['与他处或计划比较的差距'],
  },
  {
    name: 'a multiple does not take the change of the value before it',
    text: '财政总收入达8000万元,是“十一五”末的3倍,年均增长9%。',
    readings: [
      { value: 8000, growthPercent: 9 },
      { value: 3, growthPercent: null },
    ],
  },
  {
    name: 'shares in a watch, one for each and a mark passed are no figures',
    text: '队员分为3组轮流值守。每户建1本明白账。水位一度超警戒1.2米。',
    readings: [],
    unsure: ['与他处或计划比较的差距'],
  },
];
