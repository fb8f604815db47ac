import type { Handlers } from '../../../shared/contract/routes.ts';
import type { HandlerContext } from '../context.ts';
import { forgetSearch, readSaved, saveSearch } from './savedSearches.ts';
import { exportFrequency } from './searchFrequency.ts';
import { type SearchQuestion, searchQuestions } from './searchQuestions.ts';
import { addSynonym, removeSynonym } from './synonyms.ts';

type Routes =
  | SearchQuestion
  | 'search.addSynonym'
  | 'search.removeSynonym'
  | 'search.exportFrequency'
  | 'search.saved'
  | 'search.save'
  | 'search.forget'
  | 'search.rebuild';

/** The name under which the progress of a rebuild is told. */
const REBUILD_TASK = 'search.rebuild';
/** So many documents between two messages of progress. */
const TOLD_EVERY = 25;

export const searchHandlers: Handlers<HandlerContext, Routes> = {
  ...searchQuestions,
  'search.addSynonym': addSynonym,
  'search.removeSynonym': removeSynonym,
  'search.exportFrequency': exportFrequency,
  'search.saved': async ({ store }) => ({ searches: await readSaved({ store }) }),
  'search.save': saveSearch,
  'search.forget': forgetSearch,
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
