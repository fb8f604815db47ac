import { alignSections } from '../../../shared/comparison/alignSections.ts';
import { cautionAbout } from '../../../shared/comparison/caution.ts';
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
      caution: cautionAboutStored(reports),
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
    return exportComparison(context, request, reports, cautionAboutStored(reports));
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

/** What has to be said of stored reports that stand beside each other; see `cautionAbout`. */
export function cautionAboutStored(reports: readonly StoredReport[]): string | null {
  return cautionAbout(
    reports.map(({ head }) => {
      const { kind, town, metadata } = summarise(head);
      return { kind, town, county: metadata.county, prefecture: metadata.prefecture };
    }),
  );
}
