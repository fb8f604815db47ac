import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ReportMetadata } from '../report/report.ts';
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

function read(text: string) {
  const metadata = { actualLocality: '青石镇', reviewYear: 2018, planYear: 2019 } as ReportMetadata;
  const roles = [{ start: 0, end: text.length, role: 'review' as const }];
  const context = {
    kind: 'annual-report' as const,
    metadata: { ...metadata, deliveredOn: '2019-01' },
    sections: [],
    roles,
  };
  return readIndicators(text, context, vocabulary).readings;
}

const doubts = (text: string) => read(text).map(({ valueText, doubt }) => [valueText, doubt]);

describe('one quantity stated twice', () => {
  it('is asked about with the other sentence where the values differ', () => {
    const text = '投资430万元，完成旱厕改造4774户。环境整治有力，投入450万元，完成改厕4774户。';
    expect(doubts(text)).toEqual([
      ['430', '文中另一处写作“450万元”：投入450万元，完成改厕4774户'],
      ['4774', null],
      ['450', '文中另一处写作“430万元”：投资430万元，完成旱厕改造4774户'],
      ['4774', null],
    ]);
  });

  it('asks about the vague one where only 余 sets them apart', () => {
    expect(doubts('对全镇4651余户旱厕进行改造。投入600万元，改造全镇4651户农村旱厕。')).toEqual([
      ['4651余', '文中另一处写作“4651户”：改造全镇4651户农村旱厕'],
      ['600', null],
      ['4651', null],
    ]);
  });

  it('is asked about for totals of the town', () => {
    const text = '全镇粮食总产2万吨。克服旱情，粮食总产量达到2.3万吨。';
    expect(read(text).map(({ certain }) => certain)).toEqual([false, false]);
  });

  it.each([
    ['what is new is not what there is', '新增规上企业3家。规上企业达到30家。'],
    ['what is done is not what there is', '培育规上企业3家。全镇规上企业30家。'],
    ['a part is not the whole', '完成税收5000万元。其中税收3000万元来自工业。'],
    ['a village is not the town', '粮食总产2万吨。石门村粮食总产300吨。'],
    ['several like things are a list', '改造旱厕30户。改造旱厕40户。改造旱厕50户。'],
    ['four definitions are four quantities', '财政总收入9000万元。地方财政收入6000万元。'],
    ['a result is not a plan', '去年完成税收5000万元。力争明年税收6000万元。'],
  ])('nothing is asked where %s', (_, text) => {
    const asked = read(text).filter(({ doubt }) => doubt?.includes('另一处') === true);
    expect(asked).toEqual([]);
  });

  it('tells so where something is worked out from it', () => {
    const text = '投资430万元，完成旱厕改造4774户。投入450万元，完成改厕4774户。';
    expect(deriveFigures(text, read(text)).map(({ formula }) => formula)).toEqual([
      '430万元 ÷ 4774户 = 901 元/户（文中另一处写作450万元，待核）',
      '450万元 ÷ 4774户 = 943 元/户（文中另一处写作430万元，待核）',
    ]);
  });
});
