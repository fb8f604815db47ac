import type { ReportKind, ReportMetadata } from '../report/report.ts';
import { speaksOfFirm } from './firms.ts';
import type { Opening } from './guessedOwner.ts';
import { ManyWords } from './manyWords.ts';
import type { FigureName } from './naming.ts';
import type { Surroundings } from './nature.ts';
import type { Topic } from './owners.ts';
import { ahead } from './questions.ts';
import type { ReadingScope } from './reading.ts';
import { aboutOneVillage } from './villages.ts';
import { ofWiderArea } from './widerArea.ts';
import {
  EXPECTED_A_YEAR,
  FIRM_ENDINGS,
  LEADING,
  ONCE_IT_RUNS,
  PROJECT_ENDINGS,
  TRADE_ENDINGS,
} from './words.ts';

/** What is known about a figure when its scope is judged. */
export interface ScopeClues extends Surroundings {
  /** Whether one thing with a name of its own stands in front of the figure. */
  namesOwner(within: 'clause' | 'sentence'): boolean;
  /** The sentence opens with a name in which nothing is known. */
  opensUnknown(): boolean;
  /** What its first clause tells of. */
  opening: Opening;
  /** What this part of the sentence opens with, and an earlier part of it, before a ;. */
  topic: Topic | null;
  ledBy: Topic | null;
  name: FigureName;
  unit: string;
  own: ReadingScope;
  /** A position: 全市 before it is its field, not its owner. */
  rank: boolean;
  /** Scope of the figure before in the segment, and whether a 、 joins this one to it. */
  last: ReadingScope | null;
  /** Whether that figure itself stands behind one of a project, firm or village. */
  lastBehindOne: boolean;
  listed: boolean;
}

/** The level a report speaks for, from the last character of its locality. */
export function ownScope(metadata: ReportMetadata, kind: ReportKind, text: string): ReadingScope {
  const name = metadata.actualLocality ?? metadata.statedLocality ?? '';
  if (/(?:镇|乡|街道办?|苏木|办事处)$/.test(name)) return 'town';
  if (/(?:省|自治区)$/.test(name)) return 'province';
  if (/[县旗区]$/.test(name)) return 'county';
  if (/[市州盟]$/.test(name)) return 'city';
  if (kind === 'higher-level-report') return 'city';
  const counts = SPEAKS_OF.map(([words, scope]) => ({
    scope,
    count: text.match(words)?.length ?? 0,
  }));
  return counts.reduce((most, each) => (each.count > most.count ? each : most)).scope;
}

/** Without a locality the report's own words tell; a text that says none of them is taken for a town's. */
const SPEAKS_OF: readonly (readonly [RegExp, ReadingScope])[] = [
  [/全[镇乡]|我[镇乡]|全街道/g, 'town'],
  [/全[县区旗]|我[县区旗]/g, 'county'],
  [/全[市州]|我[市州]/g, 'city'],
  [/全省|我省/g, 'province'],
];

const LABEL = ahead.ofAll(
  /^\s*(?:[一二三四五六七八九十]是|\d{1,2}[.、]|\([一二三四五六七八九十]\))/,
);
const COUNTED = new Set(['家', '个', '户', '名', '位']);
const PLACED = new Set(['公里', '米', '亩', '平方米', '万米']);
const SIZED = new Set(['公里', '米', '亩', '平方米', '万元', '亿元']);
const WHOLE_TOWN = ahead.ofAll(
  /(?:^|[,:;、为对使给])(?:20\d\d年)?(?:全[镇乡]|我[镇乡](?!段)|全街道|(?:[镇乡]|街道)本级)/,
);

const WHOLE_TOWN_LATER = ahead.ofAll(/[,:][^,:]*(?:全[镇乡]|我[镇乡]|全街道|(?:[镇乡]|街道)本级)/);
/** 全 and 我, of 全镇, 全县, 我市. */
const WHOLE = ahead.ofAll(/[全我]/);
const PLACE = ahead.ofSome(/村|社区|嘎查|屯/);

/** 全镇, 我镇: what follows is no single thing's. */
export function speaksOfWholeTown({ clauseBefore, clauseMarks }: ScopeClues): boolean {
  return WHOLE_TOWN.test(clauseBefore, clauseMarks);
}

/** 总投资643万元的集镇供水工程: what the project costs stands in front of its name. */
const SIZE_AHEAD = /^(?:概算|计划|估算|预算)?(?:总?投资|占地|全长)[^,。;:]{1,14}的(?=.{4})/;
const GENERIC_SUBJECT =
  /^(?:(?:[一二三四五六七八九十]是|\d+[.、])?(?:完成|推进|加快|实施|新建|新上|新增|建成|建设|开工|投资|投入|招引|引进|打造|培育|重点|积极|全力|大力|强力|扎实|深入|持续|突出|狠抓|全年|全[镇乡县市]|我[镇乡]|今年|去年|20\d\d年|先后|组织|统筹|争取|围绕|依托|借助|立足|对|在|为|以|把|将|抓好|做好|启动|谋划|抢抓|紧盯|紧抓|抓|上|招|引|争|牢|始终|继续|进一步|切实|着力|不断|加强|强化|优化|提升|聚力|全面|坚定|落实|用好|做大|做强|借力|促成|促进|推动|支持|服务|保障|包装|发展|壮大|巩固|深化|拓宽|拓展|完善|改造|整治|治理|开展|举办|结合|按照|根据|通过|利用|针对|采取|坚持|聚焦|瞄准|总投资|新|共|计划|力争|确保|其中|各|\d+[项个件]|新?农村|小型?农田|人畜饮水|安全饮水|饮水安全|人饮|高标准|重点|工业|农业|民生|基础设施|产业|技改|道路|土地|水利))/;
const PROJECT_SUBJECT = ahead.ofSome(
  new RegExp(
    `^(?:境内的?|辖区内?的?)?(?:(?:概算|计划|估算|预算)?(?:占地|总?投资|全长).{1,14}的)?(.{1,24}?(?:${PROJECT_ENDINGS})|[\\u4e00-\\u9fff]{1,3}创园)(?:建设)?(?:[,、(]|已|完成|建成|建设|进展|推进|有序|正在|全面|如期|竣工|开工|动工|落地|落户|引进|签约|聚集|吸引|带动|实现|投产|投入|启动|扎实|共|总|计划|正|将|顺利|主体|占地|投资|(?<!基地)面积|入住|入驻|年|一期|二期|现|目前|全长|栽植|种植|新|预计|累计|形象|当年|标准|厂房|新入|供|解决|用工|年末|全部|再投|追加|(?<=园)(?:企业|累计|内|管委))`,
  ),
);
const PROJECT_WORDS = new ManyWords(`${PROJECT_ENDINGS}|创园`);

/** 把脱贫攻坚作为第一民生工程: a way of speaking. */
const FIGURATIVE = /[作视列]为|当作/;

function projectIn(words: string, marks: number): RegExpExecArray | null {
  if (!PROJECT_SUBJECT.mayMatch(marks) || PROJECT_WORDS.search(words) < 0) return null;
  const found = PROJECT_SUBJECT.pattern.exec(words);
  return found === null || FIGURATIVE.test(found[0]) ? null : found;
}

/** “村村通”工程, “双高”基地, 社区卫生服务中心, 园区: a programme of the whole town, or what every town has one of. */
const OF_THE_WHOLE =
  /^“[^”]{2,6}”(?:工程|项目|基地|行动)$|^(?:社区|镇|乡)卫生(?:服务中心|院)$|^园区$|^(?:[镇乡]|镇区|街道|社区|集镇|圩镇|场镇)?(?:中心)?(?:[敬养]老院|福利院|卫生院|污水处理[厂站])$/;

/** 建成返乡创业园,入驻企业22家: the clause goes on about the project the one before ended with. */
const ABOUT_PROJECT = ahead.ofAll(
  /^(?:(?:确保|力争|计划)?(?:年内|当年|今年|年度|全年|本年|现?已|累计|已累计)?(?:完成)?(?:年度)?(?:投资|投入)|(?:新增|新)?(?:入驻|落户|签约)|用工|带动就业|(?:实现|新增)产值|吸纳|占地|规划面积|用地|总?投资|建筑面积|形象进度|容纳|可|年[产接处加]|配套|设|主体|总建筑)/,
);
const AFTER_PROJECT = new RegExp(`(.{2,})(?:${PROJECT_ENDINGS})(?:[\\u4e00-\\u9fff]{0,6})?,$`);
const ROAD = /(?:道路|公路|大道|水泥路|路|渠道|河道|管网|塘坝|水库)$/;
const STRETCH = /[线路河渠街沟江][\u4e00-\u9fff]{1,6}段$/;
const WORK_ON = /(?:拓宽|治理|改造|建设|硬化|修建|修复|提升|整治|铺设|新建|改建|工程){1,3}$/;
const GENERIC_PLACE =
  /^(?:“[^”]*”|自然屯|通屯|屯|级|[\d.]+千伏|农网|农电|电网|线|砂砾|镇村|乡村|农村|通村|截污|次支|自然村通|烟水|配套|通组|村村通|组组通|嘎查|苏木|农牧区|牧区|场镇|圩镇|主干|环镇|环村|田间|生产|各类|村内|村级|镇区|集镇|县乡|城乡|进村|入户|园区|硬化|沥青|水泥|混凝土|砂石|旅游|机耕|产业|村庄|背街|小区|街巷|胡同|户户通|新建|改建|扩建|新修|补修|修补|修筑|铺筑|提质|联网|社区|油|改造|市政|新|旧|老|危|断头|主要|防火|国省|省道|县道|乡道|村道|农业|绿化|的|和|及|、|等|共|修|组|镇|村|乡|里|自来水|供水|架|铺|生活污水|污水|雨污分流|雨污|雨水|供热|燃气|天然气|排水|灌溉|引水|地下|给水|田间|防洪|排涝|骨干|输水|高压|低压|输电|供电|通信|光缆)+/;

/** 规划面积800亩,当年投入3000万元: goes on about the project the clause before spoke of. */
const GOES_ON =
  /^(?:确保|力争|计划|预计)?(?:当年|年内|已|现已|目前已?|累计|已累计|[一二首]期)?(?:(?:完成)?(?:投入|投资|到位资金|到账)|(?:新增|增设|增加|设)[^,]{0,4}(?:床位|学位|摊位|泊位|车位|供[热水]面积|库容)|(?:硬化|改造|扩建|供[热水])面积|(?:全年|当年|年)?发电量?|(?:全年|当年)?(?:贡献|新增)税收|占(?:项目)?(?:总投资|年度计划)|吸纳|入驻|签约|落户|(?:可?实现|新增)(?:年?产值|销售|税收|利税)|配套|[年日月](?:产|接|处|加|可|发电|供|吞吐|出栏|屠宰|收购|销售|营业)|(?:投产|达产|建成)后|占地|用地|建筑面积|(?:共|累计)?接待游客|(?:旅游|门票|经营|营业)?收入(?:达到?|突破)?$)/;

/**
 * 总投资2亿元的物流园开工,硬化道路3公里,安装路灯186盏: what follows the figure of one project, firm or village may be
 * its own too, until the words say 全镇.
 */
export function isBehindOne(clues: ScopeClues): boolean {
  const { last, lastBehindOne, unit } = clues;
  const ofOne = last === 'project' || last === 'firm' || last === 'village';
  // …,解决758人饮水安全,入学率98%: whom it was done for are the people of the town, and so are rates.
  const goesOn = lastBehindOne && !/[人户名%]$/.test(unit);
  return (ofOne || goesOn) && !speaksOfWholeTown(clues);
}

/**
 * A named thing in front of the figure: in its clause, or for money and what the shared list does not know
 * in its sentence.
 */
export function mayHaveOwner(clues: ScopeClues, unknown: boolean): boolean {
  const { clauseBefore, unit } = clues;
  if (speaksOfWholeTown(clues)) return false;
  // 茶产业园产值2亿元;新建厂房900平方米: the part behind ; may go on about the park.
  if (clues.ledBy !== null && (unknown || LEADING.opens(clauseBefore))) return true;
  // 把上坪村打造成旅游点,年接待游客5万人次
  const open =
    unknown ||
    unit.endsWith('元') ||
    (clues.before !== clauseBefore && MADE_INTO.test(clues.before));
  if (open && clues.opensUnknown()) return true;
  return clues.namesOwner(open ? 'sentence' : 'clause');
}

const MADE_INTO = /[打建]造成|建设成|培育成/;

/** 启航电机年产值3亿元,纳税900万元: what firms have, told behind a firm's figure without 全镇. */
const OF_A_FIRM =
  /^[、,]?(?:年|全年|预计|累计|可|实现|完成|上缴|缴纳|入库|创造|贡献|新增|产品)*(?:产值|产量|税收|税金|纳税|利税|利润|营收|营业收入|销售(?:收入|额)?|出口(?:额|创汇)?|投资|用工|已?安排就业|吸纳(?:就业|务工)?|带动(?:就业)?|安置(?:就业)?|研发投入|支付工资|发放工资|收入$|收入达)/;

const EARNS =
  /^[、,]?(?:年|全年|当季|当年|累计|实现|完成)*(?:产值|主营业务收入|营业收入|销售收入|贡献产值|贡献税收|收购|上缴|缴纳|纳税|税金|利税|利润)/;

/** Whose figure it is: the town's own, or one village's, firm's, project's, or a higher level's. */
export function judgeScope(clues: ScopeClues): ReadingScope {
  const scope = judgeAlone(clues);
  if (scope !== 'town') return scope;
  if (clues.last === 'firm' && OF_A_FIRM.test(clues.clauseBefore)) return 'firm';
  if (clues.last !== 'project') return scope;
  // 投资1.6亿元的浓缩汁生产线点火,上缴税金152万元: what runs there earns.
  if (EARNS.test(clues.clauseBefore)) return 'firm';
  // 投入760万元改造管网31公里: what was done with it stands in its own clause.
  const goesOn = !/\d(?!\d*年)/.test(clues.clauseBefore) && GOES_ON.test(clues.clauseBefore);
  return goesOn || clues.listed ? 'project' : scope;
}

function judgeAlone(clues: ScopeClues): ReadingScope {
  const { own, before, clauseBefore, marks, clauseMarks, name } = clues;
  const whole = WHOLE.mayMatch(clauseMarks);
  if (whole && !clues.rank) {
    const wider = ofWiderArea(clues);
    if (wider !== null) return wider;
  }
  if (own !== 'town')
    return name.ofAThing || (name.attributive && name.object !== null) ? 'project' : own;
  if (speaksOfWholeTown(clues)) {
    return name.ofAThing && name.object !== null ? 'project' : own;
  }
  const labelled = LABEL.mayMatch(marks) ? before.replace(LABEL.pattern, '') : before;
  // 受两家砖厂停产影响,工业用电量…: what it suffered from owns nothing.
  const segment = labelled.startsWith('受') ? labelled.replace(SUFFERED, '') : labelled;
  const counted = COUNTED.has(clues.unit);
  const one = clauseBefore.startsWith('该') ? THIS_ONE.exec(clauseBefore) : null;
  if (one !== null) return one[1] ? 'project' : one[2] ? 'village' : 'firm';
  if (name.attributive && name.object !== null && !isGenericObject(name.object)) {
    return 'project';
  }
  const told = projectIn(clauseBefore, clauseMarks);
  const subject = told?.[1] ?? '';
  const ofProject =
    subject !== '' &&
    !GENERIC_SUBJECT.test(clauseBefore.replace(SIZE_AHEAD, '')) &&
    !/[等个家]/.test(subject) &&
    !OF_THE_WHOLE.test(subject);
  if (ofProject && LEADING.removeFrom(subject).length >= (subject.endsWith('园') ? 3 : 4)) {
    return 'project';
  }
  const village =
    PLACE.test(segment, marks) && !name.ofAThing
      ? aboutOneVillage(clauseBefore, name.name, clues.unit, segment)
      : false;
  // 全部建成后年加工毛竹300万根: what one thing will yield.
  if (WHEN_IT_RUNS.test(segment, marks) || YIELDS_A_YEAR.test(clauseBefore, clauseMarks))
    return 'project';
  // 金河村成立专业合作社,流转土地…: the village's, not the cooperative's.
  if (village && !OWN_FIRM.test(segment)) return 'village';
  if (!(counted && name.after) && speaksOfFirm(segment, marks))
    return INVESTS.test(segment) ? 'project' : 'firm';
  if (name.ofAThing) return 'project';
  if (clauseBefore.length < before.length && ABOUT_PROJECT.test(clauseBefore, clauseMarks)) {
    const earlier = before.slice(0, before.length - clauseBefore.length);
    const project = AFTER_PROJECT.exec(earlier)?.[1]?.replace(/^.*[,;:]/, '') ?? '';
    const named = LEADING.removeFrom(project);
    if (named.length >= 2 && !/[、等个处座所]/.test(named)) return 'project';
  }
  const project = segment === clauseBefore ? told : projectIn(segment, marks);
  if (
    project !== null &&
    !GENERIC_SUBJECT.test(segment) &&
    !OF_THE_WHOLE.test(project[1] ?? '') &&
    !/[,。:等]|\d(?:个|项|家|处)|[一二两三四五六七八九十百\d][件项大]|[镇乡]中?心?(?:卫生院|敬老院|小学|中学|幼儿园)/.test(
      project[1] ?? '',
    )
  ) {
    return 'project';
  }
  if (village) return 'village';
  if (!counted && SIZED_THING.test(clauseBefore, clauseMarks)) return 'project';
  // 新建中心小学教学楼1860平方米
  if (clues.unit.endsWith('平方米') && ONE_BUILDING.test(name.name)) return 'project';
  if (PLACED.has(clues.unit)) {
    const place = LEADING.removeFrom(name.name).replace(WORK_ON, '');
    // 拓宽S306线集镇段1.8公里
    if (STRETCH.test(place)) return 'project';
    const located = place.replace(ROAD, '');
    if (
      located !== place &&
      located.length >= 3 &&
      located.replace(GENERIC_PLACE, '') !== '' &&
      !/[、等]|^在/.test(located)
    ) {
      return 'project';
    }
  }
  // 确保渔港物流园二期360亩供地到位: the size of what stands in front of it.
  if (SIZE_OF.mayMatch(clauseMarks) && (SIZED.has(clues.unit) || clues.unit === '万平方米')) {
    const thing = LEADING.removeFrom(SIZE_OF.exec(clauseBefore, clauseMarks)?.[1] ?? '');
    if (thing.length >= 4 && !/[、等个处座所各镇]/.test(thing)) return 'project';
  }
  if (name.after && ROAD_OR_PROJECT.test(name.name) && !counted && SIZED.has(clues.unit)) {
    return 'project';
  }
  if (
    name.object !== null &&
    SINGLE_PROJECT.test(LEADING.removeFrom(name.object)) &&
    /元$/.test(clues.unit) &&
    !isGenericObject(name.object)
  ) {
    return 'project';
  }
  // 新建保鲜库1座,库容5000吨,可带动就业80人: what one thing holds and yields.
  if (before.length > clauseBefore.length && YIELDS.test(clauseBefore)) return 'project';
  return scopeOfTopic(clues) ?? own;
}

/** 下塘村伊泽牛羊养殖合作社投资…, not 金河村成立专业合作社. */
const OWN_FIRM =
  /公司|集团|(?:村|社区|嘎查)(?!成立|组建|领办|依托|推进|发展|牧民|农民|村民|群众|股份|集体|经济|专业|党)[\u4e00-\u9fff]{3,12}合作社/;
const SUFFERED = /^受[^,。;]{2,24}(?:影响|冲击|制约|拖累),/;
/** 该项目年产…, 该公司上缴… */
const THIS_ONE = /^该(?:(项目|工程|园区?|基地|生产线)|(村|社区|嘎查)|公司|企业|厂|集团|合作社)/;
const ONE_BUILDING =
  /^[^、等各处栋幢]*(?:楼|(?:小学|中学|中心校|卫生院|[敬养]老院|幼儿园)[^、]{0,4}(?:宿舍|食堂|餐厅|用房))$/;
/** 总投资3.9亿元的华岳风电二期4.95万千瓦: of the very thing that cost so much. */
const SIZED_THING = ahead.ofAll(
  /(?:投资额?|占地|造价)[^,。;:的]{0,6}\d[^,。;:的]{0,4}的[\u4e00-\u9fff]{2,16}$/,
);

const YIELDS =
  /^(?:预计)?(?:[年日](?:处理|加工|发电|供水)|年?可(?:年产|新增|实现|提供|安置|容纳|带动|吸纳|创|发电|加工|屠宰|处理)|[\u4e00-\u9fff]{0,3}库容|设计?床位|装机)/;

/** Rates that only a whole place has. */
const RATE_OF_PLACE =
  /(?:城镇化|覆盖|入户|普及|供养|集中处理|治理|参保|参合|入学|入园|升学|上线|巩固|机械化|良种|硬化|绿化)率$/;

/** 加快茶产业园招商,引进企业13家: the sentence is about the park. */
function scopeOfTopic(clues: ScopeClues): ReadingScope | null {
  const { before, clauseBefore, marks, topic } = clues;
  if (clues.unit === '%' && RATE_OF_PLACE.test(clues.name.name)) return null;
  if (topic === null || WHOLE_TOWN_LATER.test(before, marks)) return null;
  // 总投资2亿元的物流园开工,硬化道路3公里: a work of its own, it may be.
  if (topic.bySize && PLACED.has(clues.unit) && before !== clauseBefore) return null;
  if (!/(?:村|社区)$/.test(topic.ending)) return FIRM.test(topic.ending) ? 'firm' : 'project';
  // 新建杏花村幸福院2处: the village is what the town worked on.
  return topic.behindVerb && before === clauseBefore ? null : 'village';
}

/** 楚泽水产二期, 计划投资2200万元建设大鹅屠宰加工厂: what a firm builds is a project. */
const INVESTS = /[一二三四]期|(?:计划|完成|年内|总|年度|剩余)投资|投资\d|建设|兴建|新建|扩建|占地/;
const WHEN_IT_RUNS = ahead.ofAll(
  new RegExp(`${ONCE_IT_RUNS}(?:预计|可|将)*(?:每?[年日]|实现|新增|可|安排|带动)[^。;]*$`),
);
const YIELDS_A_YEAR = ahead.ofAll(new RegExp(EXPECTED_A_YEAR));

const FIRM = new RegExp(`^(?:${FIRM_ENDINGS}|${TRADE_ENDINGS}|.厂)$`);
const SIZE_OF = ahead.ofAll(
  /([\u4e00-\u9fff]{2,12}(?<![茶果菜桑梨桃校家公田游药莓])园(?:区?[一二三四]期)?)(?:已|共|约|近)?$/,
);
const ROAD_OR_PROJECT = new RegExp(`(?:${PROJECT_ENDINGS}|路|大街)$`);
const SINGLE_PROJECT = new RegExp(
  `项目|工程(?!款)|.{2}(?<!健身|文化|休闲|中心|停车|农贸|集贸|各类|标准化|公办|镇|村)(?:${PROJECT_ENDINGS})(?:的?(?:建设|改造|改造提升|扩建|主体|施工|工作))*$`,
);

/** 土地, 房屋, 村民小组: a kind of thing, not one with a name of its own. */
function isGenericObject(object: string): boolean {
  return /^(?:情况|条件|基础|背景|形势|压力|土地|耕地|林地|房屋|道路|公路|水面|农田|群众|村民|农户|资金|项目|企业|目标|任务|机遇|契机|趋势|增长|速度|工业|农业|重点|各类|基础设施|民生|水利|交通|扶贫)/.test(
    object,
  );
}
