import { RequestFailure } from '../../../shared/contract/failure.ts';
import type { Settings } from '../../../shared/contract/routes/settings.ts';
import type { Handlers } from '../../../shared/contract/routes.ts';
import { findCategoryFault } from '../../../shared/note/category.ts';
import { DEFAULT_SETTINGS } from '../../../shared/settings/defaultSettings.ts';
import type { LibraryStore } from '../../store/libraryStore.ts';
import type { HandlerContext } from '../context.ts';

export async function readSettings(store: Pick<LibraryStore, 'readSetting'>): Promise<Settings> {
  return { ...DEFAULT_SETTINGS, ...((await store.readSetting('settings')) as Partial<Settings>) };
}

export const settingsHandlers: Handlers<HandlerContext, 'settings.set'> = {
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
