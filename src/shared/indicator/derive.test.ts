import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ReportMetadata, SectionRole } from '../report/report.ts';
import { deriveFigures } from './derive.ts';
import { readIndicators } from './read.ts';
import { parseIndicatorVocabulary } from './vocabulary.ts';

const resources = new URL('../../../resources/vocabulary/', import.meta.url);
const readJson = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(name, resources), 'utf8'));
const vocabulary = parseIndicatorVocabulary(
  readJson('indicators.json'),
  readJson('units.json'),
  readJson('../knowledge/word-pairs.json'),
);

function read(text: string, role: SectionRole = 'review', reviewYear = 2018) {
  const metadata = {
    actualLocality: '青石镇',
    statedLocality: null,
    reviewYear,
    planYear: reviewYear + 1,
    deliveredOn: `${reviewYear + 1}-01`,
  } as ReportMetadata;
  const roles = [{ start: 0, end: text.length, role }];
  const context = { kind: 'annual-report' as const, metadata, sections: [], roles };
  return readIndicators(text, context, vocabulary).readings;
}

const derive = (text: string, role: SectionRole = 'review') =>
  deriveFigures(text, read(text, role)).map(({ kind, value, unit }) => [kind, value, unit]);

describe('derived figures', () => {
  it("work out last year's value from the growth", () => {
    expect(derive('全镇实现地方财政收入1.87亿元,同比增长15.1%。')).toEqual([
      ['last-year', 16246.7, '万元'],
    ]);
    expect(derive('地方财政收入6436万元,比上年增长76.6%。')).toEqual([
      ['last-year', 3644.4, '万元'],
    ]);
    expect(derive('财政总收入10544.4万元,同比增长99.5%。')).toEqual([
      ['last-year', 5285.4, '万元'],
    ]);
  });

  it('show formula and inputs', () => {
    const text = '地方财政收入1.87亿元,同比下降10%。';
    const [figure] = deriveFigures(text, read(text));
    expect(figure?.formula).toBe('18700 ÷ (1 - 10%) = 20777.8 万元');
    expect(figure?.inputs.map((input) => input.valueText)).toEqual(['1.87']);
    expect(figure?.name).toBe('地方财政收入·上年值');
  });

  it('work out the cost of one of what the money was spent on', () => {
    expect(derive('投资430万元,完成旱厕改造4774户。', 'tasks')).toEqual([
      ['unit-cost', 901, '元/户'],
    ]);
    expect(derive('投入600万元,改造全镇4651户农村旱厕。', 'livelihood')).toEqual([
      ['unit-cost', 1290, '元/户'],
    ]);
  });

  it('work out the share of a part that is named as such', () => {
    expect(derive('财政总收入5838.4万元,其中地方财政收入4003.8万元。')).toEqual([
      ['share', 68.6, '%'],
    ]);
    expect(derive('财政总收入5838.4万元,地方财政收入4003.8万元。')).toEqual([]);
  });

  it('work out the points between two levels', () => {
    expect(derive('城镇化率由9%提升到10.4%。')).toEqual([['difference', 1.4, '个百分点']]);
  });

  it("measure a result against last year's target", () => {
    const text = '流转土地6600亩。';
    const earlier = read('流转土地6000亩。', 'tasks', 2017);
    const figures = deriveFigures(text, read(text), earlier);
    expect(figures.map(({ kind, value, unit }) => [kind, value, unit])).toEqual([
      ['completion', 110, '%'],
    ]);
  });

  it('derive nothing from inputs that are not sure', () => {
    expect(derive('投资400多万元,完成旱厕改造4774户。')).toEqual([]);
    expect(derive('投资430万元,完成旱厕改造近4774户。')).toEqual([]);
    expect(derive('预计地方财政收入1.87亿元,同比增长15.1%。')).toEqual([]);
    expect(derive('实现地税1722.9万元,完成年度计划的118.6%。')).toEqual([]);
    expect(derive('投资430万元。完成旱厕改造4774户。')).toEqual([]);
  });
});
