import { randomUUID } from 'node:crypto';
import { type SavedSearch, savedSearchSchema } from '../../../shared/contract/routes/search.ts';
import type { Output, Parsed } from '../../../shared/contract/routes.ts';
import type { HandlerContext } from '../context.ts';

const SETTING = 'saved-searches';
/** The window lists them without pages. */
const MOST = 100;

export async function readSaved({ store }: Pick<HandlerContext, 'store'>): Promise<SavedSearch[]> {
  const saved = (await store.readSetting(SETTING)) as unknown[] | undefined;
  return (saved ?? []).flatMap((each) => {
    const parsed = savedSearchSchema.safeParse(each);
    return parsed.success ? [parsed.data] : [];
  });
}

/** A name that is taken gets the new search. */
export async function saveSearch(
  { store }: HandlerContext,
  { name, search }: Parsed<'search.save'>,
): Promise<Output<'search.save'>> {
  const others = (await readSaved({ store })).filter((each) => each.name !== name);
  const searches = [{ id: randomUUID(), name, search }, ...others].slice(0, MOST);
  await store.writeSetting(SETTING, searches);
  return { searches };
}

export async function forgetSearch(
  { store }: HandlerContext,
  { id }: Parsed<'search.forget'>,
): Promise<Output<'search.forget'>> {
  const searches = (await readSaved({ store })).filter((each) => each.id !== id);
  await store.writeSetting(SETTING, searches);
  return { searches };
}
