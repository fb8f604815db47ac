import type { Span } from '../../report/report.ts';
import type { ReviewSubject, Rule, RuleFinding } from '../finding.ts';
import { findAll } from '../subject.ts';

const anniversaries: [event: string, year: number][] = [
  ['(?:新中国|中华人民共和国)成立', 1949],
  ['改革开放', 1978],
  ['(?:建党|中国共产党成立)', 1921],
  ['建军', 1927],
  ['(?:抗日战争|抗战)胜利', 1945],
];
/** Plans reach this far beyond the plan year; a later year is a slip of the finger, but for the goals. */
const farthestPlan = 16;
/** Between plan year and the next round year a plan may reach to any year; 2032年 for 2023年 is no round one. */
const nearPlan = 4;
const namedGoals = new Set([2027, 2049]);
const goals = new Set([2035, 2050, 2060]);

/** Years that do not fit each other: 回顾年 and 部署年, the headings, the meeting, and anniversaries. */
export const checkYears: Rule = ({ document, folded }) => {
  const { reviewYear, planYear, deliveredOn } = document.analysis.metadata;
  const findings: RuleFinding[] = [];
  const add = (message: string, spans: RuleFinding['spans']): void => {
    findings.push({ rule: 'years', severity: 'suspect', message, spans });
  };
  for (const { heading, role, level, start, end } of document.analysis.sections) {
    const year = Number(/(\d{4})年/.exec(heading)?.[1]);
    if (level !== 1 || !year || /\d{4}年.*\d{4}年/.test(heading)) continue;
    if (role === 'review' && reviewYear !== null && year !== reviewYear) {
      add(`回顾部分标题为${year}年，而本报告回顾${reviewYear}年。`, [{ start, end }]);
    }
    const plans = role === 'tasks' || role === 'requirements' || role === 'targets';
    if (plans && planYear !== null && year !== planYear) {
      add(`部署部分标题为${year}年，而本报告部署${planYear}年。`, [{ start, end }]);
    }
  }
  for (const { year, expected, span } of openingYears(document, folded)) {
    add(`本部分以“${year}年”开头，而本报告应为${expected}年。`, [span]);
  }
  if (planYear === null) return findings;
  const firstSentence = [{ start: 0, end: Math.min(60, folded.length) }];
  if (reviewYear !== null && planYear !== reviewYear + 1) {
    add(`回顾${reviewYear}年、部署${planYear}年，不相接。`, firstSentence);
  }
  const met = Number(deliveredOn?.slice(0, 4));
  if (met && met !== planYear && met !== planYear - 1) {
    add(`会议在${met}年召开，而报告部署${planYear}年工作。`, firstSentence);
  }
  for (const [event, since] of anniversaries) {
    for (const { start, end, groups } of findAll(
      folded,
      new RegExp(`${event}(\\d{1,3})周年`, 'g'),
    )) {
      const year = since + Number(groups[1]);
      if (year < planYear - 2 || year > planYear) {
        add(`${groups[0]}在${year}年，与${planYear}年的报告不合。`, [{ start, end }]);
      }
    }
  }
  for (const { start, end, groups } of findAll(folded, /(?<!\d)(\d{4})年/g)) {
    const year = Number(groups[1]);
    const isRound = year % 5 === 0 || namedGoals.has(year);
    const near = year <= planYear + (isRound ? farthestPlan : nearPlan);
    if (goals.has(year) || (year >= 1900 && near)) continue;
    add(`“${year}年”疑为笔误。`, [{ start, end }]);
  }
  return findings;
};

/** 一、2022年工作回顾 … “2021年,我们…”: the year a chapter begins with, where it is not the chapter's own. */
function openingYears(
  { analysis: { sections, metadata } }: ReviewSubject['document'],
  folded: string,
): { year: number; expected: number; span: Span }[] {
  return sections.flatMap(({ role, level, end }) => {
    const expected = role === 'review' ? metadata.reviewYear : metadata.planYear;
    const plans = role === 'tasks' || role === 'requirements';
    if (level !== 1 || expected === null || (role !== 'review' && !plans)) return [];
    const match = /^[\s.。:]*((?:19|20)\d{2})年(?=,|是|全[镇乡县区市街]|我[们镇乡])/.exec(
      folded.slice(end, end + 20),
    );
    const year = Number(match?.[1]);
    if (!match || year === expected) return [];
    const start = end + match[0].length - 5;
    return [{ year, expected, span: { start, end: start + 5 } }];
  });
}
