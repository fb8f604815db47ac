import type { Rule, RuleFinding } from '../finding.ts';
import { findAll, quote } from '../subject.ts';

const amount =
  /(\d+(?:\.\d+)?)(?:余|多)?(亿元|万元|元|万亩|亩|公里|万平方米|平方米|万吨|吨|万户|户|万人次|人次|万人|人|名|个|件|家|处|项|所|座|起|条)/g;
const inBase: Record<string, [string, number]> = {
  亿元: ['元', 1e8],
  万元: ['元', 1e4],
  万亩: ['亩', 1e4],
  万平方米: ['平方米', 1e4],
  万吨: ['吨', 1e4],
  万户: ['户', 1e4],
  万人: ['人', 1e4],
  名: ['人', 1],
  万人次: ['人次', 1e4],
};

/** A part that is larger than its whole: 财政总收入…万元,其中地方财政收入… more. */
export const checkParts: Rule = ({ text, folded, sentences, context }) => {
  const findings: RuleFinding[] = [];
  for (const sentence of sentences) {
    const words = folded.slice(sentence.start, sentence.end);
    const within = words.indexOf('其中');
    if (within < 0) continue;
    const amounts = findAll(words, amount).map(({ start, end, groups }) => {
      const [unit, factor] = inBase[groups[2] ?? ''] ?? [groups[2] ?? '', 1];
      const span = { start: sentence.start + start, end: sentence.start + end };
      return { span, unit, value: Number(groups[1]) * factor, isPart: start > within };
    });
    const total = amounts.filter(({ isPart }) => !isPart).at(-1);
    if (!total) continue;
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
