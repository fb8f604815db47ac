import { DEFAULT_CATEGORIES } from '../note/category.ts';
import type { ReportAnalysis } from '../report/report.ts';
import type { BriefNames, BriefSource, BriefSpec, SourceAnnotation } from './spec.ts';

/* Made-up reports: two towns and a city, short enough to be read whole. */

export const names: BriefNames = {
  categories: DEFAULT_CATEGORIES,
  topics: new Map([
    ['T01', '综合经济与财税'],
    ['T11', '美丽乡村与人居环境'],
  ]),
  indicators: new Map([
    ['I01', { name: '地方财政收入', caution: '与财政总收入口径不同' }],
    ['I52', { name: '旱厕改造', caution: null }],
  ]),
};

export const eastTown =
  '2018年工作回顾 一、聚力发展,财政收入稳步增长。全镇实现地方财政收入1.2亿元,同比增长6%。' +
  '财源建设扎实推进。二、人居环境明显改善。投资430万元,完成旱厕改造4774户,' +
  '群众说“日子越过越好。”清运垃圾、整治水体,环境卫生走在前列。栽植苗木3万株。';

export const westTown = '2018年工作回顾。完成地方财政收入4003.8万元。全镇人居环境整治有序推进。';

function analysisOf(
  text: string,
  topics: [string, string[]][],
  headings: [number, string][],
): ReportAnalysis {
  const span = (words: string) => {
    const start = text.indexOf(words);
    return { start, end: start + words.length };
  };
  return {
    kind: 'annual-report',
    metadata: {
      statedLocality: null,
      actualLocality: null,
      county: null,
      prefecture: null,
      province: null,
      reviewYear: 2018,
      planYear: 2019,
      meeting: null,
      congressTerm: null,
      sessionNumber: null,
      deliveredOn: '2019-04',
      speaker: null,
      speakerTitle: null,
      signedBy: null,
      retrievedOn: null,
      sourceLabel: null,
    },
    evidence: [],
    sections: headings.map(([level, heading]) => ({
      ...span(heading),
      nodeKind: 'heading',
      level,
      label: null,
      heading,
      endCertain: true,
      role: null,
      topics: [],
    })),
    passages: topics.map(([words, ids]) => ({ ...span(words), topics: ids })),
    terms: text.includes('财源建设')
      ? [{ ...span('财源建设'), term: '财源建设', explanation: span('财源建设扎实推进。') }]
      : [],
    notices: [],
  };
}

export const east: BriefSource = {
  documentId: 'east',
  title: '2019年东河镇政府工作报告',
  town: '东河镇',
  planYear: 2019,
  reviewYear: 2018,
  text: eastTown,
  analysis: analysisOf(
    eastTown,
    [
      ['全镇实现地方财政收入1.2亿元,同比增长6%。', ['T01']],
      ['财源建设扎实推进。', ['T01']],
      ['投资430万元,完成旱厕改造4774户,群众说“日子越过越好。”', ['T11']],
      ['清运垃圾、整治水体,环境卫生走在前列。', ['T11']],
      ['栽植苗木3万株。', ['T11']],
    ],
    [
      [1, '2018年工作回顾'],
      [2, '一、聚力发展,财政收入稳步增长'],
      [2, '二、人居环境明显改善'],
    ],
  ),
  readings: [],
  annotations: [],
};

export const west: BriefSource = {
  ...east,
  documentId: 'west',
  title: '西山镇政府工作报告',
  town: '西山镇',
  text: westTown,
  analysis: analysisOf(
    westTown,
    [['完成地方财政收入4003.8万元。', ['T01']]],
    [[1, '2018年工作回顾']],
  ),
};

export function noteOn(
  source: BriefSource,
  quote: string,
  rest: Partial<SourceAnnotation> = {},
): SourceAnnotation {
  const start = source.text.indexOf(quote);
  return {
    id: `${source.documentId}-${start}-${quote.length}`,
    start,
    end: start + quote.length,
    quote,
    note: '可照此写法',
    category: '借鉴',
    author: '王磊',
    createdAt: '2026-11-22T01:30:00.000Z',
    ...rest,
  };
}

export const spec: BriefSpec = {
  title: '两镇情况',
  unit: '党政办公室',
  date: '2026-11-22',
  documents: ['east', 'west'],
  parts: ['indicators', 'topics', 'annotations', 'sources', 'glossary'],
  topics: ['T01', 'T11'],
  layout: 'brief',
};
