import type { Decision } from '../../shared/contract/schemas/report.ts';
import type { ReportKind } from '../../shared/report/report.ts';
import { summarise } from '../bridge/handlers/summary.ts';
import type { Connection } from '../store/connection.ts';
import { listReports } from '../store/reports.ts';

/** What the filters of a search ask of a report. */
export interface CatalogueEntry {
  key: number;
  id: string;
  kind: ReportKind;
  /** For tables: 诸城市 昌城镇, since names of towns repeat; empty where no place is known. */
  label: string;
  /** From the top: 潍坊市, 诸城市, 昌城镇. */
  place: readonly string[];
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

/**
 * The reports of the library as searching knows them. Listed again only after something was written to
 * the file, by this connection or another: a filtered search of a large library must not list it.
 */
export function createCatalogue(connection: Connection): () => Catalogue {
  const selectWrites = connection.prepare<[], number>('SELECT total_changes()').pluck();
  const selectKeys = connection.prepare<[], { id: string; key: number }>(
    'SELECT id, key FROM reports WHERE removed_at IS NULL',
  );
  let version = '';
  let catalogue: Catalogue | undefined;
  return () => {
    const now = `${connection.pragma('data_version', { simple: true })} ${selectWrites.get()}`;
    if (catalogue !== undefined && version === now) return catalogue;
    const keys = new Map(selectKeys.all().map(({ id, key }) => [id, key]));
    const entries = listReports({ connection }).map((head) => {
      const { id, kind, town, place, metadata, conflict, decisions } = summarise(head);
      const { statedLocality, actualLocality, province, reviewYear, planYear } = metadata;
      const names = [...place, statedLocality, actualLocality, province];
      return {
        key: keys.get(id) as number,
        id,
        kind,
        label: labelOf(place, conflict === null ? null : town),
        place,
        names: new Set(names.filter((name) => name !== null)),
        reviewYear,
        planYear,
        year: planYear ?? (reviewYear === null ? null : reviewYear + 1),
        decisions,
      };
    });
    const newest = [...entries].sort((left, right) => (right.year ?? 0) - (left.year ?? 0));
    version = now;
    catalogue = {
      entries,
      byKey: new Map(entries.map((entry) => [entry.key, entry])),
      newestFirst: newest.map(({ key }) => key),
    };
    return catalogue;
  };
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
