import type { IndicatorReading } from '../../indicator/reading.ts';
import type { Rule, RuleFinding, RuleId } from '../finding.ts';

/** From here on a growth is worth a second look at its basis; a bound for attention, not a fault. */
const unusualPercent = 50;
/** The figures a congress compares year by year. */
const yearlyFigure =
  /(?:财政总?收入|预算收入|可支配收入|纯收入|生产总值|工业增加值|固定资产投资|零售总额|进出口总额)$/;
const wholeScope = new Set(['town', 'county', 'city']);

/** Growth that is unusually large, and yearly figures with a result but no growth, or the reverse. */
export const checkGrowth: Rule = ({ text, context }) => {
  const findings: RuleFinding[] = [];
  const grown = (reading: IndicatorReading): boolean =>
    reading.growthPercent !== null && reading.changeKind === 'year-on-year';
  for (const reading of context.readings) {
    if (reading.key === null || !isOfTheWhole(reading) || !grown(reading)) continue;
    if (Math.abs(reading.growthPercent ?? 0) <= unusualPercent) continue;
    findings.push({
      rule: 'unusual-growth',
      severity: 'hint',
      message: `${reading.name}增幅${reading.growthPercent}%，变化较大，请核口径与基数。`,
      spans: [{ start: reading.start, end: reading.end }],
    });
  }
  const yearly = context.readings.filter(
    (one) => one.nature === 'actual' && isOfTheWhole(one) && yearlyFigure.test(one.name),
  );
  const list = (rule: RuleId, what: string, readings: IndicatorReading[]): void => {
    if (readings.length === 0) return;
    const names = readings.map(({ name }) => name).join('、');
    findings.push({
      rule,
      severity: 'hint',
      message: `${what}:${names}。`,
      spans: readings.map(({ start, end }) => ({ start, end })),
    });
  };
  // 固定资产投资增长12.5%,完成18.2亿元 says both, one after the other.
  const withGrowth = new Set(yearly.filter(grown).map(subjectOf));
  const withResult = new Set(yearly.filter(({ value }) => value !== null).map(subjectOf));
  list(
    'result-without-growth',
    '有总量而未见同比增幅',
    yearly.filter(
      (one) =>
        one.value !== null &&
        one.growthPercent === null &&
        !withGrowth.has(subjectOf(one)) &&
        !text.slice(one.clause.start, one.clause.end).includes('%'),
    ),
  );
  list(
    'growth-without-result',
    '有增幅而未见总量',
    yearly.filter((one) => one.value === null && grown(one) && !withResult.has(subjectOf(one))),
  );
  return findings;
};

function subjectOf({ key, name }: IndicatorReading): string {
  return key ?? name;
}

function isOfTheWhole({ scope, rank }: IndicatorReading): boolean {
  return scope !== null && wholeScope.has(scope) && rank === null;
}
