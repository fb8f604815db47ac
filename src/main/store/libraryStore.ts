import type { Annotation } from '../../shared/contract/schemas/annotation.ts';
import type { BriefSpec } from '../../shared/contract/schemas/brief.ts';
import type { Decision, DecisionChoice } from '../../shared/contract/schemas/report.ts';
import type { UnsureFigure } from '../../shared/indicator/read.ts';
import type { IndicatorReading } from '../../shared/indicator/reading.ts';
import type {
  DiscardedText,
  Evidence,
  MetadataField,
  ReportAnalysis,
  Span,
} from '../../shared/report/report.ts';
import type { PassageAnchor } from '../../shared/text/anchor/anchor.ts';
import type { DraftStore } from './drafts.ts';
import type { ExchangeStore } from './exchange/part.ts';

/** What a document's text was found to hold. Derived, so it may be computed anew. */
export interface ReportFindings {
  analysis: ReportAnalysis;
  figures: { readings: IndicatorReading[]; unsure: UnsureFigure[] };
}

/** Figures as JSON, as they stand in the file. */
export interface PackedFigures {
  packed: string;
}

export interface NewReport {
  /** Given by the library it comes from; a new one where it is read from a file. */
  id?: string;
  title: string;
  titleLine: string | null;
  text: string;
  retrievedOn: string | null;
  fingerprint: string;
  /** From which its likeness to other texts is estimated. */
  sketch: string;
  /** What was found in another thread comes packed, and is stored as it came. */
  findings: Pick<ReportFindings, 'analysis'> & {
    /** The analysis as JSON. */
    packedAnalysis?: string;
    figures: ReportFindings['figures'] | PackedFigures;
  };
  /** The person said it is another version of a report that is there. */
  joins?: { reportId: string; as: 'newer' | 'older' };
}

export interface NewImport {
  sourceName: string;
  format: string;
  encoding: string | null;
  fromSample: boolean;
  documents: NewReport[];
  discarded: DiscardedText[];
  /** What the file gave before it was put in order; absent where that is the text itself. */
  extracted?: string;
  author: string;
}

/** Where a report comes from. */
export interface ReportOrigin {
  sourceName: string;
  format: string;
  encoding: string | null;
  importedAt: string;
  /** “原始取文”; null where it is the text itself. */
  extracted: string | null;
}

/** One of several versions of a report. */
export interface ReportVersion {
  id: string;
  title: string;
  importedAt: string;
}

/** A report whose wording may show it to be a version of another: its sketch, or else its text. */
export type PossibleVersion = { id: string } & (
  | { sketch: string }
  | { sketch: null; text: string }
);

/** What a list tells of an analysis. */
export interface ToldAnalysis extends Pick<ReportAnalysis, 'kind' | 'metadata' | 'notices'> {
  /** How far the best clue to each field may be trusted, 0…1; a field without a clue is left out. */
  confidence: Partial<Record<MetadataField, number>>;
  /** What calls the place by which name, where title and text name different ones. */
  placeClues: Evidence[];
}

/** A report without its text and findings: what lists need. */
export interface ReportHead {
  id: string;
  title: string;
  titleLine: string | null;
  characterCount: number;
  importId: string;
  fromSample: boolean;
  importedAt: string;
  annotationCount: number;
  analysis: ToldAnalysis;
  /** Those in force, newest last. */
  decisions: Decision[];
  /** The newest version of this report, where it is not that itself. */
  newestVersion: string | null;
}

export interface StoredReport {
  head: ReportHead;
  text: string;
  retrievedOn: string | null;
  findings: ReportFindings;
  /** What its import left out. */
  leftovers: Leftover[];
}

/** A passage that a note is on. While its place is not sure, `anchor` says where it last was. */
export interface NoteTarget extends Span {
  reportId: string;
  anchor: PassageAnchor;
  state: Annotation['state'];
}

export interface NewAnnotation {
  /** At least one; the note begins in the report of the first. */
  targets: NoteTarget[];
  note: string;
  category: string | null;
  tags: string[];
  author: string;
}

export interface AnnotationChange {
  note?: string | undefined;
  category?: string | null | undefined;
  tags?: string[] | undefined;
  removed?: boolean;
  /** All of them, as they shall be. */
  targets?: NoteTarget[];
  author: string;
}

/** What became of the passages of a report's notes in its corrected text, by their state. */
export type ReanchoredNotes = Record<Annotation['state'], number>;

export interface SavedBrief {
  id: string;
  spec: BriefSpec;
  updatedAt: string;
}

/** What the person said about the figure that stands as `wording` at `start`. */
export interface NewFigureCorrection {
  start: number;
  end: number;
  wording: string;
  /** As it was read when corrected; empty for one that was not sure. */
  name: string;
  /** The figure as it is from now on; null where it is none (不是指标). */
  reading: IndicatorReading | null;
  author: string;
}

/** A stated name that the person assigned to an indicator of the shared list. */
export interface AssignedName {
  /** Without blanks. */
  name: string;
  /** Of the indicator. */
  key: string;
}

export interface FigureCorrection extends Omit<NewFigureCorrection, 'author'> {
  id: string;
}

/** Text that was left out of an import, with the report it stood beside. */
export interface Leftover {
  id: string;
  text: string;
  reason: string;
  edge: NonNullable<DiscardedText['beside']>['edge'];
  sourceName: string;
  importedAt: string;
  reportId: string;
  reportTitle: string;
  /** Its words stand in the report now. */
  restored: boolean;
}

/**
 * Where the library is kept. Asynchronous and JSON-only, so that the same handlers may one day talk to
 * a store on an office's own server: no row ids, statements or transactions cross it. Each writing call
 * is one transaction and answers after the commit.
 */
export interface LibraryStore {
  status(): Promise<{ reportCount: number; characterCount: number; annotationCount: number }>;
  readSetting(name: string): Promise<unknown>;
  writeSetting(name: string, value: unknown): Promise<void>;

  /**
   * Stores imports in one transaction, all of them whole or none at all; answers the new reports' ids,
   * in order, for each.
   */
  addImports(imports: readonly NewImport[]): Promise<string[][]>;
  listReports(): Promise<ReportHead[]>;
  /** As the person left it: findings with decisions and corrections applied; `head.analysis` as it was read. */
  findReport(id: string): Promise<StoredReport | undefined>;
  findReportByFingerprint(fingerprint: string): Promise<{ id: string; title: string } | undefined>;
  /**
   * Puts a corrected text in a report's place, finds its notes in it, and keeps the old text as an
   * earlier version. Undefined if there is no such report.
   */
  replaceText(id: string, report: NewReport, author: string): Promise<ReanchoredNotes | undefined>;
  /** Out of sight and out of search, with its notes; or back again. False if there is no such report. */
  setRemoved(id: string, removed: boolean): Promise<boolean>;
  /** Out of sight: every report that came with the sample. Answers how many. */
  removeSample(): Promise<number>;
  /** Brings removed reports of the sample back. Answers their ids. */
  restoreSample(): Promise<string[]>;
  /** A report's versions in sight, oldest first; only itself where it has no other. */
  listVersions(reportId: string): Promise<ReportVersion[]>;
  /** Reports in sight that may be of this place and plan year; few, and to be looked at closer. */
  listPossibleVersions(of: { town: string; planYear: number }): Promise<PossibleVersion[]>;
  findOrigin(reportId: string): Promise<ReportOrigin | undefined>;
  /** A report as it was read, before anything that was decided about it. */
  findAsRead(
    id: string,
  ): Promise<{ text: string; analysis: ReportAnalysis; decisions: Decision[] } | undefined>;
  /** What was found of figures is derived: it may be written anew. */
  writeFigures(id: string, figures: ReportFindings['figures']): Promise<void>;
  addDecision(reportId: string, choice: DecisionChoice, author: string): Promise<Decision>;
  undoDecision(reportId: string, decisionId: string, author: string): Promise<boolean>;
  /** All that imports left out, put back or not. */
  listLeftovers(): Promise<Leftover[]>;
  /**
   * Puts in a report's place its text with a leftover put back, or taken out again. Undefined if the
   * leftover is in that state already.
   */
  setLeftoverRestored(
    id: string,
    restored: boolean,
    report: NewReport,
    author: string,
  ): Promise<ReanchoredNotes | undefined>;

  addAnnotation(annotation: NewAnnotation): Promise<Annotation>;
  /** Writes a new revision on top of the newest one. Undefined if there is no such note. */
  changeAnnotation(id: string, change: AnnotationChange): Promise<Annotation | undefined>;
  /** The note is again what it was before `revision`. Undefined where it was changed since. */
  undoRevision(id: string, revision: string, author: string): Promise<Annotation | undefined>;
  /** A note and how its passages were described when their place was last sure. */
  findDescribedNote(
    id: string,
  ): Promise<{ annotation: Annotation; targets: NoteTarget[] } | undefined>;
  /** In document order, removed ones left out; those with a passage in the report that is named. */
  listAnnotations(reportId?: string): Promise<Annotation[]>;

  addCorrection(reportId: string, correction: NewFigureCorrection): Promise<FigureCorrection>;
  undoCorrection(reportId: string, correctionId: string, author: string): Promise<boolean>;
  /** Those in force, oldest first. */
  listCorrections(reportId: string): Promise<FigureCorrection[]>;
  /** Of all reports: those in force with a name the person gave, in no order. */
  listNamedCorrections(): Promise<(FigureCorrection & { reportId: string })[]>;
  /** Names in force for every report of the library. */
  listAssignedNames(): Promise<AssignedName[]>;
  /** Assigns a name for good, or with null takes it back. Answers what it was assigned to before. */
  assignName(name: string, key: string | null, author: string): Promise<string | null>;

  saveBrief(id: string | null, spec: BriefSpec): Promise<SavedBrief>;
  listBriefs(): Promise<SavedBrief[]>;
  removeBrief(id: string): Promise<boolean>;
  drafts: DraftStore;
  exchange: ExchangeStore;

  close(): Promise<void>;
}

/** A note as the index knows it, by integer keys of this file. */
export interface IndexedNote {
  noteKey: number;
  reportKey: number;
  text: string;
}

/** Told of every text that comes and goes, inside the transaction that writes it. */
export interface TextIndexer {
  /** Gathers what `write` adds, and writes it at once. */
  batch<T>(write: () => T): T;
  /** `isAsFound`: the analysis is the one stored, changed by no decision. */
  addReport(
    key: number,
    report: { title: string; text: string; analysis: ReportAnalysis; isAsFound?: boolean },
  ): void;
  /** Takes up what is now known of a report that is there; its notes stay. */
  updateReport(
    key: number,
    report: { title: string; text: string; analysis: ReportAnalysis },
  ): void;
  /** Takes the report's notes out as well. */
  removeReport(key: number): void;
  addNote(note: IndexedNote): void;
  removeNote(note: IndexedNote): void;
}
