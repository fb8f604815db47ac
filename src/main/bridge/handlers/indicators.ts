import type { Handlers } from '../../../shared/contract/routes.ts';
import { tabulate } from '../../../shared/indicator/table.ts';
import type { HandlerContext } from '../context.ts';
import { getReport } from './getReport.ts';

export const indicatorHandlers: Handlers<
  HandlerContext,
  'indicators.ofReport' | 'indicators.table'
> = {
  'indicators.ofReport': async (context, { id }) => (await getReport(context, id)).findings.figures,
  'indicators.table': async (context, { ids }) => {
    const reports = await Promise.all(ids.map((id) => getReport(context, id)));
    const documents = reports.map(({ head, findings }) => ({
      documentId: head.id,
      readings: findings.figures.readings,
      metadata: findings.analysis.metadata,
    }));
    return { rows: tabulate(documents, (await context.knowledge()).indicators).rows };
  },
};
