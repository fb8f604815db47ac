import { bindChanges, bindChangesAhead, bindIncreases, seriesOf } from './changes.ts';
import { type FigureKind, readKind } from './figureKind.ts';
import { type ListedName, readListedNames } from './parallel.ts';
import type { Quantity } from './quantities.ts';
import { beside } from './questions.ts';
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
  /** The change that is told with this value: the first one, a completion only where there is no other. */
  change: Figure | null;
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

const TURNS = beside.ofAll(
  /^(?:[、,]|和|与|及|以及)(?:同比)?(?:增长|增加|提高|上升|下降|减少|降低|负增长|[增减升降])$/,
);
const ROSE = beside.ofAll(
  /^,?(?:净|共)?(?:增加|增长|提高|增收|多出?|高出|(减少|下降|减收|降低|少))了?$/,
);
const JOINT = beside.ofAll(/^(?:、|和|与|及|以及|、和)$/);
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
    const marks = beside.marksOf(text, leftStart, quantity.start);
    const reading = readKind(quantity, left, marks);
    const figure: Figure = {
      quantity,
      kind: reading.kind,
      sign: reading.sign,
      annualAverage: reading.annualAverage,
      leftStart,
      cueStart: leftStart + reading.cueStart,
      owner: null,
      change: null,
      baseOf: null,
      reference:
        inReference(text, sentence.start, quantity.start) || isMeasure(text, left, marks, quantity),
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
      // 比上年的4162元增加674元
      const increase =
        previous.reference && figure.kind === 'value' ? ROSE.exec(left, marks) : null;
      if (increase !== null && figure.quantity.unit.text === previous.quantity.unit.text) {
        figure.kind = 'increase';
        figure.sign = increase[1] === undefined ? 1 : -1;
        figure.cueStart = leftStart;
      }
      // 比全县平均的5320元高出166元
      if (figure.kind === 'value' && APART.test(left, marks) && besideOthers(text, previous)) {
        figure.kind = 'distance';
      }
      joinSeries(text, figure, previous, left, marks);
    }
    figures.push(figure);
  }
  markThresholds(text, sentence.end, figures);
  bindFromTo(text, sentence.start, figures);
  bindListedNames(text, sentence.start, figures);
  bindIncreases(text, figures);
  bindChangesAhead(text, figures);
  bindChanges(text, sentence.start, figures);
  for (const each of figures) tellWithOwner(each);
  return figures;
}

/** The first change bound to a value is told with it; a further one is a reading of its own. */
function tellWithOwner(change: Figure): void {
  const { owner, kind } = change;
  if (owner === null || kind === 'increase') return;
  const told = owner.change;
  if (told === null || (told.kind === 'completion' && kind !== 'completion')) owner.change = change;
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

function joinSeries(
  text: string,
  figure: Figure,
  previous: Figure,
  left: string,
  marks: number,
): void {
  const head = previous.seriesHead ?? previous;
  // 分别比上年增长12%,13%: the comma joins where the sentence says that each has its own.
  const told =
    head.kind !== 'value' &&
    (left === ',' || TURNS.test(left, marks)) &&
    (left.startsWith('、') || text.slice(head.leftStart, head.quantity.start).includes('分别'));
  if (!told && !JOINT.test(left, marks)) return;
  const sameUnit = previous.quantity.unit.text === figure.quantity.unit.text;
  const respective = text.slice(head.quantity.start - 12, head.quantity.start).includes('分别');
  const bothValues = head.kind === 'value' && figure.kind === 'value';
  if (!sameUnit && !(respective && bothValues)) return;
  figure.seriesHead = previous.seriesHead ?? previous;
  figure.seriesAt = previous.seriesAt + 1;
  figure.kind = previous.kind;
  // 分别增长3%和下降2%: each has its own verb.
  if (!TURNS.test(left, marks)) figure.sign = previous.sign;
  figure.annualAverage = previous.annualAverage;
  figure.cueStart = figure.leftStart;
}

/** 比全县平均的5320元: in front of the number stands whose it is. */
function besideOthers(text: string, { leftStart, quantity }: Figure): boolean {
  return BESIDE_OTHERS.test(text.slice(leftStart, quantity.start));
}

const APART = beside.ofAll(/^(?:还|仍)?(?:高|低|多|少)出?了?$/);
const BESIDE_OTHERS = /[比较]全[国省市州盟县区旗][^,。;\d]{0,10}$/;

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
function isMeasure(text: string, left: string, marks: number, { end }: Quantity): boolean {
  if (
    text.charAt(end) === '的' &&
    /^的(?:百分之|[\d一二两三四五六七八九十])/.test(text.slice(end, end + 6))
  ) {
    // 是2010年298万元的3.5倍
    const times = /^的[\d一二两三四五六七八九十][\d.]*倍/.test(text.slice(end, end + 10));
    return (times && AS_MUCH_AS.test(left, marks)) || PLAN_AHEAD.test(left, marks);
  }
  const behind = text.charAt(end);
  if (behind !== '的' && behind !== '起') return isEarlier(text, left, marks, end);
  const after = text.slice(end, end + 16);
  // 4.7%的贫困发生率全面清零, 从2005年的1624元起步
  if (WIPED_OUT.test(after) || (after.startsWith('起步') && /[由从][^,。;]*的$/.test(left)))
    return true;
  return isEarlier(text, left, marks, end);
}

function isEarlier(text: string, left: string, marks: number, end: number): boolean {
  if (YEAR_BEFORE.test(left, marks)) return true;
  return EARLIER_AHEAD.test(left, marks) && CHANGES.test(text.slice(end, end + 6));
}

const PLAN_AHEAD = beside.ofAll(
  /(?:占|为|是|完成)[^,。;:]{0,10}(?:任务|计划|预算|目标)(?:数|额|总数|总额)?的?$/,
);
const EARLIER_AHEAD = beside.ofAll(
  /[比较](?:上年|去年|上一年|前年|(?:19|20)\d\d年|“?(?:十.?|[六七八九])五”?(?:期?末|初期?)|(?:正常|常|平)年景?|往年|历年)(?:同期|全年|底|末)?的?$/,
);
/** …完成486万元,而2005年这一数字仅为152万元 */
const YEAR_BEFORE = beside.ofAll(
  /^,而(?:19|20)\d\d年(?:末|底)?(?:这一数字|这个数字)?(?:仅|只|才|还)(?:为|是|有)?$/,
);
const WIPED_OUT = /^的[\u4e00-\u9fff]{2,10}(?:清零|归零)/;
const AS_MUCH_AS = beside.ofAll(
  /(?:是|为|相当于)(?:上年|去年|(?:19|20)\d\d年)(?:同期|全年|底|末)?的?$/,
);
const CHANGES =
  /^,?(?:净|共|翻|再|又)?(?:翻了?[一两二三四]?番|多出?|少|高出?|低|增长|增加|提高|上升|下降|减少|降低|增|减|升|降)/;

const TO =
  /^,?[^,。;]{0,12}?(?:提高|提升|增加|增长|扩大|上升|下降|降低|减少|减|降|缩小|收窄|回落|放缓|压减|压缩|缩短|发展|攀升|跃升|升|变|扩|增|调整|拓展|改善|优化)?(?:到|至|为|成)(?:了|\d{4}年末?的|目前的|现在的|去年的|今年的|每[\u4e00-\u9fff]{1,2}|约|近)*$/;

const ORIGIN = /(?:由|从)(?=[^,。;:]{0,14}$)/;
/** The end that is no number: 由8.2%降为零, 由2010年的840万元翻了一番. */
const NO_NUMBER =
  /^,?(?:下降|降低|降|减少|减|清)?(?:为|到|至)(?:零|0(?![.\d]))|^,?(?:实现|到)?(?:历史性|全面)?“?(?:归零|清零)|^,?(?:实现)?翻了?[一两二三四]番/;
/** Between the start values of 由1687户、6842人减少到812户、2965人, and between its ends. */
const BESIDE = /^[、和及]$/;
const MOST_TOGETHER = 3;

function bindFromTo(text: string, sentenceStart: number, figures: Figure[]): void {
  const last = figures.at(-1)?.quantity.start ?? sentenceStart;
  if (!/[由从]/.test(text.slice(sentenceStart, last))) return;
  for (const figure of figures) {
    if (!NO_NUMBER.test(text.slice(figure.quantity.end, figure.quantity.end + 6))) continue;
    const origin = ORIGIN.exec(text.slice(figure.leftStart, figure.quantity.start));
    if (origin === null) continue;
    figure.kind = 'value';
    figure.reference = true;
    figure.cueStart = figure.leftStart + origin.index;
  }
  for (const at of figures.keys()) {
    for (let count = 1; count <= Math.min(at, MOST_TOGETHER); count += 1) {
      bindTogether(text, sentenceStart, figures, { at, count });
    }
  }
}

/** Binds the `count` figures before `at` as start values to as many from there on. */
function bindTogether(
  text: string,
  sentenceStart: number,
  figures: readonly Figure[],
  { at, count }: { at: number; count: number },
): void {
  const froms = figures.slice(at - count, at);
  const ends = figures.slice(at, at + count);
  const [first, last, end] = [froms[0], froms.at(-1), ends[0]];
  if (first === undefined || last === undefined || end === undefined) return;
  if (froms.some(({ baseOf }) => baseOf !== null)) return;
  // 由5家增至8家,总数达到9家: the second is no start of a third.
  if (figures[at - count - 1]?.baseOf === first) return;
  if (froms.some(({ quantity }, index) => quantity.unit.text !== ends[index]?.quantity.unit.text)) {
    return;
  }
  const between = text.slice(last.quantity.end, end.quantity.start);
  if (between === '' || !TO.test(between)) return;
  if (!isList(text, froms) || !isList(text, ends)) return;
  const from = Math.max(sentenceStart, first.leftStart);
  const origin = ORIGIN.exec(text.slice(from, first.quantity.start));
  if (origin === null) return;
  for (const [index, start] of froms.entries()) {
    const to = ends[index] as Figure;
    start.kind = 'value';
    to.kind = 'value';
    start.baseOf = to;
    start.leftStart = first.leftStart;
    start.cueStart = from + origin.index;
    to.leftStart = first.leftStart;
    to.cueStart = start.cueStart;
    to.seriesHead = null;
    to.seriesAt = 0;
  }
}

function isList(text: string, figures: readonly Figure[]): boolean {
  return figures
    .slice(1)
    .every((figure, index) =>
      BESIDE.test(text.slice(figures[index]?.quantity.end, figure.quantity.start)),
    );
}
