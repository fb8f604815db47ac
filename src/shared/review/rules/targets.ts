import type { Rule, RuleFinding } from '../finding.ts';
import { quote } from '../subject.ts';

/** Names under which every project has figures; they do not compare year with year. */
const genericName = /(?:(?<!固定资产|工业)投资|投入|占地|面积|项目|企业|全长)$/;

/** A target below last year's result, which a deputy will ask about: 流转土地 6600 亩, then 6100 亩以上. */
export const checkTargets: Rule = ({ text, context }) =>
  context.readings.flatMap((target): RuleFinding[] => {
    if (target.nature !== 'target' || target.scope !== 'town' || target.normalizedValue === null) {
      return [];
    }
    if (genericName.test(target.name)) return [];
    const result = context.readings.find(
      (one) =>
        one.nature === 'actual' &&
        one.scope === 'town' &&
        one.name === target.name &&
        one.normalizedUnit === target.normalizedUnit &&
        one.rank === null &&
        (one.normalizedValue ?? 0) > (target.normalizedValue ?? 0),
    );
    if (!result) return [];
    return [
      {
        rule: 'target-below-result',
        severity: 'hint',
        message: `${target.name}：目标${quote(text, target)}低于上年实绩${quote(text, result)}，请核是否需要说明。`,
        spans: [result, target].map(({ start, end }) => ({ start, end })),
      },
    ];
  });
