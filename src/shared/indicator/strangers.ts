import type { AliasMatch } from './aliasMatcher.ts';
import type { CharacterPairs } from './characterPairs.ts';
import { isAt, trait } from './characters.ts';
import { ManyWords } from './manyWords.ts';
import { withoutLabel } from './owners.ts';
import type { IndicatorVocabulary } from './vocabulary.ts';
import { LEADING, LONG_VERBS } from './words.ts';

/** Where the words end that say of what a clause tells: at a verb, or at what a single firm or park has. */
const TELLS = new ManyWords(
  `${LONG_VERBS}|投资|投入|产值|营[收业]|主营|税收|税金|开票|入库|营业额|纳税|创税|利税|利润|收入|出口|年[产接加]|日[产处加接]|收购|加工|[货客]运|新造|压榨|榨|开发|集聚|入驻|落户|征地|动建|动工|被评|拥有|延长|扩大|力争|主体|正式`,
);
/** 渔农民人均收入: what people have is the town's. */
const OF_PEOPLE = /人均|户均|居民|农民|群众/;

/**
 * How many pairs of characters that hardly any report knows stand in front of a clause's first verb: 金垦棉业收购籽棉…,
 * 推动望海楼片区改造…. One makes the words doubtful; two are a name, and what the clause states is its own. Words of the
 * shared list are none, nor is what is merely counted (蜜柚3000亩).
 */
export function strangePairs(clause: string, { aliases, wordPairs }: IndicatorVocabulary): number {
  if (!mayHoldStranger(clause, wordPairs)) return 0;
  const told = LEADING.removeFrom(clause);
  const run = /^[\u4e00-\u9fff“”]{2,}/.exec(told)?.[0] ?? '';
  if (OF_PEOPLE.test(run)) return 0;
  const end = TELLS.search(run);
  // 水费收缴率, 场部硬化…: two characters are a word, no name.
  if (end < 3) return 0;
  let listed: AliasMatch<unknown>[] | null = null;
  let count = 0;
  for (let at = 0; at + 1 < end; at += 1) {
    if (wordPairs.knows(run.charCodeAt(at), run.charCodeAt(at + 1))) continue;
    if (isAt(run, at, trait.numeral) || isAt(run, at + 1, trait.numeral)) continue;
    listed ??= aliases.match(run, 0, run.length);
    if (!listed.some((alias) => alias.start <= at && alias.end >= at + 2)) count += 1;
  }
  return count;
}

/** Asked first, because most words have nothing in them that reports do not know. */
function mayHoldStranger(words: string, pairs: CharacterPairs): boolean {
  let first = 0;
  for (let at = 0; at < words.length; at += 1) {
    const second = words.charCodeAt(at);
    const strange = isChinese(first) && isChinese(second) && !pairs.knows(first, second);
    const counted = isAt(words, at - 1, trait.numeral) || isAt(words, at, trait.numeral);
    if (strange && !counted) return true;
    first = second;
  }
  return false;
}

function isChinese(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

/** A number of a chapter: what stands behind it may be a heading without an end. */
const CHAPTER = /^\s*(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))/;

/** The same of the first clause of a sentence, which may tell of what its later clauses state. */
export function strangePairsAhead(sentence: string, vocabulary: IndicatorVocabulary): number {
  if (!mayHoldStranger(sentence, vocabulary.wordPairs) || CHAPTER.test(sentence)) return 0;
  const opening = /^[^,]*/.exec(withoutLabel(sentence))?.[0] ?? '';
  return strangePairs(opening, vocabulary);
}
