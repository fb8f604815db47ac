import type { Figure } from './binding.ts';

const OVER = /^(?:过|超|超过|逾|低于|高于|不足|不到|突破|少于|多于)$/;
const NOUN = /^\)?(?:的|及以上)?(?:[\u4e00-\u9fff“])/;
const NO_NOUN = /^(?:的?(?:目标|增速|增幅|速度|水平)|,|和|与|及其|目标|增长)/;
const RULE = /^的?(?:要求|标准|原则|规定)/;

/**
 * 500万元以上的4家, 过1000亩农业园区2个, 投资超5亿元的项目3个: the first number says which ones are
 * counted. 以上 and 以下 before a noun are thresholds even where nothing is counted; so are milestones
 * (突破70亿元,达到74亿元) and rules (按照每网格不超过20户要求).
 */
export function markThresholds(text: string, sentenceEnd: number, figures: Figure[]): void {
  for (let at = 0; at < figures.length; at += 1) {
    const figure = figures[at] as Figure;
    if (figure.kind !== 'value') continue;
    if (figure.quantity.unit.text === '元' && isOfEach(text, figure)) {
      figure.refusedFor = '每个都达到的数，不是总量';
      continue;
    }
    const after = text.slice(figure.quantity.end, Math.min(sentenceEnd, figure.quantity.end + 12));
    const next = figures[at + 1];
    figure.threshold =
      isTier(text, figure, after) ||
      isBound(text, figure, after, next) ||
      sizesCounted(text, sentenceEnd, figure, figures[at - 1], after) ||
      isMilestone(after, figure, next) ||
      wasPassed(text, figure, figures[at - 1], after) ||
      selects(text, figure, next, after) ||
      isSizeOfEach(text, figure, next) ||
      ('的要标原规'.includes(after.charAt(0)) &&
        RULE.test(after) &&
        ASKED.test(text.slice(figure.leftStart, figure.quantity.start)));
  }
}

/** 按每户30平方米标准, 未达到300平方米标准的. */
const ASKED = /按|每|未达到?$|达不到$/;

const namesThing = (after: string) => NOUN.test(after) && !NO_NOUN.test(after);

/** 村级收入均达到20万元, 各村集体经济收入全部超10万元: what every single one has. */
function isOfEach(text: string, { leftStart, quantity }: Figure): boolean {
  const near = text.slice(Math.max(leftStart, quantity.start - 16), quantity.start);
  if (near.includes('每') && EACH_VILLAGE.test(near)) return true;
  const counted = text.charAt(leftStart - 1) === '个';
  if (!counted && !ENDS_AS_EACH.includes(text.charAt(quantity.start - 1))) return false;
  const words = text.slice(Math.max(leftStart, quantity.start - 12), quantity.start);
  return OF_EACH.test(words) || (counted && OF_COUNTED.test(words));
}

/** 每个村集体经济收入4万元以上 */
const EACH_VILLAGE =
  /每个?(?:行政)?村[^,、]{0,8}(?:收入|积累|分红)(?:全部|均|都)?(?:达到?|超过?|突破|在)?$/;
/** How the words end that OF_EACH finds. */
const ENDS_AS_EACH = '部均都个达到破过超在有了';
const OF_EACH =
  /(?:收入|积累|分红|经济)[^,]{0,4}(?:全部|均|都|个个)(?:已?(?:达到?|突破|超过?|在|有))?(?:了)?$/;
/** 12个村集体经济收入突破20万元 */
const OF_COUNTED =
  /^(?:行政)?村(?:个个|均|都|全部)(?:均|都)?(?:已?(?:达到?|突破|超过?))?$|^(?:行政|经济薄弱|薄弱|贫困)?村(?:的|年|村级|集体|经济|经营性?|可用|可支配)*(?:总?收入|积累|财力|资金)(?:达到?|在|均|仍|还|不到|不足|未达到?|低于)?$/;

/** 百亿元产业集群, 十亿元项目1个: a class of things, written as a round number in Chinese. */
function isTier(text: string, { quantity }: Figure, after: string): boolean {
  if (quantity.unit.text !== '元' || quantity.magnitude.digits === 1n) return false;
  return /[十百千]/.test(text.charAt(quantity.numberStart)) && TIERED.test(after);
}

const TIERED = /^级?(?:的)?(?:产业|项目|企业|园区|集群|工程|强?[镇村县乡]|大县|板块|龙头)/;

/** 500万元以上的企业, 5000人以下村庄. */
function isBound(
  text: string,
  { quantity }: Figure,
  after: string,
  next: Figure | undefined,
): boolean {
  if (quantity.end === quantity.unitEnd) return false;
  // 85%以上的村建起了活动室 is how many.
  const counted =
    next?.kind === 'value' && !/[,;]/.test(text.slice(quantity.end, next.quantity.start));
  if (quantity.unit.text === '%' && !counted) return false;
  const suffix = text.slice(quantity.unitEnd, quantity.end);
  if (!/以上|以下|以内/.test(suffix)) return false;
  // 其中10亿元以上3个
  const touches =
    next?.quantity.start === quantity.end && next.quantity.unit.text !== quantity.unit.text;
  return touches || namesThing(after);
}

/** 28个5亿元至10亿元重点项目, 45个投资10亿元的项目: the size of what is counted. */
function sizesCounted(
  text: string,
  sentenceEnd: number,
  { quantity }: Figure,
  before: Figure | undefined,
  after: string,
): boolean {
  if (before?.kind !== 'value' || quantity.unit.text !== '元') return false;
  if (quantity.end >= sentenceEnd || !/^(?:个|家)$/.test(before.quantity.unitText)) return false;
  const joint = text.slice(before.quantity.end, quantity.start);
  return /^(?:总?投资|产值|超|过|单体投资)?$/.test(joint) && namesThing(after);
}

/** 新建200头规模养殖场5个: how many each of them holds. */
function isSizeOfEach(text: string, { quantity }: Figure, next: Figure | undefined): boolean {
  if (next?.kind !== 'value' || !HEADS.has(quantity.unit.text)) return false;
  return /^[个家处座]$/.test(next.quantity.unitText)
    ? FARMS.test(text.slice(quantity.end, next.quantity.start))
    : false;
}

const HEADS = new Set(['头', '只', '羽']);
const FARMS = /^[\u4e00-\u9fff]{0,6}(?:养殖场|养殖小区|牧场|[猪牛羊鸡鸭]场|养殖户)$/;

/** 过500亩的园区7个, 低于2万元的农户: the number tells which ones. */
function selects(text: string, figure: Figure, next: Figure | undefined, after: string): boolean {
  const { precision, end } = figure.quantity;
  if (precision === null || !OVER.test(precision)) return false;
  if (/^(?:低于|高于|不足|不到|少于|多于)$/.test(precision) && /^[的和与、]/.test(after))
    return true;
  // 首个税收超400万元的企业
  if (after.startsWith('的') && FIRST_OF.test(text.slice(figure.leftStart, figure.quantity.start)))
    return true;
  if (next?.kind !== 'value') return false;
  const between = text.slice(end, next.quantity.start);
  // 从不足1万元增加到8.2万元
  if (/[从由]/.test(text.charAt(figure.quantity.start - 1))) return false;
  return between.length <= 14 && /^的?[\u4e00-\u9fff]*$/.test(between);
}

const FIRST_OF = /(?:首[个家批]|第[\d一二三四五六七八九十]{1,2}[个家批]|唯一)[^,。;]{0,12}$/;

/** 财政总收入3200万元,首次突破3000万元大关: the mark that the value before it has passed. */
function wasPassed(
  text: string,
  figure: Figure,
  before: Figure | undefined,
  after: string,
): boolean {
  if (before?.kind !== 'value' || before.quantity.unit.text !== figure.quantity.unit.text)
    return false;
  if (!'大关台门'.includes(after.charAt(0)) || !/^(?:大关|关口|台阶|门槛)/.test(after))
    return false;
  return PASSING.test(text.slice(before.quantity.end, figure.quantity.numberStart));
}

const PASSING =
  /^,(?:首次|历史性|成功|一举|再次|顺利|率先|实现)*(?:突破|超过|超|迈上|跨越|跨上|站上)了?$/;

const PASSES = new Set<string | null>(['过', '超', '超过', '逾', '突破', '迈过', '跨越']);

/** 迈上3亿元台阶, 突破70亿元(目标),达到74亿元: a way of speaking where the figure itself follows. */
function isMilestone(after: string, figure: Figure, next: Figure | undefined): boolean {
  if (next?.kind !== 'value' || next.quantity.unit.text !== figure.quantity.unit.text) return false;
  if (!after.startsWith('台阶') && !PASSES.has(figure.quantity.precision)) return false;
  return /^(?:大关|关口|目标|门槛|台阶)?(?:之?后|[,、](?:达到?|到达|为|完成|实现)(?:了|约|近)?\d)/.test(
    after,
  );
}
