import type { ReportKind, ReportMetadata, SectionRole } from '../report/report.ts';
import type { ReadingNature, ReadingScope } from './reading.ts';

/** The words around a figure that say when, whose and whether done. */
export interface Surroundings {
  /** From the sentence's start to the figure. */
  before: string;
  /** From the clause's start to the figure. */
  clauseBefore: string;
  /** From the figure to the clause's end. */
  after: string;
  role: SectionRole | null;
}

export interface Judgement<T> {
  value: T;
  doubt: string | null;
}

const TARGET_CUES =
  /(?:计划|力争|争取|确保|预期|预计|拟|规划|目标(?:是|为|:)|将|要|到20\d\d年|到“?十.五”?末|年内|年底前|今后)/;
const DONE_CUES = /(?:已经?|完成了|实现了|截至目前|目前|截至|去年|上年|现有|共有|累计完成)/;
const EXISTING =
  /(?:立足|针对|依托|借助|发挥|围绕|利用|前期|现有|原有|已有|已建成|复垦出来|按照|结合|巩固)[^,。;]{0,24}$/;

/** Nature from the section's role first, then from the words beside the figure. */
export function judgeNature(around: Surroundings): Judgement<ReadingNature | null> {
  const { role, clauseBefore, before } = around;
  const done = DONE_CUES.test(clauseBefore);
  const planned = TARGET_CUES.test(clauseBefore.replace(/按照?计划|年度计划|完成.{0,6}计划/g, ''));
  switch (role) {
    case 'review':
    case 'shortcomings':
      if (/预计/.test(clauseBefore)) return { value: 'actual', doubt: '预计数,不是最终数' };
      if (planned && !done && /计划|力争|争取|拟|规划|到20\d\d年/.test(clauseBefore)) {
        return { value: 'target', doubt: '回顾部分中的计划数' };
      }
      return { value: 'actual', doubt: null };
    case 'requirements':
    case 'targets':
    case 'tasks':
    case 'livelihood':
      if (EXISTING.test(clauseBefore)) return { value: 'base', doubt: null };
      if (
        /(?:目前|截至|已经?(?!确定))/.test(clauseBefore) ||
        /去年|上年(?!度计划)/.test(clauseBefore.replace(/[比较]去年|[比较]上年/g, ''))
      ) {
        return { value: 'target', doubt: '任务部分中的现状数' };
      }
      return { value: 'target', doubt: null };
    default:
      break;
  }
  if (planned && !done) return { value: 'target', doubt: '没有章节可依,按字面判断' };
  if (done || /实现|完成|同比|比上年/.test(before)) {
    return { value: 'actual', doubt: '没有章节可依,按字面判断' };
  }
  return { value: null, doubt: null };
}

export interface Years {
  /** 今年 of the speaker. */
  current: number | null;
  review: number | null;
  plan: number | null;
}

export function yearsOf(metadata: ReportMetadata): Years {
  const delivered = metadata.deliveredOn === null ? null : Number(metadata.deliveredOn.slice(0, 4));
  return {
    current: delivered ?? metadata.planYear,
    review: metadata.reviewYear,
    plan: metadata.planYear,
  };
}

/** The period a figure is for: its own words, its sentence's, otherwise the report's years. */
export function judgePeriod(
  around: Surroundings,
  nature: ReadingNature | null,
  years: Years,
  kind: ReportKind,
): string | null {
  const own = statedPeriod(around.clauseBefore, years) ?? statedPeriod(around.before, years);
  if (own !== null) return own;
  const inReview = around.role === 'review' || around.role === 'shortcomings';
  const inPlan = around.role !== null && !inReview && around.role !== 'opening';
  if (nature === 'target' || (nature !== 'actual' && inPlan)) return text(years.plan);
  if (nature === 'actual' || inReview) {
    if (kind === 'half-year-report' && years.plan !== null) return `${years.plan}上半年`;
    return text(years.review);
  }
  return null;
}

const STATED: readonly [RegExp, (match: RegExpMatchArray, years: Years) => string | null][] = [
  [/((?:19|20)\d\d)年?[-—–~至到]((?:19|20)\d\d)年/g, (match) => `${match[1]}-${match[2]}`],
  [/((?:19|20)\d\d)年(?:\d{1,2}月)?以来/g, (match) => `${match[1]}-`],
  [/((?:19|20)\d\d)年上半年/g, (match) => `${match[1]}上半年`],
  [
    /((?:19|20)\d\d)年(\d{1,2})[-—–~至](\d{1,2})月/g,
    (match) => `${match[1]}年${match[2]}-${match[3]}月`,
  ],
  [/(?<![比较与到于自从])((?:19|20)\d\d)年(?!前|后|的)/g, (match) => match[1] ?? null],
  [/(?:到|至)((?:19|20)\d\d)年/g, (match) => match[1] ?? null],
  [/(\d|[一二两三四五])年内/g, (match, years) => span(years, match[1])],
  [/(?<![比较与同])(?:去年|上年|上一年)(?!同期|度)/g, (_, years) => shift(years, -1)],
  [/今年以来/g, (_, years) => (years.current === null ? null : `${years.current}-`)],
  [/今年上半年/g, (_, years) => (years.current === null ? null : `${years.current}上半年`)],
  [/(?<![比较与])(?:今年|本年度)/g, (_, years) => shift(years, 0)],
  [/明年/g, (_, years) => shift(years, 1)],
  [
    /(?:过去|近|最近)?(?:五|5)年来|过去(?:的)?(?:五|5)年/g,
    (_, years) => (years.review === null ? null : `${years.review - 4}-${years.review}`),
  ],
];

/** The last period stated in the words, null where there is none. */
function statedPeriod(words: string, years: Years): string | null {
  let last: { at: number; end: number; period: string } | null = null;
  for (const [pattern, read] of STATED) {
    for (const match of words.matchAll(pattern)) {
      const end = match.index + match[0].length;
      const inside = last !== null && match.index >= last.at && end <= last.end;
      if (inside || (last !== null && match.index < last.at)) continue;
      const period = read(match, years);
      if (period !== null) last = { at: match.index, end, period };
    }
  }
  return last?.period ?? null;
}

function shift(years: Years, by: number): string | null {
  return years.current === null ? null : String(years.current + by);
}

function span(years: Years, count: string | undefined): string | null {
  if (years.plan === null || count === undefined) return null;
  const length = /\d/.test(count)
    ? Number(count)
    : '零一二三四五'.indexOf(count.replace('两', '二'));
  return length < 1 ? null : `${years.plan}-${years.plan + length - 1}`;
}

function text(year: number | null): string | null {
  return year === null ? null : String(year);
}

const OUTER: readonly [RegExp, ReadingScope][] = [
  [/(?:全国|我国)(?!.{0,4}(?:第|文明|优秀|先进|农业))/, 'nation'],
  [/全省|我省/, 'province'],
  [/全市|我市/, 'city'],
  [/全县|我县|全区|我区/, 'county'],
];
const FIRM =
  /(?:公司|集团|物流|铸造|重工|机械厂?|木业|酒业|药业|化工|纺织|热电|制衣|合作社|家庭农场|股份)(?:[\u4e00-\u9fff]{0,8})?$|(?:公司|集团|物流|铸造|重工|木业|酒业|药业|化工|纺织|制衣|专业合作社),(?:[\u4e00-\u9fff]{0,12})?$/;
const COUNTED = /\d+(?:多|余)?[家个户]|[一二三四五六七八九十]+家|等(?:企业|龙头|公司)/;
const PLACE =
  /(?:^|[,、在])(?!全|各|示范|重点|贫困|自然|行政|中心|美丽|每|个|社区|农|该|本)[\u4e00-\u9fff]{1,6}(?<!示范|自然|行政|美丽乡|个|贫困|各|全|重点|中心|农|乡|先进|文明|生态宜居|特色)(?:村|社区)(?!级|民|庄|集体|干部|务|镇|居|道路|公路)(?:[\u4e00-\u9fff]{0,12})$/;
const PROJECT =
  /(?:项目|工程|综合体|园区|产业园|示范园|生态园|基地|新城|小区|家园|府邸|大道|公园|市场|广场|电站)(?:[,、])?(?:[\u4e00-\u9fff]{0,14})$/;

/** Whose figure it is; `own` is the level of the report itself. */
export function judgeScope(around: Surroundings, own: ReadingScope): ReadingScope {
  const subject = around.before.slice(-60);
  for (const [pattern, scope] of OUTER) {
    if (pattern.test(around.clauseBefore) && scope !== own) {
      if (!/(?:居|列|位|名|排|占|高于|低于|比)[^,]{0,4}全[省市县国区]/.test(around.clauseBefore))
        return scope;
    }
  }
  if (own !== 'town') return own;
  if (/全[镇乡街]|我[镇乡]/.test(around.clauseBefore)) return own;
  if (FIRM.test(subject) && !COUNTED.test(subject)) return 'firm';
  if (PLACE.test(subject)) return 'village';
  return own;
}

export function isProjectSubject(words: string): boolean {
  return PROJECT.test(words) && !COUNTED.test(words);
}

/** The level a report speaks for, from its locality's last character. */
export function ownScope(metadata: ReportMetadata, kind: ReportKind): ReadingScope {
  const name = metadata.actualLocality ?? metadata.statedLocality ?? '';
  if (/(?:镇|乡|街道|苏木|办事处)$/.test(name)) return 'town';
  if (/[县旗区]$/.test(name)) return 'county';
  if (/[市州盟]$/.test(name)) return 'city';
  if (/省$/.test(name)) return 'province';
  return kind === 'higher-level-report' ? 'city' : 'town';
}
