import type { IndicatorReading } from '../../shared/indicator/reading.ts';
import type {
  Notice,
  ReportAnalysis,
  ReportKind,
  ReportMetadata,
  Section,
  TopicPassage,
} from '../../shared/report/report.ts';
import type { UnderstoodDocument } from '../library/understand.ts';

/** A whole document as the command line prints it. */
export interface PrintedDocument {
  id?: string;
  title: string;
  kind: ReportKind;
  text: string;
  metadata: ReportMetadata;
  sections: Section[];
  indicators: IndicatorReading[];
  passages: TopicPassage[];
  /** The role of every stretch of the text, also of those without a heading. */
  roles: NonNullable<ReportAnalysis['roles']>;
  notices: Notice[];
}

/** A document that was understood but not stored. */
export function printDocument({ title, text, findings }: UnderstoodDocument): PrintedDocument {
  const { kind, metadata, sections, passages, notices, roles = [] } = findings.analysis;
  const indicators = findings.figures.readings;
  return { title, kind, text, metadata, sections, indicators, passages, roles, notices };
}
