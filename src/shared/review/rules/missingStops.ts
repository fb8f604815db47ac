import type { Rule, RuleFinding } from '../finding.ts';
import { findAll, quote } from '../subject.ts';
import { smallNumber } from './numerals.ts';

/** A label right after a word: …10000亩以上2、在产业发展上. */
const gluedLabel =
  /(?<=[\u4e00-\u9fff])(?:(\d{1,2})[、.](?=[\u4e00-\u9fff])|\(([一二三四五六七八九十]{1,3}|\d{1,2})\)(?=[\u4e00-\u9fff])|([二三四五六七八九])是(?=[\u4e00-\u9fff]{2}))/g;

/** A full stop that is missing before a numbered item: the label continues a list and follows a word directly. */
export const checkMissingStops: Rule = ({ text, folded, document }) => {
  const afterHeading = new Set(document.analysis.sections.map(({ end }) => end));
  return findAll(folded, gluedLabel).flatMap(({ start, end, groups }): RuleFinding[] => {
    if (afterHeading.has(start)) return [];
    const number = smallNumber(groups[1] || groups[2] || groups[3] || '');
    const label = groups[0] ?? '';
    const before = label.replace(/\d{1,2}|[一二三四五六七八九十]{1,3}/, (digits) =>
      previousNumeral(digits, number ?? 0),
    );
    const recent = folded.slice(Math.max(0, start - 2000), start);
    if (number === undefined || number < 2 || !recent.includes(before)) return [];
    const around = { start: Math.max(0, start - 8), end: Math.min(text.length, end + 4) };
    return [
      {
        rule: 'missing-stop',
        severity: 'error',
        message: `${quote(text, around)}:序号前疑缺句号。`,
        spans: [{ start, end }],
      },
    ];
  });
};

function previousNumeral(digits: string, number: number): string {
  if (/\d/.test(digits)) return String(number - 1);
  const numerals = '一二三四五六七八九十';
  return number <= 11 ? (numerals[number - 2] ?? '') : `十${numerals[number - 12] ?? ''}`;
}
