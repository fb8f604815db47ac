import { readIndicators } from '../../shared/indicator/read.ts';
import type { ReportAnalysis } from '../../shared/report/report.ts';
import type { PackedFigures } from '../store/libraryStore.ts';
import { packFigures } from '../store/packedFigures.ts';
import { loadIndicatorVocabulary } from './knowledge.ts';

/** A document of which the structure is known. */
export interface StructuredText {
  text: string;
  /** JSON. */
  analysis: string;
}

/** The second of two stages: the figures of each document of a file, as they are stored. */
export async function openStage(
  resourcesDir: string,
): Promise<(documents: readonly StructuredText[]) => PackedFigures[]> {
  const vocabulary = await loadIndicatorVocabulary(resourcesDir);
  return (documents) =>
    documents.map(({ text, analysis }) =>
      packFigures(readIndicators(text, JSON.parse(analysis) as ReportAnalysis, vocabulary)),
    );
}
