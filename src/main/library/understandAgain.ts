import type { RawDocument, ReportAnalysis, ReportMetadata } from '../../shared/report/report.ts';
import type { NewReport, StoredReport, ToldAnalysis } from '../store/libraryStore.ts';
import type { Knowledge } from './knowledge.ts';
import { understandDocument } from './understand.ts';

/** Facts that often come with the file a report was found in, and not with its words. */
const CARRIED = [
  'county',
  'prefecture',
  'province',
  'sourceLabel',
] as const satisfies (keyof ReportMetadata)[];

/**
 * Understands the new text of a report that is there. A text without a title keeps the report's; of the
 * place above the town and the column it was published in what was known stays known, as long as the
 * new text says nothing else and is of the same town.
 */
export function understandAgain(
  { head, retrievedOn }: Pick<StoredReport, 'head' | 'retrievedOn'>,
  document: RawDocument,
  knowledge: Knowledge,
): NewReport {
  const raw = {
    titleLine: document.titleLine ?? head.titleLine,
    text: document.text,
    retrievedOn: document.retrievedOn ?? retrievedOn,
  };
  const report = understandDocument(raw, head.title, knowledge);
  const analysis = keepKnown(head.analysis, report.findings.analysis);
  return { ...report, findings: { ...report.findings, analysis } };
}

function keepKnown(before: ToldAnalysis, found: ReportAnalysis): ReportAnalysis {
  const town = ({ actualLocality, statedLocality }: ReportMetadata) =>
    actualLocality ?? statedLocality;
  const named = town(found.metadata);
  if (named !== null && named !== town(before.metadata)) return found;
  const kept = CARRIED.filter(
    (field) => found.metadata[field] === null && before.metadata[field] !== null,
  );
  return {
    ...found,
    metadata: {
      ...found.metadata,
      ...Object.fromEntries(kept.map((field) => [field, before.metadata[field]])),
    },
    evidence: [
      ...found.evidence,
      ...kept.map((field) => ({
        field,
        value: before.metadata[field] as string,
        clue: '更正前的文稿',
        where: 'title' as const,
        quote: '',
        start: 0,
        end: 0,
        confidence: before.confidence[field] ?? 0.7,
      })),
    ],
  };
}
