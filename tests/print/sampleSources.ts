import { readFileSync } from 'node:fs';
import type { BriefNames, BriefSource, SourceAnnotation } from '../../src/shared/brief/spec.ts';
import type { IndicatorReading } from '../../src/shared/indicator/reading.ts';
import { DEFAULT_CATEGORIES } from '../../src/shared/note/category.ts';
import type { ReportAnalysis, Section, TopicPassage } from '../../src/shared/report/report.ts';

/*
 * The three town reports of the sample library with a plain, hand-made understanding: sentences, the
 * headings 一、 and (一), topics by whether a strong word stands in the sentence, and a few figures. It is
 * independent of the real analysis, so that printing is tested by itself.
 */

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const lines = read('resources/sample/weifang-reports.txt').split('\n');

interface VocabularyTopic {
  id: string;
  name: string;
  strong: string[];
}

const topics: VocabularyTopic[] = JSON.parse(read('resources/vocabulary/topics.json'));
const indicators: { id: string; name: string; caution?: string }[] = JSON.parse(
  read('resources/vocabulary/indicators.json'),
);

export const names: BriefNames = {
  categories: DEFAULT_CATEGORIES,
  topics: new Map(topics.map(({ id, name }) => [id, name])),
  indicators: new Map(
    indicators.map(({ id, name, caution }) => [id, { name, caution: caution ?? null }]),
  ),
};

function sectionsOf(text: string): Section[] {
  const marks =
    /(\d{4}年(?:全年)?工作回顾|\d{4}年[^。,]{0,8}任务)|(?<=[ 。])([一二三四五六七八九十]、|[((][一二三四五六七八九十][))])[^。]{2,40}(?=。)/g;
  return [...text.matchAll(marks)].map((match) => ({
    nodeKind: 'heading',
    level: match[1] ? 1 : match[2]?.endsWith('、') ? 2 : 3,
    label: match[2] ?? null,
    heading: match[0].slice(match[2]?.length ?? 0),
    start: match.index,
    end: match.index + match[0].length,
    endCertain: true,
    role: null,
    topics: [],
  }));
}

function passagesOf(text: string): TopicPassage[] {
  return [...text.matchAll(/[^。\s][^。]*。/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    topics: topics
      .filter(({ strong }) => strong.some((word) => word.length > 1 && match[0].includes(word)))
      .map(({ id }) => id)
      .slice(0, 3),
  }));
}

function analysisOf(text: string, town: string): ReportAnalysis {
  return {
    kind: 'annual-report',
    metadata: {
      statedLocality: town,
      actualLocality: town,
      county: null,
      prefecture: null,
      province: null,
      reviewYear: 2018,
      planYear: 2019,
      meeting: `${town}第十九届人民代表大会第五次会议`,
      congressTerm: 19,
      sessionNumber: 5,
      deliveredOn: '2019-04-29',
      speaker: null,
      speakerTitle: null,
      signedBy: null,
      retrievedOn: '2025-07-08',
      sourceLabel: null,
    },
    evidence: [],
    sections: sectionsOf(text),
    passages: passagesOf(text),
    terms: [],
    notices: [],
  };
}

/** A figure of the sample, found by its wording: fails loudly when the sample does not hold it. */
export function figure(
  text: string,
  quote: string,
  reading: Pick<IndicatorReading, 'key' | 'name' | 'valueText' | 'value' | 'unit' | 'nature'> &
    Partial<IndicatorReading>,
): IndicatorReading {
  const at = text.indexOf(quote);
  if (at < 0) throw new Error(`样本中没有“${quote}”`);
  const span = { start: at, end: at + quote.length };
  return {
    ...span,
    normalizedValue: reading.value,
    normalizedUnit: reading.unit,
    precision: null,
    growthPercent: null,
    changeKind: null,
    rank: null,
    period: null,
    scope: 'town',
    clause: span,
    certain: true,
    doubt: null,
    ...reading,
  };
}

/** A note on the first place where `quote` stands. */
export function note(
  text: string,
  quote: string,
  rest: Pick<SourceAnnotation, 'category' | 'note'>,
): SourceAnnotation {
  const start = text.indexOf(quote);
  if (start < 0) throw new Error(`样本中没有“${quote}”`);
  return {
    id: `${rest.category}-${start}`,
    start,
    end: start + quote.length,
    quote,
    author: '王磊',
    createdAt: '2026-11-22T01:30:00.000Z',
    ...rest,
  };
}

function source(
  documentId: string,
  line: number,
  town: string,
  found: (text: string) => Pick<BriefSource, 'readings' | 'annotations'>,
): BriefSource {
  const text = lines[line] ?? '';
  return {
    documentId,
    title: lines[line - 1] ?? '',
    town,
    planYear: 2019,
    reviewYear: 2018,
    text,
    analysis: analysisOf(text, town),
    ...found(text),
  };
}

const revenue = { key: 'I01', name: '地方财政收入', nature: 'actual' } as const;
const toilets = { name: '改厕', nature: 'target', key: 'I55', unit: '户' } as const;

/** 昌城镇, 皇华镇, 井沟镇 */
export const sources: BriefSource[] = [
  source('changcheng', 2, '昌城镇', (text) => ({
    readings: [
      figure(text, '1.87亿元', {
        ...revenue,
        valueText: '1.87亿元',
        value: 1.87,
        unit: '亿元',
        normalizedValue: 18_700,
        normalizedUnit: '万元',
        growthPercent: 15.1,
        changeKind: 'year-on-year',
      }),
      figure(text, '4774户', { ...toilets, valueText: '4774户', value: 4774 }),
    ],
    annotations: [
      note(text, '完成旱厕改造4774户', {
        category: '借鉴',
        note: '一句写清目的、投资、户数，可照此写法。',
      }),
      note(text, '为开创新时代高质量发展新局面而努力奋斗', {
        category: '引用',
        note: '与皇华镇结尾雷同二十字，本镇勿再用。',
      }),
    ],
  })),
  source('huanghua', 6, '皇华镇', (text) => ({
    readings: [
      figure(text, '6436万元', {
        ...revenue,
        valueText: '6436万元',
        value: 6436,
        unit: '万元',
        growthPercent: 76.6,
        changeKind: 'year-on-year',
      }),
      figure(text, '10544.4万元', {
        key: 'I02',
        name: '财政总收入',
        nature: 'actual',
        valueText: '10544.4万元',
        value: 10_544.4,
        unit: '万元',
        growthPercent: 99.5,
        changeKind: 'year-on-year',
      }),
      figure(text, '4651户', { ...toilets, valueText: '4651户', value: 4651 }),
    ],
    annotations: [
      note(text, '4651余户', {
        category: '核对',
        note: '此处作“4651余户”，民生实事一节作“4651户”，前后写法不一，用前请核。',
      }),
      note(text, '将全镇农村无害化卫生厕所覆盖率提高至93%', {
        category: '存疑',
        note: '既称“基本实现全覆盖”，又称93%，是否一致？',
      }),
    ],
  })),
  source('jinggou', 34, '井沟镇', (text) => ({
    readings: [
      figure(text, '4003.8万元', {
        ...revenue,
        valueText: '4003.8万元',
        value: 4003.8,
        unit: '万元',
      }),
      figure(text, '5838.4万元', {
        key: 'I02',
        name: '财政总收入',
        nature: 'actual',
        valueText: '5838.4万元',
        value: 5838.4,
        unit: '万元',
      }),
    ],
    annotations: [],
  })),
];
