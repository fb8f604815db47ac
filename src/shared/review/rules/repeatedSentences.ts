import type { Span } from '../../report/report.ts';
import { normaliseForSearch } from '../../text/normalise.ts';
import type { Rule, RuleFinding } from '../finding.ts';
import { findAll, quote } from '../subject.ts';

/** Shorter clauses are everyday speech. */
const longEnough = 14;
/** A figure makes a clause particular: 新建5G基站9个. */
const longWithFigure = 8;
/** Runs without punctuation; the point of 1.26 is none. */
const clauses = /(?:[^,.;:!?。\uff0c\uff1b\uff1a\uff01\uff1f\s]|(?<=\d)\.(?=\d))+/g;

/** The same long clause twice in one report, 再上新台阶 in the review and again in the plan; fixed formulas aside. */
export const checkRepeatedSentences: Rule = ({ text, context }) => {
  const formulas = context.knowledge.formulas.map(normaliseForSearch);
  const places = new Map<string, Span[]>();
  for (const { start, end, groups } of findAll(text, clauses)) {
    const words = groups[0] ?? '';
    const han = words.replace(/[^\u4e00-\u9fff]/g, '').length;
    if (han < longEnough && !(words.length >= longWithFigure && /\d/.test(words))) continue;
    places.set(words, [...(places.get(words) ?? []), { start, end }]);
  }
  return [...places].flatMap(([words, spans]): RuleFinding[] => {
    if (spans.length < 2) return [];
    const folded = normaliseForSearch(words);
    const rest = formulas.reduce((left, formula) => left.replaceAll(formula, ''), folded);
    if (
      (rest.length < longEnough && !/\d/.test(words)) ||
      formulas.some((formula) => formula.includes(folded))
    )
      return [];
    const message = `${quote(text, spans[0] as Span)}整句出现${spans.length}次。`;
    return [{ rule: 'repeated-sentence', severity: 'hint', message, spans }];
  });
};
