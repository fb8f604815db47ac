import { alignSections } from '../../../shared/comparison/alignSections.ts';
import { compareByTopic } from '../../../shared/comparison/compareByTopic.ts';
import { compareYears } from '../../../shared/comparison/compareYears.ts';
import type { ComparedDocument } from '../../../shared/comparison/document.ts';
import { onlyIn } from '../../../shared/comparison/onlyIn.ts';
import { sharedWording } from '../../../shared/comparison/sharedWording.ts';
import type { Handlers } from '../../../shared/contract/routes.ts';
import type { StoredReport } from '../../store/libraryStore.ts';
import type { HandlerContext } from '../context.ts';
import { getReport } from './getReport.ts';
import { summarise } from './summary.ts';
import { topicsSheet } from './topicsSheet.ts';
import { writeExport } from './writeExport.ts';

type Routes =
  | 'comparison.align'
  | 'comparison.topics'
  | 'comparison.exportTopics'
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
  'comparison.exportTopics': async (context, { ids }) => {
    const columns = (await getReports(context, ids)).map((report) => {
      const { town, title } = summarise(report.head);
      return { ...toCompared(report), name: town ?? title };
    });
    const { topics } = (await context.knowledge()).report;
    const path = await context.host.chooseFileToSave({ name: '主题对照表', extension: 'xlsx' });
    if (path === null) return { fileName: null };
    // Heavy to load, and most days nobody exports.
    const { renderXlsx } = await import('../../export/spreadsheet.ts');
    const sheet = topicsSheet(compareByTopic(columns, topics), columns);
    const fileName = await writeExport(path, await renderXlsx([sheet]));
    return { fileName };
  },
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
    return { passages: sharedWording(documents, (await context.knowledge()).review.formulas) };
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

function toCompared({ head, text, findings }: StoredReport): ComparedDocument {
  return {
    documentId: head.id,
    text,
    analysis: findings.analysis,
    topicsDecided: head.decisions.flatMap((one) => (one.field === 'topics' ? [one.value] : [])),
  };
}

/** Reports of different kind may stand beside each other, but it is said. */
export function cautionAbout(reports: readonly StoredReport[]): string | null {
  const kinds = new Set(reports.map(({ head }) => summarise(head).kind));
  return kinds.size > 1 ? '层级或文种不同，只供并排参看，指标不排名。' : null;
}
