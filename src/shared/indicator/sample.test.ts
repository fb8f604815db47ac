import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyseReport } from '../report/analyse.ts';
import { splitBundle } from '../report/bundle.ts';
import { parseReportKnowledge } from '../report/knowledge.ts';
import { readIndicators } from './read.ts';
import type { IndicatorReading } from './reading.ts';
import { parseIndicatorVocabulary } from './vocabulary.ts';

/** The three town reports of the sample against figures labelled by hand, with the real structure. */

const resources = new URL('../../../resources/', import.meta.url);
const gold = new URL('../../../tests/fixtures/gold/', import.meta.url);
const readJson = (url: URL): unknown => JSON.parse(readFileSync(url, 'utf8'));
const shipped = (path: string) => readJson(new URL(path, resources));

const knowledge = parseReportKnowledge({
  topics: shipped('vocabulary/topics.json'),
  divisions: shipped('knowledge/divisions.json'),
  headingEnds: shipped('knowledge/heading-ends.json'),
  topicSentences: shipped('knowledge/topic-sentences.json'),
});
const vocabulary = parseIndicatorVocabulary(
  shipped('vocabulary/indicators.json'),
  shipped('vocabulary/units.json'),
  shipped('knowledge/word-pairs.json'),
);
const bundle = splitBundle(readFileSync(new URL('sample/weifang-reports.txt', resources), 'utf8'));

/** One label; offsets are those of the quotation, `valueStart` of the value where it is given. */
interface Label {
  valueText: string;
  value: number;
  unit: string;
  growthPct: number | null;
  completionPct: number | null;
  year: string;
  type: 'result' | 'target' | 'project' | 'base' | 'rank';
  scope?: string;
  quote: string;
  start: number;
  valueStart?: number;
}

const natures = {
  result: 'actual',
  target: 'target',
  project: 'project',
  base: 'base',
  rank: 'actual',
};

function readTown(index: number) {
  const document = bundle?.documents[index];
  if (document === undefined) throw new Error('the sample has changed');
  const { kind, metadata, sections, roles } = analyseReport(document, knowledge);
  const context = { kind, metadata, sections, ...(roles === undefined ? {} : { roles }) };
  return { text: document.text, ...readIndicators(document.text, context, vocabulary) };
}

function valueRight(label: Label, reading: IndicatorReading | undefined): boolean {
  if (reading === undefined) return false;
  if (label.type === 'rank') return reading.rank?.position === label.value;
  if (label.completionPct !== null && label.unit === '%') {
    return reading.growthPercent === label.completionPct;
  }
  return reading.value === label.value && reading.unit === label.unit;
}

function fieldsRight(label: Label, reading: IndicatorReading): boolean {
  const { period, nature, growthPercent } = reading;
  const year = period?.startsWith(label.year) === true || period?.endsWith(label.year) === true;
  return (
    year &&
    nature === natures[label.type] &&
    growthPercent === (label.growthPct ?? label.completionPct)
  );
}

const towns = [
  ['昌城镇', 0, 'gold-昌城镇.json'],
  ['皇华镇', 1, 'figures-皇华镇.json'],
  ['井沟镇', 8, 'figures-井沟镇.json'],
] as const;

describe('the figures of the sample', () => {
  const scores = towns.map(([name, index, file]) => {
    const { text, readings } = readTown(index);
    const { indicators } = readJson(new URL(file, gold)) as { indicators: Label[] };
    const pairs = indicators.map((label) => {
      const start = label.valueStart ?? text.indexOf(label.valueText, label.start);
      const end = start + label.valueText.length;
      return { label, reading: readings.find((each) => each.start <= start && each.end >= end) };
    });
    return { name, pairs };
  });
  const all = scores.flatMap((score) => score.pairs);
  const share = (right: number) => right / all.length;

  it('have value and unit right in at least 0.98', () => {
    const wrong = all.filter(({ label, reading }) => !valueRight(label, reading));
    expect(all.length).toBeGreaterThan(180);
    expect(share(all.length - wrong.length)).toBeGreaterThanOrEqual(0.98);
  });

  it('have value, unit, period, nature and growth right in at least 0.93', () => {
    const right = all.filter(
      ({ label, reading }) =>
        reading !== undefined && valueRight(label, reading) && fieldsRight(label, reading),
    );
    expect(share(right.length)).toBeGreaterThanOrEqual(0.93);
  });

  it('have the labelled scope in at least 0.92', () => {
    const scoped = all.filter(({ label }) => label.scope !== undefined);
    const right = scoped.filter(({ label, reading }) => reading?.scope === label.scope);
    expect(right.length / scoped.length).toBeGreaterThanOrEqual(0.92);
  });

  it('show no result or target of a town that a person labelled otherwise', () => {
    const shown = all.filter(
      ({ reading }) =>
        reading?.scope === 'town' && (reading.nature === 'actual' || reading.nature === 'target'),
    );
    const wrong = shown.filter(
      ({ label, reading }) =>
        reading === undefined ||
        !valueRight(label, reading) ||
        !fieldsRight(label, reading) ||
        (label.scope !== undefined && label.scope !== 'town'),
    );
    expect(wrong.map(({ label }) => label.quote)).toEqual([]);
  });
});
