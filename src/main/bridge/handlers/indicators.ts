import type { Handlers } from '../../../shared/contract/routes.ts';
import { tabulate } from '../../../shared/indicator/table.ts';
import type { HandlerContext } from '../context.ts';
import { assignName, findNamed } from './assignedNames.ts';
import { correctFigure, undoCorrection } from './figureCorrections.ts';
import { toTabulated } from './figureRows.ts';
import { compareFigures, pinRow } from './figures.ts';
import { getReport } from './getReport.ts';

type Routes =
  | 'indicators.ofReport'
  | 'indicators.table'
  | 'indicators.compare'
  | 'indicators.list'
  | 'indicators.correct'
  | 'indicators.undoCorrection'
  | 'indicators.assign'
  | 'indicators.find'
  | 'indicators.pin'
  | 'indicators.export'
  | 'indicators.savePicture';

export const indicatorHandlers: Handlers<HandlerContext, Routes> = {
  'indicators.ofReport': async (context, { id }) => (await getReport(context, id)).findings.figures,
  'indicators.table': async (context, { ids }) => {
    const reports = await Promise.all(ids.map((id) => getReport(context, id)));
    const { indicators } = await context.knowledge();
    return { rows: tabulate(reports.map(toTabulated), indicators).rows };
  },
  'indicators.compare': async (context, input) => {
    const { reports: _, ...comparison } = await compareFigures(context, input);
    return comparison;
  },
  'indicators.list': async (context) => {
    const { indicators, units } = (await context.knowledge()).indicators;
    return {
      indicators: [...indicators.values()].map(({ id, name, family }) => ({
        key: id,
        name,
        unit: units.baseOf(family),
      })),
    };
  },
  'indicators.correct': async (context, input) => ({
    correctionId: await correctFigure(context, input),
  }),
  'indicators.undoCorrection': async (context, { id, correctionId }) => {
    await undoCorrection(context, id, correctionId);
    return {};
  },
  'indicators.assign': assignName,
  'indicators.find': findNamed,
  'indicators.pin': async (context, { row, pinned }) => ({
    pinned: await pinRow(context, row, pinned),
  }),
  // What writes spreadsheets is loaded by those who want one.
  'indicators.export': async (context, input) =>
    (await import('./figureExport.ts')).exportFigures(context, input),
  'indicators.savePicture': async (context, input) =>
    (await import('./figureExport.ts')).savePicture(context, input),
};
