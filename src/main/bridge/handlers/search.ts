import type { Handlers } from '../../../shared/contract/routes.ts';
import type { HandlerContext } from '../context.ts';
import { forgetSearch, readSaved, saveSearch } from './savedSearches.ts';
import { exportFrequency } from './searchFrequency.ts';
import { readSettings } from './settings.ts';
import { addSynonym, offerSynonyms, removeSynonym } from './synonyms.ts';
import { findWaysOut } from './waysOut.ts';

type Routes =
  | 'search.run'
  | 'search.facets'
  | 'search.waysOut'
  | 'search.synonyms'
  | 'search.addSynonym'
  | 'search.removeSynonym'
  | 'search.frequency'
  | 'search.exportFrequency'
  | 'search.saved'
  | 'search.save'
  | 'search.forget'
  | 'search.selfCheck'
  | 'search.rebuild';

/** The name under which the progress of a rebuild is told. */
const REBUILD_TASK = 'search.rebuild';
/** So many documents between two messages of progress. */
const TOLD_EVERY = 25;

export const searchHandlers: Handlers<HandlerContext, Routes> = {
  'search.run': async ({ store, search }, request) => {
    const { homeLocality } = await readSettings(store);
    return search.run({ ...request, home: homeLocality });
  },
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
  'search.addSynonym': addSynonym,
  'search.removeSynonym': removeSynonym,
  'search.frequency': ({ search }, request) => search.tabulate(request),
  'search.exportFrequency': exportFrequency,
  'search.saved': async ({ store }) => ({ searches: await readSaved({ store }) }),
  'search.save': saveSearch,
  'search.forget': forgetSearch,
  'search.selfCheck': ({ search }) => search.selfCheck(),
  'search.rebuild': async ({ search, emit }) => {
    const documents = await search.rebuild((done, total) => {
      if (done % TOLD_EVERY === 0 || done === total) {
        emit({ type: 'progress', task: REBUILD_TASK, done, total, label: '正在重建检索索引' });
      }
    });
    emit({ type: 'library.changed' });
    return { documents };
  },
};
