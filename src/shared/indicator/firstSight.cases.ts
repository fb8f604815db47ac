import type { ReadCase } from './read.cases.ts';

/**
 * Wordings that further hands brought up at first sight, one a fault. Invented sentences; the report reviews 2018,
 * plans 2019 and was delivered on 29 April 2019.
 */
export const firstSightCases: ReadCase[] = [
  {
    name: 'tenths are per cent',
    text: '实现产值7.42亿元,占全镇工业总产值的七成。民生支出占财政支出的六成半以上。来信来访143件次,下降二成。财政自给率不到一成。',
    readings: [
      { value: 7.42 },
      { value: 70, unit: '%', valueText: '七成' },
      { value: 65, unit: '%', valueText: '六成半' },
      { value: 143, growthPercent: -20, changeKind: 'year-on-year' },
      { value: 10, unit: '%' },
    ],
  },
  {
    name: 'what only looks like tenths is none',
    text: '干部队伍一成不变的局面得到扭转,旅游人次恢复到2015年的九成。收成三成多靠天。三五成群。',
    readings: [],
  },
  {
    name: 'a change behind its reason',
    text: '蛋鸡存栏36万只,因价格波动减少4.5%。农村居民人均可支配收入18240元,高出上年10.2%。',
    readings: [
      { value: 36, growthPercent: -4.5 },
      { value: 18240, growthPercent: 10.2, changeKind: 'year-on-year' },
    ],
  },
  {
    name: 'a rise told against the year before belongs to the figure itself',
    text: '农民人均纯收入4836元,比上年的4162元增加674元,增幅16.2%。',
    readings: [
      { value: 4836, growthPercent: 16.2 },
      { value: 4162, nature: 'base', period: '2017' },
      { value: 674, name: '农民人均纯收入增加额', growthPercent: null },
    ],
  },
  {
    name: 'a growth ahead of what it came to',
    text: '规上工业总产值增长5%以上、突破125亿元。',
    role: 'targets',
    readings: [{ value: 125, growthPercent: 5 }],
  },
  {
    name: 'the start value of 上年 is of the year before the one told of',
    text: '规模以上工业企业由上年的11家发展到17家,低收入人口由上年底的6872人减少到5310人。',
    readings: [
      { value: 11, nature: 'base', period: '2017' },
      { value: 17, period: '2018' },
      { value: 6872, nature: 'base', period: '2017' },
      { value: 5310, period: '2018' },
    ],
  },
  {
    name: 'how large each is that is counted says nothing of all',
    text: '新建200头规模养殖场5个。有7个村年集体收入不足5万元。',
    readings: [{ value: 5, unit: '个' }, { value: 7 }],
    unsure: ['每个都达到的数，不是总量'],
  },
  {
    name: 'names in quotation marks with nothing between',
    text: '“镇保”“农保”月人均养老金分别提高到1890元和850元。',
    readings: [{ value: 1890 }, { value: 850 }],
  },
  {
    name: 'how large a project is and what it is meant to give',
    text: '青禾小学迁建工程投资8900万元,建筑面积1.86万平方米,可提供学位1350个。嘉禾产业园征地476亩,达产后年产值可达5亿元,提供岗位400个。',
    readings: [
      { value: 8900, scope: 'project' },
      { value: 1.86, scope: 'project', nature: 'project' },
      { value: 1350, scope: 'project', nature: 'project' },
      { value: 476, scope: 'project' },
      { value: 5, scope: 'project', nature: 'project' },
      { value: 400, scope: 'project', nature: 'project' },
    ],
  },
  {
    name: 'money put into one piece of work is not certainly the town’s',
    text: '投资1280万元改造镇区供水管网18公里。启动投资6500万元、建筑面积9800平方米的镇文体中心建设。',
    role: 'tasks',
    readings: [
      { value: 1280, certain: false },
      { value: 18, unit: '公里' },
      { value: 6500, scope: 'project', nature: 'project' },
      { value: 9800, scope: 'project', nature: 'project' },
    ],
  },
  {
    name: 'programmes and what every town has one of are no single projects',
    text: '“村村通”工程投入864万元。社区卫生服务中心门急诊31.4万人次。园区新入园企业10家。新铺自然屯水泥路23.7公里。架设农网线路18.4公里。',
    readings: [
      { value: 864, scope: 'town' },
      { value: 31.4, scope: 'town' },
      { value: 10, scope: 'town' },
      { value: 23.7, scope: 'town' },
      { value: 18.4, scope: 'town' },
    ],
  },
  {
    name: 'sums told behind a group of firms are theirs',
    text: '规模以上工业企业由11家发展到17家,实现销售收入6.35亿元、利税5240万元。全乡民营企业达到137家,从业人员4210人,上缴税金893万元。规模以上工业企业17家,全镇实现利税9000万元。',
    readings: [
      { value: 11 },
      { value: 17 },
      { value: 6.35, key: 'I313' },
      { value: 5240, key: 'I331' },
      { value: 137 },
      { value: 4210 },
      { value: 893, key: 'I268' },
      { value: 17 },
      { value: 9000, key: 'I209' },
    ],
  },
  {
    name: 'incomes and rates told behind those they are of',
    text: '脱贫人口286户、531人收入稳定增长,人均纯收入12360元。城乡居民医保参保26874人,参保率96.3%。',
    readings: [
      { value: 286 },
      { value: 531 },
      { value: 12360, key: 'I185' },
      { value: 26874 },
      { value: 96.3, key: 'I171' },
    ],
  },
  {
    name: 'what one thing holds and yields is its own',
    text: '新建果品保鲜库1座,库容5000吨,可带动就业80人。牲畜存栏8.36万头（只）。',
    role: 'tasks',
    readings: [
      { value: 1 },
      { value: 5000, scope: 'project' },
      { value: 80, scope: 'project', nature: 'project' },
      { value: 8.36, unit: '万头(只)' },
    ],
  },
  {
    name: 'what a firm’s line or a store is to work through is part of its name or its own',
    text: '天禾棉纺3万锭扩规项目投资5600万元。引进年处理鲜果2000吨、总投资2600万元的果品冷链项目。每户贴息贷款3—5万元。',
    readings: [
      { value: 5600, scope: 'project' },
      { value: 2000, scope: 'project', nature: 'project' },
      { value: 2600, scope: 'project', nature: 'project' },
      { value: 3, upperValue: 5, certain: false },
    ],
  },
  {
    name: 'the first of three sectors is no label',
    text: '其中一、二、三产业增加值分别为8600万元、4100万元和6200万元。',
    readings: [
      { name: '第一产业增加值', value: 8600 },
      { name: '第二产业增加值', value: 4100 },
      { name: '第三产业增加值', value: 6200 },
    ],
  },
  {
    name: 'a task that was set is a target, the distance from a plan no figure of its own',
    text: '组织财政收入498万元,超额完成县下达450万元的任务。地区生产总值4.5亿元,增长8.8%,比年初计划低2.1个百分点。',
    readings: [
      { value: 498, nature: 'actual' },
      { value: 450, nature: 'target' },
      { value: 4.5, growthPercent: 8.8, nature: 'actual' },
    ],
    unsure: ['与他处或计划比较的差距'],
  },
  {
    name: 'a sum behind what each got, and the whole that something is a share of, have names of their own',
    text: '改造茅草房52户,每户补助7000元,合计36.4万元。化解村级债务231万元,占村级债务总额1980万元的11.7%。',
    readings: [
      { name: '改造茅草房' },
      { name: '每户补助' },
      { value: 36.4, key: null, certain: false },
      { name: '化解村级债务' },
      { name: '村级债务总额', key: 'I296' },
      { value: 11.7 },
    ],
  },
  {
    name: 'five years ahead are those of the plan',
    role: 'targets',
    text: '今后五年,力争地区生产总值突破20亿元;规上工业企业达到14家。',
    readings: [
      { value: 20, nature: 'target', period: '2019-2023' },
      { value: 14, nature: 'target', period: '2019-2023' },
    ],
  },
  {
    name: 'a way and a class are no figures',
    text: '我们走过了一段不平凡的历程。金湖化工入库税金386万元,成为我镇首个税收超300万元的企业。砌围墙9800延长米。',
    readings: [{ value: 386 }, { value: 9800, unit: '延长米', normalizedValue: 9.8 }],
  },
  {
    name: 'what came to nothing is where it came from',
    text: '综合贫困发生率由2015年底的9.7%实现“清零”。',
    readings: [{ value: 9.7, nature: 'base', period: '2015' }],
  },
  {
    name: 'what a thing is designed for',
    text: '骨干坝主体完工,设计库容62万立方米。光伏电站并网,装机容量4.2兆瓦。',
    readings: [
      { value: 62, scope: 'project', nature: 'project' },
      { value: 4.2, scope: 'project', nature: 'project' },
    ],
  },
  {
    name: 'a line end between 万 and its unit',
    text: '棉纺规模由3.2万\n锭扩大到5.8万锭。',
    readings: [
      { value: 3.2, nature: 'base' },
      { value: 5.8, nature: 'actual' },
    ],
  },
  {
    name: 'what was the year before stays so until the sentence turns to what is to be',
    role: 'tasks',
    text: '自觉接受监督,去年承办代表建议34件,满意率100%,今年要办得更快,办结率达到100%。',
    readings: [
      { value: 34, nature: 'actual', period: '2018' },
      { value: 100, nature: 'actual', period: '2018', certain: false },
      { value: 100, nature: 'target', period: '2019' },
    ],
  },
  {
    name: 'what a value is above a task, and what it was in an earlier year',
    text: '财税入库1246万元,超任务46万元,增长9.3%。一般预算收入486万元,而2005年这一数字仅为152万元。人均可支配收入6715元,比“十一五”末的2864元翻了一番。',
    readings: [
      { value: 1246, growthPercent: 9.3 },
      { value: 486, nature: 'actual' },
      { value: 152, nature: 'base' },
      { value: 6715, nature: 'actual' },
      { value: 2864, nature: 'base' },
    ],
    unsure: ['与他处或计划比较的差距'],
  },
  {
    name: 'what every village reached, and a start below a round number',
    text: '实现每个村集体经济收入4万元以上。柳林口村集体收入由不足1万元增加到8.2万元。',
    readings: [
      { value: 1, nature: 'base', scope: 'village' },
      { value: 8.2, nature: 'actual', scope: 'village' },
    ],
    unsure: ['每个都达到的数，不是总量'],
  },
];
