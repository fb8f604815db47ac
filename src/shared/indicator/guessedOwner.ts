import { actsLikeAFirm, mayBeAFirms } from './firms.ts';
import { isOutlayOfOne } from './outlays.ts';
import { isOneOfAKind } from './owners.ts';
import type { ReadingScope } from './reading.ts';
import { type ScopeClues, speaksOfWholeTown } from './scope.ts';
import { strangePairs, strangePairsAhead } from './strangers.ts';
import { tellsOfWork } from './undertakings.ts';
import type { Indicator, IndicatorVocabulary } from './vocabulary.ts';
import { PROJECT_ENDINGS } from './words.ts';

/** What the first clause of a sentence tells of. */
export class Opening {
  /** Pairs of characters in it that hardly any report knows. */
  readonly strange: number;
  private readonly words: string;
  private ofWork: boolean | null = null;

  /** Reads the opening of the sentence [start, end) of the reading view. */
  constructor(
    text: string,
    { start, end }: { start: number; end: number },
    vocabulary: IndicatorVocabulary,
  ) {
    this.words = text.slice(start, Math.min(end, start + 40));
    this.strange = strangePairsAhead(this.words, vocabulary);
  }

  /** Whether it tells of work on one thing; few figures ask. */
  tellsOfWork(): boolean {
    this.ofWork ??= tellsOfWork(this.words);
    return this.ofWork;
  }
}

/** Whose a figure that was judged the town's may be after all; its scope stays where only a doubt is left. */
export interface GuessedOwner {
  scope: ReadingScope;
  doubt: string;
}

const INTO_ONE = new RegExp(
  `^(?:投入|用于|投向)(?:到|了)?([\\u4e00-\\u9fff]{2,20}?)(?:${PROJECT_ENDINGS})(?:建设|改造|提升)?$`,
);

/** What the money went into, told behind the sum: one thing with a name. */
function putIntoOne(after: string): boolean {
  if (!/^[投用]/.test(after)) return false;
  const thing = INTO_ONE.exec(after)?.[1];
  return thing !== undefined && !/[等各个处]/.test(thing) && !isOneOfAKind(thing);
}

/** What a town does in many places, or for many people: told behind a name it is still mostly the town's. */
const COUNTED = new Set([
  '个',
  '处',
  '场',
  '户',
  '人',
  '名',
  '%',
  '‰',
  '件',
  '次',
  '人次',
  '宗',
  '起',
  '所',
  '座',
  '盏',
  '期',
  '位',
  '株',
]);
/** How units of money, length and area end. */
const SIZED = '元米亩';
/** Also where 全镇 stands in front, which keeps the figure the town's. */
export const PERHAPS_ONE = '可能只属于一个项目';
const DOES_BUSINESS =
  /收购|加工|销售|上缴|缴纳|纳税|创税|利税|利润|营[业收]|出口|中标|达产|投产(?!面积|\d)|主营|开票|入库|税金|集聚|完成投资/;
const IN_MANY_PLACES =
  /通[村组屯]|村街|镇村|村组|村级|乡村|农村|各[村校]|校舍|教师|农网|环境|安居|危房|旱厕|户厕|水利|贫困|群众|居民|防治|防控/;
const STRANGE = '前面像是一个专名，这个数可能是它的';

/**
 * The owner that the words in front of a figure suggest where no rule of scope knew one: a name that no report knows,
 * what only firms do, money put into one thing. Null where nothing speaks against the town.
 *
 * @param named the indicator of its name, as one of the whole place.
 */
export function guessOwner(
  clues: ScopeClues,
  named: Indicator | null,
  isValue: boolean,
  vocabulary: IndicatorVocabulary,
): GuessedOwner | null {
  const { before, clauseBefore, unit } = clues;
  const { name, perhapsOne } = clues.name;
  // 投资680万元改扩建镇福利院: what one piece of work costs; that of 修通村水泥路 is done in many places.
  if (perhapsOne && !IN_MANY_PLACES.test(name) && !speaksOfWholeTown(clues)) {
    return { scope: 'project', doubt: PERHAPS_ONE };
  }
  // 协作资金240万元投入育肥园区
  if (unit.endsWith('元') && putIntoOne(clues.after))
    return { scope: 'project', doubt: PERHAPS_ONE };
  const inOneWord = clauseBefore.includes(name);
  if (
    isValue &&
    ((inOneWord && mayBeAFirms(name, named)) ||
      actsLikeAFirm(clauseBefore, clues.clauseMarks) ||
      (named === null && before !== clauseBefore && actsLikeAFirm(before, clues.marks)))
  ) {
    return { scope: 'firm', doubt: '名称像是一家企业的' };
  }
  // 研发投入, 民间投资: a sum of the whole place under a name of its own.
  const ofWhole = named?.exact === true && named.of === 'whole';
  if (!ofWhole && SIZED.includes(unit.slice(-1)) && isOutlayOfOne(clues)) {
    return { scope: 'project', doubt: '没有说明是哪方面的投资，可能只属于一个项目' };
  }
  if (clues.rank || speaksOfWholeTown(clues)) return null;
  const strange = Math.max(strangePairs(clauseBefore, vocabulary), clues.opening.strange);
  if (strange > (COUNTED.has(unit) ? 1 : 0)) {
    // 青花椒扩大到1万亩, 协调信用社发放贷款1644万元: mostly a word of the trade or of the place; 金垦棉业上缴税金300万元 is a firm.
    const goesOn = before !== clauseBefore && clues.opening.tellsOfWork();
    const trades = strange > 1 && (DOES_BUSINESS.test(before) || goesOn);
    return { scope: trades ? 'project' : clues.own, doubt: STRANGE };
  }
  const broad = named === null || named.broad;
  if (broad && before !== clauseBefore && clues.opening.tellsOfWork()) {
    return { scope: clues.own, doubt: '前面说的是一个项目、企业或村，这个数可能也是' };
  }
  return null;
}
