import type { SearchNarrowing } from '../../shared/contract/routes/search.ts';
import { SECTION_ROLES } from '../../shared/report/report.ts';
import type { PartCount, SearchAnswer } from '../search/index.ts';
import { type Catalogue, type CatalogueEntry, findHome } from './catalogue.ts';
import { choosesReports, type DocumentFilter, passes } from './documentFilters.ts';
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
  const counted: Counted[] = [];
  for (const { documentKey, count } of groups) {
    const entry = catalogue.byKey.get(documentKey);
    if (entry !== undefined) counted.push({ entry, count });
  }
  const isOpen = !choosesReports(wanted);
  const passing = (narrowed: SearchNarrowing, filter?: DocumentFilter) =>
    isOpen ? counted : counted.filter(({ entry }) => passes(entry, narrowed, filter));
  const sumBy = <V>(filter: DocumentFilter, valueOfEntry: (entry: CatalogueEntry) => V | null) => {
    counting.interrupt();
    return sum(passing(wanted, filter), valueOfEntry);
  };
  // Ticking a place lifts the filter of peers, and the other way round.
  const places = sum(passing({ ...wanted, peersOf: undefined }, 'places'), keyOfPlace);
  counting.interrupt();
  const found = passing(wanted);
  const towns = sum(found, ({ label }) => label || null);
  const isWhole = isOpen && wanted.roles === undefined && wanted.topics === undefined;
  return {
    places: withPlacesAbove(places),
    reviewYears: latestFirst(sumBy('reviewYears', ({ reviewYear }) => reviewYear)),
    planYears: latestFirst(sumBy('planYears', ({ planYear }) => planYear)),
    kinds: toCounts(sumBy('kinds', ({ kind }) => kind)),
    home: findHome(catalogue, home)?.slice() ?? null,
    ...listTowns(towns),
    silent: isWhole ? listSilent(catalogue, towns) : [],
    comparable: listComparable(found),
    ...sumParts(counting.countParts(wanted, within), wanted),
  };
}

const placeKeys = new WeakMap<CatalogueEntry, string>();

/** A key for the place of a report, made once for a state of the library. */
function keyOfPlace(entry: CatalogueEntry): string {
  let key = placeKeys.get(entry);
  if (key === undefined) {
    key = JSON.stringify(entry.place);
    placeKeys.set(entry, key);
  }
  return key;
}

/** Counts of places by their keys, and of those that they lie in. */
function withPlacesAbove(counts: ReadonlyMap<string, number>): LibraryFacets['places'] {
  const sums = new Map<string, { path: string[]; count: number }>();
  for (const [key, count] of counts) {
    const place = JSON.parse(key) as string[];
    for (let depth = 1; depth <= place.length; depth++) {
      const path = place.slice(0, depth);
      const itsKey = depth === place.length ? key : JSON.stringify(path);
      const known = sums.get(itsKey);
      if (known === undefined) sums.set(itsKey, { path, count });
      else known.count += count;
    }
  }
  return [...sums.values()];
}

interface Counted {
  entry: CatalogueEntry;
  count: number;
}

function listTowns(towns: ReadonlyMap<string, number>): Pick<LibraryFacets, 'towns' | 'moreTowns'> {
  const most = Array.from(towns, ([label, count]) => ({ label, count })).sort(
    (left, right) => right.count - left.count,
  );
  const shown = most.slice(0, MOST_TOWNS);
  return { towns: shown, moreTowns: most.length - shown.length };
}

/** Places with an annual report, none of whose reports has a hit. */
function listSilent({ entries }: Catalogue, heard: ReadonlyMap<string, number>): string[] {
  const silent = new Set<string>();
  for (const { kind, label } of entries) {
    if (silent.size === MOST_SILENT) break;
    if (kind === 'annual-report' && label !== '' && !heard.has(label)) silent.add(label);
  }
  return [...silent];
}

/** Annual reports first, then those with the most occurrences. */
function listComparable(found: readonly Counted[]): string[] {
  const order = (left: Counted, right: Counted) =>
    Number(right.entry.kind === 'annual-report') - Number(left.entry.kind === 'annual-report') ||
    right.count - left.count;
  const first: Counted[] = [];
  for (const each of found) {
    if (each.entry.kind === 'article' || each.entry.kind === 'other') continue;
    const last = first[MOST_COMPARED - 1];
    if (last !== undefined && order(last, each) <= 0) continue;
    first.push(each);
    first.sort(order);
    first.length = Math.min(first.length, MOST_COMPARED);
  }
  return first.map(({ entry: { id } }) => id);
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

function sum<V>(
  counted: readonly Counted[],
  valueOfEntry: (entry: CatalogueEntry) => V | null,
): Map<V, number> {
  const sums = new Map<V, number>();
  for (const { entry, count } of counted) {
    const value = valueOfEntry(entry);
    if (value !== null) sums.set(value, (sums.get(value) ?? 0) + count);
  }
  return sums;
}

function toCounts<V>(sums: ReadonlyMap<V, number>): { value: V; count: number }[] {
  return Array.from(sums, ([value, count]) => ({ value, count }));
}

function latestFirst(sums: ReadonlyMap<number, number>): { value: number; count: number }[] {
  return toCounts(sums).sort((left, right) => right.value - left.value);
}
