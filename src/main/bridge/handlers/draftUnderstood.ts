import { RequestFailure } from '../../../shared/contract/failure.ts';
import { draftText } from '../../../shared/draft/blocks.ts';
import type { ReportWithReadings } from '../../../shared/review/commitments/reportWithReadings.ts';
import { understandDocument } from '../../library/understand.ts';
import type { Draft } from '../../store/drafts.ts';
import type { HandlerContext } from '../context.ts';
import { summarise } from './summary.ts';

/** @throws RequestFailure where there is no such draft. */
export async function getDraft({ store }: HandlerContext, id: string): Promise<Draft> {
  const draft = await store.drafts.find(id);
  if (draft !== undefined) return draft;
  throw new RequestFailure('no-draft', '没有找到这份稿子，可能已被移除。其他稿子不受影响。');
}

/** A draft read as a report is; the town and the year are those the draft belongs to, whatever its words say. */
export async function understandDraft(
  { knowledge }: Pick<HandlerContext, 'knowledge'>,
  { id, title, planYear, blocks }: Draft,
): Promise<ReportWithReadings> {
  const document = { titleLine: title, text: draftText(blocks), retrievedOn: null };
  const { findings, text } = understandDocument(document, title, await knowledge());
  const metadata = { ...findings.analysis.metadata, planYear, reviewYear: planYear - 1 };
  return {
    documentId: id,
    text,
    analysis: { ...findings.analysis, metadata },
    readings: findings.figures.readings,
  };
}

/** The newest version of the town's own report of the year before. */
export async function lastReportOf(
  { store }: Pick<HandlerContext, 'store'>,
  { town, planYear }: Pick<Draft, 'town' | 'planYear'>,
) {
  return (await store.listReports())
    .map(summarise)
    .find(
      (report) =>
        report.newestVersion === null &&
        report.town === town &&
        report.metadata.planYear === planYear - 1,
    );
}
