import type { SearchedReport } from '../../shared/contract/routes/search.ts';
import type { Decision } from '../../shared/contract/schemas/report.ts';
import type { ReportKind } from '../../shared/report/report.ts';
import { summarise } from '../bridge/handlers/summary.ts';
import type { Connection } from '../store/connection.ts';
import { listDecisions } from '../store/decisions.ts';
import type { SearchedHead, SearchedReports, SearchedRow } from './searchedReports.ts';

/** What the filters of a search ask of a report. */
export interface CatalogueEntry {
  key: number;
  id: string;
  kind: ReportKind;
  /** For tables: 诸城市 昌城镇, since names of towns repeat; empty where no place is known. */
  label: string;
  /** From the top: 潍坊市, 诸城市, 昌城镇. */
  place: readonly string[];
  /** What title and text call it, where they differ and its place is still to be decided. */
  doubtful: readonly string[];
  /** Every name the report goes by, those of title and text and its province included. */
  names: ReadonlySet<string>;
  reviewYear: number | null;
  planYear: number | null;
  /** The year people call it by. */
  year: number | null;
  /** What the person decided about it, newest last. */
  decisions: readonly Decision[];
}

export interface Catalogue {
  entries: readonly CatalogueEntry[];
  byKey: ReadonlyMap<number, CatalogueEntry>;
  /** Keys of all reports, the newest year first. */
  newestFirst: readonly number[];
}

/** Another after anything was written to the file, by this connection or by others. */
export function createVersion(connection: Connection): () => string {
  const selectWrites = connection.prepare<[], number>('SELECT total_changes()').pluck();
  return () => `${connection.pragma('data_version', { simple: true })} ${selectWrites.get()}`;
}

/**
 * The reports of the library as searching knows them. Looked at again only after something was written
 * to the file, by this connection or another, and then only what changed is read: a library of a
 * province is searched while reports are imported.
 */
export function createCatalogue(
  connection: Connection,
  reports: SearchedReports,
  readVersion: () => string,
): () => Catalogue {
  let version = '';
  let catalogue: Catalogue | undefined;
  let known = new Map<number, { stamp: number; entry: CatalogueEntry }>();
  return () => {
    const now = readVersion();
    if (catalogue !== undefined && version === now) return catalogue;
    const decisions = listDecisions({ connection });
    const next: typeof known = new Map();
    for (const [key, stamp] of reports.stamps()) {
      const before = known.get(key);
      const isSame =
        before?.stamp === stamp &&
        JSON.stringify(before.entry.decisions) ===
          JSON.stringify(decisions.get(before.entry.id) ?? []);
      const entry = isSame ? before.entry : readEntry(reports, key, decisions);
      if (entry !== undefined) next.set(key, { stamp, entry });
    }
    const isSame =
      next.size === known.size &&
      [...next].every(([key, { entry }]) => known.get(key)?.entry === entry);
    // Inside a transaction that may be rolled back nothing is kept.
    if (!connection.inTransaction) {
      known = next;
      version = now;
    }
    if (catalogue !== undefined && isSame) return catalogue;
    const entries = Array.from(next.values(), ({ entry }) => entry);
    const newest = [...entries].sort((left, right) => (right.year ?? 0) - (left.year ?? 0));
    const made: Catalogue = {
      entries,
      byKey: new Map(entries.map((entry) => [entry.key, entry])),
      newestFirst: newest.map(({ key }) => key),
    };
    if (!connection.inTransaction) catalogue = made;
    return made;
  };
}

function readEntry(
  reports: SearchedReports,
  key: number,
  decisionsOf: ReadonlyMap<string, Decision[]>,
): CatalogueEntry | undefined {
  const row = reports.row(key);
  if (row === undefined) return undefined;
  const decisions = decisionsOf.get(row.id) ?? [];
  const { kind, town, place, metadata, conflict } = summariseSearched(row, decisions);
  const { statedLocality, actualLocality, province, reviewYear, planYear } = metadata;
  const names = [...place, statedLocality, actualLocality, province];
  return {
    key,
    id: row.id,
    kind,
    label: labelOf(place, conflict === null ? null : town),
    place,
    doubtful: conflict === null ? [] : [conflict.stated, conflict.actual],
    names: new Set(names.filter((name) => name !== null)),
    reviewYear,
    planYear,
    year: planYear ?? (reviewYear === null ? null : reviewYear + 1),
    decisions,
  };
}

/** What stands over the hits of a report. */
export function summariseSearched(row: SearchedRow, decisions: Decision[]): SearchedReport {
  const found = JSON.parse(row.head) as SearchedHead;
  const { id, title, kind, metadata, place, town, conflict } = summarise({
    id: row.id,
    title: row.title,
    titleLine: null,
    characterCount: 0,
    importId: '',
    fromSample: false,
    importedAt: '',
    annotationCount: 0,
    analysis: { ...found, confidence: {}, placeClues: [] },
    decisions,
    newestVersion: null,
  });
  return { id, title, kind, metadata, place, town, conflict };
}

/** @param doubtful what the body says, where it and the title name different towns. */
function labelOf(place: readonly string[], doubtful: string | null): string {
  const [above, last] = [place.at(-2), place.at(-1)];
  const name = doubtful === null ? last : `${doubtful}（${last}）`;
  return [above, name].filter((part) => part !== undefined).join(' ');
}

/** True where the place is the one of the path or lies below it. */
export function liesIn(place: readonly string[], path: readonly string[]): boolean {
  return path.every((name, depth) => place[depth] === name);
}

/**
 * The place of the person's own town: named alone, 昌城镇, or with its county before it, 诸城市昌城镇,
 * since names of towns repeat. Undefined where the library has no report of it.
 */
export function findHome(catalogue: Catalogue, home: string): readonly string[] | undefined {
  const wanted = home.replace(/\s/gu, '');
  if (wanted === '') return undefined;
  return catalogue.entries.find(
    ({ place }) => place.at(-1) === wanted || place.slice(-2).join('') === wanted,
  )?.place;
}
