import type { Decision } from '../../../shared/contract/schemas/report.ts';
import type { IndicatorReading } from '../../../shared/indicator/reading.ts';
import type { DiscardedText } from '../../../shared/report/report.ts';
import type { NewReport, NoteTarget } from '../libraryStore.ts';

/** A part of a library as it goes to another: what was written and decided, nothing that can be found anew. */
export interface LibraryPart {
  reports: PartReport[];
}

export interface PartReport {
  id: string;
  title: string;
  titleLine: string | null;
  text: string;
  retrievedOn: string | null;
  sourceName: string;
  format: string;
  encoding: string | null;
  earlierTexts: EarlierText[];
  /** What its import left out and was not put back. */
  leftovers: PartLeftover[];
  /** Oldest first, those undone and what undid them among them. */
  decisions: PartDecision[];
  corrections: PartCorrection[];
  /** Notes in force that began in this report. */
  notes: PartNote[];
}

/** The words of a report before they were corrected. */
export interface EarlierText {
  id: string;
  titleLine: string | null;
  text: string;
  author: string;
  replacedAt: string;
}

export interface PartLeftover {
  text: string;
  reason: string;
  edge: NonNullable<DiscardedText['beside']>['edge'];
}

export interface PartDecision {
  decision: Decision;
  author: string;
  undoes: string | null;
}

export interface PartCorrection {
  id: string;
  start: number;
  end: number;
  wording: string;
  name: string;
  reading: IndicatorReading | null;
  author: string;
  device: string;
  writtenAt: string;
  undoes: string | null;
}

export interface PartNote {
  id: string;
  /** Oldest first, each written on top of the one before. */
  revisions: PartRevision[];
}

export interface PartRevision {
  id: string;
  author: string;
  device: string;
  writtenAt: string;
  removed: boolean;
  note: string;
  /** By name: ids of categories are a library's own. */
  category: string | null;
  tags: string[];
  targets: NoteTarget[];
}

/** A report of a part, told from others by its words as every imported text is. */
export type MarkedReport = PartReport & { fingerprint: string };

/** What was decided otherwise here than in the part; what stands here stays. */
export interface KeptDecision {
  reportTitle: string;
  /** A field of a decision, or `figure` with the wording of the figure. */
  field: Decision['field'] | 'figure';
  mine: string;
  theirs: string;
}

/** Where each report of a part stands in this library, or would. */
export type ReportStanding = 'fresh' | 'here' | 'in-trash' | 'other-text';

export interface MergeCounts {
  reports: Record<ReportStanding, number>;
  notes: Record<'fresh' | 'same' | 'updated' | 'conflicting', number>;
}

export interface MergeSummary extends MergeCounts {
  /** False where the library has all of it already. */
  changes: boolean;
  standings: { id: string; title: string; standing: ReportStanding }[];
  kept: KeptDecision[];
  /** Notes of which both libraries have a version of their own: ids of both, here. */
  conflicts: { mine: string; theirs: string }[];
}

export interface ExchangeStore {
  /** Reports in sight with all that belongs to them; `leftOut` notes also speak of reports not chosen. */
  gather(ids: readonly string[]): Promise<{ part: LibraryPart; leftOut: number }>;
  /** What merging would do; nothing is written. */
  preview(reports: readonly MarkedReport[]): Promise<MergeSummary>;
  /**
   * Takes a part in, whole or not at all.
   *
   * @param understood by id, every report that is not here yet.
   * @returns undefined where one of those is missing, since the library has changed meanwhile.
   */
  merge(
    reports: readonly MarkedReport[],
    understood: ReadonlyMap<string, NewReport>,
    author: string,
    record: (summary: MergeSummary) => { name: string; value: unknown },
  ): Promise<MergeSummary | undefined>;
}
