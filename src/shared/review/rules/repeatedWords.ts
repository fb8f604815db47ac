import type { Rule, RuleFinding } from '../finding.ts';
import { findAll, findWords, quote } from '../subject.ts';

const twice = /([\u4e00-\u9fff]{2,16})\1/g;
const figureTwice = /(?=[\u4e00-\u9fff]*\d)([\u4e00-\u9fff\d]{5,24})\1/g;
const particleTwice = /(?<![有作行成])([的了和与为对将把])\1|在在(?!职|校|建|编|岗|册)/g;
const reduplicated = /^一.$/;
/** 召开镇、社区、村召开推进动员会 */
const verbTwice = /(召开|举办|举行|荣获|组建|印发|出台|下发)[^,.;:!?。\uff0c\uff1b\uff1a]{1,10}\1/g;
/** Runs without punctuation; the point of 1.26 is none. */
const clauses = /(?:[^,.;:!?。\uff0c\uff1b\uff1a\uff01\uff1f\s]|(?<=\d)\.(?=\d))+/g;

/** Words that stand twice in a row, a verb said again in its own clause, a clause said again with an addition. */
export const checkRepeatedWords: Rule = ({ text }) => {
  const found = [
    ...findAll(text, twice).filter((found) => isRepeated(text, found)),
    ...findAll(text, particleTwice).filter(({ start }) => text[start - 1] !== text[start - 2]),
    ...findAll(text, figureTwice),
    ...findAll(text, verbTwice),
    ...findRestatements(text),
  ];
  return found.map(
    ({ start, end }): RuleFinding => ({
      rule: 'repeated-words',
      severity: 'suspect',
      message: `${quote(text, { start, end })}：用词重复。`,
      spans: [{ start, end }],
    }),
  );
};

/** Not 一个一个, and not the 业创业创 of 企业创业创新: two characters have to be a word of this text. */
function isRepeated(text: string, { start, groups }: { start: number; groups: string[] }): boolean {
  const word = groups[1] ?? '';
  if (reduplicated.test(word)) return false;
  // 博士博士后 is two words.
  if (word.length > 2) return true;
  if (text[start + 4] === '后') return false;
  const shifted = word.slice(1) + word.slice(0, 1);
  const times = findWords(text, word).length;
  const isWord = times > 2 || !/[\u4e00-\u9fff]/.test(text[start - 1] ?? ' ');
  const across = findWords(text, (text[start - 1] ?? '') + (word[0] ?? '')).length;
  return isWord && times >= findWords(text, shifted).length && times >= across;
}

/** 守住廉洁底线,守住廉洁从政底线: all of a clause stands again, in order, in the next one. */
function findRestatements(text: string): { start: number; end: number }[] {
  const found = findAll(text, clauses);
  return found.flatMap((clause, index) => {
    const next = found[index + 1];
    const [said] = clause.groups;
    const [again] = next?.groups ?? [];
    if (!next || !said || !again || said.length < 5 || next.start - clause.end > 1) return [];
    const longer = again.length - said.length;
    if (longer < 0 || longer > 4 || said.slice(0, 3) !== again.slice(0, 3)) return [];
    return holds(again, said) ? [{ start: clause.start, end: next.end }] : [];
  });
}

function holds(words: string, inOrder: string): boolean {
  let at = 0;
  for (const character of words) if (character === inOrder[at]) at += 1;
  return at === inOrder.length;
}
