import type { Rule, RuleFinding } from '../finding.ts';
import { findAll, quote } from '../subject.ts';

const amount =
  /(?<![\d.])(\d+(?:\.\d+)?)(?:余|多)?(千|万|亿)?(平方公里|平方米|立方米|公里|人次|公顷|美元|千瓦|公斤|[\u4e00-\u9fff])/g;
const magnitudes: Record<string, number> = { 千: 1e3, 万: 1e4, 亿: 1e8 };
/** Words that count one and the same. */
const counted: Record<string, string> = { 名: '人', 位: '人', 平米: '平方米' };
const noAmount = /[年月日时点号期届次年级]/;

/** A part that is larger than its whole: 财政总收入…万元,其中地方财政收入… more. */
export const checkParts: Rule = ({ text, folded, sentences, context }) => {
  const findings: RuleFinding[] = [];
  for (const sentence of sentences) {
    const words = folded.slice(sentence.start, sentence.end);
    const within = words.indexOf('其中');
    if (within < 0) continue;
    const amounts = findAll(words, amount).flatMap(({ start, end, groups }) => {
      const [, number = '', magnitude = '', written = ''] = groups;
      if (noAmount.test(written)) return [];
      const span = { start: sentence.start + start, end: sentence.start + end };
      const value = Number(number) * (magnitudes[magnitude] ?? 1);
      return [{ span, unit: counted[written] ?? written, value, isPart: start > within }];
    });
    const before = amounts.filter(({ isPart }) => !isPart);
    const last = before.at(-1);
    if (!last) continue;
    // 沃柑3200亩、百香果1100亩,其中富硒沃柑1800亩: the part may be of either.
    const total = before
      .filter(({ span, unit }) => unit === last.unit && isListed(folded, span.end, last.span.start))
      .reduce((most, one) => (one.value > most.value ? one : most), last);
    const larger = amounts.find(
      ({ isPart, unit, value }) => isPart && unit === total.unit && value > total.value,
    );
    if (!larger) continue;
    findings.push({
      rule: 'part-above-total',
      severity: 'error',
      message: `“其中”之后的${quote(text, larger.span)}大于前面的${quote(text, total.span)}。`,
      spans: [total.span, larger.span],
    });
  }
  const ofTown = context.readings.filter(({ scope, value }) => scope === 'town' && value !== null);
  for (const total of ofTown.filter(({ name }) => name.endsWith('财政总收入'))) {
    const part = ofTown.find(
      ({ name, nature, period, normalizedValue }) =>
        /(?:地方财政收入|一般公共预算收入)$/.test(name) &&
        nature === total.nature &&
        period === total.period &&
        (normalizedValue ?? 0) > (total.normalizedValue ?? 0),
    );
    if (!part || findings.some(({ spans }) => spans.some(({ start }) => start === total.start)))
      continue;
    findings.push({
      rule: 'part-above-total',
      severity: 'error',
      message: `${part.name}大于${total.name}。`,
      spans: [total, part].map(({ start, end }) => ({ start, end })),
    });
  }
  return findings;
};

/** Whether nothing but 、 and what is listed stands between. */
function isListed(folded: string, from: number, to: number): boolean {
  const between = folded.slice(from, to);
  return from <= to && between.startsWith('、') && !/[,;。:]/.test(between);
}
