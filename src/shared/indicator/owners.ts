import type { Span } from '../report/report.ts';
import { isAt, trait } from './characters.ts';
import { ManyWords } from './manyWords.ts';
import { ahead } from './questions.ts';
import {
  eachWith,
  FIRM_ENDINGS,
  LEADING,
  LONG_VERBS,
  PROJECT_ENDINGS,
  TRADE_ENDINGS,
} from './words.ts';

/** Where the name of a firm ends that grows: 面粉扩能, 电机技改. */
const GROWING_TRADES = eachWith(TRADE_ENDINGS, '(?=扩|技|达|投|上市|二期|一期)');
/** What may own a figure: endings of names of firms, farms, projects, sites, schools, villages. */
const ENDING = `(?<![农乡贫山镇全各行空弱强后通进入的包驻联帮扶围居整]|然)(?:村|社区)(?![村林民庄级居组务干党集道路内里委史容貌口均晚部])|${FIRM_ENDINGS}|${GROWING_TRADES}|(?![进入到出在建办住])[\\u4e00-\\u9fff](?:(?<![茶果菜桑公家田校])园|[厂矿场苑馆院校])(?![房区地长容舍率所面次合景校院士落参点]|片区|社区|小区|旧址|主体|绿地|移民|病险)|园区|片区|载体|(?:产业|示范|经济|旅游)[带片]|(?<![地山社全辖城镇库灾林牧校厂市郊老新特我各该本县坝矿湖片成园油养户灌])区(?![域划位间县别内里])|谷(?![物雨底类子草地])|安置[房点区]|(?:综合|教学|办公|实验)楼|大楼|支渠|中心(?!小学|校|卫生院|村|组|城|镇|工作|任务|区|线|户|点|广场|幼儿园)|景区|山庄|庄园|农庄|酒庄|小镇|古镇|古城|渔港|码头|营地|度假区|酒店|商城|大厦|冷库|(?:公路|大道)(?!沿线)|基地|市场(?!主体)|${PROJECT_ENDINGS}`;
/** Whether anything may be named in the words in front of a figure. */
export const MAY_NAME = ahead.ofSome(new RegExp(ENDING));
/** 山塘水库三座: how many there are. */
const COUNTED = '[一二两三四五六七八九十]{1,3}[个家处座条所项口栋幢]';
const MENTION = new ManyWords(ENDING, `(?!等|个|家|数|[、和与及]?各|\\d|${COUNTED}|$)`);
/** No name is longer. */
const LONGEST_NAME = 14;
/** Words that make a kind of thing, not a thing with a name of its own. */
const KIND =
  /^(?:镇区|[镇乡中])|[一二两三四五六七八九十百\d]+[件项大]|围绕|聚焦|紧扣|抓|突出|全[镇乡县市区]|我[镇乡县市区]|[各一二三四五六七八九十两几多个全]|辖区|境内|各类|重点|重大|大型|中型|小型|骨干|龙头|规模|规上|规下|限上|民营|个体|外资|工业|农业|农民|农村|乡村|村级|镇级|县级|市级|省级|国家级|集体|专业|高标准|标准化|规范化|示范|现代|产业|特色|新型|智慧|数字|绿色|生态|循环|美丽|文明|贫困|脱贫|行政|自然|中心|基础设施|基础|设施|水利|道路|交通|扶贫|民生|实事|惠民|富民|农田|土地|整治|整理|改造|提升|建设|新建|改建|扩建|续建|配套|公共|文化|体育|健身|休闲|娱乐|活动|广场|公园|停车|农贸|集贸|菜|蔬菜|水果|瓜果|茶叶|茶|果|桑|中药材|药材|粮食|种植|养殖|畜牧|水产|生猪|肉牛|奶牛|蛋鸡|肉鸡|林果|花卉|苗木|食用菌|大棚|温室|加工|仓储|冷链|物流|电商|商贸|旅游|乡村旅游|通村|通组|进村|环村|环镇|村组|村内|生产|主干|干线|上级|中央|本级|服务|养老|敬老|托老|幸福|福利|幼儿|幼|小学|中学|初中|高中|中小|职业|学校|社区卫生|卫生|计生|医疗|污水|垃圾|处理|自来水|饮水|供水|安全|人饮|排水|管网|雨污|厕所|亮化|绿化|净化|美化|硬化|户户通|村村通|组组通|道|路|桥|河|渠|沟|塘|库|坝|堤|井|电|网|通信|光伏|风电|招商|引资|签约|在谈|储备|续|新|老|旧|大|小|亿元|千万元|百万元|以上|过|超|投资|合作|股份|经济|发展|推进|实施|帮扶|对口|驻|联系|城市|城镇|集镇|镇区|街道|老旧|棚户|易地|搬迁|安置|移民|科技|创新|技改|技术|研发|培育|培训|实训|教育|就业|创业|返乡|人才|党建|党群|便民|综治|平安|和谐|试点|先进|先行|标杆|样板|精品|亮点|有机|无公害|保护|核心|缓冲|投产|挂果|丰产|优质|高产|高效|节水|灌溉|生产|经营|销售|出口|外贸|的|了|策划|到位|造福|人均|建成区|区绿化|覆盖|交付|房|争取|资金|政务|中医|办件|集中|信访|整[村乡镇]|园区|村镇|集聚|聚集|禁养区?|限养区?|消灭|消除|完成|实现|开展|在|对|为|和|与|及|[,、]/g;

const ONE_OF_A_KIND = /(?:产业|创业|孵化|科技|工业|加工|物流)园区?$/;
/** 重点项目 are many. */
const MANY =
  /[一二两三四五六七八九十百\d]+[件项大个]|[各类级]|省|国家|续建|新建|在建|储备|亿元|重大|民生|实事|产业|招商|引进|投资|实施|推进|特色|现代|重点|农业|工业|各镇|所有|全部|镇|县|市/g;

/**
 * The things named in a sentence that may own a figure behind them: 推进岩口村管网建设,铺设管道3公里. Kinds of things
 * (农村道路, 标准化厂房), what is counted (敬老院2处) and examples (石门村等5个村) are none.
 */
export function ownersIn(text: string, start: number, end: number): Span[] {
  const sentence = text.slice(start, end);
  const found: Span[] = [];
  let last = 0;
  let next = 0;
  for (let at = MENTION.search(sentence); at >= 0; at = MENTION.search(sentence, next)) {
    const from = nameStart(sentence, at, last);
    next = at + 1;
    // The ending of a name stands behind at least a character of it.
    if (from === at) continue;
    last = MENTION.endAt(sentence, at);
    next = last;
    const ending = sentence.slice(at, last);
    const before = sentence.slice(from, at);
    const opens = from === 0 || /[,:;]/.test(sentence.charAt(from - 1));
    if (isNamed(LEADING.removeFrom(before), ending) || (opens && isToldOf(before, ending))) {
      found.push({ start: start + from, end: start + last });
    }
  }
  return found;
}

function nameStart(sentence: string, at: number, last: number): number {
  let from = at;
  while (
    from > last &&
    at - from < LONGEST_NAME &&
    /[\u4e00-\u9fff“”]/.test(sentence.charAt(from - 1))
  )
    from -= 1;
  return from;
}

/** 工业园区再引进企业3家, 光伏电站项目投放…: what a clause opens with is told of as a thing of its own. */
function isToldOf(before: string, ending: string): boolean {
  if (/[园小]区$|(?:工业|开发|集[控聚中]|产业|高新|物流)区$/.test(before + ending)) return true;
  if (!/^(?:项目|工程)$/.test(ending)) return false;
  return LEADING.removeFrom(before).replace(MANY, '') !== '';
}

function isNamed(before: string, ending: string): boolean {
  // 茶产业园: a town has one of a kind.
  if (ONE_OF_A_KIND.test(ending)) return before.replace(MANY, '') !== '';
  // 敬老院, 污水处理厂: an ending of one character takes the last one of the kind with it.
  const stem = SHORT_ENDING.test(ending) ? before + ending.charAt(0) : before;
  return stem.replace(KIND, '') !== '';
}

const SHORT_ENDING = /^.[厂矿场苑馆院校园]$/;

/** 农村道路, 重点项目: words that make kinds of things and no name. */
export function isOneOfAKind(words: string): boolean {
  return words.replace(KIND, '') === '';
}

/** The one thing a sentence opens with. */
export interface Topic {
  /** What its name ends with: 村, 公司, 产业园. */
  ending: string;
  /** A verb stands in front of it: 加快茶产业园…. */
  behindVerb: boolean;
  /** What it costs stands in front of it: 总投资1.6亿元的德裕产业园. */
  bySize: boolean;
}

/** The thing the words open with, in front of the first verb: 瑞丰隆泰 of 瑞丰隆泰添置货车…; null where a verb opens them. */
export function subjectOf(text: string, start: number, end: number): string | null {
  const opening = withoutLabel(text.slice(start, Math.min(end, start + 24)));
  if (LEADING.opens(opening)) return null;
  const run = /^[\u4e00-\u9fff]{3,}/.exec(opening)?.[0] ?? '';
  const verb = VERB.search(run);
  const subject = verb < 0 ? run : run.slice(0, verb);
  return subject.length < 3 || subject.length > 8 || subject.search(KIND) >= 0 ? null : subject;
}

const VERB = new ManyWords(
  `${LONG_VERBS}|投资|投入|产值|营[收业]|主营|税收|纳税|利税|利润|收入|出口`,
);

const SIZED_FIRST = /^(?:总?投资|占地(?:面积)?|建筑面积)[^,。;:]{1,14}的(?=.{4})/;
/** 以项目建设为抓手, 依托成人学校举办…, 受砖厂停产影响: what follows is not told of it. */
const BACKGROUND = /^以[^,]*为|^(?:依托|借助|借力|立足)|^[^,]{0,8}受[^,]*(?:影响|冲击|制约|拖累)/;
const EARNS = /(?:园区?|厂|公司|集团|项目|基地|合作社)$/;
/** 脆红李基地发展到1.5万亩: a kind of which there is more. */
const GROWS_AS_A_KIND =
  '(?:面积|总数|数量)?(?:已|将)?(?:发展到|扩大[到至]|增加[到至]|增[到至]|稳定在|达到?\\d)';
const OPENING = new ManyWords(
  ENDING,
  `(?![等的至到、和与及]|\\d(?!\\d?月)|${COUNTED}|资金|学位|移民|病险|惠及|新?受益|[村户]|${GROWS_AS_A_KIND}|$)`,
);
/** No name in front of an ending is longer. */
const LONGEST_BEFORE = 18;

/**
 * The one thing a sentence is about, where it opens with its name: 加快茶产业园招商,引进企业13家 and 恒达公司扩产增效,
 * 纳税900万元. What follows is its own, unless a clause says 全镇.
 */
export function topicOf(text: string, start: number, end: number): Topic | null {
  const told = withoutLabel(text.slice(start, Math.min(end, start + 40)));
  // 总投资1.6亿元的德裕产业园一期投产,实现产值4800万元
  const opening = '总投占建'.includes(told.charAt(0)) ? told.replace(SIZED_FIRST, '') : told;
  if (BACKGROUND.test(opening)) return null;
  const lead = LEADING.runLength(opening);
  for (const from of lead === 0 ? [0] : [lead, 0]) {
    const found = firstEnding(opening, from);
    if (found === null) continue;
    const { before, ending } = found;
    // 把脱贫攻坚作为第一民生工程: a way of speaking.
    if (before.includes('作为')) return null;
    // What is told behind a school that cost so much is rather the town's.
    if (opening !== told && !EARNS.test(ending)) return null;
    if (isNamed(from === 0 ? LEADING.removeFrom(before) : before, ending)) {
      return { ending, behindVerb: lead > 0, bySize: opening !== told };
    }
  }
  return null;
}

/** The first ending behind `from`, with nothing but Chinese characters, and at least one, between. */
function firstEnding(words: string, from: number): { before: string; ending: string } | null {
  const last = Math.min(from + LONGEST_BEFORE, words.length);
  for (let at = from + 1; at <= last && isChinese(words, at - 1); at += 1) {
    const end = OPENING.endAt(words, at);
    if (end > 0) return { before: words.slice(from, at), ending: words.slice(at, end) };
  }
  return null;
}

function isChinese(words: string, at: number): boolean {
  const code = words.charCodeAt(at);
  return code >= 0x4e00 && code <= 0x9fff;
}

const LABEL =
  /^\s*(?:[一二三四五六七八九十]是|\d{1,2}[.、]|\([一二三四五六七八九十\d]{1,2}\)|[一二三四五六七八九十]{1,2}、)/;

/** Without 一是, 2. or (三) at its start; a view has no blanks, so that few words have to be asked. */
export function withoutLabel(words: string): string {
  return words.startsWith('(') || isAt(words, 0, trait.digit | trait.chineseDigit)
    ? words.replace(LABEL, '')
    : words;
}
