import type { Quantity } from './quantities.ts';
import { beside } from './questions.ts';

/**
 * What a number says: a value (1.87亿元, 覆盖率93%), how much it rose (比上年增加800元), a change (增长15.1%, 提高2个百分点), a share of a plan
 * (完成年度计划的118.6%), or the distance to others (高于全市平均2个百分点), which is none of them.
 */
export type FigureKind =
  | 'value'
  | 'increase'
  | 'rank'
  | 'growth'
  | 'points'
  | 'completion'
  | 'distance';

export interface KindReading {
  kind: FigureKind;
  /** −1 for 下降, 减少 and negative growth. */
  sign: 1 | -1;
  annualAverage: boolean;
  /** Offset in `left` where the words that state the change begin. */
  cueStart: number;
}

const CHANGE = beside.ofAll(
  /(?:(?:同比|同步|环比|可比|比(?=增|减|升|降)|年均|年平均|平均|累计|预计|实际|名义|净|再|又|均|总)*(?:负增长|(?<!自然)增长|[增减][产收量负]|增值|提标|[多少][发收产增]|[增减降涨跌]幅|增速|递增|上升|增加|提升|提高|扩大|上涨|上扬|攀升|走高|涨幅|下降|降幅|减少|降低|回落|下滑|下跌|缩减|压减|压缩|压降|收窄|削减|下调|上调|(?:多|少|降|减|增|升)(?!率)))(?:了|率|速度|幅度|比例|额)?(?:均|都|分别|各|依次)?(?:在|为|达到了?|达|约|近|超过|超|保持|保持在|控制在|不低于|高于|突破)*(?:\([^()\d]{1,8}\))?$/,
);
/** 发生率下降为1.09%: where it came to, not by how much it changed; 增幅为 is a change. */
const CAME_TO = beside.ofAll(/(?:下降|降低|提高|提升|上升|增加|减少|降|升)为(?:约|近)?$/);
const RATE_CAME_TO = beside.ofAll(
  /(?:降幅|跌幅|增幅|增速|涨幅)(?:收窄|缩小|扩大|回落|放缓|回升|提高|提升|加快|上升|下降)(?:到|至|为)(?:了|约|近)?$/,
);
/** 同比分别-6.2%、-19.3%: the sign stands for the verb. */
const SIGNED = beside.ofAll(
  /(?:同比|环比|[比较](?:上年|去年))(?:分别|各)?[+-]?$|(?:高出|高于|多于|低于|少于)(?:上年|去年)(?:同期)?$|[比较](?:上年|去年)(?:同期)?[高低]了?$/,
);
const FALL = /负增长|下降|降|减|跌|回落|下滑|下跌|下调|削减|压缩|收窄|少|低/;
const COMPLETION = beside.ofAll(
  /(?:完成|占|为|达|达到|实现|是|超额完成)?[^,。;:]{0,10}?(?:任务|计划|预算|目标|进度)(?:数|总数|总额|额|指标|要求)?的?(?:比例)?(?:约|近|达到|达|为|超过)?$/,
);
const PLAN_VERB = /完成|占|[为是].*的$|年计划|年度计划|年初计划|预算|全年任务|年度任务|目标任务/;
const COMPLETION_RATE = beside.ofAll(/(?:任务|计划|预算|目标)?完成率(?:达到|达|为|均为)?$/);
const DISTANCE =
  /(?:高|低)出$|(?:高于|低于|高出|快于|慢于|领先|跑赢)[^,。;\d]{1,18}$|(?:高|低|超|超出|超过)[^,。;]{0,14}(?:平均|水平|目标|全[市县省国区]|全国|进度|任务|计划|预算|预期)[^,。;]{0,6}$/;
/** 水位超警戒1.2米: beside a mark. */
const BESIDE_MARK = beside.ofAll(/超(?:出|过)?(?:警戒|保证|汛限|历史)[^,。;]{0,6}$/);
/** 比省定目标多25天, 比全县低211元. */
const BESIDE_TARGET = beside.ofAll(
  /(?:[比较]|超过?|超出|高出|高于|低于|多于|少于|优于)[^,。;]{0,12}(?:目标|标准|平均|要求|计划|预算|时限)(?:水平|值|数)?(?:要求)?(?:多出?|少|高出?|低|超)?了?$|与[^,。;]{0,12}(?:平均|水平|目标|计划)[^,。;]{0,3}相差$|[比较]全[国省市州盟县区旗][^,。;\d]{0,10}(?:多|少|高|低)出?了?$|超(?:额|收)?(?:年度|年初)?(?:任务|计划|预算|目标)数?$/,
);
/** 比年初计划低2.6个百分点, 比全县平均水平低0.5个千分点. */
const BESIDE_PLAN = beside.ofAll(
  /[比较](?:[^,。;]{0,6}(?:计划|任务|预期)[^,。;]{0,3}|全[国省市州盟县区旗][^,。;\d]{0,10})[高低多少快慢]出?了?$/,
);
/** 最低工资标准提高183元, 税收增加500万元: the indicator rose by so much; 提高到 tells where it came to. */
const ROSE_BY =
  /(?<=[\u4e00-\u9fff]{2}(?:分别|各|均|每[月年人])?)(?<!新|净)(?:增加|提高|上调|上涨|减少|下降|降低|下调|扩大)(?:了|约|近)?$/;
const INCREASE =
  /(?:(?:同比|环比|[比较](?:上年|去年|年初|上年同期|去年同期|\d{4}年末?|“?(?:十.?|[六七八九])五”?末?))(?:同期|末|底)?(?:又|均|共)?(?:净增加?|增加|增收|增产|减产|增长|提高|增|减少|下降|减收|降低|[多少][收产]|多|低|少)|净增加?|增收)了?$/;
/** How every increase ends. */
const ENDS_AS_CHANGE = beside.ofAll(/(?:[加收长高涨少降低增多调大]|[增减多少][产收])[了约近]?$/);
/** 财政总收入8000万元,增加900万元,增长12.7%: nothing but the verb behind the value before. */
const BARE_INCREASE =
  /(?<=^,)(?:净|又)?(?:增加|增收|增产|减少|减收|减产|增长|下降|提高|[多少]发)了?$/;
const ANNUAL = /年均|年平均|年递增|每年/;

/** 出口-3.1%, 投资(+8.5%): a per cent with a sign is a change without further words. */
function signOf({ value }: Quantity, left: string): RegExpExecArray | null {
  return value.digits < 0n ? /$/.exec(left) : /\+$/.exec(left);
}

/**
 * Tells the kind from the words before the number, `left`, which end where the number starts.
 *
 * @param marks those of `beside` for them.
 */
export function readKind(quantity: Quantity, left: string, marks: number): KindReading {
  const unit = quantity.unit.text;
  const value: KindReading = {
    kind: 'value',
    sign: 1,
    annualAverage: false,
    cueStart: left.length,
  };
  if (quantity.rank !== null) return { ...value, kind: 'rank' };
  const share = unit === '%' || unit === '‰' || unit === '倍';
  const points = unit === '个百分点' || unit === '百分点' || unit === '个千分点' || unit === '个点';
  if (!share && !points) {
    if (BESIDE_MARK.test(left, marks) || BESIDE_TARGET.test(left, marks)) {
      return { ...value, kind: 'distance' };
    }
    if (!ENDS_AS_CHANGE.test(left, marks)) return value;
    const cues = left.slice(-20);
    const rise = INCREASE.exec(cues) ?? BARE_INCREASE.exec(cues) ?? ROSE_BY.exec(cues);
    if (rise === null) return value;
    const cueStart = left.length - cues.length + rise.index;
    return { ...value, kind: 'increase', sign: FALL.test(rise[0]) ? -1 : 1, cueStart };
  }
  if (points && (DISTANCE.test(left) || BESIDE_PLAN.test(left, marks)))
    return { ...value, kind: 'distance' };
  if (unit === '%') {
    const plan = COMPLETION_RATE.exec(left, marks) ?? COMPLETION.exec(left, marks);
    if (plan !== null && PLAN_VERB.test(plan[0])) {
      if (/增长|提高|超额/.test(plan[0])) return { ...value, kind: 'distance' };
      return { ...value, kind: 'completion', cueStart: plan.index };
    }
  }
  // 降幅收窄至4.8%, 增速回落到3.2%: how much it is now.
  const now = RATE_CAME_TO.exec(left, marks);
  if (now !== null && !points) {
    const sign = /^[降跌]/.test(now[0]) ? -1 : 1;
    return { ...value, kind: 'growth', sign, cueStart: now.index };
  }
  const change = CAME_TO.test(left, marks)
    ? null
    : (CHANGE.exec(left, marks) ??
      SIGNED.exec(left, marks) ??
      (unit === '‰' ? null : signOf(quantity, left)));
  if (change === null) return points ? { ...value, kind: 'points', cueStart: left.length } : value;
  const negative = FALL.test(change[0]);
  return {
    kind: points ? 'points' : 'growth',
    sign: negative ? -1 : 1,
    annualAverage: ANNUAL.test(left.slice(Math.max(0, change.index - 6))),
    cueStart: change.index,
  };
}
