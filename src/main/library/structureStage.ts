import { loadReportKnowledge } from './knowledge.ts';
import {
  type BareReport,
  type FileOf,
  findStructure,
  type ReadText,
  takeApart,
} from './structure.ts';

/** A file as it crosses to the library's thread: what was found in each document stands beside it. */
export interface StructuredFile {
  file: FileOf<BareReport>;
  /** JSON, one a document: it crosses threads in a fraction of the time its objects take. */
  analyses: string[];
}

/** The first of two stages: documents and their structure. */
export async function openStage(resourcesDir: string): Promise<(text: ReadText) => StructuredFile> {
  const knowledge = await loadReportKnowledge(resourcesDir);
  return (text) => {
    const analyses: string[] = [];
    const file = takeApart(text, (document) => {
      const { report, analysis } = findStructure(document, text.name, knowledge);
      analyses.push(JSON.stringify(analysis));
      return report;
    });
    return { file, analyses };
  };
}
