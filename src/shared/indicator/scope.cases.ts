import type { ReadCase } from './read.cases.ts';

/**
 * Whose a figure is: the town's, one work's, a firm's. Invented sentences; the report reviews 2018, plans 2019 and
 * was delivered on 29 April 2019.
 */
export const scopeCases: ReadCase[] = [
  {
    name: 'a word of the trade makes no owner, but is asked about',
    text: '瓜菜面积扩大到2.2万亩。肉鸭年出栏210万只,生猪存栏3.4万头。',
    readings: [
      { value: 2.2, scope: 'town', certain: false },
      { value: 210, scope: 'town', certain: false },
      { value: 3.4, scope: 'town', certain: false },
    ],
  },
  {
    name: 'what one work costs is a project’s, what is done in many places the town’s',
    text: '投资560万元改扩建镇养老院,新增床位60张。筹资390万元硬化通村水泥路21公里。投资1900万元升级改造圩镇农贸市场。',
    readings: [
      { value: 560, scope: 'project', certain: false },
      { value: 60, scope: 'project' },
      { value: 390, scope: 'town' },
      { value: 21, scope: 'town' },
      { value: 1900, scope: 'project', certain: false },
    ],
  },
  {
    name: 'what every town has one of owns nothing',
    text: '敬老院供养老人46名。政务服务中心办件3.1万宗。关停禁养区养殖场27家,拆除栏舍2.4万平方米。贫困患者住院报销比例90%。完成棚户区改造1.8万平方米,城镇化率33.6%。',
    readings: [
      { scope: 'town', certain: true },
      { scope: 'town', certain: true },
      { scope: 'town', certain: true },
      { scope: 'town' },
      { scope: 'town', certain: true },
      { scope: 'town', certain: true },
      { scope: 'town', certain: true },
    ],
  },
  {
    name: 'a road to the villages and each of them are no village',
    text: '铺筑通村砂石路26公里。用好每村40万元的扶持资金,脱贫户人均增收1300元。',
    readings: [{ scope: 'town' }, {}, { scope: 'town' }],
  },
  {
    name: 'a word of the trade is not an owner, a firm that trades is',
    text: '青花椒新栽1500亩,亩产值3100元。协调信用社发放重建贷款1320万元。',
    readings: [
      { scope: 'town', certain: false },
      { scope: 'town', certain: false },
      { scope: 'town', certain: false },
    ],
  },
  {
    name: 'what will come of a thing once it runs',
    text: '总投资1.1亿元的绿源竹业一期投产,全部建成后年加工毛竹260万根。建成光伏电站280千瓦,预计年收益25万元。',
    readings: [
      { scope: 'project', nature: 'project' },
      { scope: 'project', nature: 'project' },
      { scope: 'town', nature: 'actual' },
      { scope: 'project', nature: 'project' },
    ],
  },
  {
    name: 'the sum of many projects is the town’s, and told, not planned',
    text: '引进项目21宗,计划总投资28.4亿元。',
    readings: [
      { value: 21, scope: 'town' },
      { value: 28.4, scope: 'town', nature: 'actual' },
    ],
  },
  {
    name: 'how long and wide a road is, and what a thing of two sizes costs',
    text: '西环路长2.1公里、宽20米,投资2980万元。投资390万元、面积2600平方米的中心校教学楼交付使用。',
    readings: [
      { value: 2.1, scope: 'project' },
      { value: 20, scope: 'project' },
      { value: 2980, scope: 'project' },
      { value: 390, scope: 'project' },
      { value: 2600, scope: 'project' },
    ],
  },
  {
    name: 'what runs there earns',
    text: '投资1.4亿元的果汁生产线9月点火,当季收购残次果1.2万吨,上缴税金131万元。',
    readings: [{ scope: 'project' }, { scope: 'firm' }, { scope: 'firm' }],
  },
  {
    name: 'what every village has and what rooms lack are no figures of the town',
    text: '13个行政村个个超过20万元。社区用房未达到300平方米标准的还有3个社区。',
    readings: [{ value: 13 }, { value: 3 }],
    unsure: ['每个都达到的数，不是总量'],
  },
  {
    name: 'a wider area that the town is measured against',
    text: '规上工业总产值158亿元,总量占全县1120亿元的14.1%。农民人均纯收入5320元,比全市平均的5180元高出140元,相当于全省平均水平6100元的87%。亩均税收31.2万元,高于全市28.5万元的平均水平。税收占全县的12%。人均可支配收入比全县低211元。',
    readings: [
      { value: 158, scope: 'town', certain: true },
      { value: 1120, scope: 'county' },
      { value: 14.1, scope: 'town' },
      { value: 5320, scope: 'town', certain: true },
      { value: 5180, scope: 'city' },
      { value: 6100, scope: 'province' },
      { value: 87, scope: 'town' },
      { value: 31.2, scope: 'town' },
      { value: 28.5, scope: 'city', nature: 'actual' },
      { value: 12, scope: 'town' },
    ],
    unsure: ['与他处或计划比较的差距', '与他处或计划比较的差距'],
  },
  {
    name: 'the part of one village',
    text: '新搭钢架大棚980亩,其中红泥村360亩。流转土地2100亩,其中示范村12个。呼日林嘎查牧民合作社入社52户,嘎查集体收入达到28万元。新修嘎查砂石路21公里。',
    readings: [
      { value: 980, scope: 'town', certain: true },
      { value: 360, scope: 'village' },
      { value: 2100, scope: 'town' },
      { value: 12, scope: 'town' },
      { value: 52, scope: 'village' },
      { value: 28, scope: 'village' },
      { value: 21, scope: 'town' },
    ],
  },
  {
    name: 'a village that is made into something goes on',
    role: 'tasks',
    text: '推进产业融合,把上坪村打造成乡村旅游点,年接待游客5万人次。力争村均经营性收入突破46万元,新增家庭农场3家。',
    readings: [
      { value: 5, certain: false },
      { value: 46, scope: 'town' },
      { value: 3, scope: 'town', certain: true },
    ],
  },
  {
    name: 'a way of speaking, what was suffered from and what is counted own nothing',
    text: '始终把脱贫攻坚作为第一民生工程,全年脱贫186户752人。受两家砖厂停产影响,工业用电量1328万千瓦时。十件民生实事项目全部完成,民生支出占比76.3%。除险加固水库三座,建成高标准农田2100亩。',
    readings: [
      { value: 186, scope: 'town' },
      { value: 752, scope: 'town' },
      { value: 1328, scope: 'town' },
      { value: 76.3, scope: 'town' },
      { value: 2100, scope: 'town' },
    ],
  },
  {
    name: 'behind the figure of one work all others of the sentence are asked about, until it says 全镇',
    text: '投资620万元改造迎宾大道,铺设沥青路面2.2公里,安装路灯176盏,全镇新建公厕12座。',
    readings: [
      { value: 620, scope: 'project' },
      { value: 2.2, certain: false },
      { value: 176, certain: false },
      { value: 12, scope: 'town', certain: true },
    ],
  },
  {
    name: 'money that goes into one thing, and what that one yields',
    text: '协作资金240万元投入查干浩特肉羊育肥园区。兑付各类资金5000万元用于基础设施项目建设。恒泽化纤项目投产,该项目年产涤纶2万吨。',
    readings: [
      { value: 240, scope: 'project', certain: false },
      { value: 5000, scope: 'town' },
      { value: 2, scope: 'project' },
    ],
  },
  {
    name: 'what no list knows is asked about where it is money, or behind another figure a share or an extent',
    text: '归集善款380万元。全镇归集善款360万元。化解积案23件,按期率91%,整理场院1200平方米。',
    readings: [
      { value: 380, key: null, scope: 'town', certain: false },
      { value: 360, certain: true },
      { value: 23, certain: true },
      { value: 91, key: null, certain: false },
      { value: 1200, key: null, certain: false },
    ],
  },
  {
    name: 'firms of a list, and which of them a change is of',
    text: '泉工机械、铭盛树脂、冠驰轻工三家企业产值分别达11.6亿元、6.3亿元和5.8亿元,前两家增长22.4%、15%。腾远机械建成智慧车间,次品率降至0.7%。',
    readings: [
      { value: 11.6, scope: 'firm', growthPercent: 22.4 },
      { value: 6.3, scope: 'firm', growthPercent: 15 },
      { value: 5.8, scope: 'firm', growthPercent: null },
      { value: 0.7, scope: 'firm' },
    ],
  },
  {
    name: 'a village with what it is besides, and a hamlet',
    text: '试点村红星村自筹32万元,安路灯40盏。王木匠屯张某养猪1200头。',
    readings: [
      { value: 32, scope: 'village' },
      { value: 40, scope: 'village' },
      { value: 1200, scope: 'village' },
    ],
  },
  {
    name: 'a stretch of one road, and a building of one school',
    role: 'tasks',
    text: '拓宽S306线集镇段1.8公里。新建乡中学学生宿舍1860平方米。',
    readings: [
      { value: 1.8, scope: 'project' },
      { value: 1860, scope: 'project' },
    ],
  },
];
