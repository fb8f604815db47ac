import type { ReportKind, ReportMetadata } from './report.ts';

/** The facts of a text that states none. */
export const statedByNothing = {
  statedLocality: null,
  actualLocality: null,
  county: null,
  prefecture: null,
  province: null,
  reviewYear: null,
  planYear: null,
  meeting: null,
  congressTerm: null,
  sessionNumber: null,
  deliveredOn: null,
  speaker: null,
  speakerTitle: null,
  signedBy: null,
} satisfies Partial<ReportMetadata>;

/** The same with what comes from around a text. */
export const nothingKnown: ReportMetadata = {
  ...statedByNothing,
  retrievedOn: null,
  sourceLabel: null,
};

export interface FactsCase {
  name: string;
  title: string | null;
  /** What stands before 现在,我向大会报告工作. */
  head: string;
  /** What stands behind the last sentence. */
  tail?: string;
  kind: ReportKind;
  facts: Partial<ReportMetadata>;
}

const meeting = '第十八届人民代表大会第三次会议';

/** Heads of invented reports as they come in other places and years; only the counties are real. */
export const factsCases: FactsCase[] = [
  {
    name: 'a meeting in November plans the next year, whatever year the title says',
    title: '青山镇2018年政府工作报告',
    head: `2018年11月20日在青山镇${meeting}上 青山镇人民政府代镇长 欧阳明 各位代表:`,
    kind: 'annual-report',
    facts: {
      reviewYear: 2018,
      planYear: 2019,
      deliveredOn: '2018-11-20',
      speaker: '欧阳明',
      speakerTitle: '代镇长',
    },
  },
  {
    name: 'a report to the whole country, whose first chapter names the year in review and the next',
    title: '政府工作报告',
    head: '——1994年3月10日在第八届全国人民代表大会第二次会议上 国务院总理 李明 各位代表: 一、1993年国内工作的回顾和1994年工作的基本方针 过去一年,成绩显著。',
    kind: 'higher-level-report',
    facts: {
      meeting: '第八届全国人民代表大会第二次会议',
      congressTerm: 8,
      sessionNumber: 2,
      deliveredOn: '1994-03-10',
      speaker: '李明',
      speakerTitle: '总理',
      reviewYear: 1993,
      planYear: 1994,
    },
  },
  {
    name: 'a speaker who is not yet elected, a meeting that is called short',
    title: '政府工作报告',
    head: '——在甲山镇十八届人大三次会议上(2019年1月20日)镇长提名人选 李明 各位代表:',
    kind: 'annual-report',
    facts: {
      actualLocality: '甲山镇',
      congressTerm: 18,
      sessionNumber: 3,
      deliveredOn: '2019-01-20',
      speaker: '李明',
      speakerTitle: '镇长提名人选',
    },
  },
  {
    name: 'a speaker behind 报告人',
    title: '甲山镇政府工作报告',
    head: '2019年1月20日在甲山镇第十八届人大第三次会议上的报告 报告人:李明 各位代表:',
    kind: 'annual-report',
    facts: { speaker: '李明', speakerTitle: null, deliveredOn: '2019-01-20' },
  },
  {
    name: 'a byline between title and date, glued to both',
    title: null,
    head: '甲山镇2019年政府工作报告甲山镇人民政府代镇长李明(2019年1月20日)各位代表:',
    kind: 'annual-report',
    facts: {
      statedLocality: '甲山镇',
      actualLocality: '甲山镇',
      speaker: '李明',
      speakerTitle: '代镇长',
      deliveredOn: '2019-01-20',
    },
  },
  {
    name: 'a government on a line of its own, a date in dots',
    title: '2019年政府工作报告',
    head: '甲山镇人民政府(2019.1.20)各位代表:',
    kind: 'annual-report',
    facts: { actualLocality: '甲山镇', deliveredOn: '2019-01-20', speaker: null },
  },
  {
    name: 'brackets behind an office and behind a name',
    title: '关于甲山镇2018年政府工作的报告',
    head: '(2019年1月20日在甲山镇第十八届人民代表大会第三次会议上)甲山镇人民政府副镇长(主持工作) 李明(女,回族) 各位代表:',
    kind: 'annual-report',
    facts: { statedLocality: '甲山镇', speaker: '李明', speakerTitle: '副镇长' },
  },
  {
    name: 'a signature above who printed it',
    title: '甲山镇政府工作报告',
    head: '各位代表:',
    tail: '甲山镇人民政府2019年1月20日甲山镇党政办公室2019年1月28日印发(共印200份)',
    kind: 'annual-report',
    facts: { signedBy: '甲山镇人民政府', deliveredOn: '2019-01-20' },
  },
  {
    name: 'no county in the words 矿区 and 老城区, however often they stand in the text',
    title: '甲山镇2017年政府工作报告',
    head: '各位代表:老矿区引进企业2家,矿区长出新苗子,老矿区、老城区面貌改变。',
    kind: 'annual-report',
    facts: { county: null, prefecture: null, province: null },
  },
  {
    name: 'a title of any town as one of none',
    title: '乡镇政府工作报告1',
    head: '各位代表:',
    kind: 'annual-report',
    facts: { statedLocality: null, actualLocality: null },
  },
  {
    name: 'a place behind a title that a web page has glued to the meeting',
    title: null,
    head: `人民代表大会乡长政府工作报告 大河乡第十届人民代表大会第二次会议政府工作报告 (2013年2月22日) 乡人民政府乡长王青 各位代表、同志们:`,
    kind: 'annual-report',
    facts: {
      actualLocality: '大河乡',
      meeting: '大河乡第十届人民代表大会第二次会议',
      deliveredOn: '2013-02-22',
      speaker: '王青',
      speakerTitle: '乡长',
    },
  },
  {
    name: 'dates in Chinese figures',
    title: null,
    head: `二〇〇七年三月八日在白云乡${meeting}上乡长王明各位代表:`,
    kind: 'annual-report',
    facts: {
      actualLocality: '白云乡',
      deliveredOn: '2007-03-08',
      reviewYear: 2006,
      planYear: 2007,
    },
  },
  {
    name: 'full-width figures',
    title: null,
    head: `２００７年３月８日在白云乡${meeting}上乡长王明各位代表：`,
    kind: 'annual-report',
    facts: { deliveredOn: '2007-03-08', congressTerm: 18, sessionNumber: 3 },
  },
  {
    name: 'a name of another people',
    title: null,
    head: `2017年3月8日在白云乡${meeting}上乡长阿布都·热合曼各位代表:`,
    kind: 'annual-report',
    facts: { speaker: '阿布都·热合曼', speakerTitle: '乡长' },
  },
  {
    name: 'a short name of the meeting and the byline on lines of its own',
    title: null,
    head: '许庄镇政府工作报告\n(2020年3月1日在许庄镇十八届人大三次会议上)\n镇长 李小龙\n各位代表:\n',
    kind: 'annual-report',
    facts: {
      statedLocality: '许庄镇',
      actualLocality: '许庄镇',
      congressTerm: 18,
      sessionNumber: 3,
      speaker: '李小龙',
    },
  },
  {
    name: 'a place of a name that several have stays without parents',
    title: '鼓楼区政府工作报告',
    head: `2019年1月9日在鼓楼区${meeting}上区长王明各位代表:`,
    kind: 'higher-level-report',
    facts: { actualLocality: '鼓楼区', prefecture: null, province: null },
  },
  {
    name: 'the city in the title tells which of them it is',
    title: '南京市鼓楼区政府工作报告',
    head: `2019年1月9日在鼓楼区${meeting}上区长王明各位代表:`,
    kind: 'higher-level-report',
    facts: { statedLocality: '鼓楼区', county: '鼓楼区', prefecture: '南京市', province: '江苏省' },
  },
  {
    name: 'a county and a year in front of the town',
    title: '大荔县2014年许庄镇政府工作报告',
    head: `2014年1月9日在许庄镇${meeting}上各位代表:`,
    kind: 'annual-report',
    facts: {
      statedLocality: '许庄镇',
      county: '大荔县',
      prefecture: '渭南市',
      province: '陕西省',
      speaker: null,
    },
  },
  {
    name: 'an autonomous place under its short name is no conflict',
    title: '恩施土家族苗族自治州政府工作报告(2021年1月19日 刘明)',
    head: '在恩施州八届人大五次会议上各位代表:',
    kind: 'higher-level-report',
    facts: {
      prefecture: '恩施土家族苗族自治州',
      province: '湖北省',
      deliveredOn: '2021-01-19',
      speaker: '刘明',
    },
  },
  {
    name: 'half-year',
    title: '许庄镇2020年上半年政府工作报告',
    head: '各位代表:',
    kind: 'half-year-report',
    facts: { statedLocality: '许庄镇', reviewYear: 2020, planYear: 2020 },
  },
  {
    name: 'five years',
    title: '兴隆镇政府工作报告',
    head: '各位代表:现在,我代表兴隆镇人民政府报告过去五年的工作。',
    kind: 'term-report',
    facts: { actualLocality: '兴隆镇', planYear: null },
  },
  {
    name: 'a draft',
    title: '许庄镇政府工作报告(征求意见稿)',
    head: '各位代表:',
    kind: 'draft',
    facts: { statedLocality: '许庄镇' },
  },
  {
    name: 'no name is made out of other words',
    title: null,
    head: `2019年1月9日在许庄镇${meeting}上政府工作报告各位代表:`,
    kind: 'annual-report',
    facts: { speaker: null, speakerTitle: null },
  },
  {
    name: 'a new district is no county',
    title: '甲湖新区甲桥镇2019年政府工作报告',
    head: '各位代表:',
    kind: 'annual-report',
    facts: { county: null },
  },
  {
    name: 'lines of time, place and reporter, and January by its other name',
    title: '2021年政府工作报告',
    head: '时间:2021年元月12日 地点:镇政府三楼会议室 报告人:镇长 蒲国清 各位代表:',
    kind: 'annual-report',
    facts: { deliveredOn: '2021-01-12', speaker: '蒲国清', speakerTitle: '镇长' },
  },
  {
    name: 'the report on 实事 or the budget, which the same congress hears, for none of all the work',
    title: '甲山镇人民政府关于2021年民生实事项目完成情况的报告',
    head: '各位代表:',
    kind: 'other',
    facts: { planYear: null },
  },
  {
    name: 'a town whose party committee writes with it',
    title: '甲山镇政府工作报告',
    head: '中共甲山镇委员会甲山镇人民政府2022年12月28日各位代表:',
    kind: 'annual-report',
    facts: { statedLocality: '甲山镇', actualLocality: '甲山镇' },
  },
];
