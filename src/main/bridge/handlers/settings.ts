import { RequestFailure } from '../../../shared/contract/failure.ts';
import type { Settings } from '../../../shared/contract/routes/settings.ts';
import type { Handlers } from '../../../shared/contract/routes.ts';
import { DEFAULT_CATEGORIES, findCategoryFault } from '../../../shared/note/category.ts';
import type { LibraryStore } from '../../store/libraryStore.ts';
import type { HandlerContext } from '../context.ts';

const DEFAULTS: Settings = {
  author: '',
  standardPunctuation: true,
  theme: 'system',
  homeLocality: '',
  readingPace: 250,
  panelWidths: {},
  categories: [...DEFAULT_CATEGORIES],
};

export async function readSettings(store: Pick<LibraryStore, 'readSetting'>): Promise<Settings> {
  return { ...DEFAULTS, ...((await store.readSetting('settings')) as Partial<Settings>) };
}

export const settingsHandlers: Handlers<HandlerContext, 'settings.get' | 'settings.set'> = {
  'settings.get': async ({ store }) => readSettings(store),
  'settings.set': async ({ store, emit }, change) => {
    const fault = change.categories && findCategoryFault(change.categories);
    if (fault !== undefined) throw new RequestFailure('unclear-categories', fault);
    const given = Object.entries(change).filter(([, value]) => value !== undefined);
    const settings = { ...(await readSettings(store)), ...Object.fromEntries(given) };
    await store.writeSetting('settings', settings);
    // Every note of a category is called otherwise now.
    if (change.categories !== undefined) emit({ type: 'library.changed' });
    return settings;
  },
};
