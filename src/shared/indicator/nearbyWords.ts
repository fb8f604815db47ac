import type { Figure } from './binding.ts';
import { ManyWords } from './manyWords.ts';
import { Questions } from './questions.ts';
import { LEAD_PARTS, LONG_VERBS, VERBS } from './words.ts';

/** Where the words of a name may lie. */
export interface NameBounds {
  clauseStart: number;
  clauseEnd: number;
  sentenceEnd: number;
  previous: Figure | null;
  next: Figure | null;
  /** 28个5亿元以上项目: the size that stands between the number and its noun. */
  sizeBehind: Figure | null;
}

/** Words of the view a name is made of. */
export interface Words {
  text: string;
  start: number;
  end: number;
}

export interface WordsBehind extends Words {
  /** With 的: it describes one thing (投资1.2亿元的恒业科技). */
  attributive: boolean;
}

export const LEAD = new ManyWords(LEAD_PARTS);
/** What is asked of words by their first or their last character. */
const edges = new Questions();
const LIGHT = edges.ofAll(
  /^(?:实现|完成|达到|达|进行|做到|拥有|现有|具有|使得?|让|把|将|对|在(?=全))了?(?=.)/,
);
const TAIL_WORD = edges.ofAll(
  /(?:达到了?|到达|高达|预计可?|预期|有望|力争|争取|确保|计划|可|达|为|是|共计|共有|共|累计|总计|合计|大约|(?<![签节集条协制契预])约|各|平均|(?<![年月日人户村亩平])均|都|分别|依次|的|(?<![存现])在|至|不?到|(?<![最附临])近|超过了?|超|逾|突破了?|完成了?|实现了?|稳定在|控制在|保持在|维持在|保持|稳定|控制|发展|增长|攀升|跃升|跨越|迈上|跃上|站上|迈过|跨上|升|扩展|拓展|不低于|高于|低于|由|从|已|了|扩大|增加|提高|提升|上升|下降|降低|减少|(?<=率)[降涨]|仅|就|只|有|“|"|:|\()$/,
);
const STOP =
  /(?:[\u4e00-\u9fff]{2}了|开展|加快|推进|推动|加强|采取|负责|全部|(?<![人户亩村])均|都|已(?!脱贫)经?|正在|正(?!常)|完成|实现|进行|纳入|得到|通过了|投入|建成|竣工|开工|达到|达|作为|被|(?<!存)在|为|向|对|将|可|并|同比|比上年|增长|下降|顺利|成功|落户|落地|签约|投产|入驻|参与|获得?|受到|享受|给予|惠及|提供|评为|授予|列入|分别|相继|先后|陆续|及时|有效|全面|予以|不断|进一步|持续|即将|进展|[和与及](?=\d))/;
const NOT_A_NOUN =
  /^(?:即将?|不|用于|以上|以下|左右|同比|比|较|增长|下降|占|和|与|及|或|到|至|由|从|在|对|为|并|已(?!脱贫)|均|全部|都|是|后|前|内|外|上|中|下|多|余|来|次|的|总?投资|占地|面积|建筑面积|总|共|产值|年产)/;
const ACTION =
  /^(?:建设|新建|改造|修建|完成|实施|打造|用于|扩建|购置|扩充|支持|扶持|推进|发展|解决|整治|治理|开展|对|为|改善|提升|铺设|硬化|绿化|实现)/;
/** A clause that goes on with what the money was for starts with a verb or 用于, 在, 对. */
const SPENT_ON = new RegExp(`^(?:用于|在|对|为|重点|先后|主要|${VERBS})`);
/** 投资2500万元建筑面积达12400平方米的芝灵小学: both figures describe the thing behind 的. */
const CHAINED =
  /^[,、]?(?:总?(?:建筑)?面积|占地(?:面积)?|规划面积|装机(?:容量)?|总库容|存栏|设?床位|总投资|投资|全?长度?|工程造价|年(?:产|加工|处理|发电)|日(?:产|处理)|(?:达产后|预计)?年?(?:产值|销售(?:收入|额)?|税收|利税|产能))[^,。;:]{0,16}?\d[^,。;:]{0,8}?的([\u4e00-\u9fff]{2,24})/;

/** GDP19.92亿元,比2009年底同比增长20.9%: what a change is measured against is no part of its name. */
const COMPARED =
  /(?:与|[比较])(?:上年|去年|前年|(?:19|20)\d\d年)(?:同期|[末底])?(?:相比)?$|逆势$|同口径$/;

/** Units of people and households: what they count is never one named thing. */
function isCounting(unit: string): boolean {
  return unit === '人' || unit === '户' || unit === '名';
}

/** Where the words end without what only leads up to a number: 建档率 of 建档率已达到约. */
function tailStart(words: string): number {
  let end = words.length;
  while (end > 0) {
    // No such word is longer than this, with the character in front of it.
    const from = Math.max(0, end - 7);
    const marks = edges.marksOf(words, end - 1, end);
    const tail = TAIL_WORD.exec(words.slice(from, end), marks);
    if (tail === null) break;
    end = from + tail.index;
  }
  return end;
}

function withoutLight(words: string): string {
  const marks = edges.marksOf(words, 0, Math.min(1, words.length));
  return LIGHT.mayMatch(marks) ? words.replace(LIGHT.pattern, '') : words;
}

/** Measures that stand in front of the thing they measure: 3.6平方公里浙江临港工业园, 30公里村庄道路绿化. */
const EXTENT = /^(?:亩|公顷|平方公里|平方米|平米|公里|千米|米)$/;
const DOES = new RegExp(`^(?:${LONG_VERBS}|带动|使|让|占|每|人均|户均|平均)`);

/** A noun that follows an extent with nothing between is what the extent is of. */
export function isExtentOf(unit: string, words: string): boolean {
  return EXTENT.test(unit) && words.length >= 4 && !DOES.test(words);
}

/** Units that are classifiers take their noun behind them: 5所学校; measures take it in front. */
export function isClassifier(unit: string): boolean {
  return !/^(?:亩|公顷|平方公里|平方千米|平方米|平米|㎡|平方|公里|千米|米|里|吨|公斤|斤|千克|立方米|立方|方|千瓦|兆瓦|人次|天|亩次|户次)$/.test(
    unit,
  );
}

/** The words in front, without what only leads up to the number. */
export function leftWords(
  text: string,
  figure: Figure,
  bounds: NameBounds,
): Words & { wideStart: number } {
  const ofPlan = figure.kind === 'completion' && figure.owner === null;
  const planWords =
    ofPlan && /任务|计划|目标/.test(text.slice(figure.cueStart, figure.quantity.start));
  let end = planWords ? figure.quantity.start : Math.min(figure.quantity.start, figure.cueStart);
  const { previous } = bounds;
  let start = Math.min(Math.max(bounds.clauseStart, end - 60), end);
  if (previous !== null && previous.quantity.end > start && previous.quantity.end <= end) {
    start = previous.quantity.end;
    // After another figure of the clause a list goes on: 的恒业科技、投资1.3亿元.
    const gap = text.slice(start, end);
    const joint = /^.*[、和与及]/.exec(gap);
    if (joint !== null) start += joint[0].length;
  }
  const wideStart = start;
  const words = text.slice(start, end);
  const tail = tailStart(
    figure.kind === 'value' && figure.cueStart === figure.quantity.start
      ? words
      : words.replace(COMPARED, ''),
  );
  if (tail > 0 || !words.endsWith('的')) end = start + tail;
  const attributive = words.endsWith('的') && end > start;
  let core = text.slice(start, end);
  const bare = LEAD.removeFrom(withoutLight(LEAD.removeFrom(core)));
  start += core.length - bare.length;
  core = bare;
  return { text: attributive && core !== '' ? `${core}的` : core, start, end, wideStart };
}

/** Where no noun begins: ,。;:、!?)%. */
const CLOSES = new Set([...',。;:、!?)%'].map((character) => character.charCodeAt(0)));

const BUILT = /^(?:新建|建设|兴建|修建|改建|扩建|打造|实施|建成)(?=的)/;
const BUILT_STARTS = '新建兴修改扩打实';

/** The noun behind: the counted thing, or with 的 the thing that is described. */
export function rightWords(text: string, figure: Figure, bounds: NameBounds): WordsBehind | null {
  let start = figure.quantity.end;
  const { sizeBehind } = bounds;
  if (
    sizeBehind !== null &&
    /^(?:总?投资|产值|超|过|单体投资)?$/.test(text.slice(start, sizeBehind.quantity.start))
  ) {
    start = sizeBehind.quantity.end;
  }
  // 完成68%的工程量 and 130人的脱贫任务 say how much, not which thing.
  const sized = figure.quantity.unit.text !== '%' && !isCounting(figure.quantity.unit.text);
  // 投资2亿元建设的物流园
  if (sized && BUILT_STARTS.includes(text.charAt(start))) {
    start += BUILT.exec(text.slice(start, start + 6))?.[0].length ?? 0;
  }
  const attributive = text.charAt(start) === '的' && sized;
  if (text.charAt(start) === '的') start += 1;
  // Behind most figures a clause ends.
  if (start >= bounds.clauseEnd || CLOSES.has(text.charCodeAt(start))) return null;
  let words = text.slice(start, Math.min(bounds.clauseEnd, start + 40));
  const bracket = /^([^,。;:、()]*)\([^()]{1,20}\)/.exec(words);
  const stop = /[,。;:、!?()]/.exec(bracket === null ? words : words.slice(bracket[0].length));
  if (bracket !== null && stop === null) words = words.replace(/\([^()]*\)/, '');
  else if (bracket !== null)
    words = `${bracket[1]}${words.slice(bracket[0].length, bracket[0].length + (stop?.index ?? 0))}`;
  else if (stop !== null) words = words.slice(0, stop.index);
  const nextStart = bounds.next?.quantity.start ?? Number.POSITIVE_INFINITY;
  let touches = false;
  if (nextStart < start + words.length) {
    words = words.slice(0, Math.max(0, nextStart - start));
    const joint = words.search(/[和与及]/);
    const listed = words.indexOf('等');
    if (joint > 0) words = words.slice(0, joint);
    else if (listed > 0) words = words.slice(0, listed);
    else touches = true;
  }
  if (attributive && words.startsWith('集')) {
    const named = /的([^,。;的]{2,20})(?=[,。;]|$)/.exec(text.slice(start, bounds.sentenceEnd));
    if (named?.[1] !== undefined) words = named[1];
  }
  if (!/^[\u4e00-\u9fff“A-Z]/.test(words) || (!attributive && NOT_A_NOUN.test(words))) return null;
  if (!attributive && ACTION.test(words)) return null;
  const verb = STOP.exec(words);
  if (verb?.index === 0) return null;
  if (verb !== null) words = words.slice(0, verb.index);
  else if (touches && !attributive && !isClassifier(figure.quantity.unit.text)) return null;
  words = words.replace(/的?基础上?.*$/, '').replace(/(?:等|的|和|与|及|中|里)+$/, '');
  if (/^[村户人组]$/.test(words)) {
    words = text
      .slice(start, Math.min(bounds.clauseEnd, nextStart, start + 16))
      .replace(/[、的].*$/, '');
  }
  if (words === '') return null;
  return { text: words, start, end: start + words.length, attributive };
}

/** The one thing that this figure and the next one both describe. */
export function chainedObject(text: string, figure: Figure, clauseEnd: number): string | null {
  return CHAINED.exec(text.slice(figure.quantity.end, clauseEnd))?.[1] ?? null;
}

/** What money went into; `counted` where a number says that it is several (引进过亿元项目6个). */
export interface Spending {
  words: string;
  counted: boolean;
}

/** What the money went into: behind 的, in the same clause, or at the start of the next one. */
export function spentOn(
  text: string,
  figure: Figure,
  bounds: NameBounds,
  right: WordsBehind | null,
): Spending | null {
  if (right?.attributive) return { words: right.text, counted: false };
  let at = figure.quantity.end;
  if (text.charAt(at) === ',') at += 1;
  else if (at < bounds.clauseEnd && /[,。;:、]/.test(text.charAt(at))) return null;
  if (at >= bounds.sentenceEnd) return null;
  let words = text.slice(at, Math.min(bounds.sentenceEnd, at + 60));
  words = words.replace(/[,。;:!?(].*$/, '');
  if (
    at > figure.quantity.end &&
    (!SPENT_ON.test(words) || /投入|投资|资金|达产|投产|产值|计划|任务|^\S{0,2}\d/.test(words))
  )
    return null;
  if (/\d/.test(words)) words = words.replace(/(?<=\d.*)、.*$/, '');
  words = words.replace(/^.*等(?=.{4})/, '');
  words = withoutLight(LEAD.removeFrom(words)).replace(/^(?:用于|实施)/, '');
  words = words.slice(0, tailStart(words));
  const counted =
    /\d[\d.]*[余多几]?万?(?:个|项|处|座|家|所|条|口|眼|栋|幢|台|套|人|名|口|只|头)/.test(words);
  words = words.replace(
    /\d[\d.]*[余多几]?[万亿]?(?:户|人|名|公里|亩|平方米|个|项|所|处|座|盏|套|家|株|棵)$/,
    '',
  );
  return words.length < 2 || words.length > 36 ? null : { words, counted };
}
