import { setImmediate } from 'node:timers/promises';
import type { SearchNarrowing } from '../../shared/contract/routes/search.ts';
import { sectionRoleSchema } from '../../shared/contract/schemas/report.ts';
import { type Catalogue, type CatalogueEntry, findHome } from './catalogue.ts';
import { type DocumentFilter, passes } from './documentFilters.ts';
import type { LibraryFacets } from './textSearch.ts';

interface Counting {
  /** Occurrences by document key. */
  countByDocument: (request: SearchNarrowing) => { documentKey: number; count: number }[];
  readCatalogue: () => Catalogue;
  /** Whether a newer search has come. */
  isOvertaken: () => boolean;
}

/**
 * Places, years and kinds are summed over all documents with a hit. Roles and topics take one counting
 * each; between any two a search that came meanwhile is answered first.
 */
export async function countFacets(
  { countByDocument, readCatalogue, isOvertaken }: Counting,
  request: SearchNarrowing & { home: string },
  topicIds: readonly string[],
): Promise<LibraryFacets> {
  const { home, ...wanted } = request;
  const catalogue = readCatalogue();
  const { places: _p, reviewYears: _r, planYears: _y, kinds: _k, ...anywhere } = wanted;
  const counted = countByDocument(anywhere).flatMap(({ documentKey, count }) => {
    const entry = catalogue.byKey.get(documentKey);
    return entry === undefined ? [] : [{ entry, count }];
  });
  const sumBy = <V>(filter: DocumentFilter, valuesOf: (entry: CatalogueEntry) => V[]) =>
    sum(
      counted.filter(({ entry }) => passes(entry, wanted, filter)),
      valuesOf,
    );
  const places = sumBy('places', ({ place }) =>
    place.map((_, depth) => JSON.stringify(place.slice(0, depth + 1))),
  );

  const total = (narrower: SearchNarrowing) =>
    countByDocument(narrower).reduce((whole, { count }) => whole + count, 0);
  let complete = true;
  const countEach = async <V>(values: readonly V[], narrow: (value: V) => SearchNarrowing) => {
    const counts: { value: V; count: number }[] = [];
    for (const value of values) {
      await setImmediate();
      if (isOvertaken()) {
        complete = false;
        break;
      }
      const count = total(narrow(value));
      if (count > 0) counts.push({ value, count });
    }
    return counts;
  };
  const roles = await countEach(sectionRoleSchema.options, (role) => ({
    ...wanted,
    roles: [role],
  }));
  const topics = await countEach(topicIds, (topic) => ({ ...wanted, topics: [topic] }));
  return {
    places: Array.from(places, ([path, count]) => ({ path: JSON.parse(path) as string[], count })),
    reviewYears: latestFirst(sumBy('reviewYears', ({ reviewYear }) => known(reviewYear))),
    planYears: latestFirst(sumBy('planYears', ({ planYear }) => known(planYear))),
    kinds: toCounts(sumBy('kinds', ({ kind }) => [kind])),
    roles,
    topics,
    home: findHome(catalogue, home)?.slice() ?? null,
    complete,
  };
}

function known<V>(value: V | null): V[] {
  return value === null ? [] : [value];
}

function sum<V>(
  counted: readonly { entry: CatalogueEntry; count: number }[],
  valuesOf: (entry: CatalogueEntry) => V[],
): Map<V, number> {
  const sums = new Map<V, number>();
  for (const { entry, count } of counted) {
    for (const value of valuesOf(entry)) sums.set(value, (sums.get(value) ?? 0) + count);
  }
  return sums;
}

function toCounts<V>(sums: ReadonlyMap<V, number>): { value: V; count: number }[] {
  return Array.from(sums, ([value, count]) => ({ value, count }));
}

function latestFirst(sums: ReadonlyMap<number, number>): { value: number; count: number }[] {
  return toCounts(sums).sort((left, right) => right.value - left.value);
}
