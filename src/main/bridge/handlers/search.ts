import type { Handlers, Parsed } from '../../../shared/contract/routes.ts';
import type { ReportSummary } from '../../../shared/contract/schemas/report.ts';
import type { HandlerContext } from '../context.ts';
import { summarise } from './summary.ts';

export const searchHandlers: Handlers<HandlerContext, 'search.run'> = {
  'search.run': async ({ store, search }, { kinds, localities, years, ...request }) => {
    const filters = { kinds, localities, years };
    if (Object.values(filters).every((filter) => filter === undefined)) return search.run(request);
    const reports = (await store.listReports()).map(summarise);
    const wanted = reports.filter((report) => passes(report, filters));
    return search.run({ ...request, documentIds: wanted.map(({ id }) => id) });
  },
};

function passes(
  { kind, metadata, place }: ReportSummary,
  { kinds, localities, years }: Pick<Parsed<'search.run'>, 'kinds' | 'localities' | 'years'>,
): boolean {
  const { statedLocality, actualLocality, reviewYear, planYear } = metadata;
  const names = [...place, statedLocality, actualLocality, metadata.province];
  return (
    (kinds?.includes(kind) ?? true) &&
    (localities?.some((locality) => names.includes(locality)) ?? true) &&
    (years?.some((year) => year === reviewYear || year === planYear) ?? true)
  );
}
