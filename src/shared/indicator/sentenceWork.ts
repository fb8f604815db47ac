import type { ReportKind, ReportMetadata, Section, SectionRole, Span } from '../report/report.ts';
import type { TextView } from '../report/view.ts';
import type { Figure } from './binding.ts';
import type { Opening } from './guessedOwner.ts';
import type { FigureName } from './naming.ts';
import type { Topic } from './owners.ts';
import type { Years } from './period.ts';
import type { IndicatorReading, ReadingScope } from './reading.ts';
import type { IndicatorVocabulary } from './vocabulary.ts';

export interface IndicatorContext {
  kind: ReportKind;
  metadata: ReportMetadata;
  /** The section tree; its roles decide 实绩 or 目标 where `roles` is not given. */
  sections: readonly Section[];
  roles?: readonly (Span & { role: SectionRole | null })[];
}

/** What all sentences of a report share. */
export interface ReportWork {
  text: string;
  view: TextView;
  context: IndicatorContext;
  vocabulary: IndicatorVocabulary;
  /** Level and years the whole report speaks from. */
  own: ReadingScope;
  years: Years;
  /** The review speaks of a whole term and of no year by itself. */
  ofTerm: boolean;
}

/** One sentence on its way to readings. */
export interface SentenceWork extends ReportWork {
  /** From one of 。!?; to the next. */
  sentence: { start: number; end: number };
  /** Where the whole sentence began, before any ;. */
  sentenceStart: number;
  figures: Figure[];
  role: SectionRole | null;
  /** The role was guessed from the chapter's wording. */
  guessed: boolean;
  /** Things named in the sentence; null until they are asked for. */
  owners: Span[] | null;
  /** Whether it opens with a name in which nothing is known; null until asked for. */
  unknown: boolean | null;
  /** What its first clause tells of; null until asked for. */
  opening: Opening | null;
  /** Marks of the words in front of the last figure's clause, up to `end`: they only grow along a sentence. */
  ahead: { end: number; marks: number };
  /** Whether the parts before a ; may state a period; null until asked for. */
  datedAhead: boolean | null;
  /** The value of the sentence that was put together last. */
  lastValue: IndicatorReading | null;
  /** What this part of the sentence opens with, and an earlier part before a ;. */
  topic: Topic | null;
  ledBy: Topic | null;
  /**
   * The figure before in this sentence; `located`: a place in its name made it a project's; `behindOne`: it stands
   * behind a figure of one project, firm or village, with nothing of 全镇, of people or of a rate between.
   */
  last: { scope: ReadingScope; end: number; located: boolean; behindOne: boolean } | null;
}

/** A figure of a sentence with its name, and the clause it stands in. */
export interface NamedFigure {
  work: SentenceWork;
  figure: Figure;
  name: FigureName;
  clause: [number, number];
}
