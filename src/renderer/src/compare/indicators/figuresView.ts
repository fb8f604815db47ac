import type {
  DerivedRow,
  FigureComparison,
  FigureRow,
} from '../../../../shared/contract/schemas/figures.ts';

import type { ReportDetail } from '../../../../shared/contract/schemas/report.ts';

export type Nature = 'actual' | 'target';

/** A column of the table that rows are ordered by. */
export interface SortColumn {
  documentId: string;
  nature: Nature;
  descending: boolean;
}

/** Which reading the panel shows; also what going back finds again. */
export interface ChosenReading {
  documentId: string;
  nature: Nature;
  start: number;
  name: string;
}

/** How the person looks at the figures. */
export interface FiguresView {
  natures: 'both' | Nature;
  /** Topic id; null for all. */
  topic: string | null;
  /** Also the figures of villages, firms and projects. */
  wide: boolean;
  /** Only rows that two reports at least state. */
  shared: boolean;
  /** Values as they are written, not in the row's unit. */
  asWritten: boolean;
  sort: SortColumn | null;
  chosen: ChosenReading | null;
}

/** Different for every reading of a comparison. */
export function readingKey({ documentId, nature, start, name }: ChosenReading): string {
  return [documentId, nature, start, name].join('|');
}

export const FIRST_VIEW: FiguresView = {
  natures: 'both',
  topic: null,
  wide: false,
  shared: true,
  asWritten: false,
  sort: null,
  chosen: null,
};

export interface RowWithDerived {
  row: FigureRow;
  derived: DerivedRow[];
}

export interface RowGroup {
  id: string;
  name: string;
  rows: RowWithDerived[];
}

const PINNED = 'pinned';
const OTHER = 'other';

/** The year a column is about: of the results looked back on, or of the plan. */
export function yearOf({ summary }: ReportDetail, nature: Nature): number | null {
  const { reviewYear, planYear } = summary.metadata;
  return nature === 'actual' ? reviewYear : planYear;
}

export function shownNatures({ natures }: Pick<FiguresView, 'natures'>): readonly Nature[] {
  return natures === 'both' ? ['actual', 'target'] : [natures];
}

/**
 * The rows to show by topic: the person's own at the top whatever they state, the others as filtered,
 * each with what was worked out from it.
 */
export function arrangeRows(figures: FigureComparison, view: FiguresView): RowGroup[] {
  const natures = shownNatures(view);
  const statedBy = (row: FigureRow) =>
    row.cells.filter((cell) => natures.some((nature) => cell[nature].length > 0)).length;
  const least = view.shared ? Math.min(2, figures.rows[0]?.cells.length ?? 1) : 1;
  const pinned = new Set(figures.pinned);
  const derived = derivedByRow(figures, natures, least);
  const withDerived = (row: FigureRow) => ({ row, derived: derived.get(row.id) ?? [] });

  const groups = new Map<string, RowGroup>([
    [PINNED, { id: PINNED, name: '我的常用指标', rows: [] }],
    ...figures.topics.map(({ id, name }): [string, RowGroup] => [id, { id, name, rows: [] }]),
    [OTHER, { id: OTHER, name: '未归入指标表', rows: [] }],
  ]);
  for (const row of figures.rows) {
    if (pinned.has(row.id)) {
      groups.get(PINNED)?.rows.push(withDerived(row));
      continue;
    }
    if (view.topic !== null && row.topic !== view.topic) continue;
    if (statedBy(row) < least) continue;
    (groups.get(row.topic ?? OTHER) ?? groups.get(OTHER))?.rows.push(withDerived(row));
  }
  const shown = [...groups.values()].filter(({ rows }) => rows.length > 0);
  const { sort } = view;
  if (sort === null) return shown;
  return shown.map((group) => ({ ...group, rows: sortRows(group.rows, sort) }));
}

/** What a brief takes over: the rows as they are shown, pinned ones first, and which of results and targets. */
export function shownTable(
  groups: readonly RowGroup[],
  view: Pick<FiguresView, 'natures'>,
): { rows: string[]; natures: Nature[] } {
  return {
    rows: groups.flatMap(({ rows }) => rows.map(({ row }) => row.id)),
    natures: [...shownNatures(view)],
  };
}

function derivedByRow(
  { derived }: FigureComparison,
  natures: readonly Nature[],
  least: number,
): Map<string, DerivedRow[]> {
  const byRow = new Map<string, DerivedRow[]>();
  for (const row of derived) {
    const cells = row.cells.filter(({ figures }) =>
      figures.some(({ nature }) => natures.includes(nature)),
    );
    if (cells.length >= least) byRow.set(row.under, [...(byRow.get(row.under) ?? []), row]);
  }
  return byRow;
}

/** By the first value of the column; rows without one stay last, in their order. */
function sortRows(rows: readonly RowWithDerived[], sort: SortColumn): RowWithDerived[] {
  const sign = sort.descending ? -1 : 1;
  const valueIn = ({ row }: RowWithDerived) => {
    const cell = row.cells.find(({ documentId }) => documentId === sort.documentId);
    return cell?.[sort.nature][0]?.normalizedValue ?? null;
  };
  return rows.toSorted((left, right) => {
    const a = valueIn(left);
    const b = valueIn(right);
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
    return sign * (a - b);
  });
}

/** The next order when a head is pressed: largest first, smallest first, as it was. */
export function nextSort(
  sort: SortColumn | null,
  column: Pick<SortColumn, 'documentId' | 'nature'>,
): SortColumn | null {
  const same = sort?.documentId === column.documentId && sort.nature === column.nature;
  if (!same) return { ...column, descending: true };
  return sort.descending ? { ...column, descending: false } : null;
}

/** The row and reading a choice points to; undefined once a correction took it away. */
export function findChosen(figures: FigureComparison, chosen: ChosenReading | null) {
  if (chosen === null) return undefined;
  for (const row of figures.rows) {
    const cell = row.cells.find(({ documentId }) => documentId === chosen.documentId);
    const reading = cell?.[chosen.nature].find(
      ({ start, name }) => start === chosen.start && name === chosen.name,
    );
    if (reading) return { row, reading, ...chosen };
  }
  return undefined;
}

/** What the panel shows before anything was chosen: the first row in which results stand side by side. */
export function firstChoice(groups: readonly RowGroup[]): ChosenReading | null {
  const rows = groups.flatMap((group) => group.rows.map(({ row }) => row));
  const row =
    rows.find(({ cells }) => cells.filter(({ actual }) => actual.length > 0).length > 1) ?? rows[0];
  for (const nature of ['actual', 'target'] as const) {
    for (const { documentId, ...cell } of row?.cells ?? []) {
      const reading = cell[nature][0];
      if (reading) return { documentId, nature, start: reading.start, name: reading.name };
    }
  }
  return null;
}
