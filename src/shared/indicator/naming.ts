import { findKey } from './aliasKey.ts';
import type { Figure } from './binding.ts';
import {
  chainedObject,
  isClassifier,
  isExtentOf,
  LEAD,
  leftWords,
  type NameBounds,
  rightWords,
  spentOn,
} from './nearbyWords.ts';
import type { ListedName } from './parallel.ts';
import { called } from './questions.ts';
import type { IndicatorVocabulary } from './vocabulary.ts';
import { LEADING, OF_A_THING, PROJECT_ENDINGS, SPENDING } from './words.ts';

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
  /** Money for something the shared list does not know: perhaps one project's only. */
  perhapsOne: boolean;
  /** Money, with what it was spent on, unless that is people or households. */
  spent: boolean;
  /** Only a verb in front (今年再改造131户): what is counted was said before. */
  bareVerb: boolean;
  /** 得利斯30万头肉牛分割项目: the number is part of a proper name and no figure. */
  partOfName: boolean;
}

const LEADING_VERBS =
  /^(?:新建|新上|续建|扩建|启动|开工建设|规划建设|建设完成|建设|突出抓好|招引了?|引进了?|实施|推进|完成|新增)+(?=.)/;
const SOME_OF_THEM =
  /^(?:扶持|支持|依托|围绕|推动|推进|鼓励|引导|帮助|协调|联合|针对|突出抓好|抓好|强化)/;
const MEASURES = new Set(['元', '美元', '%', '‰', '倍', '个百分点']);
const CAPACITY_FAMILIES = new Set([
  'area_land',
  'area_floor',
  'livestock',
  'plant',
  'mass',
  'volume',
  'energy',
]);
const STOCK_FAMILIES = new Set(['livestock', 'plant', 'mass', 'volume', 'energy']);
const YIELDING = called.ofAll(/[年日](?:处理|加工|产)[\u4e00-\u9fff]{0,4}$/);
const ENDS_AS_PROJECT = new RegExp(
  `(?:${PROJECT_ENDINGS}|养殖场|加工|生产线|仓储|冷库|保鲜库|气调库|恒温库|厂)$`,
);

const NAMED_BY_OUTPUT = new RegExp(`(?:${PROJECT_ENDINGS}|生产线)(?:建设|[一二三四]期)*$`);

/** A name that is not known. */
export const NAMELESS: FigureName = {
  name: '',
  key: null,
  after: false,
  attributive: false,
  object: null,
  ofAThing: false,
  perhapsOne: false,
  spent: false,
  bareVerb: false,
  partOfName: false,
};

/** Finds the name of a figure in its sentence; an empty name where the words give none. */
export function nameFigure(
  text: string,
  figure: Figure,
  bounds: NameBounds,
  vocabulary: IndicatorVocabulary,
): FigureName {
  if (figure.kind === 'rank') return nameRank(text, figure, bounds, vocabulary);
  const { unit } = figure.quantity;
  const families = familiesOf(figure);
  const left = leftWords(text, figure, bounds);
  // 由13家增加到24家: behind a start value stands only the verb.
  const right =
    figure.kind === 'value' && figure.baseOf === null ? rightWords(text, figure, bounds) : null;
  const describes = left.text.endsWith('的') && figure.kind === 'value' && unit.text !== '%';
  const leftKey = describes ? null : findKey(text, left.wideStart, left.end, families, vocabulary);
  const attributive = right?.attributive ?? false;
  const measuring = MEASURES.has(unit.text);
  // 年产30万件服装项目: the output is part of the project's name.
  if (left.text.endsWith('年产') && right !== null && NAMED_BY_OUTPUT.test(right.text)) {
    if (!attributive) return { ...NAMELESS, partOfName: true };
  }
  // 引进年处理鲜果2000吨、总投资2600万元的果品冷链项目
  const marks = called.marksOf(left.text, 0, left.text.length);
  const yields =
    YIELDING.test(left.text, marks) && chainedObject(text, figure, bounds.clauseEnd) !== null;
  if (yields || OF_A_THING.test(left.text, marks)) {
    const chained = chainedObject(text, figure, bounds.clauseEnd);
    const object = right?.attributive ? right.text : chained;
    const name = `${object ?? ''}${left.text.replace(LEADING_VERBS, '')}`.slice(0, 40);
    const describing = attributive || chained !== null;
    const key =
      leftKey !== null && !describing && isSumOfSeveral(bounds) && TOTAL.test(left.text)
        ? keyOfWords(OF_SEVERAL, vocabulary)
        : leftKey;
    const ofAThing = describing || !isSumOfSeveral(bounds);
    return { ...NAMELESS, name, key, attributive: describing, object, ofAThing };
  }
  const mayBeSpent = measuring && SPENDING.mayMatch(marks);
  const verb = mayBeSpent ? left.text.replace(LEADING_VERBS, '') : '';
  if (mayBeSpent && SPENDING.test(verb, marks)) {
    const chained = chainedObject(text, figure, bounds.clauseEnd);
    const spent =
      chained === null ? spentOn(text, figure, bounds, right) : { words: chained, counted: false };
    const name = `${spent?.words ?? ''}${verb}`.slice(0, 40);
    const describing = attributive || chained !== null;
    const object = spent === null || spent.counted ? null : spent.words;
    // Money for one thing is not the town's total of money spent.
    const carriedOut = text.slice(left.wideStart, left.end).endsWith('完成投资');
    const key =
      spent === null || carriedOut
        ? leftKey
        : INVESTING.test(verb) && !spent.counted && !isSumOfSeveral(bounds)
          ? keyOfWords(OF_ONE, vocabulary)
          : null;
    // 投资430万元,完成旱厕改造4774户: for as many as are told.
    const forPeople = spent === null || /^[户人名]$/.test(bounds.next?.quantity.unit.text ?? '');
    const perhapsOne = object !== null && (ONE_WORK.test(object) || !known(object, vocabulary));
    return {
      ...NAMELESS,
      name,
      key,
      attributive: describing,
      object,
      perhapsOne,
      spent: !forPeople,
    };
  }
  const verbOnly = LEADING.runLength(left.text) === left.text.length;
  const before: FigureName = {
    ...NAMELESS,
    name: figure.kind === 'value' ? left.text : left.text.replace(/的$/, ''),
    key: leftKey,
    attributive,
    object: attributive && right !== null ? right.text : null,
    bareVerb: verbOnly && right === null,
  };
  if (right === null || measuring) return before;
  const listed = left.text.endsWith('等') || text.slice(left.wideStart, left.end).endsWith('等');
  const capacity = isCapacity(figure, right.text);
  const behind =
    isClassifier(unit.text) ||
    (leftKey === null && isExtentOf(unit.text, right.text)) ||
    verbOnly ||
    attributive ||
    listed ||
    describes ||
    capacity;
  if (!behind && leftKey !== null) return before;
  const rightKey = findKey(text, right.start, right.end, families, vocabulary);
  if (!behind && rightKey === null) return before;
  const doing = left.text.replace(/^[对把将给为由向从]/, '');
  const prefix = describes || (verbOnly && doing.length > 1) ? doing : '';
  const name = `${prefix}${right.text}`;
  // 扶持鑫兴木业等8家规模企业 are some of them, not how many there are.
  const some = listed && SOME_OF_THEM.test(left.text);
  const whole =
    name === right.text ? rightKey : findKey(name, 0, name.length, families, vocabulary);
  const key = some ? null : (whole ?? rightKey);
  if (key === null && leftKey !== null && !verbOnly) return before;
  const ofStock = unit.text === '锭' || STOCK_FAMILIES.has(unit.conversions[0]?.family ?? '');
  return {
    ...NAMELESS,
    name,
    key: key ?? (verbOnly ? leftKey : null),
    after: true,
    attributive,
    object: attributive || capacity ? right.text : null,
    partOfName: capacity && ofStock && !verbOnly && !attributive && !listed,
  };
}

/** 新签约项目12个,总投资23亿元: of all of them, not of one. */
function isSumOfSeveral({ previous }: NameBounds): boolean {
  if (previous?.kind !== 'value' || !/^[个项家户宗]$/.test(previous.quantity.unit.text))
    return false;
  return previous.quantity.value.digits !== 1n;
}

/** 投资600万元,改造旱厕4651户: what one piece of work costs. */
const INVESTING = /^(?:投资额?|投入(?:资金)?|筹资|出资|斥资|耗资)(?:达|共)?$/;
/** 投资1280万元改造镇区供水管网: one piece of work. */
const ONE_WORK =
  /(?:公路|大道|大桥|管网|中心|[学宿合办公业居]楼|小区|小学|中学|学校|水厂|[卫敬][生老]院|幼儿园|[敬养]老院|[围大]堤|[冷保][鲜]?库|[\u4e00-\u9fff]路|广场|市场|[圩卖]场|污水处理[厂站]|垃圾[\u4e00-\u9fff]{2}[场站])(?:综合|改造|改扩建|扩建|提升|建设|工程)*$/;
const TOTAL = /(?:总|(?<!年度)计划)投资额?$/;
/** Under these the shared list has the two sums. */
const OF_ONE = '项目总投资';
const OF_SEVERAL = '多个项目总投资';

/** The indicator that words by themselves name, whatever the unit. */
export function keyOfWords(words: string, vocabulary: IndicatorVocabulary): string | null {
  return findKey(words, 0, words.length, [], vocabulary);
}

/** 改造全镇农村旱厕, 新修镇村道路: work of the whole town that the shared list or 全镇 tells. */
function known(object: string, vocabulary: IndicatorVocabulary): boolean {
  if (/全镇|全乡|各村|各社区|镇村|农村/.test(object)) return true;
  return keyOfWords(object, vocabulary) !== null;
}

const NO_FAMILIES: readonly string[] = [];

function familiesOf(figure: Figure): readonly string[] {
  if (figure.kind !== 'value') return NO_FAMILIES;
  return figure.quantity.unit.families;
}

/** 700亩现代农业蔬菜基地, 10万头生猪养殖场: the size of one thing that is named behind. */
function isCapacity(figure: Figure, words: string): boolean {
  const { unit } = figure.quantity;
  const measured = unit.text === '锭' || CAPACITY_FAMILIES.has(unit.conversions[0]?.family ?? '');
  const thing = words.replace(/(?:完成|总)?投资$|[一二两三四五][座个处条]$/, '');
  return measured && ENDS_AS_PROJECT.test(thing);
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
    LEAD.removeFrom(text.slice(start, end).replace(STANDING, '')).replace(/^在|[中上内]$/g, '');
  const { previous } = bounds;
  const field = previous !== null && figure.quantity.start - previous.quantity.end <= 12;
  const from = Math.max(bounds.clauseStart, field ? 0 : (previous?.quantity.end ?? 0));
  let start = Math.min(from, figure.quantity.start);
  let name = read(start, figure.quantity.start);
  if (name === '' && bounds.clauseStart > 0) {
    const end = bounds.clauseStart - 1;
    start = Math.max(text.lastIndexOf(',', end - 1), text.lastIndexOf('。', end - 1)) + 1;
    if (end - start <= 60 && !/\d(?!\d*年)/.test(text.slice(start, end))) name = read(start, end);
  }
  const key = findKey(name, 0, name.length, [], vocabulary);
  return { ...NAMELESS, name: name === '' ? '位次' : name.slice(-40), key };
}

/** The name and key that words by themselves give. */
export function nameOfWords(words: string, vocabulary: IndicatorVocabulary): FigureName {
  const name = LEAD.removeFrom(words);
  return { ...NAMELESS, name, key: keyOfWords(name, vocabulary) };
}

/** The name and key of one of several listed names; a shared tail is completed only into a known alias. */
export function nameListed(
  listed: ListedName,
  figure: Figure,
  vocabulary: IndicatorVocabulary,
): FigureName {
  const families = familiesOf(figure);
  const { own, last, text } = listed;
  const key = findKey(own, 0, own.length, families, vocabulary);
  if (key !== null || own === last || text !== own) return { ...NAMELESS, name: text, key };
  for (let cut = 1; cut < last.length; cut += 1) {
    const completed = `${own}${last.slice(cut)}`;
    const found = findKey(completed, 0, completed.length, families, vocabulary);
    if (found !== null && wholeAlias(completed, vocabulary)) {
      return { ...NAMELESS, name: completed, key: found };
    }
  }
  return { ...NAMELESS, name: text };
}

function wholeAlias(words: string, vocabulary: IndicatorVocabulary): boolean {
  return vocabulary.aliases
    .match(words, 0, words.length)
    .some((match) => match.start === 0 && match.end === words.length);
}
