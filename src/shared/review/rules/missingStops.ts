import type { Rule, RuleFinding } from '../finding.ts';
import { findAll, quote } from '../subject.ts';
import { smallNumber } from './numerals.ts';

/** A label right after a word: …10000亩以上2、在产业发展上. */
const gluedLabel =
  /(?<=[\u4e00-\u9fff])(?:(\d{1,2})[、.](?=[\u4e00-\u9fff])|\(([一二三四五六七八九十]{1,3}|\d{1,2})\)(?=[\u4e00-\u9fff])|([二三四五六七八九])是(?=[\u4e00-\u9fff]{2}))/g;

/** A full stop that is missing before a numbered item: the label continues a list and follows a word directly. */
export const checkMissingStops: Rule = (subject) => [
  ...checkBeforeLabels(subject),
  ...checkParagraphEnds(subject),
  ...checkNewSentences(subject),
];

const checkBeforeLabels: Rule = ({ text, folded, document }) => {
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
        message: `${quote(text, around)}：序号前疑缺句号。`,
        spans: [{ start, end }],
      },
    ];
  });
};

/** 清理垃圾38吨全乡森林覆盖率…: an amount, and straight after it words that begin a sentence. */
const newSentence =
  /\d(?:余|多)?(?:万|亿)?(?:吨|公里|亩|元|户|人次|平方米|米|株|头|%)(?=(?:全[镇乡县](?!的|各|所)|各位代表|同时,|此外,|目前,|截至|[二三四五六]是))/g;

const checkNewSentences: Rule = ({ text, folded }) =>
  findAll(folded, newSentence).map(({ end }): RuleFinding => {
    const around = { start: Math.max(0, end - 6), end: Math.min(text.length, end + 4) };
    return {
      rule: 'missing-stop',
      severity: 'suspect',
      message: `${quote(text, around)}：两句之间疑缺标点。`,
      spans: [{ start: end - 1, end: end + 1 }],
    };
  });

function previousNumeral(digits: string, number: number): string {
  if (/\d/.test(digits)) return String(number - 1);
  const numerals = '一二三四五六七八九十';
  return number <= 11 ? (numerals[number - 2] ?? '') : `十${numerals[number - 12] ?? ''}`;
}

const stop = /[。!?;:\uff01\uff1f\uff1b\uff1a…』)\uff09]”?$/;
const word = /[\u4e00-\u9fff\d%]”?$/;
/** Shorter lines are headings, dates and names. */
const longLine = 30;
/** A text of which so many paragraphs end with a stop is set in paragraphs and not in broken lines. */
const enoughParagraphs = 5;
const shareWithStop = 0.8;

/** A paragraph that ends in a word where the others end in a stop. */
const checkParagraphEnds: Rule = ({ text, document }) => {
  // The lines before 各位代表 are the title, the congress and the speaker.
  const body = Math.max(0, text.indexOf('各位代表'));
  const headingEnds = new Set(document.analysis.sections.map(({ end }) => end));
  const paragraphs = findAll(text, /[^\n]+/g)
    .map(({ start, groups }) => ({ start, end: start + (groups[0] ?? '').trimEnd().length }))
    .filter(({ start, end }) => end - start >= longLine && start >= body && !headingEnds.has(end));
  const stopped = paragraphs.filter(({ end }) => stop.test(text.slice(end - 2, end)));
  if (paragraphs.length < enoughParagraphs) return [];
  if (stopped.length < shareWithStop * paragraphs.length) return [];
  const commas = paragraphs
    .filter(({ end }) => /[,、\uff0c]$/.test(text.slice(end - 1, end)))
    .map(({ end }): RuleFinding => {
      const message = `段末${quote(text, { start: end - 10, end })}误用逗号或顿号。`;
      return {
        rule: 'missing-stop',
        severity: 'suspect',
        message,
        spans: [{ start: end - 1, end }],
      };
    });
  const open = paragraphs
    .filter(({ end }) => word.test(text.slice(end - 2, end)))
    .map(({ end }): RuleFinding => {
      const span = { start: end - 1, end };
      const message = `段末${quote(text, { start: end - 10, end })}之后疑缺句号。`;
      return { rule: 'missing-stop', severity: 'suspect', message, spans: [span] };
    });
  return [...commas, ...open];
};
