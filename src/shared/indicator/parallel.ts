import type { Figure } from './binding.ts';
import { LEAD_PARTS } from './words.ts';

/** A name that stands in a list of names: A and B of “A、B分别为1亿元、2亿元”. */
export interface ListedName {
  /** As a person reads it, with what is said once for the whole list (…占规上工业比重). */
  text: string;
  /** The name alone. */
  own: string;
  /** The last name of the list, whose tail this one may share: 城镇 of 城镇、农村居民收入. */
  last: string;
}

const LEAD = new RegExp(`^(?:${LEAD_PARTS}|实现|完成)+`);
const RESPECTIVE = /(?:分别|依次)[^,。;:]{0,12}$|各(?:达|为|有)?$/;
/** 存贷款余额达7338万元和4022万元: two in one word, without 分别. */
const UNSAID = /(?<=存贷款(?:余额)?|存出栏|城乡居民[^,。;:]{0,10})(?:达到?|为|完成|实现)?$/;
/** “镇保”“农保” have nothing between them. */
const JOINTS = /和|与|以?及|(?<=”)(?=“)/g;
const SHARED_SHARE = /占[^、]*比重$/;
const TRAILING =
  /(?:同比|环比|[比较](?:上年|去年|年初|上一年|(?:19|20)\d\d年)(?:同期|末|底)?|年均|均|将|预计|达到|实现|完成|总量)$/;
/** 城乡居民收入, 存贷款余额 and 三次产业 speak of several things in one word. */
const SEVERAL_IN_ONE: readonly (readonly [RegExp, readonly string[]])[] = [
  [/城乡/, ['城镇', '农村']],
  [/存贷款/, ['存款', '贷款']],
  [/存出栏/, ['存栏', '出栏']],
  [/三次产业/, ['第一产业', '第二产业', '第三产业']],
];

/**
 * The names a series of figures belongs to, in order. Null: the words do not speak of several names;
 * 'unequal': they do, but their number is not that of the figures, so nothing is paired.
 */
export function readListedNames(
  text: string,
  sentenceStart: number,
  series: readonly Figure[],
): ListedName[] | 'unequal' | null {
  const head = series[0];
  if (head === undefined) return null;
  const cue = Math.min(head.cueStart, head.quantity.start);
  const from = Math.max(sentenceStart, cue - 120);
  const around = text.slice(from, head.quantity.start);
  const respective = RESPECTIVE.exec(around) ?? (series.length > 1 ? UNSAID.exec(around) : null);
  if (respective === null) return null;
  const ahead = text.slice(from, Math.min(cue, from + respective.index));
  const told = ahead.replace(/^.*[,。;:)]/s, '');
  // The 一、 of 其中一、二、三产业 is no label.
  const own = SECTORS_IN.exec(told)?.[0] ?? told.replace(LEAD, '');
  const clause = own === '' ? namesAhead(ahead) : own;
  const shared = SHARED_SHARE.exec(clause)?.[0] ?? '';
  let list = clause.slice(0, clause.length - shared.length);
  while (TRAILING.test(list)) list = list.replace(TRAILING, '');
  if (list === '') return null;
  const names = namesIn(list);
  const wanted =
    series.length === 1 && /各(?:达|为|有)?$/.test(around) ? names.length : series.length;
  const paired = names.length === wanted ? names : unfold(names, wanted);
  if (paired === null) return 'unequal';
  const last = paired.at(-1) ?? '';
  // 上坑村、茶亭村分别建成农民公园…: villages are whose figures these are, not what is counted.
  const places = paired.every((name) => /[村社区]$/.test(name));
  const done = places ? around.slice(respective.index).replace(/^(?:分别|依次|各)/, '') : '';
  return paired.map((own) => ({ text: `${own}${shared}${done}`, own, last }));
}

/** 事故起数、死亡人数实现“双下降”,分别下降…: the clause before lists the names and states no figure. */
function namesAhead(words: string): string {
  const clause = /(?:^|[,。;:])([^,。;:\d]{4,40}),$/.exec(words)?.[1] ?? '';
  const predicate = /(?:实现|呈现?|双双|持续|稳步|大幅|明显|均|都|保持|稳中).*$/.exec(clause);
  return predicate === null || !/[、和与]/.test(clause.slice(0, predicate.index))
    ? ''
    : clause.slice(0, predicate.index);
}

/** 第一、二、三产业增加值 are three names with one tail. */
const SECTORS_IN = /第?一、第?二(?:、|和)第?三次?产业.*$/s;
const SECTORS = /^(?:第?一、第?二(?:、|和)第?三)(?:次?产业)/;

const PLACE = /[村社区]$/;
const PLACE_AND_MORE = /^[\u4e00-\u9fff]{1,6}?(?:村|社区)([\u4e00-\u9fff]+)$/;

function namesIn(list: string): string[] {
  const tail = SECTORS.test(list) ? list.replace(SECTORS, '') : null;
  if (tail !== null) return ['一', '二', '三'].map((ordinal) => `第${ordinal}产业${tail}`);
  // Splitting by a pattern asks it at every character: twenty times as long.
  const joined = list.replaceAll(JOINTS, '、');
  const names = joined.split('、').filter((name) => name !== '');
  // 柳林村、高潮村集体收入: what is counted stands once, behind the last place.
  const [, counted] = PLACE_AND_MORE.exec(names.at(-1) ?? '') ?? [];
  const places = names.slice(0, -1);
  if (counted === undefined || places.length === 0 || !places.every((name) => PLACE.test(name)))
    return names;
  return names.map((name, at) => (at < places.length ? `${name}${counted}` : name));
}

function unfold(names: readonly string[], wanted: number): string[] | null {
  const [name] = names;
  if (names.length !== 1 || name === undefined) return null;
  const several = SEVERAL_IN_ONE.find(([word, each]) => each.length === wanted && word.test(name));
  return several === undefined ? null : several[1].map((one) => name.replace(several[0], one));
}
