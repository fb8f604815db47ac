import type { Rule, RuleFinding } from '../finding.ts';
import { quote } from '../subject.ts';

/** Rounding of a stated value and a stated percentage explains a difference up to this share. */
const rounding = 0.015;

/** A value and its growth that do not lead back to the value of last year's report. */
export const checkLastYear: Rule = ({ text, context }) =>
  context.readings.flatMap((reading): RuleFinding[] => {
    const { normalizedValue, growthPercent, changeKind, nature, scope } = reading;
    if (normalizedValue === null || growthPercent === null || changeKind !== 'year-on-year')
      return [];
    if (nature !== 'actual' || growthPercent <= -100) return [];
    const before = context.lastYear?.find(
      (one) =>
        one.nature === 'actual' &&
        one.scope === scope &&
        one.normalizedUnit === reading.normalizedUnit &&
        (one.name === reading.name || (one.key !== null && one.key === reading.key)),
    );
    if (!before?.normalizedValue) return [];
    const implied = normalizedValue / (1 + growthPercent / 100);
    if (Math.abs(implied - before.normalizedValue) <= rounding * before.normalizedValue) return [];
    return [
      {
        rule: 'last-year-mismatch',
        severity: 'suspect',
        message: `${reading.name}${quote(text, reading)}、增幅${growthPercent}%，与上年报告的${before.valueText}${before.unit ?? ''}不能互推。`,
        spans: [{ start: reading.start, end: reading.end }],
      },
    ];
  });
