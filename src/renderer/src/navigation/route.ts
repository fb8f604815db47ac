import type { BriefPartName } from '../../../shared/brief/partNames.ts';
import type { SearchNarrowing } from '../../../shared/contract/routes/search.ts';
import type { ReportKind, Span } from '../../../shared/report/report.ts';

export interface LibraryRoute {
  view: 'library';
  /** The place chosen in the tree, from the top: 潍坊市 → 诸城市. Absent: all. */
  place?: string[];
  kind?: ReportKind;
  /** Reports ticked for a comparison or a brief. */
  ticked?: string[];
  /** Shows the five steps of the first start again. */
  guide?: boolean;
}

/** A passage of a note that is to be put elsewhere: the note, and which of its passages. */
export interface PlacedNote {
  id: string;
  target: number;
}

export interface ReaderRoute {
  view: 'reader';
  id: string;
  /** The passage to bring into sight. */
  focus?: Span;
  /** How to show it: found by a search, or jumped to from elsewhere. */
  lit?: 'hit' | 'jump';
  /** Opens 资料信息 at once. */
  facts?: boolean;
  /** The note to which the person selects a place. */
  placing?: PlacedNote;
}

export interface SearchRoute extends SearchNarrowing {
  view: 'search';
  /** Hits under their reports (absent), under their years, or only counted. */
  show?: 'years' | 'frequency';
  /** How many hits are listed. */
  limit?: number;
}

export type CompareMode = 'reading' | 'topics' | 'outline' | 'indicators' | 'years';

export interface CompareRoute {
  view: 'compare';
  /** Two to eight reports, of which texts show the first four; empty asks to choose. */
  ids: string[];
  mode: CompareMode;
  /** The aligned group or topic in sight. */
  group?: string;
}

export type NoteFacet = 'places' | 'documents' | 'categories' | 'tags' | 'states';

export interface AnnotateRoute {
  view: 'annotate';
  words?: string;
  /** What is ticked, by facet; see annotate/narrowing. */
  ticked?: Partial<Record<NoteFacet, string[]>>;
  /** Days, both included: 2026-11-22. */
  from?: string;
  to?: string;
}

export interface BriefRoute {
  view: 'brief';
  /** A saved brief; absent for the one being begun. */
  briefId?: string;
  /** Reports to begin a new brief with. */
  documents?: string[];
  /** What the new brief is to hold; absent for the usual. */
  parts?: BriefPartName[];
  /** The rows of the table of figures as they were on the screen. */
  figureTable?: { rows: string[]; natures: ('actual' | 'target')[] };
}

export interface DraftRoute {
  view: 'draft';
  /** The draft being written; absent for the list of drafts. */
  draftId?: string;
}

export interface SettingsRoute {
  view: 'settings';
}

/** Where the person is. JSON only; everything that going back must restore stands here. */
export type Route =
  | LibraryRoute
  | ReaderRoute
  | SearchRoute
  | CompareRoute
  | AnnotateRoute
  | BriefRoute
  | DraftRoute
  | SettingsRoute;

export type ViewName = Route['view'];
