import { setImmediate } from 'node:timers/promises';
import type { SearchNarrowing } from '../../shared/contract/routes/search.ts';
import { sectionRoleSchema } from '../../shared/contract/schemas/report.ts';
import type { SearchAnswer, SectionExtent } from '../search/index.ts';
import { type Catalogue, type CatalogueEntry, findHome } from './catalogue.ts';
import { type DocumentFilter, passes } from './documentFilters.ts';
import type { LibraryFacets } from './textSearch.ts';

interface Counting {
  count: (wanted: SearchNarrowing) => Pick<SearchAnswer, 'groups' | 'within'>;
  /** The section of each occurrence in these documents. */
  placesOf: (
    wanted: SearchNarrowing,
    within: SearchAnswer['within'],
    documentKeys: readonly number[],
  ) => Iterable<SectionExtent>;
  readCatalogue: () => Catalogue;
  /** Whether a newer search has come. */
  isOvertaken: () => boolean;
}

/** Above so many occurrences roles and topics are not counted: each has to be looked up in its text. */
const MOST_PLACED = 20_000;
/** So many are looked up between two moments in which a newer search can be answered. */
const AT_ONCE = 400;

/**
 * Places, years and kinds are summed over all documents with a hit; roles and topics over the sections
 * that the occurrences stand in.
 */
export async function countFacets(
  counting: Counting,
  request: SearchNarrowing & { home: string },
): Promise<LibraryFacets> {
  const { home, ...wanted } = request;
  const catalogue = counting.readCatalogue();
  const { places: _p, reviewYears: _r, planYears: _y, kinds: _k, ...anywhere } = wanted;
  const counted = counting.count(anywhere).groups.flatMap(({ documentKey, count }) => {
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
  return {
    places: Array.from(places, ([path, count]) => ({ path: JSON.parse(path) as string[], count })),
    reviewYears: latestFirst(sumBy('reviewYears', ({ reviewYear }) => known(reviewYear))),
    planYears: latestFirst(sumBy('planYears', ({ planYear }) => known(planYear))),
    kinds: toCounts(sumBy('kinds', ({ kind }) => [kind])),
    home: findHome(catalogue, home)?.slice() ?? null,
    ...(await countInSections(counting, wanted)),
  };
}

async function countInSections(
  { count, placesOf, isOvertaken }: Counting,
  { roles, topics, ...wanted }: SearchNarrowing,
): Promise<Pick<LibraryFacets, 'roles' | 'topics' | 'complete'>> {
  const { groups, within } = count(wanted);
  const byRole = new Map<string, number>();
  const byTopic = new Map<string, number>();
  let complete = groups.reduce((total, group) => total + group.count, 0) <= MOST_PLACED;
  for (const documentKeys of complete ? inPortions(groups) : []) {
    await setImmediate();
    if (isOvertaken()) {
      complete = false;
      break;
    }
    for (const { role = null, topics: own = [] } of placesOf(wanted, within, documentKeys)) {
      const ofRole = roles === undefined || roles.some((each) => each === role);
      const ofTopic = topics === undefined || own.some((topic) => topics.includes(topic));
      if (ofTopic && role !== null) byRole.set(role, (byRole.get(role) ?? 0) + 1);
      if (ofRole) for (const topic of own) byTopic.set(topic, (byTopic.get(topic) ?? 0) + 1);
    }
  }
  return {
    roles: sectionRoleSchema.options.flatMap((value) => {
      const found = byRole.get(value);
      return found === undefined ? [] : [{ value, count: found }];
    }),
    topics: toCounts(byTopic),
    complete,
  };
}

/** Documents together, as long as they have few occurrences between them. */
function* inPortions(groups: SearchAnswer['groups']): Generator<number[]> {
  let portion: number[] = [];
  let occurrences = 0;
  for (const { documentKey, count } of groups) {
    portion.push(documentKey);
    occurrences += count;
    if (occurrences < AT_ONCE) continue;
    yield portion;
    portion = [];
    occurrences = 0;
  }
  if (portion.length > 0) yield portion;
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
