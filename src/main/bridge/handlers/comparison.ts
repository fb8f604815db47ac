import { alignSections } from '../../../shared/comparison/alignSections.ts';
import { compareByTopic } from '../../../shared/comparison/compareByTopic.ts';
import { compareYears } from '../../../shared/comparison/compareYears.ts';
import { onlyIn } from '../../../shared/comparison/onlyIn.ts';
import { sharedWording } from '../../../shared/comparison/sharedWording.ts';
import type { Handlers } from '../../../shared/contract/routes.ts';
import type { StoredReport } from '../../store/libraryStore.ts';
import type { HandlerContext } from '../context.ts';
import { toCompared } from './compared.ts';
import { forgetSet, listSets, saveSet } from './comparisonSets.ts';
import { addFormula, listFormulas, removeFormula } from './formulas.ts';
import { getReport } from './getReport.ts';
import { suggestPeers } from './peers.ts';
import { summarise } from './summary.ts';

type Routes =
  | 'comparison.align'
  | 'comparison.topics'
  | 'comparison.export'
  | 'comparison.formulas'
  | 'comparison.addFormula'
  | 'comparison.removeFormula'
  | 'comparison.sets'
  | 'comparison.saveSet'
  | 'comparison.forgetSet'
  | 'comparison.peers'
  | 'comparison.outlines'
  | 'comparison.years'
  | 'comparison.shared'
  | 'comparison.onlyIn';

export const comparisonHandlers: Handlers<HandlerContext, Routes> = {
  'comparison.align': async (context, { ids }) => {
    const reports = await getReports(context, ids);
    return {
      groups: alignSections(reports.map(toCompared)).groups,
      caution: cautionAbout(reports),
    };
  },
  'comparison.topics': async (context, { ids }) => {
    const reports = await getReports(context, ids);
    return compareByTopic(reports.map(toCompared), (await context.knowledge()).report.topics);
  },
  'comparison.export': async (context, request) => {
    const reports = await getReports(context, request.ids);
    // Heavy to load, and most days nobody exports.
    const { exportComparison } = await import('./comparisonExport.ts');
    return exportComparison(context, request, reports, cautionAbout(reports));
  },
  'comparison.formulas': (context) => listFormulas(context),
  'comparison.addFormula': addFormula,
  'comparison.removeFormula': removeFormula,
  'comparison.sets': (context) => listSets(context),
  'comparison.saveSet': saveSet,
  'comparison.forgetSet': forgetSet,
  'comparison.peers': (context, { id }) => suggestPeers(context, id),
  'comparison.outlines': async (context, { ids }) => ({
    outlines: (await getReports(context, ids)).map(({ head, findings }) => ({
      documentId: head.id,
      sections: findings.analysis.sections,
    })),
  }),
  'comparison.years': async (context, { before, after }) => {
    const [old, now] = await Promise.all([getReport(context, before), getReport(context, after)]);
    return compareYears(old.text, now.text);
  },
  'comparison.shared': async (context, { ids }) => {
    const documents = (await getReports(context, ids)).map(toCompared);
    const { formulas } = await listFormulas(context);
    return {
      passages: sharedWording(
        documents,
        formulas.map(({ words }) => words),
      ),
    };
  },
  'comparison.onlyIn': async (context, { ids }) => {
    const documents = (await getReports(context, ids)).map(toCompared);
    return {
      reports: documents.map((document) => ({
        documentId: document.documentId,
        terms: onlyIn(
          document,
          documents.filter((other) => other !== document),
        ),
      })),
    };
  },
};

function getReports(context: HandlerContext, ids: string[]): Promise<StoredReport[]> {
  return Promise.all(ids.map((id) => getReport(context, id)));
}

/** Reports of different kind may stand beside each other, but it is said. */
export function cautionAbout(reports: readonly StoredReport[]): string | null {
  const kinds = new Set(reports.map(({ head }) => summarise(head).kind));
  return kinds.size > 1 ? '层级或文种不同，只供并排参看，指标不排名。' : null;
}
