import { readFileSync } from 'node:fs';
import type { ComparedDocument } from '../comparison/document.ts';
import { readIndicators } from '../indicator/read.ts';
import { parseIndicatorVocabulary } from '../indicator/vocabulary.ts';
import { analyseReport } from '../report/analyse.ts';
import { splitBundle } from '../report/bundle.ts';
import { parseReportKnowledge } from '../report/knowledge.ts';
import type { RawDocument } from '../report/report.ts';
import type { ReviewContext } from './finding.ts';
import { parseReviewKnowledge } from './knowledge.ts';

const resources = new URL('../../../resources/', import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, resources), 'utf8'));

const reportKnowledge = parseReportKnowledge({
  topics: read('vocabulary/topics.json'),
  divisions: read('knowledge/divisions.json'),
  headingEnds: read('knowledge/heading-ends.json'),
  topicSentences: read('knowledge/topic-sentences.json'),
});
const indicators = parseIndicatorVocabulary(
  read('vocabulary/indicators.json'),
  read('vocabulary/units.json'),
  read('knowledge/word-pairs.json'),
);

/** The topics, and the knowledge of the checks, as they are shipped. */
export const topicVocabulary = reportKnowledge.topics;
export const reviewKnowledge = parseReviewKnowledge({
  homophones: read('vocabulary/homophones.json'),
  formulas: read('vocabulary/formulas.json'),
  fixedTerms: read('vocabulary/fixed-terms.json'),
});

export interface Draft {
  document: ComparedDocument;
  context: ReviewContext;
}

/** A text taken through the whole analysis, as a report of the library is. */
export function draftOf(
  raw: Pick<RawDocument, 'text'> & Partial<RawDocument>,
  context: Partial<ReviewContext> = {},
): Draft {
  const analysis = analyseReport({ titleLine: null, retrievedOn: null, ...raw }, reportKnowledge);
  const { readings } = readIndicators(raw.text, analysis, indicators);
  return {
    document: { documentId: raw.titleLine ?? 'draft', text: raw.text, analysis },
    context: {
      knowledge: reviewKnowledge,
      readings,
      home: null,
      neighbours: [],
      peers: [],
      lastYear: null,
      outdated: [],
      ...context,
    },
  };
}

const sample = splitBundle(readFileSync(new URL('sample/weifang-reports.txt', resources), 'utf8'));

/** One of the shipped sample reports, by the town that its text is of. */
export function sampleReport(town: '昌城镇' | '皇华镇' | '井沟镇' | '潍坊市'): RawDocument {
  const found = sample?.documents.find(
    ({ text }) => text.includes('各位代表') && text.slice(0, 80).includes(town),
  );
  if (!found) throw new Error(`no report of ${town} in the sample`);
  return found;
}
