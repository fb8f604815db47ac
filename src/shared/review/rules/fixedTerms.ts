import type { Rule, RuleFinding } from '../finding.ts';
import { findWords } from '../subject.ts';

/** Set phrases and fixed names with one character wrong or lost: 事无俱细, 关键少于, 政协委. */
export const checkFixedTerms: Rule = ({ text, context }) => {
  const { idioms, terms, rigid, soundAlike } = context.knowledge;
  const known = new Set([...rigid, ...idioms, ...terms]);
  const findings: RuleFinding[] = [];
  const add = (start: number, written: string, meant: string): void => {
    findings.push({
      rule: 'misspelt-term',
      severity: 'suspect',
      message: `“${written}”疑为“${meant}”之误。`,
      spans: [{ start, end: start + written.length }],
    });
  };
  for (const term of known) {
    for (const { start, wrongAt } of findAlmost(text, term)) {
      const written = text.slice(start, start + term.length);
      const wrong = written[wrongAt] ?? '';
      if (known.has(written) || !/[\u4e00-\u9fff]/.test(wrong)) continue;
      if (isOtherWord(text, start, wrongAt, term.length)) continue;
      if (soundAlike(wrong, term[wrongAt] ?? '') || rigid.includes(term)) {
        add(start, written, term);
      }
    }
  }
  for (const term of rigid) {
    const cut = term.slice(0, -1);
    for (const { start, end } of findWords(text, cut)) {
      if (/[,.;。、\uff0c\uff1b]/.test(text[end] ?? '')) add(start, cut, term);
    }
  }
  return findings;
};

/** 发展新篇章 is no slip for 崭新篇章: the odd character belongs to the word before or after. */
function isOtherWord(text: string, start: number, wrongAt: number, length: number): boolean {
  const at = start + wrongAt;
  const around =
    wrongAt === 0
      ? text.slice(at - 1, at + 1)
      : wrongAt === length - 1
        ? text.slice(at, at + 2)
        : '';
  return /^[\u4e00-\u9fff]{2}$/.test(around) && findWords(text, around).length > 1;
}

/** Places where all characters of `term` but one stand. One half is whole then: it is looked for. */
function findAlmost(text: string, term: string): { start: number; wrongAt: number }[] {
  const middle = Math.ceil(term.length / 2);
  const places = new Map<number, number>();
  const look = (half: string, offset: number): void => {
    for (const found of findWords(text, half)) {
      const start = found.start - offset;
      if (start < 0 || start + term.length > text.length) continue;
      const wrong = [...term].flatMap((character, index) =>
        text[start + index] === character ? [] : [index],
      );
      if (wrong.length === 1) places.set(start, wrong[0] as number);
    }
  };
  look(term.slice(0, middle), 0);
  look(term.slice(middle), middle);
  return [...places].map(([start, wrongAt]) => ({ start, wrongAt }));
}
