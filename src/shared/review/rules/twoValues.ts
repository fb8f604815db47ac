import type { IndicatorReading } from '../../indicator/reading.ts';
import type { Rule, RuleFinding } from '../finding.ts';
import { findAll, quote, sentenceAt } from '../subject.ts';

/** Names that say what is counted for a project, of which a report has many. */
const genericName = /(?:投资|投入|占地|面积|总额|资金|全长|长度|项目|企业|家庭|学校)$/;
const sameNumber = /(\d{3,}(?:\.\d+)?)(余|多)?([\u4e00-\u9fff])/g;

/** One quantity with two values: 4651余户 and 4651户; 财政总收入 said twice and differently. */
export const checkTwoValues: Rule = (subject) => [
  ...withAndWithoutMore(subject),
  ...restated(subject),
];

const withAndWithoutMore: Rule = ({ text, folded }) => {
  const places = new Map<string, { exact: boolean; start: number; end: number }[]>();
  for (const { start, end, groups } of findAll(folded, sameNumber)) {
    const [, number = '', more = '', unit = ''] = groups;
    // 1000余亩 of one thing and 1000亩 of another are both round; 4651 twice is no chance.
    if (number.endsWith('0') || unit === '年' || /[\d.]/.test(folded[start - 1] ?? '')) continue;
    const key = number + unit;
    places.set(key, [...(places.get(key) ?? []), { exact: more === '', start, end }]);
  }
  return [...places.values()].flatMap((spans): RuleFinding[] => {
    const rounded = spans.find(({ exact }) => !exact);
    const exact = spans.find((span) => span.exact);
    if (!rounded || !exact) return [];
    const message = `同一数量两种写法:${quote(text, rounded)}与${quote(text, exact)}。`;
    return [
      {
        rule: 'two-values',
        severity: 'error',
        message,
        spans: spans.map(({ start, end }) => ({ start, end })),
      },
    ];
  });
};

const restated: Rule = ({ text, sentences, context }) => {
  const stated = new Map<string, IndicatorReading[]>();
  for (const reading of context.readings) {
    const { name, key, scope, unit, period, nature, value } = reading;
    if (value === null || scope !== 'town' || (nature !== 'actual' && nature !== 'target'))
      continue;
    if (name.length < 4 || (key === null && name.length < 6) || genericName.test(name)) continue;
    const same = [name, unit, period, nature].join('|');
    stated.set(same, [...(stated.get(same) ?? []), reading]);
  }
  return [...stated.values()].flatMap((readings): RuleFinding[] => {
    const [first] = readings;
    // Several figures of one name in one sentence are a list by size or place.
    const others = readings.filter(
      (reading) =>
        reading.normalizedValue !== first?.normalizedValue &&
        sentenceAt(sentences, reading.start) !== sentenceAt(sentences, first?.start ?? 0),
    );
    if (!first || others.length === 0) return [];
    const spans = [first, ...others].map(({ start, end }) => ({ start, end }));
    const values = spans.map((span) => quote(text, span)).join('、');
    return [
      {
        rule: 'two-values',
        severity: 'suspect',
        message: `“${first.name}”前后不一:${values}。`,
        spans,
      },
    ];
  });
};
