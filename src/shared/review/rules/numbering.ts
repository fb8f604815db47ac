import type { Section } from '../../report/report.ts';
import type { Rule, RuleFinding } from '../finding.ts';
import { findAll } from '../subject.ts';
import { smallNumber } from './numerals.ts';

/** Farther back stands another part of the report. */
const longChapter = 6000;

interface Label {
  section: Section;
  /** The label with its number taken out: “(#)”. */
  style: string;
  number: number;
}

/** Gaps and repeats among the numbered headings of one parent, and labels not written as the standard has it. */
export const checkNumbering: Rule = ({ document, folded }) => [
  ...withRunning(checkSequences(document.analysis.sections, folded), folded),
  ...checkStyle(document.analysis.sections, folded),
];

function checkSequences(sections: readonly Section[], folded: string): RuleFinding[] {
  const findings: RuleFinding[] = [];
  const open: { level: number; from: number; last: Map<string, Label> }[] = [
    { level: 0, from: 0, last: new Map() },
  ];
  for (const section of sections) {
    while ((open.at(-1)?.level ?? 0) >= section.level) open.pop();
    const parent = open.at(-1)?.last;
    const above = open.at(-1)?.from ?? 0;
    const label = readLabel(section);
    if (label && parent) {
      const problem = problemWith(
        parent.get(label.style),
        label,
        folded.slice(above, section.start),
        folded.slice(Math.max(0, section.start - longChapter), section.start),
      );
      if (problem) {
        findings.push({
          rule: 'numbering',
          severity: 'error',
          message: `序号${problem}：“${section.label}${section.heading.slice(0, 12)}”。`,
          spans: [{ start: section.start, end: section.end }],
        });
      }
      parent.set(label.style, label);
    }
    open.push({ level: section.level, from: section.end, last: new Map() });
  }
  return findings;
}

/** Labels that the outline may pass over because they do not follow: 3. … 5., 二是…四是…, 第一…第三…. */
const running: readonly RegExp[] = [
  /(?<=^|[\s。;])(\d{1,2})[.、](?=[^\d\s])/g,
  /(?<=^|[\s。;,:])([一二三四五六七八九])是(?=[\u4e00-\u9fff“])/g,
  /(?<=^|[\s。;])第([一二三四五六七八九])[,、]/g,
];

/** 21.5G基站: a label that is followed by a number stands all the same. */
function stands(number: number, label: string, text: string): boolean {
  const written = /\d/.test(label) ? String(number) : ('一二三四五六七八九'[number - 1] ?? '');
  const rest = label.replace(/\d{1,2}|[一二三四五六七八九]/, written).replace(/[.、,]$/, '[.、,]');
  return new RegExp(`(?:^|[\\s。;,:])${rest}`).test(text);
}

/** A number farther off belongs to another list. */
const farthestJump = 4;

function withRunning(found: RuleFinding[], folded: string): RuleFinding[] {
  const findings = [...found];
  for (const pattern of running) {
    let last = 0;
    let before = 0;
    for (const { start, end, groups } of findAll(folded, pattern)) {
      const number = smallNumber(groups[1] ?? '') ?? 0;
      const goesOn = last > 0 && number > 1;
      const wrong =
        goesOn &&
        number !== last + 1 &&
        Math.abs(number - last) <= farthestJump &&
        !stands(number - 1, groups[0] ?? '', folded.slice(before, start));
      before = end;
      last = number;
      const known = found.some(({ spans }) =>
        spans.some((span) => span.start <= end && start <= span.end),
      );
      if (!wrong || known) continue;
      findings.push({
        rule: 'numbering',
        severity: 'error',
        message: `序号不连续：“${folded.slice(start, end + 8)}”。`,
        spans: [{ start, end }],
      });
    }
  }
  return findings;
}

function readLabel(section: Section): Label | undefined {
  const match = /(\d{1,2}|[一二三四五六七八九十]{1,3})/.exec(section.label ?? '');
  const number = smallNumber(match?.[1] ?? '');
  if (!match || number === undefined) return undefined;
  const style = (section.label ?? '').replace(match[0], /\d/.test(match[0]) ? '1' : '一');
  return { section, style: style.replace(/\s/g, ''), number };
}

/** `before` is the text from the heading above; a label the outline passed over still stands in it. */
function problemWith(
  last: Label | undefined,
  label: Label,
  before: string,
  longBefore: string,
): string | undefined {
  const expected = (last?.number ?? 0) + 1;
  if (label.number === expected || label.number === 1) return undefined;
  if (label.number === last?.number) return '重复';
  if (label.number < expected) return '倒置';
  if (new RegExp(asWritten(label.number - 1, label.style)).test(before)) return undefined;
  if (last) return '有缺';
  // The outline may have taken the heading above for another's.
  return new RegExp(asWritten(label.number - 1, label.style)).test(longBefore)
    ? undefined
    : '不从“一”起';
}

function asWritten(number: number, style: string): string {
  const chinese = `${number >= 20 ? '一二三四五六七八九'[Math.floor(number / 10) - 1] : ''}${number >= 10 ? '十' : ''}${number % 10 ? '一二三四五六七八九'[(number % 10) - 1] : ''}`;
  return style.includes('1') ? `(?<![\\d.])${number}[.、)](?!\\d)` : `${chinese}[、)是.]`;
}

function checkStyle(sections: readonly Section[], folded: string): RuleFinding[] {
  const spansOf = (spans: { start: number; end: number }[]) =>
    spans.map(({ start, end }) => ({ start, end }));
  const comma = sections.filter(({ label }) => /^\d{1,2}、/.test(label ?? ''));
  const pointed = findAll(folded, /\([一二三四五六七八九十\d]{1,3}\)[、,]/g);
  const findings: RuleFinding[] = [];
  const add = (message: string, spans: { start: number; end: number }[]): void => {
    if (spans.length > 0) {
      findings.push({ rule: 'numbering-style', severity: 'hint', message, spans: spansOf(spans) });
    }
  };
  add(
    '序次语“1、”按规范写作“1.”。',
    comma.map(({ start, label }) => ({ start, end: start + (label ?? '').length })),
  );
  add('带括号的序次语后不再加点号。', pointed);
  return findings;
}
