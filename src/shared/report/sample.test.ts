import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyseReport } from './analyse.ts';
import type { ReportAnalysis, SectionRole } from './report.ts';
import { sampleDocuments, shippedKnowledge } from './sample.cases.ts';

/** The sample library against hand labels: ten documents, three of them town reports. */

const gold = new URL('../../../tests/fixtures/gold/', import.meta.url);
const readJson = (url: URL): unknown => JSON.parse(readFileSync(url, 'utf8'));
const analyses = sampleDocuments.map((document) => analyseReport(document, shippedKnowledge));

interface Labels {
  headings: { level: number; label: string | null; nodeKind: string; start: number; end: number }[];
  roles: { role: SectionRole; start: number; end: number }[];
}

const towns = [
  ['昌城镇', 0],
  ['皇华镇', 1],
  ['井沟镇', 8],
] as const;

function f1(found: readonly number[], expected: readonly number[]): number {
  const right = found.filter((one) => expected.includes(one)).length;
  return (2 * right) / (found.length + expected.length);
}

function roleAt(analysis: ReportAnalysis, offset: number): SectionRole | null {
  return analysis.roles?.find((span) => span.start <= offset && offset < span.end)?.role ?? null;
}

describe.each(towns)('the sample report of %s', (name, at) => {
  const labels = readJson(new URL(`sections-${name}.json`, gold)) as Labels;
  const analysis = analyses[at] as ReportAnalysis;

  it('has its sections where a reader sees them', () => {
    const found = analysis.sections.map((section) => section.start);
    const expected = labels.headings.map((heading) => heading.start);
    expect(f1(found, expected)).toBeGreaterThanOrEqual(0.95);
  });

  it('has its numbered sections where a reader sees them', () => {
    const found = analysis.sections.filter((one) => one.label !== null).map((one) => one.start);
    const expected = labels.headings.filter((one) => one.label !== null).map((one) => one.start);
    expect(f1(found, expected)).toBeGreaterThanOrEqual(0.99);
  });

  it('nests its sections as a reader does and ends their headings where they end', () => {
    const byStart = new Map(analysis.sections.map((section) => [section.start, section]));
    const wrong = labels.headings.filter((heading) => {
      const section = byStart.get(heading.start);
      if (section === undefined) return true;
      const sameEnd = section.end === heading.end || !section.endCertain;
      return section.level !== heading.level || section.nodeKind !== heading.nodeKind || !sameEnd;
    });
    expect(wrong).toEqual([]);
  });

  it('plays the roles a reader gives it, for 95 of 100 characters', () => {
    let right = 0;
    let total = 0;
    for (const span of labels.roles) {
      for (let offset = span.start; offset < span.end; offset += 1) {
        total += 1;
        if (roleAt(analysis, offset) === span.role) right += 1;
      }
    }
    expect(right / total).toBeGreaterThanOrEqual(0.95);
  });
});

it('refuses “一、 二、三期工程” as headings, inserted spaces or not', () => {
  const text = sampleDocuments[0]?.text ?? '';
  const false1 = text.indexOf(' 一、 二、三期') + 1;
  const starts = analyses[0]?.sections.map((section) => section.start) ?? [];
  expect(false1).toBeGreaterThan(1);
  expect(starts).not.toContain(false1);
  expect(starts).not.toContain(text.indexOf('二、三期'));
});

const nothing = {
  meeting: null,
  deliveredOn: null,
  speaker: null,
  reviewYear: null,
  planYear: null,
};

it.each([
  [
    0,
    'annual-report',
    {
      statedLocality: '昌城镇',
      actualLocality: '昌城镇',
      county: '诸城市',
      congressTerm: 19,
      sessionNumber: 5,
      deliveredOn: '2019-04-29',
      speaker: '冯玉建',
      speakerTitle: null,
      reviewYear: 2018,
      planYear: 2019,
      signedBy: null,
    },
  ],
  [
    1,
    'annual-report',
    {
      statedLocality: '辛兴镇',
      actualLocality: '皇华镇',
      county: '诸城市',
      congressTerm: 19,
      sessionNumber: 5,
      deliveredOn: '2019-04-29',
      speaker: '张雷',
      speakerTitle: '镇长',
      reviewYear: 2018,
      planYear: 2019,
    },
  ],
  [2, 'article', { statedLocality: '潍坊市', ...nothing }],
  [3, 'article', { statedLocality: '潍坊经济区', prefecture: '潍坊市', ...nothing }],
  [4, 'article', { statedLocality: '昌邑市', county: '昌邑市', ...nothing }],
  [5, 'article', { statedLocality: '潍坊峡山', ...nothing }],
  [6, 'article', { statedLocality: '潍坊高新区', ...nothing }],
  [7, 'article', { statedLocality: '潍坊市', ...nothing }],
  [
    8,
    'annual-report',
    {
      statedLocality: '井沟镇',
      actualLocality: '井沟镇',
      county: '高密市',
      prefecture: '潍坊市',
      province: '山东省',
      congressTerm: 19,
      sessionNumber: 5,
      deliveredOn: '2019-04-20',
      speaker: null,
      speakerTitle: null,
      reviewYear: 2018,
      planYear: 2019,
      signedBy: '井沟镇人民政府',
    },
  ],
  [
    9,
    'higher-level-report',
    {
      statedLocality: '潍坊市',
      actualLocality: '潍坊市',
      county: null,
      province: '山东省',
      congressTerm: 17,
      sessionNumber: 6,
      deliveredOn: '2021-03-23',
      speaker: '刘运',
      speakerTitle: '代市长',
      reviewYear: 2020,
      planYear: 2021,
    },
  ],
] as const)('reads kind and facts of document %i', (at, kind, facts) => {
  expect(analyses[at]?.kind).toBe(kind);
  expect(analyses[at]?.metadata).toMatchObject({ ...facts, retrievedOn: '2025-07-08' });
});

it('shows that title and body of the second report name different towns, and decides nothing', () => {
  const analysis = analyses[1];
  const notice = analysis?.notices.find((one) => one.code === 'locality-conflict');
  expect(notice?.message).toBe('题名为辛兴镇，正文 8 处为皇华镇');
  const values = analysis?.evidence.filter(
    (one) => one.field === 'statedLocality' || one.field === 'actualLocality',
  );
  expect(new Set(values?.map((one) => one.value))).toEqual(new Set(['辛兴镇', '皇华镇']));
});

it('explains “1253” with the words of the text', () => {
  const term = analyses[0]?.terms.find((one) => one.term === '1253');
  const text = sampleDocuments[0]?.text ?? '';
  expect(text.slice(term?.explanation?.start, term?.explanation?.end)).toMatch(/^围绕一个目标/);
});

it('keeps the evidence of every fact where it stands in the text', () => {
  for (const [at, analysis] of analyses.entries()) {
    const document = sampleDocuments[at];
    for (const one of analysis.evidence) {
      if (one.quote === '') continue;
      const source = one.where === 'text' ? document?.text : document?.titleLine;
      expect(source?.slice(one.start, one.end).replace(/\s/g, '')).toBe(one.quote);
    }
  }
});
