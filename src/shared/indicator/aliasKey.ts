import { isAt, trait } from './characters.ts';
import { type Indicator, type IndicatorVocabulary, suitsFamilies } from './vocabulary.ts';
import { LEAD_PARTS, VERBS } from './words.ts';

const SUFFIX =
  /^(?:率|企业|总?面积|数量?|总量|总额|金额|里程|总数|人数|户数|建设|改造|任务|工作|项目|指标|规模|完成情况|收入|额|值|人员|对象|群众|(?:每[人户亩月年天])+|\([^()]*\))?$/;
/** Words in front of what is counted that a short name may have. */
const QUALIFIERS = new RegExp(
  `^(?:${VERBS}|${LEAD_PARTS}|全社会|全部|城乡|各项|年度|境内|累计|各类|各种|省外|市外|县外|区外|域外|实际|新增|本级|[镇乡县市区]级?|农村|农民|全体|常住)+`,
);

/** What may follow the name of a sum without making it another one; 含 and 扣除 in brackets do. */
const SUM_ENDS =
  '总?[量额值]|金额|数额|总数|任务数?|目标|指标|规模|完成情况|(?:(?:再?提高|提升|增加|上调|调整|达)?[到至为]?(?:每[人户亩月年天])+)|\\((?![^()]*(?:[含除]|扣|剔))[^()]*\\)';
const SUM_SUFFIX = new RegExp(`^(?:${SUM_ENDS})?$`);
const SHARE_SUFFIX = new RegExp(`^(?:${SUM_ENDS}|的?(?:比重|比例|占比|水平)|率)?$`);

/** Words in front of a sum or a share that leave it what it is: how it came in or was given out, and of all. */
const NEUTRAL = `${LEAD_PARTS}|完成|实现|达到?|组织|征收|征缴|收缴|上缴|缴纳|入库|收取|取得|获得|创造?|发放|拨付|兑付|兑现|落实|下发|下拨|争取到?|筹集|募集|收到|接收|支付|办理|引进|利用|保持|稳定|推动|促进|确保|提高|提升|增加|扩大|全社会|全部|金融机构|银行|各项|本外币|人民币|年度|境内|全口径|各类|各种|(?:[镇乡]|街道|苏木)本?级|本级|来源于本[镇乡]|全体|总|[:“”]`;
const LEAVES_SUM = new RegExp(`^(?:${NEUTRAL})+`);
/** A share of the whole place is the same share. */
const LEAVES_SHARE = new RegExp(`^(?:${NEUTRAL}|农村|城乡|农民|群众|居民|全域|行政村|村庄)+`);
/** What is done in front of the name, with a verb of result before the name: 强化征管完成税收收入. */
const DOING = /^(?:通过|努力|狠抓|强化|加强|依法|坚持|不断)[^的]*(?:完成|实现|达到?)(?:了)?$/;

/** Whoever it was given to: 老人发放高龄补贴. */
const GIVING = /^[\u4e00-\u9fff]{1,10}(?:发放|拨付|兑付|兑现)$/;

/**
 * The indicator whose alias ends the words; null where none does, where its family does not fit the
 * unit, or where a word in front changes what is counted (人均地区生产总值, 县级税收收入). With a name in front that may be
 * a firm's (恒达公司实现税收) it is the indicator of what one firm has.
 */
export function findKey(
  text: string,
  start: number,
  end: number,
  families: readonly string[],
  vocabulary: IndicatorVocabulary,
): string | null {
  if (mayHoldAside(text, start, end)) {
    const bare = text.slice(start, end).replace(ASIDES, '');
    if (bare.length < end - start) return findKey(bare, 0, bare.length, families, vocabulary);
  }
  const key = findBare(text, start, end, families, vocabulary);
  if (key !== null || !families.includes('percent')) return key;
  if (!SHARE.test(text.slice(start, end))) return null;
  return vocabulary.aliases.first(ANY_SHARE, 0, ANY_SHARE.length)?.named.id ?? null;
}

/** Asked first, because most words hold none. */
function mayHoldAside(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    if (isAt(text, at, trait.aside)) return true;
  }
  return false;
}

/** 65岁以上老年人占常住人口的, 民间投资占: a share of something, under no name of its own. */
const SHARE = /占(?![地用])[^,。;]{0,18}$/;
const ANY_SHARE = '占比';

/** What may stand within a name: 村(居)集体收入, “三公”经费, 规上工业企业完成增加值. */
const ASIDES =
  /[“”]|\((?:居|社|场|社区|嘎查)\)|(?<=[业济品])(?:共|累计)?(?:完成|实现)(?=[\u4e00-\u9fff]{2})/g;

function findBare(
  text: string,
  start: number,
  end: number,
  families: readonly string[],
  vocabulary: IndicatorVocabulary,
): string | null {
  // No alias and suffix are longer than this together.
  const from = Math.max(start, end - 32);
  const { aliases } = vocabulary;
  let best: string | null = null;
  let longest = 0;
  const next = (at: number) => aliases.first(text, at, end);
  for (let match = next(from); match !== null; match = next(match.start + 1)) {
    const indicator = match.named;
    const length = match.end - match.start;
    if (length <= longest) continue;
    if (match.end !== end && !suffixOf(indicator).test(text.slice(match.end, end))) continue;
    if (families.length > 0 && !suitsFamilies(indicator, families)) continue;
    if (indicator.exact) {
      // A shorter name within one that does not fit fits no better: 电视覆盖率 of 电力、广播电视覆盖率.
      if (isQualified(text.slice(start, match.start), indicator)) return indicator.single;
    } else {
      const short = length <= 2 && match.end !== end;
      if (short && text.slice(start, match.start).replace(QUALIFIERS, '') !== '') continue;
    }
    best = indicator.id;
    longest = length;
  }
  return best;
}

function suffixOf(indicator: Indicator): RegExp {
  if (!indicator.exact) return SUFFIX;
  return indicator.family === 'percent' ? SHARE_SUFFIX : SUM_SUFFIX;
}

/**
 * Whether the words in front make another sum or share of it (县级税收收入, 园区实现税收, 减免税收, 大豆保险参保率): a word
 * that is not known to leave it the same does. What is told of one project or of many subjects may be named in front,
 * but not what a sum is divided by (户均分红) nor a second one (办结率和满意率).
 */
function isQualified(words: string, indicator: Indicator): boolean {
  if (words === '') return false;
  if (indicator.bySubject || indicator.of !== 'whole') return DIVIDED_OR_LISTED.test(words);
  // 街道级税收 is what the town keeps of it.
  if (words.endsWith('级') && indicator.name.startsWith('税收')) return true;
  const leaves = indicator.family === 'percent' ? LEAVES_SHARE : LEAVES_SUM;
  const told = words.includes('使') ? words.replace(MAKING, '') : words;
  const rest = told.replace(leaves, '');
  return rest !== '' && !DOING.test(rest) && !GIVING.test(rest);
}

/** 改水工程使全乡自来水入户率达99% */
const MAKING = /^[^的]{2,12}使得?(?=全?[镇乡])/;
const DIVIDED_OR_LISTED = /^[人户村亩棚]均|均$|新增$|每[\u4e00-\u9fff]{1,2}$|[、和与及于比较]$/;

/** Whether a name is the key's own, with nothing in front that may narrow it: 信访总量, not 制造业用电量. */
export function isPlain(name: string, key: string, vocabulary: IndicatorVocabulary): boolean {
  return vocabulary.aliases
    .match(name, 0, name.length)
    .some(
      (match) =>
        match.named.id === key &&
        match.end === name.length &&
        name.slice(0, match.start).replace(LEAVES_SUM, '') === '',
    );
}
