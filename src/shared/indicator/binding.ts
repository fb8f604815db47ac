import { type FigureKind, readKind } from './figureKind.ts';
import { type ListedName, readListedNames } from './parallel.ts';
import type { Quantity } from './quantities.ts';
import { markThresholds } from './thresholds.ts';

/** A quantity in its sentence, with what it says and what it belongs to. */
export interface Figure {
  quantity: Quantity;
  kind: FigureKind;
  sign: 1 | -1;
  annualAverage: boolean;
  /** Where its own words begin: after the figure before it or at the clause's start. */
  leftStart: number;
  /** Where the words that state the change begin, the number's start for a value. */
  cueStart: number;
  /** The value a change or a completion belongs to. */
  owner: Figure | null;
  /** 由A到B: the start value of `to`. */
  baseOf: Figure | null;
  /** Stands in brackets as a reference (目标8%, 上年同期…): never takes a change. */
  reference: boolean;
  /** Position in a list joined by 、和, 0 for the first. */
  seriesAt: number;
  seriesHead: Figure | null;
  /** Why a person should look at it. */
  doubt: string | null;
  /** Not read at all, with the reason for the list of unsure figures. */
  refusedFor: string | null;
  /** Says what kind of thing is counted, not how much: 500万元以上的4家. */
  threshold: boolean;
  /** Names from a list (A、B分别为…): one, or several that share the value (A、B各54家). */
  names: ListedName[] | null;
}

const TURNS = /^(?:[、,]|和|与|及|以及)(?:同比)?(?:增长|增加|提高|上升|下降|减少|降低|负增长)$/;
const JOINT = /^(?:、|和|与|及|以及|、和)$/;
const NEUTRAL = new RegExp(
  [
    '[,、()（）:—]',
    '同比|同步|环比|可比|同期|同口径|可比口径|可比价格?|按.{0,6}计算|(?:剔除|扣除|考虑)[^,]{0,12}(?:因素|影响)后?',
    '[比较]?(?:上年|去年|上一年|前年|年初|\\d{4}年)(?:同期|末|底)?(?:相比)?',
    '与.{0,6}相比|同比口径|实际|名义|净|预计|平均|年均|均|也|又|还|再|分别|各|比|较|相比|累计|全年|年',
    '实现了?|保持|大关|关口|水平|以上|左右|逆势|逆市|大幅|翻了?[一两二三]番|翻番|[再又]?创(?:下)?历史新高',
  ].join('|'),
  'g',
);

/** Builds the figures of one sentence and binds changes, completions and from–to pairs. */
export function bindFigures(
  text: string,
  sentence: { start: number; end: number },
  quantities: readonly Quantity[],
): Figure[] {
  const figures: Figure[] = [];
  for (const quantity of quantities) {
    const previous = figures.at(-1);
    const leftStart = Math.max(
      sentence.start,
      previous?.quantity.end ?? sentence.start,
      quantity.start - 40,
    );
    const left = text.slice(leftStart, quantity.start);
    const reading = readKind(quantity, left);
    const figure: Figure = {
      quantity,
      kind: reading.kind,
      sign: reading.sign,
      annualAverage: reading.annualAverage,
      leftStart,
      cueStart: leftStart + reading.cueStart,
      owner: null,
      baseOf: null,
      reference:
        inReference(text, sentence.start, quantity.start) || isMeasure(text, leftStart, quantity),
      seriesAt: 0,
      seriesHead: null,
      doubt: null,
      refusedFor: null,
      threshold: false,
      names: null,
    };
    if (previous !== undefined) {
      // 占年初任务320万元的95%
      if (left === '的' && previous.reference && quantity.unit.text === '%') {
        figure.kind = 'completion';
        figure.cueStart = leftStart;
      }
      joinSeries(text, figure, previous, left);
    }
    figures.push(figure);
  }
  markThresholds(text, sentence.end, figures);
  bindFromTo(text, sentence.start, figures);
  bindListedNames(text, sentence.start, figures);
  bindIncreases(text, figures);
  bindChanges(text, sentence.start, figures);
  return figures;
}

/** 社零总额8亿元,增速由负转正,全年增长5%: the change names nothing itself, so it leans on the figure before. */
const AFTER_A_CLAUSE = /^,([^,。;:]{2,12}),(?:全年|同比|比上年|较上年|比去年|较去年)$/;
const ABOUT_THE_FIGURE =
  /^(?:增[速幅长]|总量|创|首次|连续|位居|居|位列|列|排|扭转|由[负降]转|保持|超额|圆满|再)/;

function seriesOf(figures: readonly Figure[], head: Figure): Figure[] {
  return figures.filter((each) => each === head || each.seriesHead === head);
}

function bindListedNames(text: string, sentenceStart: number, figures: readonly Figure[]): void {
  const last = figures.at(-1)?.quantity.start ?? sentenceStart;
  if (!/分别|依次|各|存贷款|存出栏|城乡/.test(text.slice(sentenceStart, last))) return;
  for (const head of figures) {
    if (head.seriesAt > 0 || head.threshold || head.baseOf !== null) continue;
    const series = seriesOf(figures, head);
    const names = readListedNames(text, sentenceStart, series);
    if (names === null) continue;
    if (names === 'unequal') {
      for (const each of series) each.refusedFor = '并列的名称与数的个数不等';
    } else if (series.length === 1) {
      head.names = names;
    } else {
      for (const [at, each] of series.entries()) each.names = names.slice(at, at + 1);
    }
  }
}

function joinSeries(text: string, figure: Figure, previous: Figure, left: string): void {
  const head = previous.seriesHead ?? previous;
  // 分别比上年增长12%,13%: the comma joins where the sentence says that each has its own.
  const told =
    (left === ',' || TURNS.test(left)) &&
    head.kind !== 'value' &&
    text.slice(head.leftStart, head.quantity.start).includes('分别');
  if (!told && !JOINT.test(left)) return;
  const sameUnit = previous.quantity.unit.text === figure.quantity.unit.text;
  const respective = text.slice(head.quantity.start - 12, head.quantity.start).includes('分别');
  const bothValues = head.kind === 'value' && figure.kind === 'value';
  if (!sameUnit && !(respective && bothValues)) return;
  figure.seriesHead = previous.seriesHead ?? previous;
  figure.seriesAt = previous.seriesAt + 1;
  figure.kind = previous.kind;
  // 分别增长3%和下降2%: each has its own verb.
  if (!TURNS.test(left)) figure.sign = previous.sign;
  figure.annualAverage = previous.annualAverage;
  figure.cueStart = figure.leftStart;
}

/** (目标8%), (上年同期为5000万元): the bracket opens in this sentence and says what it is. */
function inReference(text: string, sentenceStart: number, at: number): boolean {
  const left = text.slice(Math.max(sentenceStart, at - 24), at);
  const open = left.lastIndexOf('(');
  if (open < 0 || left.lastIndexOf(')') > open) return false;
  return /^\((?:其中)?(?:年初|全年|年度)?(?:目标|计划|预期|任务|上年|去年|上年同期|去年同期|同期|预算)/.test(
    left.slice(open),
  );
}

/** 占年初任务320万元的95%, 比上年的560万元增长9%: what something is measured against. */
function isMeasure(text: string, leftStart: number, { start, end }: Quantity): boolean {
  const left = text.slice(leftStart, start);
  const right = text.slice(end, end + 6);
  if (right.charAt(0) === '的' && /^的(?:百分之|\d)/.test(right)) return PLAN_AHEAD.test(left);
  return (
    '年期底末的'.includes(text.charAt(start - 1)) && EARLIER_AHEAD.test(left) && CHANGES.test(right)
  );
}

const PLAN_AHEAD = /(?:占|为|是|完成)[^,。;:]{0,10}(?:任务|计划|预算|目标)(?:数|额|总数|总额)?的?$/;
const EARLIER_AHEAD = /[比较](?:上年|去年|上一年|前年|(?:19|20)\d\d年)(?:同期|全年|底|末)?的?$/;
const CHANGES = /^,?(?:净|共|翻)?(?:增长|增加|提高|上升|下降|减少|降低|增|减|升|降)/;

const TO =
  /^,?[^,。;]{0,12}?(?:提高|提升|增加|增长|扩大|上升|下降|降低|减少|减|降|缩小|压减|压缩|缩短|发展|攀升|跃升|升|变|扩|增|调整|拓展|改善|优化)?(?:到|至|为|成)(?:了|\d{4}年末?的|目前的|现在的|去年的|今年的|约|近)*$/;

const ORIGIN = /(?:由|从)(?=[^,。;:]{0,14}$)/;
const TO_NOTHING = /^,?(?:下降|降低|降|减少|减|清)?(?:为|到|至)(?:零|0(?![.\d]))|^,?(?:归零|清零)/;

function bindFromTo(text: string, sentenceStart: number, figures: Figure[]): void {
  const last = figures.at(-1)?.quantity.start ?? sentenceStart;
  if (!/[由从]/.test(text.slice(sentenceStart, last))) return;
  for (const figure of figures) {
    // 贫困发生率由8.2%降为零: the end is no number, the start is still only that.
    if (!TO_NOTHING.test(text.slice(figure.quantity.end, figure.quantity.end + 6))) continue;
    const origin = ORIGIN.exec(text.slice(figure.leftStart, figure.quantity.start));
    if (origin === null) continue;
    figure.kind = 'value';
    figure.reference = true;
    figure.cueStart = figure.leftStart + origin.index;
  }
  for (const [at, to] of figures.entries()) {
    const from = figures[at - 1];
    if (from === undefined || from.baseOf !== null) continue;
    // 由5家增至8家,总数达到9家: the second is no start of a third.
    if (figures[at - 2]?.baseOf === from) continue;
    if (from.quantity.unit.text !== to.quantity.unit.text) continue;
    const between = text.slice(from.quantity.end, to.quantity.start);
    if (between === '' || !TO.test(between)) continue;
    const left = text.slice(Math.max(sentenceStart, from.leftStart), from.quantity.start);
    const origin = ORIGIN.exec(left);
    if (origin === null) continue;
    from.kind = 'value';
    to.kind = 'value';
    from.baseOf = to;
    from.cueStart = Math.max(sentenceStart, from.leftStart) + origin.index;
    to.leftStart = from.leftStart;
    to.cueStart = from.cueStart;
    to.seriesHead = null;
    to.seriesAt = 0;
  }
}

/**
 * 纯收入5306元,比上年增加800元: the rise belongs to the value before it where nothing else is named;
 * 存款8亿元,贷款5亿元,比年初分别增加900万元和700万元: one each.
 */
function bindIncreases(text: string, figures: readonly Figure[]): void {
  for (const [at, figure] of figures.entries()) {
    if (figure.kind !== 'increase' || figure.seriesAt > 0) continue;
    const previous = figures[at - 1];
    const gap = text.slice(figure.leftStart, figure.cueStart).replace(NEUTRAL, '');
    if (gap !== '' || previous === undefined || previous.kind === 'rank') continue;
    const series = seriesOf(figures, figure);
    if (series.length === 1) {
      figure.owner = previous.owner ?? previous;
      continue;
    }
    const owners = ownersBefore(figures, at, series.length);
    for (const [index, each] of series.entries()) {
      each.owner = owners?.[index] ?? null;
      if (owners === null) each.refusedFor = '并列的数与增幅个数不等';
    }
  }
}

function bindChanges(text: string, sentenceStart: number, figures: Figure[]): void {
  for (let at = 0; at < figures.length; at += 1) {
    const head = figures[at];
    if (
      head === undefined ||
      head.kind === 'value' ||
      head.kind === 'rank' ||
      head.kind === 'increase' ||
      head.kind === 'distance'
    )
      continue;
    if (head.seriesAt > 0 || head.reference || head.names !== null) continue;
    const series = seriesOf(figures, head);
    const gap = text.slice(head.leftStart, head.cueStart).replace(NEUTRAL, '');
    const told = AFTER_A_CLAUSE.exec(text.slice(head.leftStart, head.cueStart));
    const direct = gap === '' || /^[的了约近]+$/.test(gap) || told !== null;
    const previous = figures[at - 1];
    if (!direct || previous === undefined) continue;
    if (series.length === 1) {
      const nearest = ownerBefore(text, sentenceStart, figures, at);
      if (nearest === null) continue;
      const owner = ownerOfChange(figures, nearest, head);
      if (owner.refusedFor !== null) {
        head.refusedFor = owner.refusedFor;
        continue;
      }
      head.owner = owner;
      if (told !== null && gap !== '' && !ABOUT_THE_FIGURE.test(told[1] ?? '')) {
        head.doubt = '中间隔着一句，增幅可能指别的数';
      }
      if (nearest.quantity.unit.text === '%' && head.kind === 'growth') {
        head.doubt = '比率的增减以百分数计，可能指别的数';
      }
      const alone = owner.seriesAt === 0 || owner.seriesHead === null;
      if (!alone && !text.slice(head.leftStart, head.cueStart).includes('分别')) {
        head.doubt = '前面并列几个数，增幅可能只属于其中一个';
      }
      continue;
    }
    const owners = ownersBefore(figures, at, series.length);
    if (owners === null) {
      for (const each of series) each.refusedFor = '并列的数与增幅个数不等';
      continue;
    }
    const refused = owners.find((owner) => owner.refusedFor !== null)?.refusedFor ?? null;
    for (const [index, each] of series.entries()) {
      each.owner = owners[index] ?? null;
      each.refusedFor ??= refused;
    }
  }
}

/** 信访件20宗,办结率98%,同比下降12%: a rate changes by points, so the per cent are of the count before it. */
function ownerOfChange(figures: readonly Figure[], nearest: Figure, { kind }: Figure): Figure {
  const before = figures[figures.indexOf(nearest) - 1];
  if (kind !== 'growth' || nearest.quantity.unit.text !== '%' || before?.kind !== 'value')
    return nearest;
  return COUNTS.test(before.quantity.unit.text) ? before : nearest;
}

const COUNTS = /^(?:件|起|宗|批|例|人次|件次)$/;

/** The nearest earlier value; a completion or another change in between belongs to the same value. */
function ownerBefore(
  text: string,
  sentenceStart: number,
  figures: readonly Figure[],
  at: number,
): Figure | null {
  const change = figures[at]?.quantity.start ?? 0;
  for (let index = at - 1; index >= 0; index -= 1) {
    const figure = figures[index];
    if (figure === undefined) return null;
    if (inClosedBracket(text, sentenceStart, figure, change)) continue;
    if (figure.reference || figure.threshold || figure.baseOf !== null) continue;
    // 越级上访减少3批,下降8%: the rise has a name of its own, and the change goes with it.
    if (figure.kind === 'increase' && figure.owner === null) return null;
    if (figure.kind === 'increase' || figure.kind === 'distance') continue;
    if (figure.kind === 'value') return figure.quantity.lone ? null : figure;
    if (figure.owner !== null) return figure.owner;
    return null;
  }
  return null;
}

/** 全社会用电量3100万千瓦时(其中工业用电900万千瓦时),同比增长8%: what follows the bracket is told of what stands before it. */
function inClosedBracket(
  text: string,
  sentenceStart: number,
  figure: Figure,
  change: number,
): boolean {
  const words = text.slice(sentenceStart, change);
  const opened = words.lastIndexOf('(', figure.quantity.start - sentenceStart);
  if (opened < 1 || words.lastIndexOf(')', figure.quantity.start - sentenceStart) > opened)
    return false;
  return (
    words.includes(')', figure.quantity.end - sentenceStart) &&
    !/[(,。;]/.test(words.charAt(opened - 1))
  );
}

/** The last `count` values before the series; null where there are fewer. */
function ownersBefore(figures: readonly Figure[], at: number, count: number): Figure[] | null {
  const owners: Figure[] = [];
  for (let index = at - 1; index >= 0 && owners.length < count; index -= 1) {
    const figure = figures[index];
    if (figure === undefined || figure.reference || figure.threshold || figure.baseOf !== null)
      continue;
    if (figure.kind === 'value' && !figure.quantity.lone) owners.unshift(figure);
  }
  return owners.length === count ? owners : null;
}
