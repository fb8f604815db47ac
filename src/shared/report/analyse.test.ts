import { describe, expect, it } from 'vitest';
import { draw } from '../../../tests/fixtures/reports/draw.ts';
import { generateReport, layouts } from '../../../tests/fixtures/reports/generate.ts';
import { generateOther, generateThird } from '../../../tests/fixtures/reports/generateOther.ts';
import {
  readMarkedReports,
  readReportsAsTheyStand,
} from '../../../tests/fixtures/reports/markedReports.ts';
import { brokenPromise, mutate } from '../../../tests/fixtures/reports/mutate.ts';
import { analyseReport } from './analyse.ts';
import type { RawDocument, ReportAnalysis } from './report.ts';
import { sampleDocuments, shippedKnowledge } from './sample.cases.ts';

function analyse(text: string, titleLine: string | null = null): ReportAnalysis {
  return analyseReport({ titleLine, text, retrievedOn: null }, shippedKnowledge);
}

const forty = Array.from({ length: 40 }, (_, index) => index);

/** Three banks of words and of ways to number, so that none is what the rules were made for, and five written by hand. */
const laidOut = layouts.flatMap((layout) => [
  ['first', layout, () => forty.map((seed) => generateReport(1000 + seed, { layout }))] as const,
  ['second', layout, () => forty.map((seed) => generateOther(seed, { layout }))] as const,
  ['third', layout, () => forty.map((seed) => generateThird(seed, { layout }))] as const,
  ['fourth', layout, () => readMarkedReports('fourth', layout)] as const,
  ['fifth', layout, () => readMarkedReports('fifth', layout)] as const,
  ['sixth', layout, () => readMarkedReports('sixth', layout)] as const,
  ['seventh', layout, () => readMarkedReports('seventh', layout)] as const,
  ['eighth', layout, () => readMarkedReports('eighth', layout)] as const,
]);

const banks = [
  ...laidOut,
  ['ninth', 'as it stands', () => readReportsAsTheyStand('ninth')] as const,
  ['tenth', 'as it stands', () => readReportsAsTheyStand('tenth')] as const,
  ['eleventh', 'as it stands', () => readReportsAsTheyStand('eleventh')] as const,
  ['twelfth', 'as it stands', () => readReportsAsTheyStand('twelfth')] as const,
  ['thirteenth', 'as it stands', () => readReportsAsTheyStand('thirteenth')] as const,
];

/** The same reports every time. What each bank showed at first sight stands in docs/decisions/0033. */
describe.each(banks)('synthetic town reports, %s bank, layout %s', (_bank, _layout, write) => {
  const reports = write();
  const analyses = reports.map(({ raw }) => analyseReport(raw, shippedKnowledge));
  const pairs = reports.map(({ truth }, index) => ({
    truth,
    found: analyses[index] as ReportAnalysis,
  }));

  it('have their sections found: starts 0.97, exact headings 0.93', () => {
    let expected = 0;
    let found = 0;
    let right = 0;
    let exact = 0;
    for (const { truth, found: analysis } of pairs) {
      const byStart = new Map(analysis.sections.map((section) => [section.start, section]));
      expected += truth.sections.length;
      found += analysis.sections.length;
      for (const section of truth.sections) {
        const match = byStart.get(section.start);
        if (match === undefined) continue;
        right += 1;
        if (match.end === section.end && match.heading === section.heading) exact += 1;
      }
    }
    expect((2 * right) / (expected + found)).toBeGreaterThanOrEqual(0.97);
    expect(exact / expected).toBeGreaterThanOrEqual(0.93);
  });

  it.each([
    ['chapter', 0.95, 0.8],
    ['run-in', 0.9, 0.85],
  ] as const)('have their unnumbered %s headings found', (kind, precision, recall) => {
    let expected = 0;
    let right = 0;
    let wrong = 0;
    for (const { truth, found } of pairs) {
      const starts = new Set(
        truth.sections.filter((one) => one.kind === kind).map((one) => one.start),
      );
      const all = new Set(truth.sections.map((one) => one.start));
      expected += starts.size;
      for (const { start, label, level } of found.sections) {
        if (starts.has(start)) right += 1;
        else if (label === null && !all.has(start) && (level === 1) === (kind === 'chapter'))
          wrong += 1;
      }
    }
    expect(right / (right + wrong)).toBeGreaterThanOrEqual(precision);
    expect(right / expected).toBeGreaterThanOrEqual(recall);
  });

  it('keep list items apart from headings', () => {
    for (const { truth, found } of pairs) {
      const items = truth.sections.filter((one) => one.nodeKind === 'item').map((one) => one.start);
      expect(
        found.sections.filter((one) => one.nodeKind === 'item').map((one) => one.start),
      ).toEqual(items);
    }
  });

  it('have 95 of 100 facts right and at most one wrong', () => {
    let total = 0;
    let right = 0;
    let wrong = 0;
    for (const { truth, found } of pairs) {
      for (const [field, value] of Object.entries(truth.metadata)) {
        const given = found.metadata[field as keyof typeof found.metadata];
        total += 1;
        if (given === value) right += 1;
        else if (given !== null) wrong += 1;
      }
    }
    expect(right / total).toBeGreaterThanOrEqual(0.95);
    expect(wrong / total).toBeLessThanOrEqual(0.01);
  });
});

it('never fails on damaged texts, and its spans stay inside, ordered and nested', () => {
  const bodies = [
    ...sampleDocuments.map((one) => one.text),
    generateReport(3, { characters: 1500 }).raw.text,
    generateOther(3).raw.text,
  ];
  for (let seed = 1; seed <= 300; seed += 1) {
    const raw = mutate(draw(seed), bodies);
    expect(brokenPromise(raw, analyseReport(raw, shippedKnowledge)), `seed ${seed}`).toBeNull();
  }
});

it('gives the same result for the same text', () => {
  const { raw } = generateReport(12);
  expect(analyseReport(raw, shippedKnowledge)).toEqual(analyseReport(raw, shippedKnowledge));
});

it.each([
  ['an empty text', ''],
  ['blanks', ' \n　\n'],
  ['a title alone', '2019年甲镇政府工作报告'],
  ['one mark', '。'],
])('finds no section in %s', (_name, text) => {
  expect(analyse(text).sections).toEqual([]);
});

it('covers the text with roles from its first to its last character', () => {
  const { raw } = generateReport(5, { layout: 'glued' });
  const roles = analyseReport(raw, shippedKnowledge).roles ?? [];
  expect(roles[0]?.start).toBe(0);
  expect(roles.at(-1)?.end).toBe(raw.text.length);
});

it.each([
  ['mojibake', '锟斤拷锟斤拷各位代表:一、2018年工作回顾。'],
  ['truncated-end', '各位代表:一、2018年工作回顾2018年,全镇实现财政收入'],
  ['kind-uncertain', '全镇上下团结一心,抓好各项工作。'],
  ['year-missing', '政府工作报告各位代表:现在向大会报告工作。一、工作回顾过去一年,成绩显著。'],
])('tells the person about %s', (code, text) => {
  expect(analyse(text).notices.map((notice) => notice.code)).toContain(code);
});

it.each([
  ['rows of a table', '让我们努力奋斗！\n指标\t2018年\t2019年\n财政收入（万元）\t3620\t3800'],
  ['a row with a last cell of words', '让我们努力奋斗！\n粮食产量\t8200\t8300\n合计\t\t共十六项'],
  ['an appendix', '让我们努力奋斗！\n附表：主要指标\n财政收入 3620 3800\n粮食产量 8200 8300'],
])('takes a report that closes with %s for whole', (_name, end) => {
  const text = `各位代表：\n一、2018年工作回顾\n2018年，我们团结一心，${'真抓实干，'.repeat(20)}完成了各项任务。\n${end}`;
  expect(analyse(text).notices.map((notice) => notice.code)).not.toContain('truncated-end');
});

it('takes a title that names the year in review for no conflict where the chapters name both years', () => {
  const text =
    '2018年，各项工作取得新进展。\n一、2018年主要工作及成效\n全年新建道路12公里，群众满意。\n二、2019年工作打算\n2019年，继续努力，做好各项工作。\n甲山街道办事处\n2019年1月30日';
  const analysis = analyse(text, '甲山街道办事处2018年工作报告');
  expect(analysis.kind).toBe('annual-report');
  expect(analysis.metadata).toMatchObject({ reviewYear: 2018, planYear: 2019 });
  expect(analysis.notices).toEqual([]);
});

it.each(['甲山镇农业办2018年工作总结', '甲山镇2018年安全生产工作报告'])(
  'takes “%s”, which is of one office, for no report of the town',
  (title) => {
    const text =
      '一、2018年主要工作及成效\n全年新建道路12公里，群众满意。\n二、2019年工作打算\n2019年，继续努力，做好各项工作。';
    expect(analyse(text, title).kind).toBe('other');
  },
);

it('takes news of a town that quotes its report for an article, not for its report', () => {
  const text =
    '2024年8月16日 记者 段晓雨 通讯员 许家明\n眼下，走进甲渡镇葡萄园，果香四溢。种植户们忙着采摘。\n从“卖葡萄”到“卖风景”\n“年初的镇工作报告把葡萄列为头号任务。”镇长说。';
  const { kind, metadata } = analyse(text, '甲渡镇：一串葡萄串起富民大产业');
  expect(kind).toBe('article');
  expect(metadata).toMatchObject({ statedLocality: '甲渡镇', speaker: null, planYear: null });
});

it('says nothing of these about a sound report', () => {
  const codes = analyseReport(sampleDocuments[0] as RawDocument, shippedKnowledge).notices.map(
    (one) => one.code,
  );
  expect(codes).toEqual([]);
});
