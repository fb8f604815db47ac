import type { Handlers } from '../../../shared/contract/routes.ts';
import type { ListedWording } from '../../../shared/draft/listedWording.ts';
import type { LibraryStore } from '../../store/libraryStore.ts';
import type { HandlerContext } from '../context.ts';

const SETTING = 'wordings';

/** The person's own list of wording, the newest entry first. */
export async function readWordings(
  store: Pick<LibraryStore, 'readSetting'>,
): Promise<ListedWording[]> {
  return ((await store.readSetting(SETTING)) as ListedWording[] | undefined) ?? [];
}

type Routes = 'wordings.list' | 'wordings.put' | 'wordings.remove';

export const wordingHandlers: Handlers<HandlerContext, Routes> = {
  'wordings.list': async ({ store }) => ({ wordings: await readWordings(store) }),
  'wordings.put': async ({ store }, entry) => {
    const before = await readWordings(store);
    const isKnown = before.some(({ id }) => id === entry.id);
    const wordings = isKnown
      ? before.map((each) => (each.id === entry.id ? entry : each))
      : [entry, ...before];
    await store.writeSetting(SETTING, wordings);
    return { wordings };
  },
  'wordings.remove': async ({ store }, { id }) => {
    const wordings = (await readWordings(store)).filter((each) => each.id !== id);
    await store.writeSetting(SETTING, wordings);
    return { wordings };
  },
};
