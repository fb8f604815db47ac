import { actsLikeAFirm, mayBeAFirms } from './firms.ts';
import { isOutlayOfOne } from './outlays.ts';
import type { ReadingScope } from './reading.ts';
import { type ScopeClues, speaksOfWholeTown } from './scope.ts';
import { strangePairs, strangePairsAhead } from './strangers.ts';
import { tellsOfWork } from './undertakings.ts';
import type { Indicator, IndicatorVocabulary } from './vocabulary.ts';

/** What the first clause of a sentence tells of. */
export interface Opening {
  /** Pairs of characters in it that hardly any report knows. */
  strange: number;
  /** Whether it tells of work on one thing; few figures ask. */
  ofWork: () => boolean;
}

/** Reads the opening of the sentence [start, end) of the reading view. */
export function readOpening(
  text: string,
  { start, end }: { start: number; end: number },
  vocabulary: IndicatorVocabulary,
): Opening {
  const words = text.slice(start, Math.min(end, start + 40));
  let ofWork: boolean | null = null;
  return {
    strange: strangePairsAhead(words, vocabulary),
    ofWork: () => {
      ofWork ??= tellsOfWork(words);
      return ofWork;
    },
  };
}

/** Whose a figure that was judged the town's may be after all; its scope stays where only a doubt is left. */
export interface GuessedOwner {
  scope: ReadingScope;
  doubt: string;
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
/** How units of animals, plants and harvests end. */
const GROWN = '头只羽尾株棵吨斤';
const STRANGE = '前面像是一个专名，这个数可能是它的';

/**
 * The owner that the words in front of a figure suggest where no rule of scope knew one: a name that no report knows,
 * what only firms do, money put into one thing. Null where nothing speaks against the town.
 *
 * @param named the indicator of its name, as one of the whole place.
 */
export function guessOwner(
  clues: ScopeClues,
  name: string,
  named: Indicator | null,
  isValue: boolean,
  opening: () => Opening,
  vocabulary: IndicatorVocabulary,
): GuessedOwner | null {
  const { before, clauseBefore, unit } = clues;
  const inOneWord = clauseBefore.includes(name);
  if (
    isValue &&
    ((inOneWord && mayBeAFirms(name, named)) ||
      actsLikeAFirm(clauseBefore, clues.clauseMarks) ||
      (named === null && actsLikeAFirm(before, clues.marks)))
  ) {
    return { scope: 'firm', doubt: '名称像是一家企业的' };
  }
  // 研发投入, 民间投资: a sum of the whole place under a name of its own.
  const ofWhole = named?.exact === true && named.of === 'whole';
  if (!ofWhole && SIZED.includes(unit.slice(-1)) && isOutlayOfOne(clues)) {
    return { scope: 'project', doubt: '没有说明是哪方面的投资，可能只属于一个项目' };
  }
  if (clues.rank || speaksOfWholeTown(clues)) return null;
  const strange = Math.max(strangePairs(clauseBefore, vocabulary), opening().strange);
  const counted = COUNTED.has(unit);
  if (strange > (counted ? 1 : 0)) {
    // 大棚芹菜发展到2760个, 肉鸭年出栏210万只: mostly a word of the trade; money is rather one owner's.
    const money = unit.endsWith('元') && (named === null || opening().ofWork());
    const produce = named !== null && GROWN.includes(unit.slice(-1));
    const owned = money || (strange > 1 && !produce);
    return { scope: owned && !counted ? 'project' : clues.own, doubt: STRANGE };
  }
  const broad = named === null || named.broad;
  if (broad && before !== clauseBefore && opening().ofWork()) {
    return { scope: clues.own, doubt: '前面说的是一个项目、企业或村，这个数可能也是' };
  }
  return null;
}
