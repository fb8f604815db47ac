import type { Figure } from './binding.ts';
import { countOf } from './period.ts';

/** Words that may stand between a value and its change. */
const NEUTRAL = new RegExp(
  [
    '[,、()（）:—]',
    '按.{0,6}计算|人民币|同比|同步|环比|按?可比(?:口径|价格?)?|同期|(?:同|自然|原|新)口径|[比较与][^,。;\\d]{0,6}(?:上年|去年|年景|常年|往年)|(?:剔除|扣除|考虑|还原)[^,]{0,12}(?:因素|影响)后?',
    '[比较]?(?:上年|去年|上一年|前年|年初|\\d{4}年)(?:同期|末|底)?(?:相比)?|多(?=$)',
    '与.{0,6}相比|同比口径|实际|名义|净|预计|平均|年均|均|也|又|还|再|分别为?|一增一减|一升一降|有[增升]有[减降]|各|比|较|相比|累计|全年|年',
    '实现了?|保持|大关|关口|水平|以上|左右|逆势|逆市|[大小微]幅|略有?|[^,。;]{0,4}之年|仍然?|依然|仅|只|一年|稍有?|微|虽然?|尽管|翻了?[一两二三]番|翻番|[再又]?创(?:下)?历史新高',
  ].join('|'),
  'g',
);

/** What else is said between a value and its change: in most places nothing but a comma stands there. */
function withoutNeutral(words: string): string {
  return words === '' || words === ',' ? '' : words.replace(NEUTRAL, '');
}

/**
 * 社零总额8亿元,增速由负转正,全年增长5%; 投资8亿元,受大项目收尾影响,同比下降3%: the change names nothing itself, so it leans on
 * the figure before, over a clause or two that state nothing.
 */
const AFTER_A_CLAUSE = /^,([^。;:()\d]{2,30}),([^,。;:]*)$/;
const ABOUT_THE_FIGURE =
  /^(?:增[速幅长]|总量|创|首次|连续|位居|居|位列|列|排|扭转|由[负降]转|保持|超额|圆满|再|受|因|由于|剔除|扣除|考虑|按|在.{2,12}[下上]$|克服|除去|不含|不计|其他|仍|逆势|顺利)/;
/** 蛋鸡存栏36万只,因价格波动减少4.5%: the reason stands before its verb, without a comma. */
const FOR_A_REASON = /^,(?:虽然?|但)?(?:因|由于|受)[^,。;:()\d]{1,20}$/;
const IS_REASON = /^的?(?:拖累|影响)/;
/** 投资52亿元(不含农户),增长15%: the bracket says only what is counted. */
const REMARK = /^\([^()\d]{1,20}\)/;

/** The figures of one list, joined by 、和, with its first. */
export function seriesOf(figures: readonly Figure[], head: Figure): Figure[] {
  return figures.filter((each) => each === head || each.seriesHead === head);
}

/**
 * 纯收入5306元,比上年增加800元: the rise belongs to the value before it where nothing else is named;
 * 存款8亿元,贷款5亿元,比年初分别增加900万元和700万元: one each.
 */
export function bindIncreases(text: string, figures: readonly Figure[]): void {
  for (let at = 0; at < figures.length; at += 1) {
    const figure = figures[at] as Figure;
    if (figure.kind !== 'increase' || figure.seriesAt > 0) continue;
    // 纯收入4836元,比上年的4162元增加674元: what it is measured against has no rise of its own.
    const beside = figures[at - 1];
    const previous = beside?.reference === true ? figures[at - 2] : beside;
    const gap = withoutNeutral(text.slice(figure.leftStart, figure.cueStart));
    // 人均纯收入7863元,人均净增1210元
    if (
      (gap !== '' && gap !== '人' && gap !== '户') ||
      previous === undefined ||
      previous.kind === 'rank'
    )
      continue;
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

const CAME_TO =
  /^[,、]?(?:总量|总额|总值|规模)?(?:首次|历史性)?(?:突破[^,\d]{1,8},)?(?:达到?|实现|完成|升至|增至|增加到|提高到|降至|降到|减至|减少到|突破|超过)(?:了|约|近|每人每?[年月]|每[人户亩月年])*$/;

/** 财政收入同比增长8.5%,达到1.2亿元: the change stands in front of its value, and both have the name in front of the change. */
export function bindChangesAhead(text: string, figures: readonly Figure[]): void {
  for (let at = 0; at < figures.length; at += 1) {
    const change = figures[at] as Figure;
    const value = figures[at + 1];
    if (change.kind !== 'growth' || change.seriesAt > 0 || value?.kind !== 'value') continue;
    if (/^[%‰倍]$/.test(value.quantity.unit.text)) continue;
    const own = withoutNeutral(text.slice(change.leftStart, change.cueStart));
    if (own.length < 2 || /[,;]/.test(own)) continue;
    if (!CAME_TO.test(text.slice(change.quantity.end, value.quantity.numberStart))) continue;
    change.owner = value;
    value.leftStart = change.leftStart;
    value.cueStart = change.cueStart;
  }
}

/** Binds growth, completion and points to the values before them. */
export function bindChanges(text: string, sentenceStart: number, figures: Figure[]): void {
  // A change that opens the sentence has no value before it.
  for (let at = 1; at < figures.length; at += 1) {
    const head = figures[at];
    if (
      head === undefined ||
      head.kind === 'value' ||
      head.kind === 'rank' ||
      head.kind === 'increase' ||
      head.kind === 'distance'
    )
      continue;
    if (head.seriesAt > 0 || head.reference || head.names !== null || head.owner !== null) continue;
    const series = seriesOf(figures, head);
    const gapWords = text.slice(head.leftStart, head.cueStart);
    const words = gapWords.startsWith('(') ? gapWords.replace(REMARK, '') : gapWords;
    const gap = withoutNeutral(words);
    const aside = gap === '' ? null : AFTER_A_CLAUSE.exec(words);
    const told = aside?.[2]?.replace(NEUTRAL, '') === '' ? aside : null;
    const direct =
      gap === '' || /^[的了约近]+$/.test(gap) || told !== null || FOR_A_REASON.test(words);
    const again = direct ? null : saidAgain(text, figures, at, words);
    // 受房地产投资回落27.5%拖累,: the reason has a change of its own.
    if (IS_REASON.test(text.slice(head.quantity.end, head.quantity.end + 4))) continue;
    const former = direct ? undefined : /^[前后]者/.exec(gap)?.[0];
    const some = SOME_OF_THEM.exec(
      text.slice(Math.max(sentenceStart, head.leftStart - SOME_LENGTH), head.cueStart),
    );
    if (some !== null) {
      bindSome(figures, at, series, some);
      continue;
    }
    const each = direct || series.length < 2 ? null : saidEach(text, figures, at, words);
    if (each?.length === series.length) {
      for (const [index, change] of series.entries()) change.owner = each[index] ?? null;
      continue;
    }
    if (!direct && again === null && former === undefined) continue;
    if (series.length === 1) {
      const pair = former === undefined ? null : ownersBefore(figures, at, 2);
      const nearest =
        former === undefined
          ? (again ?? ownerBefore(text, sentenceStart, figures, at))
          : (pair?.[former === '前者' ? 0 : 1] ?? null);
      if (nearest === null) continue;
      const owner = ownerOfChange(figures, nearest, head);
      if (owner.refusedFor !== null) {
        head.refusedFor = owner.refusedFor;
        continue;
      }
      head.owner = owner;
      if (told !== null && !ABOUT_THE_FIGURE.test(told[1] ?? '')) {
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

/** 三家企业产值分别达11.6亿元、6.3亿元和5.8亿元,前两家增长22.4%、15%: which of the list before they are of. */
const SOME_OF_THEM = /[,;]([前后])([两二三四234])[家个项类种者](?:分别|均|都)?(?:同比)?$/;
/** ,前两家 may have been read as a count. */
const SOME_LENGTH = 4;

function bindSome(
  figures: readonly Figure[],
  at: number,
  changes: readonly Figure[],
  [, side, numeral = '']: RegExpExecArray,
): void {
  const count = countOf(numeral);
  const last = figures
    .slice(0, at)
    .findLast(({ kind, quantity }) => kind === 'value' && !quantity.lone);
  const list = last === undefined ? [] : seriesOf(figures, last.seriesHead ?? last);
  const owners = side === '前' ? list.slice(0, count) : list.slice(-count);
  const isPaired = owners.length === count && changes.length === count;
  for (const [index, change] of changes.entries()) {
    if (isPaired) change.owner = owners[index] ?? null;
    else change.refusedFor = '并列的数与增幅个数不等';
  }
}

const OF_HOW_MUCH = /(?:头数|总?面积|总?产量|总量|数量|户数|人数)$/;

/** 总产2.2万吨,单产446公斤,总产增长1.9%: the value whose name stands in front of the change again, in the words between. */
function saidAgain(
  text: string,
  figures: readonly Figure[],
  at: number,
  words: string,
): Figure | null {
  const last = words.replace(/^.*,(?=.)/, '').replace(FOR_WHICH_REASON, '');
  return calledSo(text, figures, at, withoutNeutral(last).replace(OF_HOW_MUCH, ''));
}

/** 生猪、羊、鸡存栏分别达到…,生猪、羊增长5.4%、11.2%: the values whose names stand in front of the changes again. */
function saidEach(
  text: string,
  figures: readonly Figure[],
  at: number,
  words: string,
): Figure[] | null {
  const names = withoutNeutral(words.replace(/^.*,(?=.)/, '').replace(/、/g, ' ')).split(/ |和|与/);
  if (names.length < 2) return null;
  const owners = names.map((name) => calledSo(text, figures, at, name.replace(OF_HOW_MUCH, '')));
  return owners.every((owner) => owner !== null) ? owners : null;
}

const FOR_WHICH_REASON = /(?:因|受|由于)[^,]{1,12}(?:影响|拖累|冲击)$/;

/** The nearest earlier value of that name. */
function calledSo(
  text: string,
  figures: readonly Figure[],
  at: number,
  name: string,
): Figure | null {
  if (name === '') return null;
  for (const figure of figures.slice(Math.max(0, at - 6), at).reverse()) {
    if (figure.kind !== 'value' || figure.baseOf !== null) continue;
    const left = text.slice(figure.leftStart, figure.cueStart);
    if (name.length > 1 && left.endsWith(name)) return figure;
    // 出栏生猪7350头、羊9120只,…羊增7.7%; 生猪、羊、鸡存栏分别达到…,鸡下降3.5%
    if (left.replace(/^[、和与,]/, '') === name) return figure;
    const own = figure.names?.length === 1 ? figure.names[0]?.own : undefined;
    if (own !== undefined && (name.length > 1 ? own.startsWith(name) : isNamedSo(own, name)))
      return figure;
  }
  return null;
}

/** 羊 and 鸡存栏 are 羊 and 鸡, 羊绒 is not. */
function isNamedSo(own: string, name: string): boolean {
  return own.startsWith(name) && /^.(?:存栏|出栏|饲养量?|产量)?量?$/.test(own);
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
    // 是“十一五”末的3倍,年均增长20%: both are told of the value before.
    const multiple = figure.quantity.unit.text === '倍' && figures[index - 1]?.kind === 'value';
    if (figure.kind === 'value' && multiple) continue;
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
