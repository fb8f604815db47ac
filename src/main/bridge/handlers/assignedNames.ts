import { RequestFailure } from '../../../shared/contract/failure.ts';
import type { Output, Parsed } from '../../../shared/contract/routes.ts';
import { nameKey } from '../../../shared/indicator/stated.ts';
import { normaliseForSearch } from '../../../shared/text/normalise.ts';
import type { HandlerContext } from '../context.ts';
import { getReport } from './getReport.ts';
import { readSettings } from './settings.ts';

/** A stated name belongs to an indicator from now on, in every report of the library. */
export async function assignName(
  context: HandlerContext,
  { name, key }: Parsed<'indicators.assign'>,
): Promise<Output<'indicators.assign'>> {
  const { indicators } = (await context.knowledge()).indicators;
  if (key !== null && !indicators.has(key)) {
    throw new RequestFailure('no-indicator', '指标表里没有这个指标，没有改动。');
  }
  const { author } = await readSettings(context.store);
  const previous = await context.store.assignName(nameKey(name), key, author);
  context.emit({ type: 'library.changed' });
  return { previous };
}

/** At most so many: a name that matches more is to be typed further. */
const MOST = 200;

/** Figures by a name that does not stand in their text: a corrected one, or one assigned by hand. */
export async function findNamed(
  context: HandlerContext,
  { query }: Parsed<'indicators.find'>,
): Promise<Output<'indicators.find'>> {
  const wanted = normaliseForSearch(query).replaceAll(/\s/gu, '');
  const matches = (name: string) =>
    wanted !== '' && normaliseForSearch(name).replaceAll(/\s/gu, '').includes(wanted);
  const { indicators } = (await context.knowledge()).indicators;
  const nameOf = (key: string | null) => indicators.get(key ?? '')?.name ?? null;

  const corrected = (await context.store.listNamedCorrections()).flatMap(
    ({ reportId, start, end, reading }) => {
      const names = [reading?.name, nameOf(reading?.key ?? null)].filter((name) => name != null);
      const name = names.find(matches);
      return reading === null || name === undefined ? [] : [{ reportId, start, end, name }];
    },
  );
  const assigned = (await context.store.listAssignedNames()).filter(({ key }) =>
    matches(nameOf(key) ?? ''),
  );
  const found = [...corrected, ...(await figuresUnder(context, assigned))];
  return {
    figures: found.slice(0, MOST).map(({ reportId, ...figure }) => ({
      documentId: reportId,
      ...figure,
    })),
  };
}

async function figuresUnder(
  context: HandlerContext,
  assigned: readonly { name: string; key: string }[],
): Promise<{ reportId: string; start: number; end: number; name: string }[]> {
  if (assigned.length === 0) return [];
  const { indicators } = (await context.knowledge()).indicators;
  const keys = new Map(assigned.map(({ name, key }) => [name, key]));
  const found = [];
  for (const { id } of await context.store.listReports()) {
    const { findings } = await getReport(context, id);
    for (const { name, key, start, end } of findings.figures.readings) {
      if (key === null || keys.get(nameKey(name)) !== key) continue;
      found.push({ reportId: id, start, end, name: indicators.get(key)?.name ?? name });
    }
  }
  return found;
}
