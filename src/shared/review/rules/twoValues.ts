import type { IndicatorReading } from '../../indicator/reading.ts';
import type { Rule, RuleFinding } from '../finding.ts';
import { findAll, quote, sentenceAt } from '../subject.ts';

/** Names that say what is counted for a project, of which a report has many. */
const genericName = /(?:投资|投入|占地|面积|总额|资金|全长|长度|项目|企业|家庭|学校)$/;
const sameNumber = /(\d{3,}(?:\.\d+)?)(余|多)?([\u4e00-\u9fff])/g;

/** One quantity with two values: 4651余户 and 4651户; 财政总收入 said twice and differently. */
export const checkTwoValues: Rule = (subject) => {
  const findings = [...withAndWithoutMore(subject), ...restated(subject)];
  const known = new Set(findings.flatMap(({ spans }) => spans.map(({ start }) => start)));
  const others = transposed(subject).filter(
    ({ spans }) => !spans.every(({ start }) => known.has(start)),
  );
  return [...findings, ...others];
};

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

/** 改厕1847户 and 改厕1874户: the same unit, two digits changed about, the same words in front. */
const transposed: Rule = ({ text, folded }) => {
  const numbers = findAll(
    folded,
    /(?<![\d.])(\d{4,}|\d{2,}\.\d+)(?:余|多)?(万|亿)?([\u4e00-\u9fff])/g,
  );
  const findings: RuleFinding[] = [];
  for (const [index, one] of numbers.entries()) {
    const [, number = '', , unit] = one.groups;
    if (unit === '年') continue;
    for (const other of numbers.slice(index + 1)) {
      if (other.groups[3] !== unit || other.groups[2] !== one.groups[2]) continue;
      if (!isTransposed(number, other.groups[1] ?? '')) continue;
      const [before, after] = [one, other].map(({ start, end }) => [
        folded.slice(Math.max(0, start - 6), start),
        folded.slice(end, end + 6),
      ]) as [[string, string], [string, string]];
      if (!sharesPair(before.join(), after.join())) continue;
      const spans = [one, other].map(({ start, end }) => ({ start, end }));
      findings.push({
        rule: 'two-values',
        severity: 'suspect',
        message: `${spans.map((span) => quote(text, span)).join('与')}疑为同一数字,一处错位。`,
        spans,
      });
    }
  }
  return findings;
};

/** 1847 and 1874. */
function isTransposed(first: string, second: string): boolean {
  if (first.indexOf('.') !== second.indexOf('.')) return false;
  const [a, b] = [first.replace('.', ''), second.replace('.', '')];
  if (a.length !== b.length || a === b) return false;
  const at = [...a].findIndex((digit, index) => digit !== b[index]);
  return a.slice(0, at) + a[at + 1] + a[at] + a.slice(at + 2) === b;
}

function sharesPair(a: string, b: string): boolean {
  for (let at = 0; at + 2 <= a.length; at += 1) {
    const pair = a.slice(at, at + 2);
    if (
      /^[\u4e00-\u9fff]{2}$/.test(pair) &&
      b.includes(pair) &&
      !/完成|实现|新建|新增|全[镇乡]|达到/.test(pair)
    ) {
      return true;
    }
  }
  return false;
}
