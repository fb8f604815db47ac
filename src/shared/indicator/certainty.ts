import { ofPlace } from './definition.ts';
import { PERHAPS_ONE } from './guessedOwner.ts';
import type { JudgedFigure } from './judge.ts';
import { ahead, called } from './questions.ts';
import { isBehindOne, mayHaveOwner, type ScopeClues, speaksOfWholeTown } from './scope.ts';

/**
 * Why a person should look at a reading before it is relied on (待核); null where the evidence agrees: it counts
 * something that is named, as a total, and nothing named in front of it can be whose it is.
 *
 * @param standard 每人每月100元
 */
export function doubtAbout(told: JudgedFigure, standard: boolean): string | null {
  const { name, clues, scope, isValue, guessed } = told;
  const { quantity } = told.figure;
  const { clauseBefore, clauseMarks } = clues;
  if (standard) return '标准，不是总量';
  const each = isValue && quantity.unitText !== '%' && EACH.test(clauseBefore, clauseMarks);
  if (each || (quantity.precision !== null && EACH_VILLAGE.test(clauseBefore, clauseMarks)))
    return EACH_DOUBT;
  if (guessed !== null && guessed.scope !== 'town') return guessed.doubt;
  // 东河崖村等示范村7个: villages are counted, and the named ones are some of them.
  const ofVillages = quantity.unit.text === '个' && /(?:村|社区)/.test(name.name);
  if (scope === 'town' && !ofVillages) {
    if (name.perhapsOne || (name.spent && !speaksOfWholeTown(clues))) return PERHAPS_ONE;
    if (guessed !== null) return guessed.doubt;
    const owned = isBehindOne(clues);
    if (owned || (!clues.rank && mayHaveOwner(clues, ofPlace(told.indicator) === null)))
      return ELSEWHERE_DOUBT;
  }
  const marks = called.marksOf(name.name, 0, name.name.length);
  return name.name === '' || NO_NAME.test(name.name, marks) ? '没有找到名称' : null;
}

/**
 * What no list of indicators knows is another's far more often: in sixteen unseen reports one in six of such sums, where of the
 * listed one in a hundred was wrong; of shares and extents one in fifteen behind another figure of their sentence.
 */
export function doubtAboutUnlisted({ clues, isValue, figure, scope }: JudgedFigure): string | null {
  if (!isValue || scope !== 'town' || speaksOfWholeTown(clues)) return null;
  const { unitText } = figure.quantity;
  const isSeldomItsOwn =
    unitText.endsWith('元') || (clues.last !== null && SHARE_OR_EXTENT.test(unitText));
  return isSeldomItsOwn ? '常用指标里没有这一项，请核是不是全镇的数' : null;
}

const SHARE_OR_EXTENT = /[%‰亩米顷]$|公里$/;

/** 每人每月发放100元 */
export function isStandard({ clauseBefore, clauseMarks }: ScopeClues): boolean {
  return STANDARD.test(clauseBefore, clauseMarks);
}

const STANDARD = ahead.ofAll(/每(?:人|户|亩|年|月|天|吨|度|平方米)[^,。;]{0,8}$/);
/** 村集体收入全部突破20万元: what every one of them reached. */
const EACH = ahead.ofAll(/(?:全部|(?<![年月日人户村亩])均|都)(?:突破|超过|超|达到?|在)?$/);
/** 12个村实现集体收入10万元以上: how much each of them has. */
const EACH_VILLAGE = ahead.ofAll(
  /(?:\d个|各)(?:行政|贫困|脱贫|经济薄弱)?(?:村|社区)[^,、]*(?:收入|积累|分红)[^,、]{0,4}$/,
);
const EACH_DOUBT = '每个都达到的数，不是总量';
/** 同比2021年新增, 上年的, 距: words that lead up to a figure, not what it counts. */
const NO_NAME = called.ofAll(
  /^(?:同比|环比|较(?:上|去|年|20)|比(?:上|去|年|20)|距|与)|^(?:新增|增加|上年|去年|其他|其余|目前|已有|累计|每年)的?$|(?:时期|上年|去年|年初)的$/,
);
const ELSEWHERE_DOUBT = '前面说的是一个项目、企业或村，这个数可能也是';
