import type { SearchNarrowing } from '../../shared/contract/routes/search.ts';
import { SECTION_ROLES } from '../../shared/report/report.ts';
import type { PartCount, SearchAnswer } from '../search/index.ts';
import { type Catalogue, type CatalogueEntry, findHome } from './catalogue.ts';
import { type DocumentFilter, documentKeysOf, passes } from './documentFilters.ts';
import type { LibraryFacets } from './textSearch.ts';

interface Counting {
  count: (wanted: SearchNarrowing) => Pick<SearchAnswer, 'groups' | 'within'>;
  /** Occurrences by role and topics, those that are chosen left out. */
  countParts: (wanted: SearchNarrowing, within: SearchAnswer['within']) => PartCount[];
  readCatalogue: () => Catalogue;
  /** Called between sums over all documents; what it throws ends the counting. */
  interrupt: () => void;
}

/** So many places without a hit are named. */
const MOST_SILENT = 30;
/** So many places are listed with their totals; all of them are in the frequencies. */
const MOST_TOWNS = 30;
/** So many reports are laid side by side. */
const MOST_COMPARED = 4;

/**
 * Places, years and kinds are summed over all documents with a hit; roles and topics over the sections
 * that the occurrences stand in.
 */
export function countFacets(
  counting: Counting,
  request: SearchNarrowing & { home: string },
): LibraryFacets {
  const { home, ...wanted } = request;
  const catalogue = counting.readCatalogue();
  const {
    places: _p,
    peersOf: _o,
    reviewYears: _r,
    planYears: _y,
    kinds: _k,
    ...anywhere
  } = wanted;
  const { groups, within } = counting.count(anywhere);
  const counted = groups.flatMap(({ documentKey, count }) => {
    const entry = catalogue.byKey.get(documentKey);
    return entry === undefined ? [] : [{ entry, count }];
  });
  const sumBy = <V>(filter: DocumentFilter, valuesOf: (entry: CatalogueEntry) => V[]) => {
    counting.interrupt();
    return sum(
      counted.filter(({ entry }) => passes(entry, wanted, filter)),
      valuesOf,
    );
  };
  // Ticking a place lifts the filter of peers, and the other way round.
  const places = sum(
    counted.filter(({ entry }) => passes(entry, { ...wanted, peersOf: undefined }, 'places')),
    keysOfPlace,
  );
  counting.interrupt();
  const found = counted.filter(({ entry }) => passes(entry, wanted));
  return {
    places: Array.from(places, ([path, count]) => ({ path: JSON.parse(path) as string[], count })),
    reviewYears: latestFirst(sumBy('reviewYears', ({ reviewYear }) => known(reviewYear))),
    planYears: latestFirst(sumBy('planYears', ({ planYear }) => known(planYear))),
    kinds: toCounts(sumBy('kinds', ({ kind }) => [kind])),
    home: findHome(catalogue, home)?.slice() ?? null,
    ...listTowns(found),
    silent: isNarrowed(counting, wanted) ? [] : listSilent(catalogue, found),
    comparable: listComparable(found),
    ...sumParts(counting.countParts(wanted, within), wanted),
  };
}

const placeKeys = new WeakMap<CatalogueEntry, string[]>();

/** A key for the place of a report and for each that it lies in, made once for a state of the library. */
function keysOfPlace(entry: CatalogueEntry): string[] {
  let keys = placeKeys.get(entry);
  if (keys === undefined) {
    const { place } = entry;
    keys = place.map((_, depth) => JSON.stringify(place.slice(0, depth + 1)));
    placeKeys.set(entry, keys);
  }
  return keys;
}

function isNarrowed({ readCatalogue }: Counting, wanted: SearchNarrowing): boolean {
  const { roles, topics } = wanted;
  return (roles ?? topics ?? documentKeysOf(readCatalogue, wanted)) !== undefined;
}

interface Counted {
  entry: CatalogueEntry;
  count: number;
}

function listTowns(found: readonly Counted[]): Pick<LibraryFacets, 'towns' | 'moreTowns'> {
  const towns = Array.from(
    sum(found, ({ label }) => (label === '' ? [] : [label])),
    ([label, count]) => ({ label, count }),
  ).sort((left, right) => right.count - left.count);
  const shown = towns.slice(0, MOST_TOWNS);
  return { towns: shown, moreTowns: towns.length - shown.length };
}

/** Places with an annual report, none of whose reports has a hit. */
function listSilent({ entries }: Catalogue, found: readonly Counted[]): string[] {
  const heard = new Set(found.map(({ entry }) => entry.label));
  const silent = new Set<string>();
  for (const { kind, label } of entries) {
    if (silent.size === MOST_SILENT) break;
    if (kind === 'annual-report' && label !== '' && !heard.has(label)) silent.add(label);
  }
  return [...silent];
}

/** Annual reports first, then those with the most occurrences. */
function listComparable(found: readonly Counted[]): string[] {
  return found
    .filter(({ entry: { kind } }) => kind !== 'article' && kind !== 'other')
    .sort(
      (left, right) =>
        Number(right.entry.kind === 'annual-report') -
          Number(left.entry.kind === 'annual-report') || right.count - left.count,
    )
    .slice(0, MOST_COMPARED)
    .map(({ entry }) => entry.id);
}

function sumParts(
  parts: readonly PartCount[],
  { roles, topics }: SearchNarrowing,
): Pick<LibraryFacets, 'roles' | 'topics'> {
  const byRole = new Map<string, number>();
  const byTopic = new Map<string, number>();
  for (const { role, topics: own, count } of parts) {
    const ofRole = roles === undefined || roles.some((each) => each === role);
    const ofTopic = topics === undefined || own.some((topic) => topics.includes(topic));
    if (ofTopic && role !== null) byRole.set(role, (byRole.get(role) ?? 0) + count);
    if (ofRole) for (const topic of own) byTopic.set(topic, (byTopic.get(topic) ?? 0) + count);
  }
  return {
    roles: SECTION_ROLES.flatMap((value) => {
      const count = byRole.get(value);
      return count === undefined ? [] : [{ value, count }];
    }),
    topics: toCounts(byTopic),
  };
}

function known<V>(value: V | null): V[] {
  return value === null ? [] : [value];
}

function sum<V>(
  counted: readonly Counted[],
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
