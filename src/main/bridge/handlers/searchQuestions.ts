import type { Handlers } from '../../../shared/contract/routes.ts';
import type { SearchContext } from '../context.ts';
import { readSettings } from './settings.ts';
import { offerSynonyms } from './synonyms.ts';
import { findWaysOut } from './waysOut.ts';

export type SearchQuestion =
  | 'search.run'
  | 'search.count'
  | 'search.places'
  | 'search.facets'
  | 'search.waysOut'
  | 'search.synonyms'
  | 'search.frequency'
  | 'search.selfCheck';

/** Everything that is asked while a person types; answered on any connection to the library's file. */
export const searchQuestions: Handlers<SearchContext, SearchQuestion> = {
  'search.run': async ({ store, search }, request) => {
    const { homeLocality } = await readSettings(store);
    return search.run({ ...request, home: homeLocality });
  },
  'search.places': async ({ search }, { typed }) => ({ places: await search.findPlaces(typed) }),
  'search.count': ({ search }, request) => search.count(request),
  'search.facets': async ({ store, search, knowledge }, request) => {
    const { homeLocality } = await readSettings(store);
    const facets = await search.countFacets({ ...request, home: homeLocality });
    const counts = new Map(facets.topics.map(({ value, count }) => [value, count]));
    const { topics } = (await knowledge()).report;
    return {
      ...facets,
      topics: topics.flatMap(({ id, name }) => {
        const count = counts.get(id);
        return count === undefined ? [] : [{ value: id, name, count }];
      }),
    };
  },
  'search.waysOut': findWaysOut,
  'search.synonyms': offerSynonyms,
  'search.frequency': ({ search }, request) => search.tabulate(request),
  'search.selfCheck': ({ search }) => search.selfCheck(),
};
