import type { Span } from '../report/report.ts';

export type ChangeKind = 'year-on-year' | 'completion' | 'annual-average' | 'points';
export type ReadingNature = 'actual' | 'target' | 'project' | 'base';
export type ReadingScope =
  | 'town'
  | 'village'
  | 'firm'
  | 'project'
  | 'county'
  | 'city'
  | 'province'
  | 'nation';

/** 位次: the 2nd of 全市. A rank without its scope is worthless. */
export interface Rank {
  position: number;
  of: number | null;
  within: string | null;
}

/**
 * One stated figure (指标读数). The span covers the value's wording in the report's text;
 * `text.slice(start, end)` contains `valueText`.
 */
export interface IndicatorReading extends Span {
  /** Id in resources/vocabulary/indicators.json; null where no name of the shared list fits. */
  key: string | null;
  /** As written. */
  name: string;
  valueText: string;
  /** In `unit`; null where only a change is stated. */
  value: number | null;
  /** Upper end of a stated range, in `unit`: 2340 of 2320—2340元, whose `value` is 2320. */
  upperValue?: number;
  unit: string | null;
  normalizedValue: number | null;
  normalizedUnit: string | null;
  /** “近”, “余”, “以上” …: as written. */
  precision: string | null;
  /** A percentage; for 'completion' the completed share, for 'points' the percentage points. */
  growthPercent: number | null;
  changeKind: ChangeKind | null;
  rank: Rank | null;
  /** “2018”, “2018-” (以来), “2019-2021”; null where the text does not say. */
  period: string | null;
  nature: ReadingNature | null;
  scope: ReadingScope | null;
  /** The clause the figure stands in. */
  clause: Span;
  /** False: shown as 待核, with `doubt` saying why. */
  certain: boolean;
  doubt: string | null;
}
