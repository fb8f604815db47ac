import type { Figure } from './binding.ts';
import type { ListedName } from './parallel.ts';
import type { Indicator, IndicatorVocabulary } from './vocabulary.ts';
import { LEAD_PARTS, LONG_VERBS, OF_A_THING, PROJECT_ENDINGS, SPENDING, VERBS } from './words.ts';

/** What a figure counts, as the text says it. */
export interface FigureName {
  name: string;
  key: string | null;
  /** The name stands behind the number: 15个社区综治中心. */
  after: boolean;
  /** “的” behind the number: it describes one thing that is named there (投资1.2亿元的恒业科技). */
  attributive: boolean;
  /** What money was spent on or an area belongs to, where that is said. */
  object: string | null;
  /** 占地, 总投资, 全长: always of one thing. */
  ofAThing: boolean;
  /** Only a verb in front (今年再改造131户): what is counted was said before. */
  bareVerb: boolean;
}

export interface NameBounds {
  clauseStart: number;
  clauseEnd: number;
  sentenceEnd: number;
  previous: Figure | null;
  next: Figure | null;
}

const LEAD = new RegExp(`^(?:${LEAD_PARTS})+`);
const LIGHT = /^(?:实现|完成|达到|达|进行|做到|拥有|现有|具有|使得?|让|把|将|对|在(?=全))了?(?=.)/;
const TAIL =
  /(?:达到了?|到达|高达|预计可?|预期|有望|力争|争取|确保|计划|可|达|为|是|共计|共有|共|累计|总计|合计|大约|(?<![签节集条协制契预])约|各|均|都|分别|依次|的|(?<![存现])在|至|到|(?<![最附临])近|超过了?|超|逾|突破了?|完成了?|实现了?|稳定在|控制在|保持在|维持在|保持|稳定|控制|不低于|高于|低于|由|从|已|了|扩大|增加|提高|提升|上升|下降|降低|减少|仅|就|只|有|“|"|:|\()+$/;
const STOP =
  /(?:[\u4e00-\u9fff]{2}了|开展|加快|推进|推动|加强|采取|负责|全部|均|都|已经?|正在|正(?!常)|完成|实现|进行|纳入|得到|通过了|投入|建成|竣工|开工|达到|达|作为|被|(?<!存)在|为|向|对|将|可|并|同比|比上年|增长|下降|顺利|成功|落户|落地|签约|投产|入驻|参与|获得?|受到|享受|给予|惠及|提供|评为|授予|列入|分别|相继|先后|陆续|及时|有效|全面|予以|[和与及](?=\d))/;
const LEADING_VERBS =
  /^(?:新建|新上|续建|扩建|开工建设|规划建设|建设完成|建设|突出抓好|招引了?|引进了?|实施|推进|完成|新增)+(?=.)/;
const VERB_RUN = new RegExp(`^(?:${VERBS}|${LEAD_PARTS})+`);
const NOT_A_NOUN =
  /^(?:用于|以上|以下|左右|同比|比|较|增长|下降|占|和|与|及|或|到|至|由|从|在|对|为|并|已(?!脱贫)|均|全部|都|是|后|前|内|外|上|中|下|多|余|来|次|的|总?投资|占地|面积|建筑面积|总|共|产值|年产)/;
const ACTION =
  /^(?:建设|新建|改造|修建|完成|实施|打造|用于|扩建|购置|扩充|支持|扶持|推进|发展|解决|整治|治理|开展|对|为|改善|提升|铺设|硬化|绿化|实现)/;
/** A clause that goes on with what the money was for starts with a verb or 用于, 在, 对. */
const SPENT_ON = new RegExp(`^(?:用于|在|对|为|重点|先后|主要|${VERBS})`);
const MEASURE = /^(?:元|美元|%|‰|倍|个百分点)$/;
const SUFFIX =
  /^”?(?:率|企业|总?面积|数量?|总量|总额|金额|里程|总数|人数|户数|建设|改造|任务|工作|项目|指标|规模|完成情况|收入|额|值|人员|对象|群众|\([^()]*\))?$/;

/** Finds the name of a figure in its sentence; an empty name where the words give none. */
export function nameFigure(
  text: string,
  figure: Figure,
  bounds: NameBounds,
  vocabulary: IndicatorVocabulary,
): FigureName {
  if (figure.kind === 'rank') return nameRank(text, figure, bounds, vocabulary);
  const { unit } = figure.quantity;
  const families =
    figure.kind === 'value' ? unit.conversions.map((conversion) => conversion.family) : [];
  const left = leftWords(text, figure, bounds);
  const right = figure.kind === 'value' ? rightWords(text, figure, bounds) : null;
  const leftKey = findKey(text, left.wideStart, left.end, families, vocabulary);
  const ofAThing = OF_A_THING.test(left.text);
  const spending =
    !ofAThing && MEASURE.test(unit.text) && SPENDING.test(left.text.replace(LEADING_VERBS, ''));
  if (ofAThing || spending) {
    const object = ofAThing
      ? right?.attributive
        ? right.text
        : null
      : spentOn(text, figure, bounds, right);
    const verb = left.text.replace(LEADING_VERBS, '');
    return {
      name: object === null ? verb : `${object}${verb}`.slice(0, 40),
      key: leftKey,
      after: false,
      attributive: right?.attributive ?? false,
      object,
      ofAThing,
      bareVerb: false,
    };
  }
  const verbOnly = left.text.replace(VERB_RUN, '') === '';
  const listed = /等$/.test(text.slice(left.wideStart, left.end)) || left.text.endsWith('等');
  const counting = !MEASURE.test(unit.text) && unit.conversions[0]?.family !== undefined;
  const classifier = counting && isClassifier(unit.text);
  const behind =
    right !== null &&
    counting &&
    (classifier || verbOnly || right.attributive || listed || left.text.endsWith('的'));
  const rightKey =
    right === null ? null : findKey(text, right.start, right.end, families, vocabulary);
  if (right !== null && (behind || (counting && rightKey !== null && leftKey === null))) {
    const verb = left.text.replace(/^[对把将给为由向从]/, '');
    const prefix = left.text.endsWith('的') || (verbOnly && verb.length > 1) ? verb : '';
    const name = `${prefix}${right.text}`;
    const nameKey = findKey(name, 0, name.length, families, vocabulary) ?? rightKey;
    if (nameKey !== null || leftKey === null || verbOnly) {
      return {
        name,
        key: nameKey ?? (verbOnly ? leftKey : null),
        after: true,
        attributive: right.attributive,
        object: right.attributive || isCapacity(figure, right.text) ? right.text : null,
        ofAThing: false,
        bareVerb: false,
      };
    }
  }
  return {
    name: left.text,
    key: leftKey,
    after: false,
    attributive: right?.attributive ?? false,
    object: right?.attributive ? right.text : null,
    ofAThing: false,
    bareVerb: verbOnly && right === null,
  };
}

const STANDING =
  /(?:均|都|总量|总数|已|分别|连续.{1,4}年)*(?:位居|稳居|跃居|居|位列|名列|列|排名|排在|排|获得?了?|荣获|取得了?|夺得|勇夺|升至|保持|进入|跻身)[^,]*$/;

/** What stands first or second: the words before 居 or 列, else the clause before (在…评比中,获第一名). */
function nameRank(
  text: string,
  figure: Figure,
  bounds: NameBounds,
  vocabulary: IndicatorVocabulary,
): FigureName {
  const read = (start: number, end: number) =>
    text
      .slice(start, end)
      .replace(STANDING, '')
      .replace(LEAD, '')
      .replace(/^在|[中上内]$/g, '');
  const from = Math.max(bounds.clauseStart, bounds.previous?.quantity.end ?? 0);
  let start = Math.min(from, figure.quantity.start);
  let name = read(start, figure.quantity.start);
  if (name === '' && bounds.clauseStart > 0) {
    const end = bounds.clauseStart - 1;
    start = Math.max(text.lastIndexOf(',', end - 1), text.lastIndexOf('。', end - 1)) + 1;
    if (end - start <= 60) name = read(start, end);
  }
  return {
    name: name.slice(-40),
    key: findKey(name, 0, name.length, [], vocabulary),
    after: false,
    attributive: false,
    object: null,
    ofAThing: false,
    bareVerb: false,
  };
}

/** The name and key of one of several listed names; a shared tail is completed only into a known alias. */
export function nameListed(
  text: string,
  listed: ListedName,
  figure: Figure,
  vocabulary: IndicatorVocabulary,
): FigureName {
  const families =
    figure.kind === 'value' ? figure.quantity.unit.conversions.map(({ family }) => family) : [];
  let name = listed.text;
  let key = findKey(text, listed.start, listed.end, families, vocabulary);
  if (key === null && listed.last.text !== listed.text) {
    const { last } = listed;
    for (let cut = 1; cut < last.text.length && key === null; cut += 1) {
      const completed = `${listed.text}${last.text.slice(cut)}`;
      const found = findKey(completed, 0, completed.length, families, vocabulary);
      if (found === null || !wholeAlias(completed, vocabulary)) continue;
      name = completed;
      key = found;
    }
  }
  return {
    name,
    key,
    after: false,
    attributive: false,
    object: null,
    ofAThing: false,
    bareVerb: false,
  };
}

function wholeAlias(words: string, vocabulary: IndicatorVocabulary): boolean {
  return vocabulary.aliases
    .match(words, 0, words.length)
    .some((match) => match.start === 0 && match.end === words.length);
}

/** Units that are classifiers take their noun behind them: 5所学校; measures take it in front. */
function isClassifier(unit: string): boolean {
  return !/^(?:亩|公顷|平方公里|平方千米|平方米|平米|㎡|平方|公里|千米|米|里|吨|公斤|斤|千克|立方米|立方|方|千瓦|兆瓦|人次|天|亩次|户次)$/.test(
    unit,
  );
}

/** 700亩现代农业蔬菜基地, 10万头生猪养殖场: the size of one thing that is named behind. */
function isCapacity(figure: Figure, words: string): boolean {
  const family = figure.quantity.unit.conversions[0]?.family ?? '';
  return CAPACITY_FAMILIES.has(family) && ENDS_AS_PROJECT.test(words);
}

interface Words {
  text: string;
  start: number;
  end: number;
}

/** The words in front, without what only leads up to the number. */
function leftWords(
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
  const tail = TAIL.exec(words);
  if (tail !== null && tail.index > 0) end -= tail[0].length;
  else if (tail !== null && !tail[0].endsWith('的')) end = start;
  const attributive = tail?.[0].endsWith('的') === true && end > start;
  let core = text.slice(start, end);
  for (const pattern of [LEAD, LIGHT, LEAD]) {
    const lead = pattern.exec(core);
    if (lead === null) continue;
    start += lead[0].length;
    core = core.slice(lead[0].length);
  }
  return { text: attributive && core !== '' ? `${core}的` : core, start, end, wideStart };
}

function rightWords(
  text: string,
  figure: Figure,
  bounds: NameBounds,
): (Words & { attributive: boolean }) | null {
  let start = figure.quantity.end;
  const attributive = text.charAt(start) === '的';
  if (attributive) start += 1;
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
    if (joint > 0) words = words.slice(0, joint);
    else touches = true;
  }
  if (attributive && words.startsWith('集')) {
    const named = /的([^,。;的]{2,20})(?=[,。;]|$)/.exec(text.slice(start, bounds.sentenceEnd));
    if (named?.[1] !== undefined) words = named[1];
  }
  if (!/^[\u4e00-\u9fff“A-Z]/.test(words) || NOT_A_NOUN.test(words)) return null;
  if (!attributive && ACTION.test(words)) return null;
  const verb = STOP.exec(words.slice(1));
  if (verb !== null) words = words.slice(0, verb.index + 1);
  else if (touches && !attributive && !isClassifier(figure.quantity.unit.text)) return null;
  words = words.replace(/(?:等|的|和|与|及)+$/, '');
  if (words === '村' || words === '户' || words === '人') {
    words = text
      .slice(start, Math.min(bounds.clauseEnd, nextStart, start + 16))
      .replace(/[、的].*$/, '');
  }
  if (words === '') return null;
  return { text: words, start, end: start + words.length, attributive };
}

/** What the money went into: behind 的, in the same clause, or at the start of the next one. */
function spentOn(
  text: string,
  figure: Figure,
  bounds: NameBounds,
  right: (Words & { attributive: boolean }) | null,
): string | null {
  if (right?.attributive) return right.text;
  let at = figure.quantity.end;
  if (text.charAt(at) === ',') at += 1;
  else if (at < bounds.clauseEnd && /[,。;:、]/.test(text.charAt(at))) return null;
  if (at >= bounds.sentenceEnd) return null;
  let words = text.slice(at, Math.min(bounds.sentenceEnd, at + 60));
  words = words.replace(/[,。;:!?(].*$/, '');
  if (at > figure.quantity.end && (!SPENT_ON.test(words) || /投入|投资|资金/.test(words)))
    return null;
  if (/\d/.test(words)) words = words.replace(/(?<=\d.*)、.*$/, '');
  words = words.replace(/^.*等(?=.{4})/, '');
  words = words
    .replace(LEAD, '')
    .replace(LIGHT, '')
    .replace(/^(?:用于|实施)/, '')
    .replace(TAIL, '');
  words = words.replace(
    /\d[\d.]*[余多几]?[万亿]?(?:户|人|名|公里|亩|平方米|个|处|座|盏|套|家|株|棵)$/,
    '',
  );
  return words.length < 2 || words.length > 36 ? null : words;
}

/**
 * The indicator whose alias ends the words; null where none does, where its family does not fit the
 * unit, or where a word in front changes what is counted (人均地区生产总值, 工业税收收入).
 */
export function findKey(
  text: string,
  start: number,
  end: number,
  families: readonly string[],
  vocabulary: IndicatorVocabulary,
): string | null {
  let best: { key: string; length: number } | null = null;
  for (const match of vocabulary.aliases.match(text, start, end)) {
    const indicator = vocabulary.indicators.get(match.key);
    if (indicator === undefined) continue;
    const rate = families.includes('percent') && RATE.test(text.slice(match.start, match.end));
    if (families.length > 0 && !rate && !suits(indicator, families)) continue;
    if (!SUFFIX.test(text.slice(match.end, end).replace(/^“/, ''))) continue;
    const length = match.end - match.start;
    if (length <= 2 && match.end !== end) continue;
    if (qualified(text, start, match.start, indicator)) continue;
    if (best === null || length > best.length) best = { key: match.key, length };
  }
  return best?.key ?? null;
}

/** 12家企业 and 12户企业 count the same. */
function suits(indicator: Indicator, families: readonly string[]): boolean {
  const own = [indicator.family, ...indicator.otherFamilies];
  if (families.some((family) => own.includes(family))) return true;
  if (own.includes('person') && families.includes('persontimes')) return true;
  return own.includes('count') && families.includes('household');
}

const CAPACITY_FAMILIES = new Set([
  'area_land',
  'area_floor',
  'livestock',
  'plant',
  'mass',
  'volume',
  'energy',
]);
const ENDS_AS_PROJECT = new RegExp(`(?:${PROJECT_ENDINGS}|养殖场|加工|生产线|仓储|冷库|厂)$`);

const EXACT_FAMILIES = new Set(['money', 'money_per_capita']);
const RATE = /(?:率|比重|占比|比例|水平|程度|满意度)$/;
const AFTER_VERB = new RegExp(`(?:${LONG_VERBS})(?:了|各类|各项)?$`);
const QUALIFIERS = new RegExp(
  `^(?:${VERBS}|${LEAD_PARTS}|全社会|全部|城乡|银行|金融机构|各项|本外币|人民币|实缴|境内|全口径|累计|本级|[镇乡县市区]级?|农村|农民|全体|常住)+`,
);

function qualified(text: string, start: number, at: number, indicator: Indicator): boolean {
  if (!EXACT_FAMILIES.has(indicator.family)) return false;
  const rest = text
    .slice(start, at)
    .replace(/^.*[的、和与]/, '')
    .replace(QUALIFIERS, '');
  return rest !== '' && !AFTER_VERB.test(rest);
}
