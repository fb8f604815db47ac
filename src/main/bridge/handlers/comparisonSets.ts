import { randomUUID } from 'node:crypto';
import {
  type ComparisonSet,
  comparisonSetSchema,
} from '../../../shared/contract/routes/comparison.ts';
import type { Output, Parsed } from '../../../shared/contract/routes.ts';
import type { HandlerContext } from '../context.ts';

const SETTING = 'comparison-sets';
const MOST = 60;

/** Kept sets, as far as their reports are still in the library: a set of one is none. */
export async function listSets(context: HandlerContext): Promise<Output<'comparison.sets'>> {
  const there = new Set((await context.store.listReports()).map(({ id }) => id));
  const sets = (await readSets(context)).map((set) => ({
    ...set,
    ids: set.ids.filter((id) => there.has(id)),
  }));
  return { sets: sets.filter(({ ids }) => ids.length >= 2) };
}

export async function saveSet(
  context: HandlerContext,
  { name, ids }: Parsed<'comparison.saveSet'>,
): Promise<Output<'comparison.saveSet'>> {
  const others = (await readSets(context)).filter((each) => each.name !== name);
  await context.store.writeSetting(
    SETTING,
    [{ id: randomUUID(), name, ids }, ...others].slice(0, MOST),
  );
  return listSets(context);
}

export async function forgetSet(
  context: HandlerContext,
  { id }: Parsed<'comparison.forgetSet'>,
): Promise<Output<'comparison.forgetSet'>> {
  await context.store.writeSetting(
    SETTING,
    (await readSets(context)).filter((each) => each.id !== id),
  );
  return listSets(context);
}

async function readSets({ store }: HandlerContext): Promise<ComparisonSet[]> {
  const kept = (await store.readSetting(SETTING)) as unknown[] | undefined;
  return (kept ?? []).flatMap((each) => {
    const parsed = comparisonSetSchema.safeParse(each);
    return parsed.success ? [parsed.data] : [];
  });
}
