import type { SearchFilter, SearchNarrowing } from '../../../shared/contract/routes/search.ts';
import { parseQuery } from '../../../shared/search/query.ts';
import type { SearchRoute } from '../navigation/route.ts';
import { KIND_NAMES, ROLE_NAMES } from '../report/labels.ts';

/** What of a place decides which hits there are; the rest is about showing them. */
export function narrowingOf({
  view: _v,
  show: _s,
  limit: _l,
  ...narrowing
}: SearchRoute): SearchNarrowing {
  return narrowing;
}

/** What the hits are narrowed to. */
export type FilterChoices = Pick<SearchNarrowing, SearchFilter>;

/** The filters of a place alone; each is the same object as long as nobody changes it. */
export function filtersOf(route: SearchRoute): FilterChoices {
  const { places, peersOf, planYears, reviewYears, kinds, roles, topics, wholeNumbers } = route;
  return { places, peersOf, planYears, reviewYears, kinds, roles, topics, wholeNumbers };
}

/** The same search without any filter; wordings that were let stand are kept. */
export function withoutFilters({ query, expansions, show }: SearchRoute): SearchRoute {
  return { view: 'search', query, expansions, show };
}

export const FILTER_NAMES: Record<SearchFilter, string> = {
  places: '地区',
  peersOf: '县内同级',
  planYears: '部署年',
  reviewYears: '回顾年',
  kinds: '文种',
  roles: '所在部分',
  topics: '主题',
  wholeNumbers: '整数匹配',
};

/** The filters in force, in words: 诸城市、部署2019年. */
export function filtersInWords(
  narrowing: FilterChoices,
  topicName: (id: string) => string = (id) => id,
): string[] {
  const { places, peersOf, planYears, reviewYears, kinds, roles, topics, wholeNumbers } = narrowing;
  return [
    ...(places ?? []).map((path) => path.at(-1) ?? ''),
    ...(peersOf ? [`${peersOf.at(-1)}的县内同级`] : []),
    ...(planYears ?? []).map((year) => `部署${year}年`),
    ...(reviewYears ?? []).map((year) => `回顾${year}年`),
    ...(kinds ?? []).map((kind) => KIND_NAMES[kind]),
    ...(roles ?? []).map((role) => ROLE_NAMES[role]),
    ...(topics ?? []).map(topicName),
    ...(wholeNumbers ? ['整数匹配'] : []),
  ];
}

type Expansions = NonNullable<SearchNarrowing['expansions']>;

/** The words of a query that other wordings may stand for. */
export function wordsOf(query: string): string[] {
  return parseQuery(query).terms.flatMap((term) => (term.kind === 'literal' ? [term.text] : []));
}

/** Wordings of words that are no longer in the query fall away. */
export function expansionsFor(query: string, expansions: Expansions | undefined) {
  const words = wordsOf(query);
  const kept = (expansions ?? []).filter(({ term }) => words.includes(term));
  return kept.length === 0 ? undefined : kept;
}

/** Lets a wording stand for a word of the query, or no longer. */
export function withWording(
  expansions: Expansions | undefined,
  { term, wording }: { term: string; wording: string },
  standing: boolean,
): Expansions | undefined {
  const others = (expansions ?? []).filter((each) => each.term !== term);
  const before = expansions?.find((each) => each.term === term)?.wordings ?? [];
  const rest = before.filter((each) => each !== wording);
  const wordings = standing ? [...rest, wording] : rest;
  const next = wordings.length === 0 ? others : [...others, { term, wordings }];
  return next.length === 0 ? undefined : next;
}

export function isStanding(
  expansions: Expansions | undefined,
  { term, wording }: { term: string; wording: string },
): boolean {
  return expansions?.some((each) => each.term === term && each.wordings.includes(wording)) ?? false;
}
