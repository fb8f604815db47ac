import type { GuessedOwner } from './guessedOwner.ts';
import type { FigureName } from './naming.ts';
import type { Quantity } from './quantities.ts';
import { ahead } from './questions.ts';
import type { ReadingScope } from './reading.ts';
import { mayBelongElsewhere, mayHaveOwner, type ScopeClues } from './scope.ts';

/** What a reading rests on, once its kind, nature and scope are judged. */
export interface Evidence {
  name: FigureName;
  clues: ScopeClues;
  scope: ReadingScope;
  guessed: GuessedOwner | null;
  isValue: boolean;
  quantity: Quantity;
  /** 每人每月100元: a standard. */
  standard: boolean;
}

/**
 * Why a person should look at a reading before it is relied on (待核); null where the evidence agrees: it counts
 * something that is named, as a total, and nothing named in front of it can be whose it is.
 */
export function doubtAbout(evidence: Evidence): string | null {
  const { name, clues, scope, quantity } = evidence;
  const { clauseBefore, clauseMarks } = clues;
  if (evidence.standard) return '标准，不是总量';
  const each =
    evidence.isValue && quantity.unitText !== '%' && EACH.test(clauseBefore, clauseMarks);
  if (each || (quantity.precision !== null && EACH_VILLAGE.test(clauseBefore, clauseMarks)))
    return EACH_DOUBT;
  const { guessed } = evidence;
  if (guessed !== null && guessed.scope !== 'town') return guessed.doubt;
  // 东河崖村等示范村7个: villages are counted, and the named ones are some of them.
  const ofVillages = quantity.unit.text === '个' && /(?:村|社区)/.test(name.name);
  if (scope === 'town' && !ofVillages) {
    if (name.perhapsOne) return '可能只属于一个项目';
    if (guessed !== null) return guessed.doubt;
    const owned = mayBelongElsewhere(clues);
    if (owned || (!clues.rank && mayHaveOwner(clues, name.key))) return ELSEWHERE_DOUBT;
  }
  return name.name === '' || NO_NAME.test(name.name) ? '没有找到名称' : null;
}

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
const NO_NAME =
  /^(?:同比|环比|较(?:上|去|年|20)|比(?:上|去|年|20)|距|与)|^(?:新增|增加|上年|去年|其他|其余|目前|已有|累计|每年)的?$|(?:时期|上年|去年|年初)的$/;
const ELSEWHERE_DOUBT = '前面说的是一个项目、企业或村，这个数可能也是';
