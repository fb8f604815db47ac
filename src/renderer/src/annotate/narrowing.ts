import type { Annotation } from '../../../shared/contract/schemas/annotation.ts';
import type { ReportSummary } from '../../../shared/contract/schemas/report.ts';
import type { AnnotateRoute, NoteFacet } from '../navigation/route.ts';

export type NoteFilters = Omit<AnnotateRoute, 'view'>;
export type ReportsById = ReadonlyMap<string, ReportSummary>;

/** Stands for notes without a category. */
export const NO_CATEGORY = '未分类';

type ValuesOf = (annotation: Annotation, reports: ReportsById) => readonly string[];

const VALUES_OF: Record<NoteFacet, ValuesOf> = {
  // 潍坊市, 潍坊市/诸城市, 潍坊市/诸城市/昌城镇: a note lies in every place around its own.
  places: ({ targets }, reports) =>
    distinct(
      targets.flatMap(({ documentId }) => {
        const path = reports.get(documentId)?.place ?? [];
        return path.map((_, depth) => path.slice(0, depth + 1).join('/'));
      }),
    ),
  documents: ({ targets }) => distinct(targets.map(({ documentId }) => documentId)),
  categories: ({ category }) => [category ?? NO_CATEGORY],
  tags: ({ tags }) => tags,
  states: ({ targets }) => distinct(targets.map(({ state }) => state)),
};

/** A note on several passages counts once. */
function distinct<V>(values: readonly V[]): V[] {
  return [...new Set(values)];
}

const FACETS = Object.keys(VALUES_OF) as NoteFacet[];

/** The day by the clock of this computer: an instant late in the evening in UTC is the next day here. */
export function dayOf(instant: string): string {
  const day = new Date(instant);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** The notes that pass every filter but that of `lifted`, in the order they came. */
export function narrowNotes(
  annotations: readonly Annotation[],
  filters: NoteFilters,
  reports: ReportsById,
  lifted?: NoteFacet,
): Annotation[] {
  const words = (filters.words ?? '').trim().split(/\s+/u);
  const ticked = FACETS.flatMap((facet) => {
    const values = filters.ticked?.[facet] ?? [];
    return facet === lifted || values.length === 0 ? [] : [{ facet, values }];
  });
  return annotations.filter((annotation) => {
    const day = dayOf(annotation.updatedAt);
    if (filters.from !== undefined && day < filters.from) return false;
    if (filters.to !== undefined && day > filters.to) return false;
    const { note, targets, author, tags } = annotation;
    const text = [note, ...targets.map(({ quote }) => quote), author, ...tags].join('\n');
    return (
      words.every((word) => text.includes(word)) &&
      ticked.every(({ facet, values }) =>
        VALUES_OF[facet](annotation, reports).some((value) => values.includes(value)),
      )
    );
  });
}

/**
 * What can be ticked in a facet, with the number of notes that ticking it alone shows beside the other
 * filters; every value of the library stays in sight, and so does what is ticked.
 */
export function countFacet(
  annotations: readonly Annotation[],
  filters: NoteFilters,
  reports: ReportsById,
  facet: NoteFacet,
): Map<string, number> {
  const values = annotations.flatMap((annotation) => VALUES_OF[facet](annotation, reports));
  const counts = new Map([...values, ...(filters.ticked?.[facet] ?? [])].map((each) => [each, 0]));
  for (const annotation of narrowNotes(annotations, filters, reports, facet)) {
    for (const value of VALUES_OF[facet](annotation, reports)) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return counts;
}

/** One tick more or less. */
export function tick(filters: NoteFilters, facet: NoteFacet, value: string): NoteFilters {
  const before = filters.ticked?.[facet] ?? [];
  const after = before.includes(value)
    ? before.filter((each) => each !== value)
    : [...before, value];
  return { ...filters, ticked: { ...filters.ticked, [facet]: after } };
}

export function isNarrowed({ words, ticked, from, to }: NoteFilters): boolean {
  const ticks = Object.values(ticked ?? {}).some((values) => values.length > 0);
  return ticks || (words ?? '').trim() !== '' || from !== undefined || to !== undefined;
}

export interface NoteGroup {
  documentId: string;
  /** Undefined where the report is out of sight. */
  report: ReportSummary | undefined;
  annotations: Annotation[];
}

/**
 * The notes under their reports, reports as the library lists them, notes in the order of the text;
 * those that lost their place come last under their report.
 */
export function groupByReport(
  annotations: readonly Annotation[],
  reports: ReportsById,
): NoteGroup[] {
  const own = Map.groupBy(annotations, ({ documentId }) => documentId);
  const order = [...reports.keys()].filter((id) => own.has(id));
  const others = [...own.keys()].filter((id) => !reports.has(id));
  const lost = ({ state }: Annotation) => Number(state === 'orphaned');
  return [...order, ...others].map((documentId) => ({
    documentId,
    report: reports.get(documentId),
    annotations: (own.get(documentId) ?? []).toSorted(
      (a, b) => lost(a) - lost(b) || a.start - b.start,
    ),
  }));
}
