import type { Rule, RuleFinding } from '../finding.ts';
import { findAll, quote } from '../subject.ts';

const numberAndWord =
  /((?<![附最邻靠接远亲])近|(?<![签节集预公条合制])约|将近)?(\d+(?:\.\d+)?)([万亿千百])?(余|多)?(?=[\u4e00-\u9fff])/g;

/**
 * 4651余户, 近4651户: a number exact to the last digit cannot be “more than” or “nearly”; and
 * 近1000余户 says both. 1180多 and 40余 are fine.
 */
export const checkRoundedNumbers: Rule = ({ text, folded }) =>
  findAll(folded, numberAndWord).flatMap(({ start, end, groups }): RuleFinding[] => {
    const [, before = '', number = '', magnitude = '', after = ''] = groups;
    if (before === '' && after === '') return [];
    if (/[\d.]/.test(folded[start - 1] ?? '')) return [];
    const span = { start, end };
    const shown = quote(text, { start, end: end + 1 });
    if (before !== '' && after !== '') {
      const message = `${shown}中“${before}”与“${after}”不能并用。`;
      return [{ rule: 'rounded-exact-number', severity: 'suspect', message, spans: [span] }];
    }
    // A short number is often rounded to the unit itself: 15多个 is odd, but 近35公里 is not.
    const digits = number.replace('.', '');
    const exact =
      magnitude === '' && !number.includes('.') && digits.length >= 3 && !digits.endsWith('0');
    const roundedToFive = before !== '' && digits.endsWith('5');
    if (!exact || roundedToFive) return [];
    return [
      {
        rule: 'rounded-exact-number',
        severity: 'suspect',
        message: `${shown}：数已精确到个位，不宜再用“${before || after}”。`,
        spans: [span],
      },
    ];
  });
