import { readIndicators } from '../../shared/indicator/read.ts';
import type { RawDocument } from '../../shared/report/report.ts';
import { readView } from '../../shared/report/view.ts';
import type { NewReport, ReportFindings } from '../store/libraryStore.ts';
import type { Knowledge } from './knowledge.ts';
import { type FileOf, findStructure, type ReadText, takeApart } from './structure.ts';

/** A document with everything that was found in it. */
export interface UnderstoodDocument extends NewReport {
  findings: ReportFindings;
}

/** One file as import would store it. Nothing is written yet. */
export type UnderstoodFile<Document extends NewReport = UnderstoodDocument> = FileOf<Document>;

/** Splits a file into documents and finds in each what there is to find. Pure but for the knowledge. */
export function understand(
  file: ReadText,
  knowledge: Pick<Knowledge, 'report' | 'indicators'>,
): UnderstoodFile {
  return takeApart(file, (document) => understandDocument(document, file.name, knowledge));
}

/** Finds all there is to find in one document, whatever file it came from. */
export function understandDocument(
  document: RawDocument,
  fileName: string,
  knowledge: Pick<Knowledge, 'report' | 'indicators'>,
): UnderstoodDocument {
  const view = readView(document.text);
  const { report, analysis } = findStructure(document, fileName, knowledge.report, view);
  const figures = readIndicators(document.text, analysis, knowledge.indicators, view);
  return { ...report, findings: { analysis, figures } };
}
