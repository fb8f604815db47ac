import type { Figure } from './binding.ts';
import type { Indicator, IndicatorVocabulary } from './vocabulary.ts';

/** What a figure counts, as the text says it. */
export interface FigureName {
  name: string;
  key: string | null;
  /** The words the name was taken from stand behind the figure (15个社区综治中心). */
  after: boolean;
  /** “的”: the figure describes one thing that is named behind it (投资1.2亿元的恒业科技). */
  attributive: boolean;
  /** The thing an investment or an area belongs to, where it is named behind. */
  object: string | null;
}

const LEAD =
  /^(?:[、,和与及“]|以及|其中|同时|目前|截至目前|到目前为止|至此|全年|今年|去年|当年|年内|本年|上半年|下半年|一年来|五年来|(?:19|20)\d\d年(?:底|末|以来|全年)?|\d{1,2}[-—至]\d{1,2}月份?|全[镇乡县市区省国](?:共|完成|实现)?|全街道|我[镇乡县市区]|共计|共|先后|累计|合计|总计|已经|已|将|计划|力争|争取|确保|预计|预期|要|再|还|并|也|了)+/;
const LIGHT =
  /^(?:实现|完成|达到|达|取得|进行|做到|到位|拥有|共有|现有|具有|有|使|让|把|将|对|为|使得)(?:了)?(?=.)/;
const TAIL =
  /(?:达到了?|高达|达|为|是|共计|共有|共|累计|总计|合计|计|有|大约|约|各|均|都|分别|依次|的|在|至|到|近|超过|超|逾|突破了?|完成了?|实现了?|稳定在|控制在|保持在|维持在|保持|稳定|控制|不低于|高于|低于|由|从|已|了|数|扩大|发展|增加|提高|提升|上升|下降|降低|减少|仅|就|只|“|:)+$/;
const STOP =
  /(?:全部|均|都|已|正在|正|完成|实现|进行|纳入|得到|通过|投入|建成|竣工|开工|达到|达|作为|被|在|为|向|对|将|可|能|并|同比|比上年|增长|下降|顺利|成功|落户|落地|签约|投产|入驻|参与|获|受到|享受|给予|惠及|等|的|提供|评为|授予|列入|通|使|供|分别|相继|先后|陆续|及时|有效|全面|予以|开展(?=.))/;
const VERB_START =
  /^(?:新建|建设|建成|完成|实现|进行|用于|改造|修建|实施|打造|建立|购置|发放|投入|开展|扩充|解决|支持|扶持|在|对|为|并|已|均|全部|以上|左右|同比|比|较|增长|,|是|占|和|与|及|或|到|至|由|从)/;
const INVESTING =
  /(?:总投资额?|计划投资|协议投资|投资额?|投入(?:资金)?|投入使用资金|资金|占地(?:面积)?|建筑面积|总建筑面积|规划面积|规划占地(?:面积)?|规划建设占地|全长|总长|长|注册资金|注册资本|年产|年产值|总面积|用地面积|占用土地)$/;
const SUFFIX =
  /^(?:总?面积|数量?|总量|总额|金额|里程|总数|人数|户数|建设|改造|工程|任务|工作|项目|指标|规模|总产|标准|水平|完成情况|收入|额|值|人员|对象|群众|安装|覆盖|比例|\(.{1,12}\))?$/;

/** Finds the name of a figure in its sentence. */
export function nameFigure(
  text: string,
  figure: Figure,
  bounds: { clauseStart: number; clauseEnd: number; sentenceEnd: number; next: Figure | null },
  vocabulary: IndicatorVocabulary,
): FigureName {
  const left = leftWords(text, figure, bounds.clauseStart);
  const right = rightWords(text, figure, bounds);
  const family = figure.quantity.unit.conversions.map((conversion) => conversion.family);
  const families = figure.kind === 'value' ? family : [];
  const counting = !/^(?:元|%|‰|倍|美元)$/.test(figure.quantity.unit.text);
  const verbOnly =
    left.text === '' ||
    /^(?:新增|新建|新上|建成|打造|创建|培育|引进|招引|发展|建设|栽植|种植|改造|拆除|化解|办结|兴建|修建|扩建|续建|评选|组织|举办|开展|发放|投放|安装|整治|取缔|关停|整改|收到|办理|成立|设立|配备|购置|流转|扶持|支持|帮助|解决|安置|救助|资助|培训|转移|输送|吸纳|吸引|接待|实施|推进|启动|谋划|储备|签约|落地|规划|制定|出台|收回|盘活|清理|清退|清运|检查|排查|调解|受理|查处|破获|打掉|抓获|拘留|立案|其中|位|涉及|惠及|覆盖|带动|邀请|选派|选举|发动|联系|包括|分布|树立|治理|考核|认定|获得|荣获|取得|争取|申报|通过|选定|倒排出|重点整治|硬化|绿化|亮化|铺设|疏浚|整修|维修|加固|新修|新改建|改建)$/.test(
      left.text,
    );
  if (counting && right !== null && figure.kind === 'value' && (verbOnly || right.attributive)) {
    const investing = INVESTING.test(left.text);
    if (!investing) {
      const key = findKey(text, right.start, right.end, families, vocabulary, true);
      return {
        name: left.text !== '' && verbOnly ? `${left.text}${right.text}` : right.text,
        key: key ?? null,
        after: true,
        attributive: right.attributive,
        object: right.text,
      };
    }
  }
  const key = findKey(text, left.start, left.end, families, vocabulary, false);
  const object = INVESTING.test(left.text) || left.text === '' ? right : null;
  return {
    name: left.text,
    key,
    after: false,
    attributive: right?.attributive ?? false,
    object: object?.text ?? null,
  };
}

interface Words {
  text: string;
  start: number;
  end: number;
}

/** The noun phrase in front, without the words that only lead up to a number. */
function leftWords(text: string, figure: Figure, clauseStart: number): Words {
  let start = Math.max(clauseStart, figure.leftStart);
  let end =
    figure.kind === 'value' && figure.baseOf === null ? figure.quantity.start : figure.cueStart;
  if (figure.cueStart < end) end = figure.cueStart;
  if (end < start) start = clauseStart;
  let words = text.slice(start, end);
  const tail = TAIL.exec(words);
  if (tail !== null) {
    end -= tail[0].length;
    words = words.slice(0, tail.index);
  }
  for (const pattern of [LEAD, LIGHT, LEAD]) {
    const lead = pattern.exec(words);
    if (lead !== null && lead[0].length <= words.length) {
      start += lead[0].length;
      words = words.slice(lead[0].length);
    }
  }
  return { text: words, start, end };
}

function rightWords(
  text: string,
  figure: Figure,
  bounds: { clauseEnd: number; next: Figure | null },
): (Words & { attributive: boolean }) | null {
  let start = figure.quantity.end;
  const limit = Math.min(bounds.clauseEnd, start + 30);
  let words = text.slice(start, limit);
  const attributive = words.startsWith('的');
  if (attributive) {
    start += 1;
    words = words.slice(1);
  }
  const stop = /[,。;:、!?()]/.exec(words);
  if (stop !== null) words = words.slice(0, stop.index);
  const nextStart = bounds.next?.quantity.start ?? Number.POSITIVE_INFINITY;
  if (nextStart < start + words.length) words = words.slice(0, nextStart - start);
  if (!/^[\u4e00-\u9fff“]/.test(words) || VERB_START.test(words)) return null;
  const verb = STOP.exec(words.slice(1));
  if (verb !== null) words = words.slice(0, verb.index + 1);
  // The noun belongs to the next number where nothing separates the two: 12400平方米 after 建筑面积达.
  if (!attributive && start + words.length >= nextStart && stop === null && verb === null) {
    return null;
  }
  if (words.length < 1) return null;
  return { text: words, start, end: start + words.length, attributive };
}

const QUALIFIER_BREAKS = /(?:^|[,。;:、!?()“”的了])$/;

/** The indicator whose alias ends the words, or with `after` the one they are made of. */
export function findKey(
  text: string,
  start: number,
  end: number,
  families: readonly string[],
  vocabulary: IndicatorVocabulary,
  after: boolean,
): string | null {
  const matches = vocabulary.aliases.match(text, start, end);
  let best: { key: string; length: number } | null = null;
  for (const match of matches) {
    const indicator = vocabulary.indicators.get(match.key);
    if (indicator === undefined) continue;
    if (families.length > 0 && !suits(indicator, families)) continue;
    if (!SUFFIX.test(text.slice(match.end, end))) continue;
    const length = match.end - match.start;
    if (length <= 2 && !after && match.end !== end) continue;
    if (qualified(text, start, match.start, indicator)) continue;
    if (best === null || length > best.length) best = { key: match.key, length };
  }
  return best?.key ?? null;
}

/** Families that count single things and may stand for each other: 12家企业, 12个企业, 12户企业. */
const COUNTING = new Set(['count', 'household', 'person']);

function suits(indicator: Indicator, families: readonly string[]): boolean {
  const own = [indicator.family, ...indicator.otherFamilies];
  if (families.some((family) => own.includes(family))) return true;
  return own.includes('count') && families.some((family) => COUNTING.has(family));
}

/** 人均地区生产总值 is not 地区生产总值, 工业税收收入 not 税收收入: a word in front changes what is counted. */
function qualified(text: string, start: number, at: number, indicator: Indicator): boolean {
  if (
    indicator.topic !== 'T01' &&
    indicator.family !== 'money' &&
    indicator.family !== 'money_per_capita'
  )
    return false;
  const before = text.slice(start, at).replace(LEAD, '').replace(LIGHT, '').replace(LEAD, '');
  return before !== '' && !QUALIFIER_BREAKS.test(before);
}
