import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ReportMetadata, SectionRole } from '../report/report.ts';
import { changeCases } from './changes.cases.ts';
import { firstSightCases } from './firstSight.cases.ts';
import { frameCases } from './frames.cases.ts';
import { nameCases } from './names.cases.ts';
import { readCases } from './read.cases.ts';
import { readIndicators } from './read.ts';
import { refusalCases } from './refusals.cases.ts';
import { scopeCases } from './scope.cases.ts';
import { unseenCases } from './unseen.cases.ts';
import { parseIndicatorVocabulary } from './vocabulary.ts';
import { wordingCases } from './wordings.cases.ts';

const resources = new URL('../../../resources/vocabulary/', import.meta.url);
const readJson = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(name, resources), 'utf8'));
const vocabulary = parseIndicatorVocabulary(
  readJson('indicators.json'),
  readJson('units.json'),
  readJson('../knowledge/word-pairs.json'),
);

const metadata: ReportMetadata = {
  statedLocality: '青石镇',
  actualLocality: '青石镇',
  county: null,
  prefecture: null,
  province: null,
  reviewYear: 2018,
  planYear: 2019,
  meeting: null,
  congressTerm: null,
  sessionNumber: null,
  deliveredOn: '2019-04-29',
  speaker: null,
  speakerTitle: null,
  signedBy: null,
  retrievedOn: null,
  sourceLabel: null,
};

function read(text: string, role: SectionRole | null = 'review') {
  return readIndicators(
    text,
    {
      kind: 'annual-report',
      metadata,
      sections: [],
      roles: [{ start: 0, end: text.length, role }],
    },
    vocabulary,
  );
}

const cases = [
  ...readCases,
  ...changeCases,
  ...refusalCases,
  ...scopeCases,
  ...frameCases,
  ...nameCases,
  ...wordingCases,
  ...unseenCases,
  ...firstSightCases,
];

describe('reading the figures of a sentence', () => {
  it.each(cases)('$name', ({ text, role, readings, unsure }) => {
    const found = read(text, role === undefined ? 'review' : role);
    expect(found.readings).toMatchObject(readings);
    expect(found.readings).toHaveLength(readings.length);
    expect(found.unsure.map((figure) => figure.reason)).toEqual(unsure ?? []);
  });

  it('gives spans of the untouched text that hold the value as written', () => {
    for (const { text, role } of cases) {
      const found = read(text, role === undefined ? 'review' : role);
      for (const reading of found.readings) {
        expect(text.slice(reading.start, reading.end)).toContain(reading.valueText);
        expect(reading.clause.start).toBeLessThanOrEqual(reading.start);
        expect(reading.clause.end).toBeGreaterThanOrEqual(reading.end);
      }
      expect(found.readings.map((reading) => reading.start)).toEqual(
        found.readings.map((reading) => reading.start).toSorted((a, b) => a - b),
      );
    }
  });
});

describe('half-year reports', () => {
  it('give results the half-year and targets the year', () => {
    const text = '完成固定资产投资5亿元。下半年力争引进项目3个。';
    const { readings } = readIndicators(
      text,
      {
        kind: 'half-year-report',
        metadata: { ...metadata, deliveredOn: '2019-07-20' },
        sections: [],
        roles: [
          { start: 0, end: 12, role: 'review' },
          { start: 13, end: text.length, role: 'tasks' },
        ],
      },
      vocabulary,
    );
    expect(readings.map((reading) => reading.period)).toEqual(['2019上半年', '2019']);
  });
});

describe('reports of a city', () => {
  it('speak for the city where nothing else is said', () => {
    const text = '完成一般公共预算收入573.9亿元,增长0.5%。';
    const { readings } = readIndicators(
      text,
      {
        kind: 'higher-level-report',
        metadata: { ...metadata, actualLocality: '海州市' },
        sections: [],
        roles: [{ start: 0, end: text.length, role: 'review' }],
      },
      vocabulary,
    );
    expect(readings).toMatchObject([{ scope: 'city', key: 'I02', growthPercent: 0.5 }]);
  });
});
