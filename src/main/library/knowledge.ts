import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import {
  type IndicatorVocabulary,
  parseIndicatorVocabulary,
} from '../../shared/indicator/vocabulary.ts';
import { parseReportKnowledge, type ReportKnowledge } from '../../shared/report/knowledge.ts';
import { parseReviewKnowledge, type ReviewKnowledge } from '../../shared/review/knowledge.ts';
import type { SynonymGroup } from '../../shared/search/synonyms.ts';

export const synonymsSchema = z.object({ groups: z.array(z.array(z.string())) });

/** The vocabularies and learned statistics shipped under resources/, parsed once at start. */
export interface Knowledge {
  report: ReportKnowledge;
  indicators: IndicatorVocabulary;
  review: ReviewKnowledge;
  /** Wordings that may stand for each other in a search. */
  synonyms: readonly SynonymGroup[];
}

/** @throws if a shipped file is missing or malformed: the installation is damaged. */
export async function loadKnowledge(resourcesDir: string): Promise<Knowledge> {
  const read = reader(resourcesDir);
  const [report, indicators, synonyms, homophones, formulas, fixedTerms] = await Promise.all([
    loadReportKnowledge(resourcesDir),
    loadIndicatorVocabulary(resourcesDir),
    read('vocabulary', 'synonyms.json'),
    read('vocabulary', 'homophones.json'),
    read('vocabulary', 'formulas.json'),
    read('vocabulary', 'fixed-terms.json'),
  ]);
  return {
    report,
    indicators,
    review: parseReviewKnowledge({ homophones, formulas, fixedTerms }),
    synonyms: synonymsSchema.parse(synonyms).groups,
  };
}

/** Only what the structure of a report is found by. */
export async function loadReportKnowledge(resourcesDir: string): Promise<ReportKnowledge> {
  const read = reader(resourcesDir);
  const [topics, divisions, headingEnds, topicSentences] = await Promise.all([
    read('vocabulary', 'topics.json'),
    read('knowledge', 'divisions.json'),
    read('knowledge', 'heading-ends.json'),
    read('knowledge', 'topic-sentences.json'),
  ]);
  return parseReportKnowledge({ topics, divisions, headingEnds, topicSentences });
}

/** Only what figures are read by. */
export async function loadIndicatorVocabulary(resourcesDir: string): Promise<IndicatorVocabulary> {
  const read = reader(resourcesDir);
  const [indicators, units, wordPairs] = await Promise.all([
    read('vocabulary', 'indicators.json'),
    read('vocabulary', 'units.json'),
    read('knowledge', 'word-pairs.json'),
  ]);
  return parseIndicatorVocabulary(indicators, units, wordPairs);
}

function reader(resourcesDir: string): (...path: string[]) => Promise<unknown> {
  return async (...path) => JSON.parse(await readFile(join(resourcesDir, ...path), 'utf8'));
}
