import { readFileSync } from 'node:fs';
import { splitBundle } from './bundle.ts';
import { parseReportKnowledge } from './knowledge.ts';

const resources = new URL('../../../resources/', import.meta.url);
const readJson = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(path, resources), 'utf8'));

/** The knowledge as it is shipped. */
export const shippedKnowledge = parseReportKnowledge({
  topics: readJson('vocabulary/topics.json'),
  divisions: readJson('knowledge/divisions.json'),
  headingEnds: readJson('knowledge/heading-ends.json'),
  topicSentences: readJson('knowledge/topic-sentences.json'),
});

export const sampleFile = readFileSync(new URL('sample/weifang-reports.txt', resources), 'utf8');

const bundle = splitBundle(sampleFile);
if (bundle === null) throw new Error('the sample is no bundle');

/** The ten documents of the sample library, in order. */
export const sampleDocuments = bundle.documents;
