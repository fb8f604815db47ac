import type { AliasMatcher } from './aliasMatcher.ts';
import { ManyWords } from './manyWords.ts';
import { ahead } from './questions.ts';
import type { Indicator } from './vocabulary.ts';
import {
  eachWith,
  FIRM_ENDINGS,
  LEAD_PARTS,
  LEADING,
  LONG_VERBS,
  TRADE_ENDINGS,
  TRADES,
} from './words.ts';

const FIRM_SUBJECT = new RegExp(
  `(?:公司|集团)(?![等的、和与及。;数总+”]|\\d)|(?:${FIRM_ENDINGS})(?:\\([^()]{1,12}\\))?(?:[,、]|已|共|全年|${LONG_VERBS}|实现|完成|累计|总|年|纳税|上缴|营业|销售|投资|种植|养殖|生产|出口|新增|带动|吸纳|流转|今年|预计|主营|产值|税收|利润|入库|缴纳|汇总|发展|研发|申请|获|从业|上市|被|入选|跻身|转型|投产|达产|扩产|增资|复工)`,
);
const GENERIC_FIRM =
  /^(?:(?:社区|专业|农民|牧民|保险|供电|电力|电信|燃气|供水|自来水|环卫|各类|村级|强村|龙头|规模|民营|农业|农机|股份|土地|新型|有关|相关|重点|骨干|国有|供销|农村|经济|合作|镇|村|和|与|及|的)*)(?:公司|集团|合作社|联合社|家庭农场|股份|化工|纺织|物流|机械厂|食品厂|加工厂)/;
const FIRM_COUNTED = /[家个户]|等|各类|全[镇乡]|规模以上|规上|龙头|我[镇乡]/;

// The long patterns are asked only where an ending they need is there at all.
const ENDS_AS_FIRM = ahead.ofSome(new RegExp(FIRM_ENDINGS));
/** A named firm is what the segment is about: 恒达公司实现税收…, 推动恒达公司扩建…; not 推进合作社建设. */
export function speaksOfFirm(
  segment: string,
  marks = ahead.marksOf(segment, 0, segment.length),
): boolean {
  if (segment.includes('家企业') && NAMED_FIRMS.test(segment)) return true;
  if (speaksOfTrade(segment, marks) || supportsFirm(segment, marks)) return true;
  if (!ENDS_AS_FIRM.test(segment, marks)) return false;
  const firm = FIRM_SUBJECT.exec(segment);
  if (firm === null) return false;
  const clause = segment.slice(0, firm.index).replace(/^.*[,;:、]/, '');
  const named = LEADING.removeFrom(`${clause}${firm[0]}`);
  if (FIRM_COUNTED.test(segment.slice(Math.max(0, firm.index - 12), firm.index + 2))) return false;
  return !GENERIC_FIRM.test(named);
}

/** 泉工机械、铭盛树脂两家企业产值分别达11.6亿元和6.3亿元: one each. */
const NAMED_FIRMS = /[、和][\u4e00-\u9fff]{2,8}[两二三四五六]家企业[^,。;]{0,10}(?:分别|依次)/;

/** Words that follow the name of a firm where its ending is a word of its own too (食品, 科技). */
const FIRM_GOES_ON =
  '[,(]|一期|二期|建成|新上|购置|引进|已|共|全年|全部|年|实现|完成|累计|总|纳|上|扩|增|技改|达(?!到?\\d)|投|新|被|获|入选|跻身|转型|营业|销售|产值|税收|利润|利税|出口|缴|带动|吸纳|研发|申请|今年|去年|当年|预计|成功|顺利|正式|募集|的?(?:带动|扩建|技改|上市)';
const GROWTH = '做[大优强]|扩能|扩产|扩建|增资|技改|上市|达产|投产|转产|挂牌';
const GROWS = ahead.ofSome(new RegExp(GROWTH));
/** 支持启航电机做大做强,力争产值8亿元: only a firm is helped to grow, expand or go public. */
const SUPPORTED = new RegExp(
  `(?:^|[,:])(?:${LEAD_PARTS})*(?:支持|扶持|助推|助力|推动|引导|鼓励|帮助|服务|促成|协助)([\\u4e00-\\u9fff]{3,10}?)(?:公司|集团)?(?:${GROWTH})`,
);
const NO_FIRM =
  /[等各个家户批类]|企业|产业|行业|经济|工业|农业|合作社|项目|工程|园区|农户|群众|能人|大户|[村社镇乡县市]/;

function supportsFirm(segment: string, marks: number): boolean {
  const name = GROWS.test(segment, marks) ? SUPPORTED.exec(segment)?.[1] : undefined;
  return name !== undefined && !NO_FIRM.test(name);
}

const NO_TRADE_BEHIND = '(?![、等和与及园城区链]|基地|项目|产业|企业)';
const TRADE = `(?:${TRADE_ENDINGS})(?=${FIRM_GOES_ON})|(?:${TRADES})${NO_TRADE_BEHIND}`;
const MAY_TRADE = ahead.ofSome(new RegExp(TRADE));
const TRADED = new ManyWords(
  `${eachWith(TRADE_ENDINGS, `(?=${FIRM_GOES_ON})`)}|${eachWith(TRADES, NO_TRADE_BEHIND)}`,
);
const TRADE_SUBJECT = new RegExp(
  `(?:^|[,:])((?:${LONG_VERBS}|在|由|其中|使|让|(?:龙头|骨干|重点|民营)企业)*)([\\u4e00-\\u9fff]{2,4}?)(?:${TRADE})`,
);
const COMMON_TRADE =
  /^(?:限[上下]|规[上下模]|全|我|本|各|其|镇|乡|县|市|区|村|农|科技|绿色|有机|无公害|特色|现代|传统|新型|新|清洁|生态|高效|设施|优势|支柱|主导|重点|骨干|龙头|民营|规模|规上|小|大|中|学校|药品|安全|粮食|工业$|轻工$|劳动|电商|快递|商|自来|污|发|砖|水|电|旧|老)|[了的和与及对在为等一二三四五六七八九十]|(?:推进|加强|依靠|强化|发展|保障|推广|引进)/;

/** 天润乳业投资…, 扶持鑫源面粉扩能增效: a short proper name with the ending of a trade opens a clause. */
function speaksOfTrade(segment: string, marks: number): boolean {
  if (!MAY_TRADE.mayMatch(marks) || TRADED.search(segment) < 0) return false;
  const name = TRADE_SUBJECT.exec(segment)?.[2];
  return name !== undefined && !COMMON_TRADE.test(name);
}

/** A word of reports, no name; the 业 of 丰源面业 is not that of 工业. */
function isCommon(subject: string): boolean {
  // 铁选业 is a trade.
  return /^.{2}业$|[产行]业$/.test(subject) || NO_SINGLE_FIRM.test(subject.replace(/业$/, ''));
}

const EARNED =
  /^(.{3,10}?)(?:全年|年|实现|完成|上缴|缴纳|累计)*(?:产值|销售(?:收入|额)?|营(?:业收入|收)|纳税|税收|税金|利税|利润|出口)$/;
const NO_SINGLE_FIRM =
  /[镇乡县市区各等、的一二三四五六七八九十果菜瓜豆椒麦稻薯棉烟菌鱼虾蟹枣梨桃]|产品|海产|水产|[工农林牧渔副商贸旅游业禽畜羊牛猪鸡]|产业|经济|规[上模下]|限[上下]|企业|民营|个体|外资|内资|项目|基础|设施|建设|电商|网络|物流|粮食|蔬菜|水果|茶|药材|生猪|养殖|种植|加工|集体|财政|社会|民生|教育|科技|技改|技术|固定|全|水利|交通|园区|地方|公司|街道|扶贫|消费|助农|直播|影响|损失/;

const BUSINESS = ahead.ofAll(
  /销售|加工|年产|生产|纳税|上缴|缴纳|创汇|(?<!经)营收|实现|中标|上市|达产|扩产|增资|技改/,
);
/** 永固管桩销售管材9万吨, 宝源煤业年产原煤30万吨: a short unknown name that does what only firms do. */
const DOES_BUSINESS =
  /^([\u4e00-\u9fff]{3,8}?)(?:全年|年内|今年|当年|去年)?(?:累计|共)?(?:销售|加工(?![率业])|年产(?!值)|生产(?!性|总值|经营)|纳税|上缴|缴纳|出口创汇|(?<!经)营收|实现(?:销售|产值|利税|利润|税收|营收|营业收入)|成功?中标|成功?上市|达产|扩产|增资|技改)/;

export function actsLikeAFirm(clause: string, marks: number): boolean {
  if (!BUSINESS.test(clause, marks)) return false;
  const subject = DOES_BUSINESS.exec(LEADING.removeFrom(clause))?.[1];
  return subject !== undefined && !isCommon(subject);
}

/** 瑞丰隆泰添置货车…: the sentence opens with a name in which nothing is known, neither a word of reports nor an indicator. */
export function isUnknownName(subject: string | null, aliases: AliasMatcher<unknown>): boolean {
  if (subject === null || isCommon(subject)) return false;
  return aliases.first(subject, 0, subject.length) === null;
}

/** 启航电机年产值: a short name with the word of what firms earn, unknown to the shared list. */
export function mayBeAFirms(name: string, named: Indicator | null): boolean {
  if (named !== null || !/[值额入收税金利润口]$/.test(name)) return false;
  const subject = EARNED.exec(name)?.[1];
  return subject !== undefined && !isCommon(subject);
}
